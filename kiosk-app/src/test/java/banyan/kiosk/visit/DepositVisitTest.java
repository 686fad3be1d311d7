package banyan.kiosk.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.Paper;
import banyan.cache.Appended;
import banyan.cache.Delivery;
import banyan.cache.Note;
import banyan.cache.Sealed;
import banyan.device.Auxiliaries.Reading;
import banyan.device.Auxiliaries.Sense;
import banyan.device.DeviceKind;
import banyan.device.DocumentCabinet.DoorState;
import banyan.item.DocumentValues.InCabinet;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.visit.KeepingPage.Deposit.Flaw;
import banyan.kiosk.visit.KeepingPage.Deposit.Phase;
import banyan.kiosk.visit.ScanningPage.Materials.Cabinet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Originals in the cabinet: from the choice at the papers to staff who empty the cell, through everything that can come between. */
class DepositVisitTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    private Hall hall;

    @BeforeEach
    void open() {
        hall = new Hall(folder, false, true);
    }

    private void toPapers() {
        hall.identify();
        hall.begin(Hall.SUBSIDY);
        hall.fill();
    }

    private ScanningPage.Materials papers() {
        return hall.page(ScanningPage.Materials.class);
    }

    private KeepingPage.Deposit deposit() {
        return hall.page(KeepingPage.Deposit.class);
    }

    /** One paper is scanned, the other's original is to go into the cabinet. */
    private void toDeposit() {
        toPapers();
        hall.tray.steady();
        hall.settle();
        hall.wish(new Wish.LeaveOriginal("paymentProof", true));
        hall.wish(new Wish.Next());
        hall.sign();
        hall.wish(new Wish.Tick(true), new Wish.Submit());
        hall.settle();
    }

    private void toOpenDoor() {
        toDeposit();
        hall.wish(new Wish.OpenCell());
        assertEquals(Phase.OPEN, deposit().phase());
    }

    private void toClosedDoor() {
        toOpenDoor();
        hall.cabinet.push(1);
        hall.pass(SECOND);
        assertEquals(Phase.CLOSED, deposit().phase());
    }

    private String book() {
        try {
            return Files.readString(folder.resolve("cells.book"), StandardCharsets.US_ASCII);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private List<String> told() {
        return hall.outbox.notes.stream()
                .filter(note -> note.kind() == Note.Kind.DEPOSIT || note.kind() == Note.Kind.DEPOSIT_TAKEN)
                .map(note -> new String(note.body(), StandardCharsets.UTF_8))
                .toList();
    }

    private static void says(String json, String... parts) {
        for (String part : parts) {
            assertTrue(json.contains(part), json);
        }
    }

    // At the papers.

    @Test
    void theCabinetIsOfferedForWhatTheItemTakesThere() {
        toPapers();
        assertEquals("workProof", papers().rows().get(papers().current()).code());
        assertEquals(Cabinet.OFFERED, papers().cabinet());
        hall.wish(new Wish.SelectMaterial("idCard"));
        assertEquals(Cabinet.NOT_THIS, papers().cabinet());
    }

    @Test
    void withoutACabinetItIsNotSpokenOf() {
        hall = new Hall(folder.resolve("other"), false, false);
        toPapers();
        assertEquals(Cabinet.NONE, papers().cabinet());
        hall.wish(new Wish.LeaveOriginal("workProof", true));
        assertEquals(2, papers().missing());
    }

    @Test
    void aCabinetThatDoesNotWorkOrIsFullSaysSo() {
        toPapers();
        for (int door = 1; door <= FakeCabinet.DOORS; door++) {
            hall.cabinet.stands(door, DoorState.UNKNOWN);
        }
        hall.stands(DeviceKind.DOCUMENT_CABINET, hall.cabinet.state());
        assertEquals(Cabinet.FULL, papers().cabinet());
        hall.cabinet.plugged = false;
        hall.stands(DeviceKind.DOCUMENT_CABINET, hall.cabinet.state());
        assertEquals(Cabinet.UNUSABLE, papers().cabinet());
        hall.wish(new Wish.LeaveOriginal("workProof", true));
        assertEquals(2, papers().missing());
    }

    @Test
    void choosingItProvidesThePaperAndMayBeTakenBack() {
        toPapers();
        hall.wish(new Wish.LeaveOriginal("workProof", true));
        assertEquals(1, papers().missing());
        assertEquals(ScanningPage.Materials.RowState.IN_CABINET, papers().rows().get(3).state());
        hall.wish(new Wish.SelectMaterial("workProof"));
        assertEquals(Cabinet.CHOSEN, papers().cabinet());
        hall.wish(new Wish.LeaveOriginal("workProof", false));
        assertEquals(2, papers().missing());
    }

    @Test
    void whatWasScannedAlreadyIsNotOffered() {
        toPapers();
        hall.tray.steady();
        hall.settle();
        hall.wish(new Wish.SelectMaterial("workProof"));
        assertEquals(Cabinet.NOT_THIS, papers().cabinet());
        hall.wish(new Wish.LeaveOriginal("workProof", true));
        assertEquals(ScanningPage.Materials.RowState.COMPLETE, papers().rows().get(3).state());
    }

    @Test
    void theChoiceSurvivesACrash() {
        toPapers();
        hall.wish(new Wish.LeaveOriginal("workProof", true));
        hall.crash();
        hall.identify(FakeReader.ZHANG);
        hall.wish(new Wish.ResumeDraft(true));
        assertEquals(ScanningPage.Materials.RowState.IN_CABINET, papers().rows().get(3).state());
    }

    @Test
    void theSealedRequestSaysSoAndNothingWasOpenedYet() {
        toDeposit();
        Sealed sealed = hall.outbox.kept.values().iterator().next();
        var word = banyan.acceptance.Sha256.of(Paper.originalInCabinet("paymentProof"));
        assertTrue(sealed.papers().stream().anyMatch(page -> page.hash().equals(word)));
        says(
                new String(sealed.payload(), StandardCharsets.UTF_8),
                "{\"material\":\"paymentProof\",\"page\":1,\"mediaType\":\"application/json\"");
        assertEquals(Phase.ASKING, deposit().phase());
        assertEquals(List.of(), hall.cabinet.unlocked);
        assertFalse(Files.exists(folder.resolve("cells.book")));
    }

    // The deposit.

    @Test
    void theCellIsOnTheDiskBeforeItsDoorIsUnlocked() {
        toDeposit();
        hall.cabinet.whileUnlocking = () -> assertTrue(book().contains(" OPENING "), book());
        hall.wish(new Wish.OpenCell());
        assertEquals(List.of(1), hall.cabinet.unlocked);
        assertEquals(1, deposit().cell());
    }

    @Test
    void openedClosedConfirmedRecordedAndTold() {
        toClosedDoor();
        assertEquals(List.of(), told());
        hall.wish(new Wish.Deposited(true));
        assertEquals(
                Optional.of(new KeepingPage.Originals(InCabinet.DEPOSITED, 1)),
                hall.page(KeepingPage.Received.class).originals());
        assertTrue(book().contains(" DEPOSITED TOLD"), book());
        assertEquals(1, told().size());
        String about = hall.outbox.kept.keySet().iterator().next().toString();
        says(told().getFirst(), "\"how\":\"DEPOSITED\"", "\"cell\":1", "[\"paymentProof\"]", about);
        hall.wish(new Wish.End());
        assertEquals(1, told().size());
        assertTrue(hall.happened(EventKind.DEPOSIT_ENDED));
    }

    @Test
    void thePaperIsPrintedOnlyAfterwards() {
        toOpenDoor();
        assertEquals(0, hall.printer.jobs.size());
        hall.cabinet.push(1);
        hall.pass(SECOND);
        hall.wish(new Wish.Deposited(true));
        assertEquals(1, hall.printer.jobs.size());
    }

    @Test
    void offlineItIsTheSameAndTheReceiptMayComeMeanwhile() {
        hall.outbox.online = false;
        toPapers();
        hall.tray.steady();
        hall.settle();
        hall.wish(new Wish.LeaveOriginal("paymentProof", true), new Wish.Next());
        hall.sign();
        hall.wish(new Wish.Tick(true));
        hall.wishOnly(new Wish.Submit());
        hall.settle(6);
        hall.pass(Patience.NO_RECEIPT);
        hall.wish(new Wish.OpenCell());
        hall.cabinet.push(1);
        hall.pass(SECOND);
        hall.wish(new Wish.Deposited(true));
        assertEquals(
                Optional.of(new KeepingPage.Originals(InCabinet.DEPOSITED, 1)),
                hall.page(KeepingPage.Kept.class).originals());
        says(told().getFirst(), "\"how\":\"DEPOSITED\"");
    }

    @Test
    void notYetInItIsOpenedOnceMoreAndNotTwice() {
        toClosedDoor();
        hall.wish(new Wish.Deposited(false));
        assertEquals(Phase.CLOSED, deposit().phase(), "nobody says that nothing is in it before looking");
        hall.wish(new Wish.OpenCell());
        assertEquals(List.of(1, 1), hall.cabinet.unlocked);
        hall.cabinet.push(1);
        hall.pass(SECOND);
        hall.wish(new Wish.OpenCell());
        assertEquals(List.of(1, 1), hall.cabinet.unlocked);
        hall.wish(new Wish.Deposited(false));
        assertEquals(
                Optional.of(new KeepingPage.Originals(InCabinet.NOT, 1)),
                hall.page(KeepingPage.Received.class).originals());
        says(told().getFirst(), "\"how\":\"EMPTY\"");
        assertTrue(book().contains("1 "), "and nobody is given it before staff have looked");
    }

    @Test
    void laterIsAWayOnAndNothingIsOpened() {
        toDeposit();
        hall.wish(new Wish.WithoutDeposit());
        assertEquals(
                Optional.of(new KeepingPage.Originals(InCabinet.NOT, 0)),
                hall.page(KeepingPage.Received.class).originals());
        assertEquals(List.of(), told());
        assertEquals(List.of(), hall.cabinet.unlocked);
    }

    @Test
    void aDoorThatIsNotClosedInTimeIsSaidAndStillWatched() {
        toOpenDoor();
        hall.pass(Duration.ofSeconds(91));
        assertEquals(Optional.of(Flaw.NOT_CLOSED), deposit().flaw());
        hall.cabinet.push(1);
        hall.pass(SECOND);
        assertEquals(Phase.CLOSED, deposit().phase());
        assertEquals(Optional.empty(), deposit().flaw());
    }

    @Test
    void whoDoesNotWaitForTheDoorLeavesItUncertain() {
        toOpenDoor();
        hall.pass(Duration.ofSeconds(91));
        hall.wish(new Wish.WithoutDeposit());
        assertEquals(
                Optional.of(new KeepingPage.Originals(InCabinet.UNCERTAIN, 1)),
                hall.page(KeepingPage.Received.class).originals());
        says(told().getFirst(), "\"how\":\"UNCERTAIN\"");
    }

    @Test
    void unpluggedNobodyKnowsAndPluggedAgainItsDoorIsLookedAtAndNotUnlocked() {
        toOpenDoor();
        hall.cabinet.plugged = false;
        hall.pass(SECOND);
        assertEquals(Optional.of(Flaw.GONE), deposit().flaw());
        assertTrue(deposit().said().isPresent());
        hall.stands(DeviceKind.DOCUMENT_CABINET, hall.cabinet.state());
        assertFalse(deposit().usable());
        hall.cabinet.push(1);
        hall.cabinet.plugged = true;
        hall.stands(DeviceKind.DOCUMENT_CABINET, hall.cabinet.state());
        assertEquals(Phase.CLOSED, deposit().phase());
        assertEquals(List.of(1), hall.cabinet.unlocked);
    }

    @Test
    void unpluggedBeforeItOpenedItIsLookedAtWhenItIsBack() {
        toDeposit();
        hall.cabinet.whileUnlocking = () -> hall.cabinet.plugged = false;
        hall.cabinet.fault = Optional.of("CABINET-UNPLUGGED");
        hall.wish(new Wish.OpenCell());
        assertEquals(Optional.of(Flaw.GONE), deposit().flaw());
        hall.stands(DeviceKind.DOCUMENT_CABINET, hall.cabinet.state());
        hall.cabinet.plugged = true;
        hall.stands(DeviceKind.DOCUMENT_CABINET, hall.cabinet.state());
        assertEquals(Phase.CLOSED, deposit().phase());
        assertEquals(List.of(1), hall.cabinet.unlocked);
    }

    @Test
    void aDoorThatStaysShutIsGivenUpAndAnotherCellIsOpened() {
        toDeposit();
        hall.cabinet.fault = Optional.of("CABINET-DOOR-STUCK");
        hall.wish(new Wish.OpenCell());
        assertEquals(Phase.ASKING, deposit().phase());
        assertEquals(Optional.of(Flaw.STUCK), deposit().flaw());
        says(told().getFirst(), "\"how\":\"UNCERTAIN\"", "\"cell\":1");
        hall.cabinet.fault = Optional.empty();
        hall.wish(new Wish.OpenCell());
        assertEquals(2, deposit().cell());
        hall.cabinet.push(2);
        hall.pass(SECOND);
        hall.wish(new Wish.Deposited(true));
        says(told().getLast(), "\"how\":\"DEPOSITED\"", "\"cell\":2");
        assertEquals(
                Optional.of(new KeepingPage.Originals(InCabinet.DEPOSITED, 2)),
                hall.page(KeepingPage.Received.class).originals());
    }

    @Test
    void whatTheBookCannotTakeIsNotOpened() throws IOException {
        toDeposit();
        Files.createDirectory(folder.resolve("cells.book.new"));
        hall.wish(new Wish.OpenCell());
        assertEquals(Optional.of(Flaw.NOT_RECORDED), deposit().flaw());
        assertEquals(List.of(), hall.cabinet.unlocked);
    }

    @Test
    void whatTheBookCannotTakeIsNotConfirmed() throws IOException {
        toClosedDoor();
        Files.createDirectory(folder.resolve("cells.book.new"));
        hall.wish(new Wish.Deposited(true));
        assertEquals(Phase.CLOSED, deposit().phase());
        assertEquals(Optional.of(Flaw.NOT_RECORDED), deposit().flaw());
        assertEquals(List.of(), told());
        Files.delete(folder.resolve("cells.book.new"));
        hall.wish(new Wish.Deposited(true));
        hall.page(KeepingPage.Received.class);
    }

    @Test
    void aRefusalOfTheCentreIsSaidWhenNothingStandsOpenAnyMore() {
        hall.outbox.end = Optional.of(new Delivery.StillHere("OFFLINE"));
        toDeposit();
        hall.pass(Patience.NO_RECEIPT);
        hall.wish(new Wish.OpenCell());
        hall.outbox.end = Optional.of(new Delivery.Refused("ITEM-UNKNOWN"));
        hall.pass(SECOND);
        hall.pass(SECOND);
        assertEquals(Phase.OPEN, deposit().phase());
        hall.cabinet.push(1);
        hall.pass(SECOND);
        hall.wish(new Wish.Deposited(true));
        assertEquals(PaperPage.TroubleKind.CENTRE_REFUSED, hall.page(PaperPage.Trouble.class).kind());
    }

    // The end of the visit, and of the program.

    @Test
    void whoEndsWithTheDoorOpenLeavesItUncertain() {
        toOpenDoor();
        hall.wish(new Wish.End());
        hall.sheet(Sheet.ConfirmEnd.class);
        hall.wish(new Wish.EndForSure());
        hall.page(Page.Ended.class);
        says(told().getFirst(), "\"how\":\"UNCERTAIN\"");
        assertTrue(book().contains(" UNCERTAIN TOLD"), book());
    }

    @Test
    void whoGoesAwayWithoutSayingThatItIsInLeavesItUncertain() {
        toClosedDoor();
        hall.pass(Duration.ofSeconds(71));
        hall.page(Page.Ended.class);
        says(told().getFirst(), "\"how\":\"UNCERTAIN\"");
    }

    @Test
    void whenTheHousingIsOpenedItIsUncertain() {
        toOpenDoor();
        hall.visit().sensed(Sense.DOOR, Reading.YES);
        hall.settle();
        says(told().getFirst(), "\"how\":\"UNCERTAIN\"");
    }

    /** After every single thing that is done for a deposit the program dies; no cell is ever lost or given twice. */
    @Test
    void killedAnywhereTheCellIsUncertainOrDepositedAndGivenToNobodyElse() {
        int died = 0;
        for (int after = 0; after < 12; after++) {
            Path disk = folder.resolve("killed-" + after);
            folder(disk);
            hall = new Hall(disk, false, true);
            toDeposit();
            hall.visit().wish(new Wish.OpenCell());
            hall.settle(after);
            if (after > 6) {
                hall.cabinet.push(1);
                hall.pass(SECOND);
                hall.visit().wish(new Wish.Deposited(true));
                hall.settle(after - 7);
            }
            boolean opened = !hall.cabinet.unlocked.isEmpty();
            boolean promised = hall.page() instanceof KeepingPage.Received;
            hall.crash();
            boolean free = hall.cells().free(1);
            assertFalse(opened && free, "opened, and free after dying at " + after);
            if (!free) {
                died++;
                String word = told().getLast();
                assertTrue(word.contains("UNCERTAIN") || word.contains("DEPOSITED"), word);
                assertFalse(promised && word.contains("UNCERTAIN"), "promised, and uncertain after dying at " + after);
                assertEquals(List.of(), hall.cells().owed(), "the centre is told at once");
                assertEquals(1, told().stream().distinct().count(), "and never two different things");
            }
            hall.cabinet.unlocked.clear();
            toDeposit();
            hall.wish(new Wish.OpenCell());
            assertEquals(List.of(free ? 1 : 2), hall.cabinet.unlocked);
        }
        assertTrue(died > 6);
    }

    private static void folder(Path disk) {
        try {
            Files.createDirectories(disk);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Test
    void whatTheJournalCannotTakeStaysOwedAndIsToldLater() {
        toClosedDoor();
        hall.outbox.noteAnswer = Optional.of(new Appended.Full());
        hall.wish(new Wish.Deposited(true));
        hall.page(KeepingPage.Received.class);
        assertTrue(book().contains(" DEPOSITED OWED"), book());
        hall.outbox.noteAnswer = Optional.empty();
        hall.wish(new Wish.End());
        hall.pass(Duration.ofSeconds(70));
        assertTrue(book().contains(" DEPOSITED TOLD"), book());
        says(told().getLast(), "\"how\":\"DEPOSITED\"");
    }

    @Test
    void aBookThatCannotBeReadGivesNoCellAndIsAJob() throws IOException {
        Files.writeString(folder.resolve("cells.book"), "1 spoiled\n");
        hall = new Hall(folder, false, true);
        toPapers();
        assertEquals(Cabinet.UNUSABLE, papers().cabinet());
        assertTrue(hall.visit() != null);
    }
}
