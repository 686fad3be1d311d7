package banyan.bench.inside;

import banyan.bench.inside.Sight.Area;
import banyan.bench.inside.Sight.Said;
import banyan.kiosk.Kiosk;
import banyan.kiosk.visit.Clock;
import com.sun.glass.ui.monocle.PaintedScreen;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;

/** Starts the terminal as it is and prints when its screen had settled: the first frame that equals the last but for state words. */
public final class StartedKiosk {
    /** No frame for so long, and the screen is at rest. The tree begins to move after six seconds. */
    private static final long REST_MILLIS = 2500;

    private static final int MOST_FRAMES = 12;

    /** One frame, and what the screen said when it was drawn. */
    private record Frame(Instant at, IntBuffer pixels, Map<Node, Said> said) {}

    private final List<Frame> frames = new ArrayList<>();
    private Map<Node, Said> said = Map.of();

    private StartedKiosk() {}

    /** The same words as {@link Kiosk#main}. */
    public static void main(String[] arguments) {
        StartedKiosk seen = new StartedKiosk();
        PaintedScreen.tell((_, pixels) -> seen.painted(pixels));
        AtomicBoolean first = new AtomicBoolean();
        Optional<String> problem = Kiosk.run(Path.of(arguments[1]), Clock.system(ZoneId.of("Asia/Shanghai")), _ -> {
            if (!first.getAndSet(true)) {
                Platform.runLater(seen::follow);
            }
        });
        if (problem.isPresent()) {
            System.err.println(problem.get());
            System.exit(1);
        }
        seen.rest();
        System.exit(0);
    }

    private void follow() {
        Scene scene = Sight.scene();
        scene.addPostLayoutPulseListener(() -> said = Sight.said(scene));
    }

    private synchronized void painted(ByteBuffer pixels) {
        Instant now = Instant.now();
        if (frames.size() < MOST_FRAMES) {
            IntBuffer whole = pixels.asIntBuffer();
            int[] copy = new int[whole.remaining()];
            whole.get(copy);
            frames.add(new Frame(now, IntBuffer.wrap(copy), said));
        }
        notifyAll();
    }

    /** Waits until nothing has changed for a while, and tells. */
    private synchronized void rest() {
        try {
            int seen;
            do {
                seen = frames.size();
                wait(REST_MILLIS);
            } while (seen < frames.size() || frames.isEmpty() || frames.getLast().said.isEmpty());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return;
        }
        Frame last = frames.getLast();
        for (Frame frame : frames) {
            if (equal(frame, last)) {
                System.out.printf(
                        "BENCH START %d %d %d %d%n",
                        Moment.micros(frames.getFirst().at),
                        Moment.micros(frame.at),
                        frames.indexOf(frame) + 1,
                        frames.size());
                return;
            }
        }
    }

    private static boolean equal(Frame one, Frame last) {
        if (one.said.isEmpty()) {
            return false;
        }
        Set<Area> words = new HashSet<>();
        for (Map.Entry<Node, Said> now : last.said.entrySet()) {
            Said before = one.said.get(now.getKey());
            if (before == null) {
                return false;
            }
            if (!before.equals(now.getValue())) {
                words.add(now.getValue().area());
                words.add(before.area());
            }
        }
        int width = 1080;
        for (int i = 0; i < one.pixels.limit(); i++) {
            int x = i % width;
            int y = i / width;
            if (one.pixels.get(i) != last.pixels.get(i) && words.stream().noneMatch(area -> area.holds(x, y))) {
                return false;
            }
        }
        return true;
    }
}
