package banyan.kiosk.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.CaseStand.Thing;
import banyan.acceptance.CaseStand.Thing.Kind;
import banyan.cache.Sealed;
import banyan.device.DeviceKind;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.visit.ProgressPage.Progress.Known;
import banyan.kiosk.visit.ProgressPage.Progress.Way;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked for in a case, given at the terminal by whoever holds its receipt. */
class SupplementVisitTest {
    private static final Thing PROOF = new Thing(Kind.MATERIAL, "workProof", "章看不清");
    private static final Thing PHONE = new Thing(Kind.FIELD, "phone", "打不通");

    @TempDir
    Path folder;

    private Hall hall;

    @BeforeEach
    void open() {
        hall = new Hall(folder);
        hall.stands(DeviceKind.CODE_SCANNER, hall.codes.state());
    }

    private void hold(Thing... asked) {
        hall.centre.stand = Optional.of(CaseNewsTest.asked("补齐以后接着看。", asked));
        hall.wish(new Wish.CheckProgress());
        hall.codes.hold("350120260427:48271093");
        hall.settle();
    }

    private boolean offered() {
        return assertInstanceOf(
                        Known.AtCentre.class,
                        hall.page(ProgressPage.Progress.class).known())
                .ways()
                .contains(Way.SUPPLEMENT);
    }

    private void identified() {
        hall.reader.put(FakeReader.ZHANG);
        hall.wish(new Wish.Agree());
        hall.pass(Duration.ofSeconds(1));
    }

    private Sealed sealed() {
        return hall.outbox.kept.values().iterator().next();
    }

    private void phone() {
        hall.page(FilingPage.Form.class);
        hall.wish(new Wish.Edit("phone"), new Wish.Type("phone", "13905912345"), new Wish.Next());
    }

    @Test
    void onlyWhatIsAskedForIsFilledInScannedAndSealedForTheCase() {
        hold(PROOF, PHONE);
        assertTrue(offered());
        hall.wish(new Wish.Supplement());
        hall.page(Page.Identify.class);
        identified();
        phone();
        assertEquals(1, hall.page(ScanningPage.Materials.class).rows().size());
        hall.tray.steady();
        hall.settle();
        hall.wish(new Wish.Next());
        FilingPage.Review review = hall.page(FilingPage.Review.class);
        assertTrue(review.supplement());
        hall.wish(new Wish.Tick(true), new Wish.Submit());
        assertEquals(Sealed.What.SUPPLEMENT, sealed().what());
        String payload = new String(sealed().payload(), StandardCharsets.UTF_8);
        assertTrue(payload.contains("\"350120260427\""));
        assertTrue(payload.contains("\"48271093\""));
        assertTrue(payload.contains("\"phone\":\"13905912345\""));
        // Who brought it is nobody's business but the terminal's: the receipt entitles.
        assertFalse(payload.contains(FakeReader.ZHANG.number()));
        KeepingPage.Received received = hall.page(KeepingPage.Received.class);
        assertTrue(received.supplement());
        assertEquals(KeepingPage.PaperState.State.PRINTED, received.paper().state());
        assertTrue(hall.happened(EventKind.SUPPLEMENT_BEGUN));
    }

    @Test
    void itIsNotRated() {
        hold(PHONE);
        hall.wish(new Wish.Supplement());
        identified();
        phone();
        hall.wish(new Wish.Tick(true), new Wish.Submit(), new Wish.Rate(5));
        assertTrue(hall.page(KeepingPage.Received.class).rated().isEmpty());
    }

    @Test
    void withoutTheCentreItIsKeptHereAndSaysThatTheCentreDoesNotHaveIt() {
        hold(PHONE);
        hall.wish(new Wish.Supplement());
        identified();
        phone();
        hall.outbox.online = false;
        hall.wish(new Wish.Tick(true), new Wish.Submit());
        hall.pass(Duration.ofSeconds(16));
        assertTrue(hall.page(KeepingPage.Kept.class).supplement());
    }

    @Test
    void beforeItsFirstStepIsTheCaseAndWhatWasFilledInIsStillThere() {
        hold(PROOF, PHONE);
        hall.wish(new Wish.Supplement());
        identified();
        phone();
        hall.wish(new Wish.Back(), new Wish.Back());
        assertTrue(offered());
        hall.wish(new Wish.Supplement());
        assertEquals(
                "139****2345",
                hall.page(FilingPage.Form.class).fields().getFirst().shown());
    }

    @Test
    void homeAsksFirstBecauseItCannotBeGoneOnWithFromThere() {
        hold(PHONE);
        hall.wish(new Wish.Supplement());
        identified();
        hall.wish(new Wish.GoHome());
        assertTrue(hall.shown.sheet().isPresent());
        hall.page(FilingPage.Form.class);
    }

    @Test
    void whatATerminalCannotTakeIsNotOffered() {
        hold(new Thing(Kind.FIELD, "applicantName", "名字不对"));
        assertFalse(offered());
        hall.wish(new Wish.Supplement());
        hall.page(ProgressPage.Progress.class);
    }

    @Test
    void withoutRoomNothingIsBegun() {
        hold(PHONE);
        hall.outbox.room = new banyan.cache.Room.Full(1);
        hall.wish(new Wish.Supplement());
        hall.page(PaperPage.Trouble.class);
    }
}
