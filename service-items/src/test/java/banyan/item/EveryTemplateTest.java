package banyan.item;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.item.catalogue.Sandbox;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every document of every package, in every language. */
class EveryTemplateTest {
    record Printed(ServiceItem item, Template template, Language language) {
        @Override
        public String toString() {
            return item.code() + " " + template.code() + " " + language.tag();
        }
    }

    static Stream<Printed> documents() {
        return Sandbox.own().items().stream()
                .flatMap(item -> item.templates().values().stream()
                        .flatMap(template ->
                                Language.ALL.stream().map(language -> new Printed(item, template, language))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void fillsFromTheValuesThatAreDeclared(Printed printed) {
        var names = Provided.of(printed.item(), printed.template().purpose());
        var filling = printed.template().fill(Samples.of(names, true), printed.language());
        assertInstanceOf(Filling.Filled.class, filling, () -> filling.toString());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void fillsFromThoseAloneThatAreAlwaysThere(Printed printed) {
        var names = Provided.of(printed.item(), printed.template().purpose());
        var filling = printed.template().fill(Samples.of(names, false), printed.language());
        assertInstanceOf(Filling.Filled.class, filling, () -> filling.toString());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void blamesNobody(Printed printed) {
        var names = Provided.of(printed.item(), printed.template().purpose());
        var filled = assertInstanceOf(
                Filling.Filled.class, printed.template().fill(Samples.of(names, true), printed.language()));
        for (var blame : List.of("错误", "非法", "失败", "您未")) {
            assertFalse(PlainText.of(filled.document()).contains(blame), blame);
        }
    }

    /** What the terminal really has in its hands when it prints, not only what is declared. */
    @Test
    void theSharedPapersFillFromWhatTheTerminalMakes() {
        for (var item : Sandbox.own().items()) {
            var common = DocumentValues.of(
                            item, Samples.situation(Samples.ZHANG, Facts.UNKNOWN, Map.of("phone", "13800002671")))
                    .with(DocumentValues.terminal("0137", LocalText.of("东街口大厅", "Dongjiekou hall")))
                    .with(DocumentValues.at(Samples.TODAY.atTime(20, 46)));
            var receipt = common.with(DocumentValues.receipt(
                            "350120260427",
                            Optional.of("48271093"),
                            "350120260427:48271093",
                            Samples.TODAY.atTime(20, 46),
                            Samples.TODAY.atTime(20, 44),
                            Samples.TODAY))
                    .with(DocumentValues.papers(List.of(new DocumentValues.PaperLine(
                            LocalText.of("证明", "proof"), DocumentValues.How.SCANNED, Optional.of(2)))));
            var kept = common.with(DocumentValues.kept(
                    "0137-8K42", "48271093", "0137-8K42:48271093", Samples.TODAY.atTime(20, 46)));
            var draft = DocumentValues.of(item)
                    .with(DocumentValues.terminal("0137", LocalText.of("东街口大厅", "Dongjiekou hall")))
                    .with(DocumentValues.at(Samples.TODAY.atTime(20, 46)))
                    .with(DocumentValues.draft(
                            "0123456789ABCDEFGHJKMNPQRS",
                            "BANYAN-D:0123456789ABCDEFGHJKMNPQRS",
                            Samples.TODAY.atTime(20, 46)));
            for (var language : Language.ALL) {
                fills(item, Template.Purpose.DRAFT, draft, language);
                fills(item, Template.Purpose.RECEIPT, receipt, language);
                fills(item, Template.Purpose.KEPT, kept, language);
                fills(item, Template.Purpose.GUIDE, common.with(DocumentValues.guide(item)), language);
            }
        }
    }

    private static void fills(ServiceItem item, Template.Purpose purpose, Values values, Language language) {
        var filling = item.template(purpose).orElseThrow().fill(values, language);
        assertInstanceOf(Filling.Filled.class, filling, () -> item.code() + " " + purpose + " " + filling);
    }

    @Test
    void aReceiptDoesNotShowTheFullNumberOrName() {
        var item = Sandbox.own().find(Sandbox.SUBSIDY).orElseThrow().item();
        var values = DocumentValues.of(
                        item, Samples.situation(Samples.ZHANG, Facts.UNKNOWN, Map.of("phone", "13800002671")))
                .with(DocumentValues.terminal("0137", LocalText.of("东街口大厅", "Dongjiekou hall")))
                .with(DocumentValues.receipt(
                        "350120260427",
                        Optional.empty(),
                        "350120260427",
                        Samples.TODAY.atTime(20, 46),
                        Samples.TODAY.atTime(20, 44),
                        Samples.TODAY));
        var filled = assertInstanceOf(
                Filling.Filled.class, item.template("receipt").orElseThrow().fill(values, Language.ZH_CN));
        var text = PlainText.of(filled.document());
        assertTrue(text.contains("张*丰") && text.contains("138****2671") && text.contains("3501 2026 0427"), text);
        assertEquals(-1, text.indexOf("张三丰"));
        assertEquals(-1, text.indexOf("13800002671"));
    }
}
