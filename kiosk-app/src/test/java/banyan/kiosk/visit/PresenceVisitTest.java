package banyan.kiosk.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import banyan.device.Auxiliaries.Reading;
import banyan.device.Auxiliaries.Sense;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever goes away leaves nothing on the screen for the next; a sensor that knows nothing changes nothing. */
class PresenceVisitTest {
    @TempDir
    Path folder;

    private Hall hall;

    @BeforeEach
    void open() {
        hall = new Hall(folder);
    }

    private void near(Reading reading) {
        hall.visit().sensed(Sense.PRESENCE, reading);
        hall.settle();
    }

    @Test
    void whoLeavesIsAskedSoonerThanWhoOnlyStandsStill() {
        near(Reading.YES);
        hall.identify();
        near(Reading.NO);
        hall.pass(Duration.ofSeconds(4));
        assertEquals(Optional.empty(), hall.shown.sheet());
        hall.pass(Duration.ofSeconds(2));
        hall.sheet(Sheet.IdleWarning.class);
    }

    @Test
    void whoComesBackInTimeIsNotAsked() {
        near(Reading.YES);
        hall.identify();
        near(Reading.NO);
        hall.pass(Duration.ofSeconds(3));
        near(Reading.YES);
        hall.pass(Duration.ofSeconds(10));
        assertEquals(Optional.empty(), hall.shown.sheet());
    }

    @Test
    void theWarningLastsAsLongAsAnyOther() {
        near(Reading.YES);
        hall.identify();
        near(Reading.NO);
        hall.pass(Duration.ofSeconds(6));
        hall.pass(Patience.IDLE_WARNING.minusSeconds(3));
        hall.sheet(Sheet.IdleWarning.class);
    }

    @Test
    void theEndIsShownNoLongerThanSomebodyIsThere() {
        near(Reading.YES);
        hall.identify();
        hall.wish(new Wish.End());
        hall.page(Page.Ended.class);
        near(Reading.NO);
        hall.pass(Duration.ofSeconds(4));
        hall.page(Page.Ended.class);
        hall.pass(Duration.ofSeconds(2));
        hall.page(Page.Attract.class);
    }

    @Test
    void whoHadGoneBeforeTheEndIsShownNoEnd() {
        near(Reading.YES);
        hall.identify();
        near(Reading.NO);
        hall.pass(Duration.ofSeconds(6).plus(Patience.IDLE_WARNING).plusSeconds(1));
        hall.page(Page.Attract.class);
    }

    @Test
    void aSensorThatIsBlindOrNotKnownChangesNothing() {
        near(Reading.NO);
        hall.identify();
        near(Reading.UNKNOWN);
        near(Reading.NO);
        hall.pass(Duration.ofSeconds(20));
        assertEquals(Optional.empty(), hall.shown.sheet());
        near(Reading.YES);
        near(Reading.UNKNOWN);
        hall.pass(Duration.ofSeconds(10));
        assertEquals(Optional.empty(), hall.shown.sheet());
        hall.wish(new Wish.End());
        hall.pass(Duration.ofSeconds(5));
        hall.page(Page.Ended.class);
    }
}
