package banyan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.Fact;
import banyan.acceptance.Facts;
import banyan.acceptance.FactsQuery;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LookupsTest {
    private final TerminalAtTest terminal = House.terminal();

    @Test
    void aFactSaysWhereItComesFromAndSinceWhen() {
        Facts facts = ask(TestItems.FILING, Cases.CITIZEN);
        assertTrue(facts.facts()
                .contains(new Fact("phone", "13850192671", Fact.Source.LAST_FILING, LocalDate.of(2025, 9, 12))));
    }

    @Test
    void onlyWhatTheItemAsksForIsTold() {
        Set<String> names = ask(TestItems.FILING, Cases.CITIZEN).facts().stream()
                .map(Fact::name)
                .collect(Collectors.toSet());
        assertEquals(Set.of("phone", "bankCard"), names);
        assertEquals(List.of(), ask(TestItems.PRINTING, Cases.CITIZEN).facts());
    }

    @Test
    void somebodyNoRegisterKnowsHasNoFacts() {
        assertEquals(List.of(), ask(TestItems.FILING, "350103195602113350").facts());
    }

    @Test
    void anyOtherNumberHasInventedFactsThatStayTheSame() {
        Facts facts = ask(TestItems.FILING, "350102199401238511");
        assertEquals(facts, ask(TestItems.FILING, "350102199401238511"));
        assertEquals(2, facts.facts().size());
    }

    @Test
    void anUnknownItemIsToldNothing() {
        assertEquals(
                "ITEM-UNKNOWN",
                terminal.post("/api/v1/facts", new FactsQuery("other", Cases.CITIZEN))
                        .code());
    }

    @Test
    void whatIsNoCitizensNumberIsRefused() {
        assertEquals(
                "MALFORMED",
                terminal.post("/api/v1/facts", new FactsQuery(TestItems.FILING, "1' OR '1'='1"))
                        .code());
    }

    @Test
    void thatItWasAskedIsKeptWithoutTheNumber() {
        long before = rows("");
        ask(TestItems.FILING, Cases.CITIZEN);
        assertEquals(before + 1, rows(""));
        assertEquals(0, rows("WHERE encode(citizen, 'escape') LIKE '%350102%'"));
    }

    private Facts ask(String item, String citizen) {
        return terminal.post("/api/v1/facts", new FactsQuery(item, citizen)).as(Facts.class);
    }

    private static long rows(String where) {
        return House.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM lookup " + where)
                        .mapTo(Long.class)
                        .one());
    }
}
