package banyan.bench.inside;

import banyan.bench.inside.Sight.Area;
import banyan.kiosk.ui.screen.Screen;
import banyan.kiosk.ui.shell.Panel;
import banyan.kiosk.visit.Page;
import banyan.kiosk.visit.Snapshot;
import com.sun.glass.ui.monocle.PaintedScreen;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Watches a terminal's screen without touching it. Prints {@code BENCH TAP from to ms given laid} for every tap that turned the page,
 * from the finger's coming down to the frame in whose pixels the new title and primary button stand, and of that until the screen
 * was given the page and until it was laid out; {@code BENCH NAME ms} from the
 * reader's "found" to the frame with the name in the strip; {@code BENCH BLOCK ms} for every time the JavaFX thread let a waiting
 * task wait.
 */
final class ScreenWatch {
    private static final long BEAT_NANOS = 4_000_000;
    private static final double WORTH_TELLING_MILLIS = 20;
    private static final int MOST_AREAS = 2;

    private final AtomicLong found = new AtomicLong();
    private volatile String page = "";
    private volatile boolean nameKnown;
    private volatile boolean tapped;
    private volatile long givenAt;

    // All below belongs to the JavaFX thread.
    private @Nullable Screen<?> from;
    private String fromPage = "";
    private long tappedAt;
    private long laidAt;
    private Optional<Expected> expected = Optional.empty();
    private Optional<Expected> name = Optional.empty();
    private @Nullable ByteBuffer pixels;

    /** Where something new will be painted, and what is there before. */
    private record Expected(List<Area> areas, long before, int width, String to) {
        boolean there(ByteBuffer pixels) {
            return sum(areas, pixels, width) != before;
        }

        static long sum(List<Area> areas, ByteBuffer pixels, int width) {
            long sum = 0;
            for (Area area : areas) {
                sum = 31 * sum + area.sum(pixels, width);
            }
            return sum;
        }
    }

    /** From the visit's thread: what the screen is about to be given. */
    void given(Snapshot snapshot) {
        String next = snapshot.page().getClass().getSimpleName();
        if (!next.equals(page)) {
            givenAt = System.nanoTime();
        }
        page = next;
        nameKnown = snapshot.strip().name().isPresent();
        if (snapshot.page() instanceof Page.Identify identify && identify.phase() == Page.Identify.Phase.READING) {
            found.compareAndSet(0, System.nanoTime());
        }
    }

    /** On the JavaFX thread, when there is a window. */
    void follow() {
        Scene scene = Sight.scene();
        if (!(scene.getRoot().getChildrenUnmodifiable().getFirst() instanceof Panel panel)) {
            throw new IllegalStateException("the window holds something else");
        }
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> {
            tappedAt = System.nanoTime();
            from = panel.screen().orElse(null);
            fromPage = page;
            expected = Optional.empty();
            tapped = true;
        });
        scene.addPostLayoutPulseListener(() -> pulse(scene, panel));
        PaintedScreen.tell(this::painted);
        Thread.ofPlatform().name("beat").daemon().start(this::beat);
    }

    /** A frame has been laid out and is about to be painted. */
    private void pulse(Scene scene, Panel panel) {
        ByteBuffer shown = pixels;
        Screen<?> now = panel.screen().orElse(null);
        if (shown == null || now == null) {
            return;
        }
        int width = (int) scene.getWidth();
        if (from != null && !now.equals(from)) {
            from = null;
            laidAt = System.nanoTime();
            // What the card brings is no answer to a tap.
            if (!fromPage.equals("Identify")) {
                expected = now.title().map(title -> expected(areas(now, title), shown, width, page));
            }
        }
        if (nameKnown && found.get() != 0 && name.isEmpty()) {
            name = Optional.of(expected(List.of(new Area(140, 8, width / 2, 96)), shown, width, ""));
        }
    }

    private static Expected expected(List<Area> areas, ByteBuffer shown, int width, String to) {
        return new Expected(areas, Expected.sum(areas, shown, width), width, to);
    }

    private static List<Area> areas(Screen<?> screen, String title) {
        List<Area> areas = new ArrayList<>();
        for (Node words : Sight.words(screen.content())) {
            if (words instanceof banyan.kiosk.ui.control.Words one && one.said().equals(title)) {
                areas.add(Area.of(words));
            }
        }
        Sight.visible(screen.root(), "primary").ifPresent(button -> areas.add(Area.of(button)));
        return areas.subList(0, Math.min(MOST_AREAS, areas.size()));
    }

    private void painted(long nanos, ByteBuffer now) {
        pixels = now;
        expected.filter(awaited -> awaited.there(now)).ifPresent(awaited -> {
            System.out.printf(
                    "BENCH TAP %s %s %.2f %.2f %.2f%n",
                    fromPage,
                    awaited.to(),
                    (nanos - tappedAt) / 1e6,
                    (givenAt - tappedAt) / 1e6,
                    (laidAt - tappedAt) / 1e6);
            expected = Optional.empty();
        });
        name.filter(awaited -> awaited.there(now)).ifPresent(_ -> {
            System.out.printf("BENCH NAME %.2f%n", (nanos - found.getAndSet(0)) / 1e6);
            name = Optional.empty();
        });
    }

    /** Asks the JavaFX thread again and again to do nothing, and tells how long that took. */
    private void beat() {
        while (true) {
            LockSupport.parkNanos(BEAT_NANOS);
            if (tapped) {
                long asked = System.nanoTime();
                Thread me = Thread.currentThread();
                AtomicLong done = new AtomicLong();
                Platform.runLater(() -> {
                    done.set(System.nanoTime());
                    LockSupport.unpark(me);
                });
                while (done.get() == 0) {
                    LockSupport.park(this);
                }
                double millis = (done.get() - asked) / 1e6;
                if (millis > WORTH_TELLING_MILLIS) {
                    System.out.printf("BENCH BLOCK %s %.2f%n", page, millis);
                }
            }
        }
    }
}
