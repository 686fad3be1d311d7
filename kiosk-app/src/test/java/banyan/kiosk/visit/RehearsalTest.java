package banyan.kiosk.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.kiosk.catalog.Offers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is made up while nobody is there. */
class RehearsalTest {
    @TempDir
    Path folder;

    private Hall hall;
    private final List<Snapshot> laidOut = new ArrayList<>();
    private boolean over;

    @BeforeEach
    void open() {
        hall = new Hall(folder);
    }

    private void rehearse(Duration time) {
        hall.visit().rehearse(laidOut::add, () -> over = true);
        hall.settle();
        hall.pass(time);
    }

    private Set<String> pages() {
        return laidOut.stream()
                .map(snapshot -> snapshot.page().getClass().getSimpleName())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Test
    void everyPageThatNeedsNoPaperIsLaidOutOnceNobodyIsThere() {
        rehearse(Duration.ofSeconds(20));
        assertEquals(
                Set.of("Identify", "Home", "Items", "Guide", "Form", "Materials", "Review", "Querying", "Ended"),
                pages());
        assertTrue(over);
    }

    @Test
    void nobodySeesIt() {
        rehearse(Duration.ofSeconds(20));
        assertEquals(
                new Page.Attract(OptionalInt.of(5), Page.Truth.READY, Page.Truth.READY, Page.Truth.READY, true),
                hall.page());
        assertTrue(laidOut.stream()
                .map(snapshot -> snapshot.strip().name())
                .allMatch(Optional::isEmpty));
        assertEquals(Set.of("ATTRACT"), Set.of(hall.visit().place()));
    }

    @Test
    void itEndsWhenSomebodyComes() {
        rehearse(Duration.ofSeconds(1));
        hall.wish(new Wish.Start());
        int before = laidOut.size();
        hall.pass(Duration.ofSeconds(20));
        assertTrue(before > 0);
        assertEquals(before, laidOut.size());
        assertFalse(over);
    }

    @Test
    void withoutACatalogueOnlyTheBeginningAndTheEndAreLaidOut() {
        assertEquals(4, Rehearsal.scenes(Offers.NONE).size());
    }
}
