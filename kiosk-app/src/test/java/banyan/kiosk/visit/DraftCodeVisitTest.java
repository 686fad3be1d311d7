package banyan.kiosk.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.DraftCode;
import banyan.acceptance.PaperDraft;
import banyan.cache.Note;
import banyan.device.DeviceKind;
import banyan.device.Outcome;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.visit.ProgressPage.AskProgress;
import banyan.kiosk.visit.ProgressPage.AskProgress.Flaw;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A form is gone on with after the code on its paper was held before the scanner. */
class DraftCodeVisitTest {
    private static final DraftCode CODE = DraftCode.random();

    @TempDir
    Path folder;

    private Hall hall;

    @BeforeEach
    void open() {
        hall = new Hall(folder);
        hall.stands(DeviceKind.CODE_SCANNER, hall.codes.state());
    }

    private String version() {
        return hall.loaded.orElseThrow().offer(Hall.SUBSIDY).orElseThrow().item().version();
    }

    private void kept(String version, String inside) {
        byte[] content =
                """
                {"item":"%s","version":"%s","stage":1,"part":1,"answers":{"phone":{"value":"13805912671","source":"CITIZEN"}}}"""
                        .formatted(Hall.SUBSIDY, inside)
                        .getBytes(StandardCharsets.UTF_8);
        hall.centre.paperDrafts.put(
                CODE.lookup(),
                new PaperDraft.Found(
                        Hall.SUBSIDY,
                        version,
                        1,
                        CODE.seal(Hall.SUBSIDY, version, content),
                        Instant.parse("2026-12-15T12:46:00Z")));
    }

    private void hold() {
        hall.wish(new Wish.CheckProgress());
        hall.codes.hold("https://centre.example/d#" + CODE.letters());
        hall.settle();
    }

    private void agree() {
        hall.reader.put(FakeReader.ZHANG);
        hall.wish(new Wish.Agree());
        hall.pass(Duration.ofSeconds(1));
    }

    private Optional<Flaw> flaw() {
        return hall.page(AskProgress.class).flaw();
    }

    @Test
    void whoHoldsItsCodeIsAskedWhoHeIsAndOfferedTheForm() {
        kept(version(), version());
        hold();
        assertEquals(Page.Identify.Phase.CONSENT, hall.page(Page.Identify.class).phase());
        agree();
        assertTrue(hall.page(Page.Home.class).waiting().isPresent());
        hall.wish(new Wish.TakeUp(), new Wish.ResumeDraft(true));
        hall.page(FilingPage.Form.class);
        assertTrue(hall.happened(EventKind.DRAFT_FOUND));
        assertEquals(List.of(), hall.outbox.notes);
    }

    @Test
    void whoDoesNotWantItGivesItUpUnderItsName() {
        kept(version(), version());
        hold();
        agree();
        hall.wish(new Wish.TakeUp(), new Wish.ResumeDraft(false));
        assertFalse(hall.page(Page.Home.class).waiting().isPresent());
        Note used = hall.outbox.notes.getFirst();
        assertEquals(Note.Kind.PAPER_DRAFT_USED, used.kind());
        assertEquals(CODE.name().hex(), used.name());
    }

    @Test
    void unknownUsedAndExpiredAreToldApart() {
        hold();
        assertEquals(Optional.of(Flaw.DRAFT_UNKNOWN), flaw());
        hall.centre.refusal = Optional.of("DRAFT-USED");
        hall.codes.hold("BANYAN-D:" + CODE.letters());
        hall.settle();
        assertEquals(Optional.of(Flaw.DRAFT_USED), flaw());
        hall.centre.refusal = Optional.of("DRAFT-EXPIRED");
        hall.codes.hold(CODE.letters());
        hall.settle();
        assertEquals(Optional.of(Flaw.DRAFT_EXPIRED), flaw());
        hall.centre.online = false;
        hall.codes.hold(CODE.letters());
        hall.settle();
        assertEquals(Optional.of(Flaw.OFFLINE), flaw());
    }

    @Test
    void anotherVersionOfTheFormAndAnotherFormInsideAreNotOpened() {
        kept("0.0.1", "0.0.1");
        hold();
        assertEquals(Optional.of(Flaw.DRAFT_NOT_HERE), flaw());
        kept(version(), "0.0.1");
        hall.codes.hold(CODE.letters());
        hall.settle();
        assertEquals(Optional.of(Flaw.DRAFT_NOT_HERE), flaw());
    }

    private void withRoll() {
        hall = new Hall(folder.resolve("with-roll"), true);
        hall.stands(DeviceKind.CODE_SCANNER, hall.codes.state());
        kept(version(), version());
        hold();
        agree();
    }

    private KeepingPage.Later.Phase onPaperAnew() {
        hall.wish(new Wish.End(), new Wish.Later(), new Wish.LaterBy(KeepingPage.Later.Way.PAPER), new Wish.KeepDraft());
        return hall.page(KeepingPage.Later.class).phase();
    }

    private List<Note.Kind> notes() {
        return hall.outbox.notes.stream().map(Note::kind).toList();
    }

