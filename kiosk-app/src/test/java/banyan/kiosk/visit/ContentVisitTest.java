package banyan.kiosk.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import banyan.item.LocalText;
import banyan.kiosk.release.Announcement;
import banyan.kiosk.release.Content;
import banyan.kiosk.visit.Page.Attract.Closed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Content changes under nobody. */
class ContentVisitTest {
    @TempDir
    Path folder;

    private Hall hall;

    @BeforeEach
    void open() {
        hall = new Hall(folder);
    }

    private Content other(boolean closes) {
        var now = hall.clock.instant();
        var said = List.of(new Announcement(now, now.plus(Duration.ofDays(1)), LocalText.of("停电", "No power")));
        return new Content(7, Optional.of(now), hall.content.offers(), closes ? List.of() : said, closes ? said : List.of());
    }

    private void bring(Content content) {
        hall.visit().betweenVisits(() -> hall.content = content);
        hall.settle();
    }

    @Test
    void whereNobodyIsHereItIsShownAtOnce() {
        bring(other(false));
        assertEquals(7, hall.content.number());
        assertEquals(Optional.of("停电"), assertInstanceOf(Page.Attract.class, hall.page()).notice());
    }

    @Test
    void whoIsHereKeepsWhatHeBeganWith() {
        hall.identify();
        bring(other(true));
        assertEquals(0, hall.content.number());
        assertEquals(Optional.empty(), assertInstanceOf(Page.Home.class, hall.page()).notice());
        hall.wish(new Wish.EndForSure());
        hall.pass(Duration.ofMinutes(1));
        assertEquals(7, hall.content.number());
    }

    @Test
    void aTerminalThatIsTakenOutOfServiceAdmitsNobodyAndSaysWhy() {
        bring(other(true));
        var attract = assertInstanceOf(Page.Attract.class, hall.page());
        assertEquals(Closed.DIRECTIVE, attract.closed());
        assertEquals(Optional.of("停电"), attract.notice());
        hall.wish(new Wish.Start());
        assertInstanceOf(Page.Attract.class, hall.page());
        hall.wish(new Wish.CheckProgress());
        assertInstanceOf(Page.Attract.class, hall.page());
        hall.pass(Duration.ofDays(1));
        hall.wish(new Wish.Start());
        assertInstanceOf(Page.Identify.class, hall.page());
    }
}
