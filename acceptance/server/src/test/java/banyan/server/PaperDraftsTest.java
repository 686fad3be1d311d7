package banyan.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.DraftCode;
import banyan.acceptance.NoteReceipt;
import banyan.acceptance.PaperDraft;
import banyan.acceptance.Sha256;
import banyan.acceptance.Signing;
import banyan.server.draft.DraftDesk;
import banyan.server.wire.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Unfinished forms under the codes on their citizens' papers. */
class PaperDraftsTest {
    private static final String ITEM = "pension-eligibility";

    private final TerminalAtTest terminal = House.terminal();
    private final TerminalAtTest other = House.introduced("P" + UUID.randomUUID().toString().substring(0, 8));
    private final Instant before = House.NOW.get();
    private final DraftCode code = DraftCode.random();

    @AfterEach
    void now() {
        House.NOW.set(before);
        House.database().jdbi().useHandle(handle -> handle.execute("DELETE FROM lookup_try"));
    }

    private PaperDraft draft(String content) {
        return new PaperDraft(ITEM, "1", code.seal(ITEM, "1", content.getBytes(StandardCharsets.UTF_8)), before);
    }

    private TerminalAtTest.Heard keep(PaperDraft draft) {
        return terminal.put("/api/v1/paper-drafts/" + code.name().hex(), draft);
    }

    private TerminalAtTest.Heard find(TerminalAtTest who, DraftCode which) {
        return who.post("/api/v1/paper-drafts/find", new PaperDraft.Query(which.lookup()));
    }

    private TerminalAtTest.Heard byPhone(String method, byte[] body, Map<String, String> headers) {
        return terminal.stranger(method, "/public/drafts/" + code.lookup(), body, headers);
    }

    private TerminalAtTest.Heard change(long of, String content) {
        PaperDraft.Change change = new PaperDraft.Change(draft(content).sealed());
        return byPhone("PUT", Json.write(change), Map.of("If-Match", "\"" + of + "\""));
    }

    private String content(PaperDraft.Found found) {
        return new String(code.open(found.item(), found.version(), found.sealed()).orElseThrow(), StandardCharsets.UTF_8).strip();
    }

    @Test
    void anyTerminalFindsItByItsCodeAndTheReceiptIsSigned() {
        PaperDraft draft = draft("answers");
        NoteReceipt receipt = keep(draft).as(NoteReceipt.class);
        assertEquals(NoteReceipt.PAPER_DRAFT, receipt.kind());
        assertEquals(Sha256.of(Json.write(draft)), receipt.hash());
        assertTrue(Signing.holds(House.centre().key(), receipt.signedBytes(), receipt.signature()));
        PaperDraft.Found found = find(other, code).as(PaperDraft.Found.class);
        assertEquals("answers", content(found));
        assertEquals(1, found.revision());
        assertEquals(before.plus(DraftDesk.KEPT), found.until());
    }

    @Test
    void theSameAgainIsTheSameAndAnotherOfItsNameIsNotTaken() {
        PaperDraft draft = draft("answers");
        NoteReceipt first = keep(draft).as(NoteReceipt.class);
        House.NOW.set(before.plusSeconds(60));
        assertEquals(first.at(), keep(draft).as(NoteReceipt.class).at());
        assertEquals("RECORD-DIFFERS", keep(draft("others")).code());
        assertEquals("answers", content(find(terminal, code).as(PaperDraft.Found.class)));
    }

    @Test
    void aTelephoneReadsAndChangesItAndATerminalGoesOnWithThat() {
        keep(draft("at the terminal"));
        PaperDraft.Found found = byPhone("GET", new byte[0], Map.of()).as(PaperDraft.Found.class);
        assertEquals("at the terminal", content(found));
        PaperDraft.Changed changed = change(found.revision(), "on the telephone").as(PaperDraft.Changed.class);
        assertEquals(2, changed.revision());
        assertEquals(found.until(), changed.until());
        assertEquals("on the telephone", content(find(other, code).as(PaperDraft.Found.class)));
        TerminalAtTest.Heard late = change(1, "of what was before");
        assertEquals(409, late.status());
        assertEquals("DRAFT-CHANGED", late.code());
        assertEquals("on the telephone", content(find(other, code).as(PaperDraft.Found.class)));
    }

