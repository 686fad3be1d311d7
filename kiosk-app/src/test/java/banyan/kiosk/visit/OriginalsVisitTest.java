package banyan.kiosk.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.Paper;
import banyan.cache.Sealed;
import banyan.device.DeviceKind;
import banyan.device.DocumentCabinet.DoorState;
import banyan.kiosk.visit.KeepingPage.Deposit.Phase;
import banyan.kiosk.visit.ScanningPage.Materials.Cabinet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The choice at the papers that an original goes into the cabinet, and what is sealed of it. */
class OriginalsVisitTest extends AtTheCabinet {
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

    @Test
    void aBookThatCannotBeReadGivesNoCellAndIsAJob() throws IOException {
        Files.writeString(folder.resolve("cells.book"), "1 spoiled\n");
        hall = new Hall(folder, false, true);
        toPapers();
        assertEquals(Cabinet.UNUSABLE, papers().cabinet());
        assertTrue(hall.visit() != null);
    }
}
