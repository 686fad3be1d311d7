package banyan.server.register;

import banyan.acceptance.Fact;
import banyan.acceptance.Sha256;
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
public final class DemonstrationRegister implements Registers {
    private static final Set<String> RESULTS = Set.of("from", "to", "office", "totalPaid", "summary", "months");

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
    public List<Fact> facts(String citizen, Set<String> names, LocalDate today) {
        Person person = people.get(citizen);
        List<Fact> all = person == null ? invented(citizen, today) : person.facts();
        return all.stream().filter(fact -> names.contains(fact.name())).toList();
    }

    @Override
    public Optional<Queried> query(
            String citizen, Set<String> results, SortedMap<String, String> parameters, LocalDate today) {
        if (!RESULTS.containsAll(results)) {
            return Optional.empty();
        }
        Person person = people.get(citizen);
        Optional<Insured> insured =
                person == null ? Optional.of(Invention.of(citizen).insured()) : person.insured();
        return Optional.of(Contributions.query(insured, results, parameters, YearMonth.from(today)));
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

    /** What is made up for a number: digits out of its hash. */
    private record Invention(String digits) {
        static Invention of(String citizen) {
            String hash = Sha256.of(citizen.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                    .hex();
            StringBuilder digits = new StringBuilder();
            hash.chars().forEach(letter -> digits.append(Character.digit(letter, 16) % 10));
            return new Invention(digits.toString());
        }

        Insured insured() {
            int years = 2 + digit(0) % 5;
            YearMonth since = YearMonth.of(2025 - years, 1 + digit(1));
            BigDecimal base = BigDecimal.valueOf(3600 + 100L * Integer.parseInt(digits.substring(2, 4)) / 2);
            return new Insured(since, base.setScale(2, java.math.RoundingMode.HALF_UP), List.of());
        }

        String monthsInARow(YearMonth last) {
            return Long.toString(
                    java.time.temporal.ChronoUnit.MONTHS.between(insured().since(), last) + 1);
        }

        String licence() {
            return "3501" + digits.substring(4, 16);
        }

        /** Begins like a card of a real bank and ends with the right check digit; whether it exists is chance. */
        String bankCard() {
            String body = "621700" + digits.substring(16, 28);
            int sum = 0;
            for (int at = body.length() - 1, place = 1; at >= 0; at--, place++) {
                int digit = body.charAt(at) - '0';
                int doubled = place % 2 == 1 ? digit * 2 : digit;
                sum += doubled > 9 ? doubled - 9 : doubled;
            }
            return body + (10 - sum % 10) % 10;
        }

        String phone() {
            return "138" + digits.substring(28, 36);
        }

        private int digit(int at) {
            return digits.charAt(at) - '0';
        }

        @Override
        public String toString() {
            return "Invention";
        }
    }

    static SortedMap<String, String> row(String... namesAndValues) {
        TreeMap<String, String> row = new TreeMap<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            row.put(namesAndValues[at], namesAndValues[at + 1]);
        }
        return row;
    }
}
