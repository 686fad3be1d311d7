package banyan.kiosk.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.Paper;
import banyan.cache.PageStore;
import banyan.cache.Sealed;
import banyan.device.DeviceKind;
import banyan.kiosk.identity.finger.FingerTemplate;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.visit.FilingPage.Fingerprint.Flaw;
import banyan.kiosk.visit.FilingPage.Fingerprint.Phase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A declaration that takes a finger. */
class FingerVisitTest {
    @TempDir
    Path folder;

    private Hall hall;

    @BeforeEach
    void open() {
        hall = new Hall(folder);
    }

    private void toFinger() {
        hall.identify();
        hall.visit().device(DeviceKind.FINGERPRINT_PAD, hall.fingers.state());
        hall.begin(Hall.PENSION);
        hall.wish(new Wish.Choose("livesIn", "here"), new Wish.Next());
    }

    private FilingPage.Fingerprint finger() {
        return hall.page(FilingPage.Fingerprint.class);
    }

    private void give() {
        hall.fingers.lay(1, 1);
        hall.fingers.lay(1, 2);
        hall.wish(new Wish.Agree());
    }

    private String review() {
        return hall.page(FilingPage.Review.class).groups().getLast().rows().getLast().value();
    }

    private Sealed submitted() {
        hall.wish(new Wish.Tick(true), new Wish.Submit());
        assertEquals(1, hall.outbox.kept.size());
        return hall.outbox.kept.values().iterator().next();
    }

    private static String payload(Sealed sealed) {
        return new String(sealed.payload(), StandardCharsets.UTF_8);
    }

    @Test
    void nothingIsTakenBeforeTheCitizenAgrees() {
        hall.fingers.lay(1, 1);
        toFinger();
        hall.pass(Duration.ofSeconds(3));
        assertEquals(Phase.ASKING, finger().phase());
        assertTrue(finger().usable());
        assertFalse(hall.happened(EventKind.FINGER_REFUSED));
        assertTrue(hall.fingers.pictures.getFirst().grey()[0] != 0, "the picture was taken");
    }

    @Test
    void twoPicturesOfOneFingerMakeOnePaperOfTheRequest() {
        toFinger();
        give();
        assertEquals("已按，只存特征点", review());
        assertTrue(hall.happened(EventKind.FINGER_GIVEN));
        Sealed sealed = submitted();
        assertEquals(1, sealed.papers().size());
        String payload = payload(sealed);
        assertTrue(payload.contains("\"material\":\"" + Paper.FINGERPRINT + "\""), payload);
        assertTrue(payload.contains(Paper.RECORD), payload);
        assertTrue(payload.contains(sealed.papers().getFirst().hash().hex()), payload);
    }

    @Test
    void whatIsKeptIsARecordThatMatchesTheFinger() {
        var store = new java.util.ArrayList<byte[]>();
        toFinger();
        give();
        hall.outbox.reading = (pages, sealed) -> store.add(assertInstanceOf(
                        PageStore.Page.Bytes.class, pages.read(sealed.papers().getFirst()))
                .bytes());
        submitted();
        FingerTemplate kept = FingerTemplate.fromIso(store.getFirst()).orElseThrow();
        hall.fingers.lay(1, 3);
        hall.fingers.lay(2, 1);
        assertTrue(kept.sameFinger(FingerTemplate.of(hall.fingers.pictures.get(2))));
        assertFalse(kept.sameFinger(FingerTemplate.of(hall.fingers.pictures.get(3))));
    }

    @Test
    void everyPictureIsOverwritten() {
        toFinger();
        hall.fingers.lay(1, 1);
        hall.fingers.lay(2, 1);
        give();
        hall.page(FilingPage.Review.class);
        for (var picture : hall.fingers.pictures) {
            for (byte point : picture.grey()) {
                assertEquals(0, point);
            }
        }
    }

    @Test
    void anotherFingerIsNotTheSameAndBothAreAskedForAgain() {
        toFinger();
        hall.fingers.lay(1, 1);
        hall.fingers.lay(2, 1);
        hall.fingers.unplugs();
        hall.wish(new Wish.Agree());
        assertTrue(hall.events.stream().anyMatch(event -> event.toString().contains("DIFFERENT")));
        assertFalse(finger().held());
        assertFalse(hall.happened(EventKind.FINGER_GIVEN));
    }

