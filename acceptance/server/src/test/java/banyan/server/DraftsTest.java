package banyan.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import banyan.acceptance.Draft;
import banyan.acceptance.DraftKept;
import banyan.acceptance.DraftQuery;
import banyan.acceptance.Drafts;
import banyan.acceptance.Sha256;
import banyan.server.draft.DraftDesk;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Unfinished forms in citizens' accounts. */
class DraftsTest {
    private static final String OTHER = "350102198001010012";

    private final TerminalAtTest terminal = House.terminal();
    private final Instant before = House.NOW.get();
    /** A citizen of each test's own. */
    private final String citizen = "35010%012d1".formatted(Math.floorMod(UUID.randomUUID().getMostSignificantBits(), 1_000_000_000_000L));

    @AfterEach
    void now() {
        House.NOW.set(before);
    }

    private UUID keep(String content) {
        UUID id = UUID.randomUUID();
        keep(id, content);
        return id;
    }

    private DraftKept keep(UUID id, String content) {
        Draft draft = new Draft(
                citizen, "pension-eligibility", content.getBytes(StandardCharsets.UTF_8), "zh-CN", Sha256.of(new byte[0]), before);
        return terminal.put("/api/v1/drafts/" + id, draft).as(DraftKept.class);
    }

    private List<Drafts.Found> of(String whom) {
        return terminal.post("/api/v1/drafts/find", new DraftQuery(whom)).as(Drafts.class).drafts();
    }

    private int delete(UUID id) {
        return terminal.send("DELETE", "/api/v1/drafts/" + id, new byte[0], Sha256.of(new byte[0])).status();
    }

    @Test
    void aDraftIsFoundByItsCitizenAndNobodyElse() {
        UUID id = keep("answers");
        Drafts.Found found = of(citizen).getFirst();
        assertEquals(id, found.id());
        assertArrayEquals("answers".getBytes(StandardCharsets.UTF_8), found.content());
        assertEquals(List.of(), of(OTHER));
    }

    @Test
    void theSameNameReplacesAndTheOldestMakesRoom() {
        UUID first = keep("one");
        keep(first, "two");
        assertEquals(1, of(citizen).size());
        for (int more = 0; more < 5; more++) {
            House.NOW.set(House.NOW.get().plusSeconds(1));
            keep("more " + more);
        }
        List<Drafts.Found> held = of(citizen);
        assertEquals(5, held.size());
        assertFalse(held.stream().anyMatch(found -> found.id().equals(first)));
    }

    @Test
    void itIsGoneWhenItWasUsedAndAfterThirtyDays() {
        UUID used = keep("used");
        assertEquals(204, delete(used));
        assertEquals(204, delete(used));
        assertEquals(before.plus(DraftDesk.KEPT), keep(UUID.randomUUID(), "old").until());
        House.NOW.set(before.plus(Duration.ofDays(30)));
        assertEquals(List.of(), of(citizen));
    }

    @Test
    void theDatabaseHoldsNeitherWhoseItIsNorWhatIsInIt() {
        keep("the-answer-that-is-looked-for");
        List<String> all = House.database().jdbi().withHandle(handle -> handle.createQuery(
                        "SELECT encode(citizen, 'escape') || encode(sealed, 'escape') || item || agreed FROM draft")
                .mapTo(String.class)
                .list());
        assertFalse(all.stream().anyMatch(row -> row.contains(citizen) || row.contains("looked-for")));
    }

    @Test
    void oneSealedForAnotherIsNotOpened() {
        UUID id = keep("mine");
        House.database().jdbi().useHandle(handle -> handle.execute("UPDATE draft SET id = ? WHERE id = ?", UUID.randomUUID(), id));
        assertEquals(List.of(), of(citizen));
    }

    @Test
    void whatIsTooLargeOrNobodysIsNotTaken() {
        Draft large = new Draft(citizen, "a", new byte[Draft.MAX_CONTENT + 1], "zh-CN", Sha256.of(new byte[0]), before);
        assertEquals("MALFORMED", terminal.put("/api/v1/drafts/" + UUID.randomUUID(), large).code());
        Draft nobody = new Draft("1", "a", new byte[1], "zh-CN", Sha256.of(new byte[0]), before);
        assertEquals("MALFORMED", terminal.put("/api/v1/drafts/" + UUID.randomUUID(), nobody).code());
    }
}
