package banyan.kiosk.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.cache.Room;
import banyan.device.DeviceKind;
import banyan.device.DeviceState;
import banyan.device.Fault;
import banyan.device.Outcome;
import banyan.kiosk.identity.CardFlaw;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.visit.Page.Identify.Phase;
import banyan.kiosk.visit.PaperPage.TroubleKind;
import banyan.kiosk.visit.Snapshot.StripLine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is here, and everything that may be wrong with a card. */
class IdentityVisitTest {
    private static final DeviceState GONE =
            new DeviceState.Absent(new Fault(Fault.Kind.DISCONNECTED, Fault.Remedy.CALL_STAFF, "READER-GONE"));

    @TempDir
    Path folder;

    private Hall hall;

    @BeforeEach
    void open() {
        hall = new Hall(folder);
    }

    @Test
    void aCardBeginsAVisitByItself() {
        hall.reader.put(FakeReader.ZHANG);
        hall.pass(Duration.ofSeconds(1));
        assertEquals(new Page.Identify(Phase.CONSENT, Optional.empty(), true), hall.page());
    }

    @Test
    void nothingIsReadBeforeConsent() {
        hall.reader.put(FakeReader.ZHANG);
        hall.pass(Duration.ofSeconds(20));
        assertEquals(0, hall.reader.reads);
    }

    @Test
    void aCardLiftedWhileItIsReadIsAskedForAgain() {
        hall.lay(Outcome.failed(new Fault(Fault.Kind.MEDIA, Fault.Remedy.ASK_CITIZEN, "ID-CARD-MOVED")));
        assertEquals(new Page.Identify(Phase.WAITING, Optional.of(CardFlaw.MOVED), false), hall.page());
        assertEquals(StripLine.NOTHING_READ, hall.shown.strip().line());
        hall.reader.put(FakeReader.ZHANG);
        hall.pass(Duration.ofSeconds(1));
        hall.page(Page.Home.class);
    }

    @Test
    void aWrongCheckDigitIdentifiesNobody() {
        hall.lay(Outcome.done(FakeReader.card("张三丰", "350102197503071232")));
        assertEquals(new Page.Identify(Phase.WAITING, Optional.of(CardFlaw.CHECK_DIGIT), false), hall.page());
        assertEquals(StripLine.NOTHING_KEPT, hall.shown.strip().line());
        assertTrue(hall.happened(EventKind.CARD_TROUBLE));
    }

    @Test
    void aCardThatDidNotDoIsNotReadAgainWhileItLies() {
        hall.lay(Outcome.done(FakeReader.card("张三丰", "350102197503071232")));
        hall.pass(Duration.ofSeconds(10));
        assertEquals(1, hall.reader.reads);
    }

    @Test
    void aReaderThatWasLostBeforeAnybodyAgreedIsSaidToo() {
        hall.visit().device(DeviceKind.ID_CARD_READER, DeviceState.ready());
        hall.wish(new Wish.Start());
        hall.visit().device(DeviceKind.ID_CARD_READER, GONE);
        hall.wish(new Wish.Agree());
        assertEquals(new Page.Identify(Phase.WAITING, Optional.of(CardFlaw.READER_GONE), false), hall.page());
    }

    @Test
    void aReaderThatIsLostWhileItReadsIsSaid() {
        hall.wish(new Wish.Start());
        hall.reader.put(Outcome.failed(new Fault(Fault.Kind.TIMEOUT, Fault.Remedy.RETRY, "COMMAND-LATE")));
        hall.visit().device(DeviceKind.ID_CARD_READER, GONE);
        hall.wish(new Wish.Agree());
        hall.pass(Duration.ofSeconds(1));
        assertEquals(1, hall.reader.reads);
        assertEquals(new Page.Identify(Phase.WAITING, Optional.of(CardFlaw.READER_GONE), false), hall.page());
    }

