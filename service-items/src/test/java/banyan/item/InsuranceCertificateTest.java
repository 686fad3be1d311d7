package banyan.item;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.item.catalogue.CatalogueEntry;
import banyan.item.catalogue.Sandbox;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The query of this repository: what is asked, what is understood of the answer, and what the paper says. */
class InsuranceCertificateTest {
    private static final CatalogueEntry ENTRY =
            Sandbox.own().find(Sandbox.CERTIFICATE).orElseThrow();
    private static final ServiceItem ITEM = ENTRY.item();
    private static final Map<String, String> SINGLE =
            Map.of("from", "2026-01", "to", "2026-10", "office", "gulou", "totalPaid", "4380.00");
    private static final Map<String, List<Map<String, String>>> TABLES = Map.of(
            "summary",
            List.of(
                    Map.of("insurance", "pension", "months", "10", "state", "paid"),
                    Map.of("insurance", "injury", "months", "0", "state", "none")),
            "months",
            List.of(Map.of(
                    "month", "2026-01",
                    "base", "5000.00",
                    "pension", "400.00",
                    "unemployment", "25.00",
                    "state", "paid")));

    @Test
    void aDefaultIsChosenSoThatPaperIsThreeTouchesAway() {
        assertEquals(Optional.of("thisYear"), ITEM.field("period").orElseThrow().initial());
        assertEquals(
                List.of("Identify", "Form", "Print"),
                ITEM.steps().stream()
                        .map(step -> step.getClass().getSimpleName())
                        .toList());
        assertEquals(1, ITEM.fields().count());
    }

    @Test
    void thisYearIsAskedFromJanuaryToTheMonthThatIsOver() {
        assertEquals(Optional.of(Map.of("from", "2026-01", "to", "2026-10")), asked("thisYear", Samples.TODAY));
    }

    @Test
    void theLastTwelveMonthsCrossTheYear() {
        assertEquals(Optional.of(Map.of("from", "2025-11", "to", "2026-10")), asked("lastTwelve", Samples.TODAY));
    }

    @Test
    void inJanuaryThisYearIsTheMonthItself() {
        assertEquals(
                Optional.of(Map.of("from", "2027-01", "to", "2027-01")), asked("thisYear", LocalDate.of(2027, 1, 4)));
    }

    @Test
    void withoutAChoiceNothingIsAsked() {
        assertEquals(Optional.empty(), asked("", Samples.TODAY));
    }

    private static Optional<Map<String, String>> asked(String period, LocalDate today) {
        return ENTRY.rules()
                .query(new Situation(Optional.of(Samples.ZHANG), Map.of("period", period), Facts.UNKNOWN, today));
    }

    @Test
    void anAnswerThatIsNotWhollyUnderstoodIsNamedByWhatIsNot() {
        var single = Map.of("from", "2026-01", "to", "October", "office", "gulou", "totalPaid", "4380.00");
        var tables = Map.of("summary", List.of(Map.of("insurance", "magic", "months", "10", "state", "paid")));
        var names = assertInstanceOf(QueryAnswer.NotUnderstood.class, QueryAnswer.read(ITEM, single, tables))
                .names();
        assertEquals(
                List.of("result.months", "result.summary[0].insurance", "result.to"),
                names.stream().sorted().toList());
    }

    @Test
    void thePaperCarriesFullNameNumberAndVerificationCode() {
        var text = paper(Language.ZH_CN);
        for (var part : List.of("张三丰", Samples.ZHANG.number(), "K7Q2 M4XN 8RTD 3WPL", "养老保险", "未参保", "4,380.00 元")) {
            assertTrue(text.contains(part), part);
        }
    }

    @Test
    void theEnglishPaperSaysTheSameNumbers() {
        var text = paper(Language.EN);
        for (var part :
                List.of("张三丰", Samples.ZHANG.number(), "Pension", "Not insured", "CNY 4,380.00", "January 2026")) {
            assertTrue(text.contains(part), part);
        }
    }

    private static String paper(Language language) {
        var answer = assertInstanceOf(QueryAnswer.Understood.class, QueryAnswer.read(ITEM, SINGLE, TABLES));
        var situation = Samples.situation(Samples.ZHANG, Facts.UNKNOWN, Map.of("period", "thisYear"));
        var values = DocumentValues.of(ITEM, situation)
                .with(answer.values())
                .with(DocumentValues.certificate(
                        "350102-2026-000123",
                        "K7Q2 M4XN 8RTD 3WPL",
                        "https://centre.example/v/K7Q2M4XN8RTD3WPL",
                        Samples.TODAY.atTime(20, 46)));
        var template = ITEM.template("certificate").orElseThrow();
        var document = assertInstanceOf(Filling.Filled.class, template.fill(values, language))
                .document();
        return PlainText.of(document);
    }
}
