package banyan.server.register;

import banyan.acceptance.Fact;
import banyan.server.register.Registers.Queried;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A register of invented people, for demonstration, development and tests. It is no source of anything: citizens listed in its
 * file have what stands there, and for every other number it makes something up that is always the same for that number.
 */
public final class DemonstrationRegister implements Provider {
    private static final List<Ledger> LEDGERS =
            List.of(new Contributions(), new MedicalPayments(), new HousingFund(), new RealEstate(), new Credit(), new PensionRoll());
    private static final Set<String> FACTS =
            Set.of("employmentSince", "monthsPaid", "hardship", "employmentLicence", "bankCard", "phone");

    private final Map<String, Person> people = new HashMap<>();

    /** Its file. */
    private record Book(String about, List<Person> people) {}

    /**
     * An invented citizen.
     *
     * @param facts what is known of them, which may be nothing
     * @param insured what they have paid, empty for somebody who never did
     */
    private record Person(String number, List<Fact> facts, Optional<Insured> insured) {}

    /**
     * How somebody has paid social insurance.
     *
     * @param since first month
     * @param base on which a month's share is reckoned
     * @param open months not paid in
     */
    record Insured(YearMonth since, BigDecimal base, List<YearMonth> open) {}

    /** The people of the built-in file. */
    public static DemonstrationRegister builtIn() {
        try (InputStream file =
                DemonstrationRegister.class.getResourceAsStream("/banyan/server/register/people.json")) {
            if (file == null) {
                throw new IllegalStateException("the register's file is missing from the program");
            }
            return new DemonstrationRegister(JsonMapper.builder().build().readValue(file, Book.class));
        } catch (IOException | JacksonException broken) {
            throw new IllegalStateException("the register's file is broken", broken);
        }
    }

    private DemonstrationRegister(Book book) {
        book.people().forEach(person -> people.put(person.number(), person));
    }

    @Override
    public String name() {
        return "sample-data";
    }

    @Override
    public Set<String> factNames() {
        return FACTS;
    }

    @Override
    public Optional<List<Fact>> facts(String citizen, Set<String> names, LocalDate today) {
        Person person = people.get(citizen);
        List<Fact> all = person == null ? invented(citizen, today) : person.facts();
        return Optional.of(all.stream().filter(fact -> names.contains(fact.name())).toList());
    }

    @Override
    public boolean has(Ask ask) {
        return ledger(ask).isPresent();
    }

    @Override
    public Queried query(Ask ask) {
        Person person = people.get(ask.citizen());
        Invention made = Invention.of(ask.citizen());
        Optional<Insured> insured = person == null ? Optional.of(made.insured()) : person.insured();
        return ledger(ask)
                .map(ledger -> ledger.query(new Ledger.Citizen(made, insured), ask))
                .orElseGet(Queried.Nothing::new);
    }

    private static Optional<Ledger> ledger(Ask ask) {
        return LEDGERS.stream()
                .filter(ledger -> ledger.results().containsAll(ask.results()))
                .findFirst();
    }

    private static List<Fact> invented(String citizen, LocalDate today) {
        Invention made = Invention.of(citizen);
        LocalDate registered = made.insured().since().atDay(1);
        YearMonth lastMonth = YearMonth.from(today).minusMonths(1);
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("employmentSince", made.insured().since().toString(), Fact.Source.REGISTER, registered));
        facts.add(new Fact("monthsPaid", made.monthsInARow(lastMonth), Fact.Source.REGISTER, lastMonth.atEndOfMonth()));
        facts.add(new Fact("hardship", "true", Fact.Source.REGISTER, registered));
        facts.add(new Fact("employmentLicence", made.licence(), Fact.Source.LICENCE, registered));
        facts.add(new Fact("bankCard", made.bankCard(), Fact.Source.SOCIAL_CARD, registered));
        facts.add(new Fact("phone", made.phone(), Fact.Source.LAST_FILING, LocalDate.of(2025, 9, 12)));
        return facts;
    }

    static SortedMap<String, String> row(String... namesAndValues) {
        TreeMap<String, String> row = new TreeMap<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            row.put(namesAndValues[at], namesAndValues[at + 1]);
        }
        return row;
    }
}