    @Test
    void aReaderThatIsUnpluggedIsSaidAndGoesOnWhenItIsBack() {
        hall.visit().device(DeviceKind.ID_CARD_READER, DeviceState.ready());
        hall.wish(new Wish.Start(), new Wish.Agree());
        hall.visit().device(DeviceKind.ID_CARD_READER, GONE);
        hall.settle();
        assertEquals(new Page.Identify(Phase.WAITING, Optional.of(CardFlaw.READER_GONE), false), hall.page());
        hall.visit().device(DeviceKind.ID_CARD_READER, DeviceState.ready());
        hall.settle();
        assertEquals(new Page.Identify(Phase.WAITING, Optional.empty(), false), hall.page());
    }

    @Test
    void aNameThatNoPaperCanCarryIsSaidBeforeAnythingIsPrinted() {
        hall.identify(FakeReader.card("张\uE000丰", "350102197503071231"));
        hall.wish(new Wish.OpenItem(Hall.CERTIFICATE));
        assertEquals(
                TroubleKind.NAME_NOT_PRINTABLE, hall.page(PaperPage.Trouble.class).kind());
        assertEquals(List.of(), hall.printer.jobs);
    }

    @Test
    void aCharacterThatNoTypefaceHasIsMaskedOnTheStripToo() {
        hall.identify(FakeReader.card("\uE000三丰", "350102197503071231"));
        assertEquals(Optional.of("**丰"), hall.shown.strip().name());
    }

    @Test
    void aGuideCanBeReadWithANameThatNoPaperCanCarryButNotBegun() {
        hall.identify(FakeReader.card("张\uE000丰", "350102197503071231"));
        hall.wish(new Wish.OpenItem(Hall.SUBSIDY));
        hall.page(Page.Guide.class);
        hall.wish(new Wish.Begin());
        assertEquals(
                TroubleKind.NAME_NOT_PRINTABLE, hall.page(PaperPage.Trouble.class).kind());
    }

    @Test
    void aFullDiskRefusesAVisitBeforeAnybodyIsIdentified() {
        hall.outbox.room = new Room.Full(5_000_000);
        hall.wish(new Wish.Start());
        assertEquals(TroubleKind.STORE_FULL, hall.page(PaperPage.Trouble.class).kind());
        assertEquals(0, hall.reader.reads);
        assertTrue(hall.happened(EventKind.VISIT_REFUSED));
    }

    @Test
    void aVisitBeginsAgainOnceThereIsRoom() {
        hall.outbox.room = new Room.Full(5_000_000);
        hall.wish(new Wish.Start(), new Wish.Take(PaperPage.WayOn.END), new Wish.Here());
        hall.outbox.room = new Room.Enough();
        hall.identify();
    }

    @Test
    void aCardLeftLyingUnreadBeginsNoVisitOfItsOwn() {
        hall.reader.put(FakeReader.ZHANG);
        hall.pass(Duration.ofSeconds(1));
        hall.wish(new Wish.End(), new Wish.Here());
        hall.pass(Duration.ofSeconds(10));
        hall.page(Page.Attract.class);
        assertTrue(hall.reader.resets > 0);
    }

    @Test
    void theNextCardBeginsAVisitAlthoughOneWasForgotten() {
        hall.reader.put(FakeReader.ZHANG);
        hall.pass(Duration.ofSeconds(1));
        hall.wish(new Wish.End(), new Wish.Here());
        hall.pass(Duration.ofSeconds(3));
        hall.reader.put(FakeReader.LI);
        hall.pass(Duration.ofSeconds(2));
        assertEquals(new Page.Identify(Phase.CONSENT, Optional.empty(), true), hall.page());
    }

    @Test
    void leavingBeforeConsentLeavesNothingToClear() {
        hall.wish(new Wish.Start(), new Wish.Back());
        assertEquals(List.of(), hall.page(Page.Ended.class).cleared());
        assertFalse(hall.happened(EventKind.CARD_READ));
    }
}