    @Test
    void aPoorPictureIsTakenAgainThreeTimesAtMostWithoutAsking() {
        toFinger();
        hall.fingers.fail("FINGER-POOR");
        hall.fingers.fail("FINGER-MOVED");
        hall.fingers.layNothing();
        hall.wish(new Wish.Agree());
        assertEquals(Phase.ASKING, finger().phase());
        assertEquals(Optional.of(Flaw.POOR), finger().flaw());
        give();
        hall.page(FilingPage.Review.class);
    }

    @Test
    void whereNobodyComesItIsAskedAgain() {
        toFinger();
        hall.wish(new Wish.Agree());
        assertEquals(Phase.ASKING, finger().phase());
        assertEquals(Optional.of(Flaw.ABSENT), finger().flaw());
    }

    @Test
    void aFingerThatStaysIsNotTakenTwice() {
        hall.fingers.lifts = false;
        toFinger();
        give();
        assertEquals(Optional.of(Flaw.LEFT_LYING), finger().flaw());
        assertFalse(hall.happened(EventKind.FINGER_GIVEN));
    }

    @Test
    void aPadThatIsUnpluggedIsSaidAndBeginsAnewWhenItIsBack() {
        toFinger();
        hall.fingers.lay(1, 1);
        hall.fingers.unplugs();
        hall.wish(new Wish.Agree());
        hall.fingers.usable = false;
        hall.visit().device(DeviceKind.FINGERPRINT_PAD, hall.fingers.state());
        hall.settle();
        assertEquals(Optional.of(Flaw.GONE), finger().flaw());
        assertFalse(finger().usable());
        hall.fingers.usable = true;
        hall.visit().device(DeviceKind.FINGERPRINT_PAD, hall.fingers.state());
        hall.settle();
        assertEquals(Optional.empty(), finger().flaw());
        give();
        hall.page(FilingPage.Review.class);
    }

    @Test
    void whoGoesOnWithoutHasItSaidInTheRequest() {
        toFinger();
        hall.wish(new Wish.WithoutFinger());
        assertEquals("没按，由工作人员核实", review());
        assertTrue(hall.happened(EventKind.FINGER_NOT_GIVEN));
        String payload = payload(submitted());
        assertTrue(payload.contains("\"material\":\"" + Paper.FINGERPRINT + "\""), payload);
        assertFalse(payload.contains(Paper.RECORD), payload);
    }

    @Test
    void whatWasGivenStandsUntilItIsReplaced() {
        toFinger();
        give();
        hall.wish(new Wish.Back());
        assertTrue(finger().given());
        hall.wish(new Wish.Next());
        assertEquals("已按，只存特征点", review());
        hall.wish(new Wish.Change(1));
        hall.wish(new Wish.WithoutFinger());
        assertEquals("没按，由工作人员核实", review());
        assertEquals(1, submitted().papers().size());
    }

    @Test
    void aCrashKeepsIt() {
        toFinger();
        give();
        hall.crash();
        hall.identify(FakeReader.ZHANG);
        hall.wish(new Wish.ResumeDraft(true));
        assertEquals("已按，只存特征点", review());
        assertEquals(1, submitted().papers().size());
    }

    @Test
    void theWipeReceiptCountsItEvenWhereItWasNotKept() {
        toFinger();
        hall.fingers.lay(1, 1);
        hall.wish(new Wish.Agree());
        hall.wish(new Wish.End(), new Wish.EndForSure());
        hall.pass(Duration.ofSeconds(1));
        var lines = hall.page(Page.Ended.class).cleared();
        assertEquals(
                List.of(Page.Ended.How.CLEARED),
                lines.stream()
                        .filter(line -> line.what() == Page.Ended.What.FINGERPRINT)
                        .map(Page.Ended.Cleared::how)
                        .toList());
        assertEquals(1, hall.fingers.forgotten);
    }
}
