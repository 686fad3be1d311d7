package banyan.kiosk.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.item.Language;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.visit.Page.Identify.Phase;
import banyan.kiosk.visit.Snapshot.StripLine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VisitTest {
    @TempDir
    Path folder;

    private Hall hall;

    @BeforeEach
    void open() {
        hall = new Hall(folder);
    }

    @Test
    void theNameStandsMaskedOnTheStripOnceTheCardIsRead() {
        hall.identify();
        assertEquals(Optional.of("张*丰"), hall.shown.strip().name());
        assertEquals(StripLine.SELF_BY_ID_CARD, hall.shown.strip().line());
    }

    @Test
    void aCardThatLiesThereEarlierIsNotReadBeforeConsent() {
        hall.reader.put(FakeReader.ZHANG);
        hall.pass(Duration.ofSeconds(1));
        assertEquals(new Page.Identify(Phase.CONSENT, Optional.empty(), true), hall.page());
        assertEquals(0, hall.reader.reads);
        hall.wish(new Wish.Agree());
        assertEquals(1, hall.reader.reads);
        hall.page(Page.Home.class);
    }

    @Test
    void anotherLanguageIsSpokenAtOnceWhereverOneIs() {
        for (Language language : List.of(Language.EN, Language.ZH_CN, Language.EN)) {
            hall.wish(new Wish.Speak(language));
            assertEquals(language, hall.shown.language());
        }
        hall.identify();
        hall.wish(new Wish.ShowLanguages(), new Wish.Speak(Language.ZH_CN));
        assertEquals(Language.ZH_CN, hall.shown.language());
    }

    @Test
    void aCertificateNeedsThreeTouchesAfterIdentification() {
        hall.identify();
        hall.wish(new Wish.OpenItem(Hall.CERTIFICATE));
        hall.page(PaperPage.Result.class);
        hall.wish(new Wish.Print());
        assertTrue(hall.page(PaperPage.Printing.class).done());
        hall.wish(new Wish.Taken());
        hall.page(Page.Home.class);
        assertEquals(1, hall.printer.jobs.size());
    }

    @Test
    void aCrashedVisitIsGoneOnWithByItsCard() {
        hall.identify();
        hall.begin(Hall.SUBSIDY);
        hall.wish(new Wish.Next());
        hall.crash();
        hall.identify(FakeReader.ZHANG);
        hall.page(Page.Resume.class);
    }

    @Test
    void aDraftThatNobodyCanJudgeYetStaysForItsCard() {
        hall.identify();
        hall.begin(Hall.SUBSIDY);
        hall.wish(new Wish.Next());
        var offers = hall.loaded;
        hall.loaded = Optional.empty();
        hall.crash();
        hall.identify();
        assertFalse(hall.happened(EventKind.DRAFT_DESTROYED));
        hall.loaded = offers;
        hall.crash();
        hall.identify(FakeReader.ZHANG);
        hall.page(Page.Resume.class);
    }

    @Test
    void aWholeDeclarationEndsWithTheCentresNumber() {
        hall.toReview();
        hall.wish(new Wish.Tick(true), new Wish.Submit());
        var received = hall.page(KeepingPage.Received.class);
        assertEquals("350120260427", received.acceptanceNumber());
        assertEquals(1, hall.outbox.kept.size());
        assertEquals(StripLine.SUBMITTED, hall.shown.strip().line());
    }
}