    @Test
    void whoKeepsItOnPaperOnceMoreHasOneCodeThatOpens() {
        withRoll();
        hall.wish(new Wish.TakeUp(), new Wish.ResumeDraft(true));
        assertEquals(KeepingPage.Later.Phase.KEPT, onPaperAnew());
        assertEquals(List.of(Note.Kind.PAPER_DRAFT, Note.Kind.PAPER_DRAFT_USED), notes());
        assertEquals(CODE.name().hex(), hall.outbox.notes.getLast().name());
    }

    @Test
    void whereTheNewPaperIsNotOutTheEarlierOneStillOpens() {
        withRoll();
        hall.wish(new Wish.TakeUp(), new Wish.ResumeDraft(true));
        hall.roll.end = Outcome.failed(FakeRoll.EMPTY);
        assertEquals(KeepingPage.Later.Phase.NOT_KEPT, onPaperAnew());
        assertEquals(List.of(Note.Kind.PAPER_DRAFT, Note.Kind.PAPER_DRAFT_USED), notes());
        assertTrue(hall.outbox.notes.stream().noneMatch(note -> note.name().equals(CODE.name().hex())));
    }

    @Test
    void aPaperThatWasNotGoneOnWithKeepsItsCodeBesideAnother() {
        withRoll();
        hall.wish(new Wish.OpenItem(Hall.SUBSIDY), new Wish.Begin());
        assertEquals(KeepingPage.Later.Phase.KEPT, onPaperAnew());
        assertEquals(List.of(Note.Kind.PAPER_DRAFT), notes());
    }

    /** As at a terminal without a scanner, or whose scanner failed. */
    private void type(String text) {
        hall.wish(new Wish.Edit("draft"), new Wish.Type("draft", text));
    }

    private AskProgress ask() {
        return hall.page(AskProgress.class);
    }

    @Test
    void whereThereIsNoScannerItsCodeIsTypedAndTheFormIsOffered() {
        kept(version(), version());
        hall.codes.unplug();
        hall.stands(DeviceKind.CODE_SCANNER, hall.codes.state());
        hall.wish(new Wish.CheckProgress());
        assertEquals(AskProgress.Phase.TYPING, ask().phase());
        type(CODE.letters());
        hall.wish(new Wish.Next());
        assertEquals(Page.Identify.Phase.CONSENT, hall.page(Page.Identify.class).phase());
        agree();
        assertTrue(hall.page(Page.Home.class).waiting().isPresent());
    }

    @Test
    void aScannerThatFailsLeavesTheKeys() {
        kept(version(), version());
        hall.wish(new Wish.CheckProgress());
        hall.codes.unplug();
        hall.stands(DeviceKind.CODE_SCANNER, hall.codes.state());
        assertEquals(Optional.of(Flaw.SCANNER_GONE), flaw());
        type(CODE.letters());
        hall.wish(new Wish.DoneEditing());
        hall.page(Page.Identify.class);
    }

    @Test
    void lettersThatLookLikeDigitsAreTakenForThemAndSmallOnesForLarge() {
        hall.wish(new Wish.CheckProgress(), new Wish.AskByKeys(true));
        type("oil-o iLb");
        assertEquals("011011B", ask().draft());
        assertEquals(Optional.empty(), flaw());
    }

    @Test
    void aLetterThatNoCodeHasIsRefusedAtOnceUntilTheNextOne() {
        hall.wish(new Wish.CheckProgress(), new Wish.AskByKeys(true));
        type("7KQ2U");
        assertEquals("7KQ2", ask().draft());
        assertEquals(Optional.of(Flaw.DRAFT_NO_LETTER), flaw());
        hall.wish(new Wish.Type("draft", "7KQ2M"));
        assertEquals("7KQ2M", ask().draft());
        assertEquals(Optional.empty(), flaw());
    }

    @Test
    void aCodeThatIsNotWholeIsNotAskedFor() {
        hall.wish(new Wish.CheckProgress(), new Wish.AskByKeys(true));
        type(CODE.letters().substring(1));
        hall.wish(new Wish.DoneEditing());
        assertEquals(Optional.of(Flaw.DRAFT_INCOMPLETE), flaw());
        assertEquals(CODE.letters().substring(1), ask().draft());
    }

    @Test
    void whatWasTypedStaysToBeComparedWhereNobodyKnowsItAndGoesOnceItIsOpened() {
        hall.wish(new Wish.CheckProgress(), new Wish.AskByKeys(true));
        type(CODE.letters());
        hall.wish(new Wish.Next());
        assertEquals(Optional.of(Flaw.DRAFT_UNKNOWN), flaw());
        assertEquals(CODE.letters(), ask().draft());
        hall.wish(new Wish.Edit("number"));
        assertEquals(Optional.empty(), flaw());
        kept(version(), version());
        hall.wish(new Wish.Edit("draft"), new Wish.Next(), new Wish.Back());
        hall.pass(Duration.ofMinutes(1));
        hall.wish(new Wish.CheckProgress());
        assertEquals("", ask().draft());
    }

    @Test
    void whatIsOpenedIsGoneWithTheVisit() {
        kept(version(), version());
        hold();
        hall.wish(new Wish.Back());
        hall.pass(Duration.ofMinutes(1));
        hall.identify();
        assertFalse(hall.page(Page.Home.class).waiting().isPresent());
    }
}
