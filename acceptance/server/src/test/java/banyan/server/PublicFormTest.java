package banyan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.item.catalogue.CatalogueReport;
import banyan.server.intake.CatalogueItemBook;
import banyan.server.intake.PublicForm;
import banyan.server.intake.PublicForm.Asked;
import banyan.server.intake.PublicForm.When;
import banyan.server.intake.PublicForm.Where;
import banyan.server.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What anybody may see of a form. */
class PublicFormTest {
    static final String SUBSIDY = "flexible-employment-subsidy";
    static final Path PACKAGES = Path.of("..", "..", "service-items", "catalogue");

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final CatalogueReport REPORT = CatalogueItemBook.localPackages(PACKAGES);

    private static CatalogueItemBook book(CatalogueReport now, CatalogueReport... earlier) {
        return new CatalogueItemBook(now, List.of(earlier), ZoneId.of("Asia/Shanghai"));
    }

    private static PublicForm form(CatalogueItemBook book, CatalogueReport report) {
        String version = report.find(SUBSIDY).orElseThrow().item().version();
        return book.form(SUBSIDY, version, TODAY).orElseThrow();
    }

    private static Asked field(PublicForm form, String code) {
        return form.groups().stream()
                .flatMap(group -> group.fields().stream())
                .filter(field -> field.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** The packages with something else in the subsidy's files. */
    private static CatalogueReport changed(Path folder, String file, String from, String to) throws IOException {
        try (Stream<Path> all = Files.walk(PACKAGES)) {
            all.filter(Files::isRegularFile).forEach(one -> {
                try {
                    Path there = folder.resolve(PACKAGES.relativize(one));
                    Files.createDirectories(there.getParent());
                    Files.copy(one, there);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        }
        Path changed = folder.resolve(SUBSIDY).resolve(file);
        String text = Files.readString(changed);
        assertTrue(text.contains(from));
        Files.writeString(changed, text.replace(from, to));
        CatalogueReport report = CatalogueItemBook.localPackages(folder);
        assertEquals(List.of(), report.mistakes());
        return report;
    }

    @Test
    void whatTheCardSaysIsNotAskedAndTheRestIs() {
        PublicForm form = form(book(REPORT), REPORT);
        assertEquals(Where.CARD, field(form, "applicantNumber").where());
        assertEquals(Where.HERE, field(form, "phone").where());
        assertEquals(Optional.of("bank-card"), field(form, "bankCard").check());
        assertEquals("在家开网店", field(form, "workKind").options().getFirst().label().get("zh-CN"));
    }

    @Test
    void aRuleOnOneAnswerIsToldAsTheAnswersForWhichItHolds() {
        Asked goods = field(form(book(REPORT), REPORT), "goods");
        assertEquals(Where.HERE, goods.where());
        assertEquals(Optional.of(new When("workKind", List.of("onlineShop", "stall"))), goods.when());
    }

    @Test
    void aRuleOnWhatTheCentreKnowsLeavesTheFieldToTheTerminal(@TempDir Path folder) throws IOException {
        CatalogueReport report = changed(
                folder,
                "form.yaml",
                "visible-when: answers.workKind in [\"onlineShop\", \"stall\"]",
                "visible-when: answers.workKind in [\"onlineShop\", \"stall\"] && facts.employmentSince < thisMonth");
        Asked goods = field(form(book(report), report), "goods");
        assertEquals(Where.TERMINAL, goods.where());
        assertEquals(Optional.empty(), goods.when());
    }

    @Test
    void theMonthsAreThoseTheItemTakes() {
        List<String> months = field(form(book(REPORT), REPORT), "toMonth").options().stream()
                .map(PublicForm.Choice::code)
                .toList();
        assertEquals("2026-10", months.getFirst());
        assertEquals("2021-11", months.getLast());
    }

    @Test
    void noRuleAndNothingTheCentreKnowsIsInIt() {
        String json = new String(Json.write(form(book(REPORT), REPORT)), StandardCharsets.UTF_8);
        for (String inside : List.of("answers.", "facts.", "applicant.", "thisMonth", "monthsBetween")) {
            assertFalse(json.contains(inside), inside);
        }
    }

    @Test
    void aVersionThatIsOfferedNoMoreSaysSoAndOneThatNeverWasIsNotThere(@TempDir Path folder) throws IOException {
        String version = REPORT.find(SUBSIDY).orElseThrow().item().version();
        CatalogueReport next = changed(folder, "item.yaml", "version: " + version, "version: 99.0.0");
        CatalogueItemBook book = book(next, REPORT);
        assertFalse(form(book, REPORT).offered());
        assertTrue(form(book, next).offered());
        assertEquals(Optional.empty(), book.form(SUBSIDY, "98.0.0", TODAY));
        assertEquals(Optional.empty(), book.form("social-insurance-certificate", "1.0.0", TODAY));
    }
}