    @Test
    void aChangeOfNothingMakesNothing() {
        assertEquals("DRAFT-UNKNOWN", change(1, "out of nowhere").code());
        assertEquals("DRAFT-UNKNOWN", find(terminal, code).code());
        keep(draft("answers"));
        PaperDraft.Change change = new PaperDraft.Change(new byte[PaperDraft.MAX_SEALED + 1]);
        assertEquals("MALFORMED", byPhone("PUT", Json.write(change), Map.of("If-Match", "1")).code());
        assertEquals("MALFORMED", byPhone("PUT", Json.write(new PaperDraft.Change(new byte[1])), Map.of()).code());
        assertEquals("BODY-TOO-LARGE", byPhone("PUT", new byte[1 << 20], Map.of("If-Match", "1")).code());
        assertEquals("answers", content(find(terminal, code).as(PaperDraft.Found.class)));
    }

    @Test
    void usedSaysSoEverywhereAndItsContentIsGone() {
        keep(draft("answers"));
        String used = "/api/v1/paper-drafts/" + code.name().hex() + "/used";
        assertEquals(200, other.put(used, new byte[0]).status());
        assertEquals(200, other.put(used, new byte[0]).status());
        assertEquals(410, find(terminal, code).status());
        assertEquals("DRAFT-USED", find(terminal, code).code());
        assertEquals("DRAFT-USED", byPhone("GET", new byte[0], Map.of()).code());
        assertEquals("DRAFT-USED", change(1, "again").code());
        assertArrayEquals(new byte[0], held());
    }

    @Test
    void afterThirtyDaysItIsExpiredAndItsContentGoes() {
        keep(draft("answers"));
        House.NOW.set(before.plus(DraftDesk.KEPT).plusSeconds(1));
        DraftCode next = DraftCode.random();
        PaperDraft another = new PaperDraft(ITEM, "1", next.seal(ITEM, "1", new byte[] {'x'}), before);
        terminal.put("/api/v1/paper-drafts/" + next.name().hex(), another);
        assertArrayEquals(new byte[0], held());
        assertEquals("DRAFT-EXPIRED", find(terminal, code).code());
    }

    @Test
    void whoIsToldThatItIsExpiredIsToldTheTruthOfItsContent() {
        keep(draft("answers"));
        House.NOW.set(before.plus(DraftDesk.KEPT));
        assertEquals("DRAFT-EXPIRED", find(terminal, code).code());
        assertArrayEquals(new byte[0], held());
        assertEquals("DRAFT-EXPIRED", change(1, "late").code());
        assertArrayEquals(new byte[0], held());
    }

    @Test
    void whoTriesManyCodesIsAskedToWait() {
        TerminalAtTest guesser = House.introduced("G" + UUID.randomUUID().toString().substring(0, 8));
        for (int wrong = 0; wrong < 30; wrong++) {
            assertEquals("DRAFT-UNKNOWN", find(guesser, DraftCode.random()).code());
        }
        TerminalAtTest.Heard asked = find(guesser, code);
        assertEquals(429, asked.status());
        assertTrue(Integer.parseInt(Optional.ofNullable(asked.headers().get("Retry-After")).orElseThrow()) > 0);
        // Behind one address there may be many telephones, and whoever has a right code is none who guesses.
        keep(draft("answers"));
        assertEquals("answers", content(find(guesser, code).as(PaperDraft.Found.class)));
    }

    @Test
    void theDatabaseHoldsNothingThatOpensItOrAsksForIt() {
        keep(draft("the-answer-that-is-looked-for"));
        List<String> all = House.database().jdbi().withHandle(handle -> handle.createQuery(
                        "SELECT encode(name, 'escape') || encode(sealed, 'escape') || encode(hash, 'escape') || item FROM paper_draft")
                .mapTo(String.class)
                .list());
        assertFalse(all.stream()
                .anyMatch(row ->
                        row.contains("looked-for") || row.contains(code.letters()) || row.contains(code.lookup())));
    }

    private byte[] held() {
        return House.database().jdbi().withHandle(handle -> handle.createQuery(
                        "SELECT sealed FROM paper_draft WHERE name = decode(:name, 'hex')")
                .bind("name", code.name().hex())
                .mapTo(byte[].class)
                .one());
    }
}
