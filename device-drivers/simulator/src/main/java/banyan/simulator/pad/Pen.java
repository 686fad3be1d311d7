package banyan.simulator.pad;

import banyan.simulator.twin.Answer;
import banyan.simulator.twin.Fields;
import banyan.simulator.twin.Fixtures;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The pen that plays strokes on a pad, at their times or as fast as they are taken. */
final class Pen {
    /** What the pen writes on. */
    interface Surface {
        void hovering(Strokes.Point point);

        void touching(Strokes.Point point);

        /** The pen is out of reach. */
        void gone();

        /** Whether all of it has been sent. */
        boolean idle();
    }

    private enum Pace {
        /** Points come at their times. */
        REAL,
        /** Points come as fast as the line carries them. */
        FAST
    }

    private final String name;
    private final Fixtures fixtures;
    private final Surface surface;
    private volatile @Nullable Thread playing;

    Pen(String name, Fixtures fixtures, Surface surface) {
        this.name = name;
        this.fixtures = fixtures;
        this.surface = surface;
    }

    boolean writing() {
        Thread player = playing;
        return player != null && player.isAlive();
    }

    /** The action {@code sign}. */
    Answer sign(Fields fields, Supplier<ObjectNode> state) {
        Optional<JsonNode> given = fields.any("strokes");
        Optional<String> name = fields.text("signature");
        Pace pace = fields.choice("pace", Pace.class, Pace.REAL);
        boolean wait = fields.flag("wait", true);
        if (given.isPresent() == name.isPresent()) {
            fields.mistaken("give either strokes or the name of a signature");
        }
        Optional<Strokes> strokes =
                given.or(() -> name.flatMap(file -> fixture(file, fields))).flatMap(json -> Strokes.read(json, fields));
        Thread[] player = new Thread[1];
        Answer answer = fields.then(() -> strokes.ifPresent(drawn -> player[0] = play(drawn, pace)), state);
        if (wait && player[0] != null) {
            awaitEnd(player[0]);
            return new Answer.Done(state.get());
        }
        return answer;
    }

    private Optional<JsonNode> fixture(String name, Fields fields) {
        Optional<byte[]> bytes =
                fixtures.bytes(Fixtures.Kind.SIGNATURES, name.endsWith(".json") ? name : name + ".json");
        Optional<JsonNode> strokes = bytes.flatMap(read ->
                        Fields.parse(new String(read, StandardCharsets.UTF_8)).object())
                .map(json -> json.path("strokes"));
        if (strokes.isEmpty()) {
            fields.mistaken("there is no signature fixture of that name");
        }
        return strokes;
    }

    /** A second signature ends the one that is being drawn. */
    private Thread play(Strokes strokes, Pace pace) {
        stop();
        Thread player = Thread.ofPlatform().daemon().name(name + " pen").unstarted(() -> draw(strokes, pace));
        playing = player;
        player.start();
        return player;
    }

    private void draw(Strokes strokes, Pace pace) {
        long begun = System.nanoTime();
        for (List<Strokes.Point> stroke : strokes.strokes()) {
            Strokes.Point first = stroke.getFirst();
            if (!awaitTime(begun, first, pace)) {
                return;
            }
            surface.hovering(first);
            for (Strokes.Point point : stroke) {
                if (!awaitTime(begun, point, pace)) {
                    return;
                }
                surface.touching(point);
            }
            surface.hovering(stroke.getLast());
        }
        surface.gone();
        while (!surface.idle() && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    private static boolean awaitTime(long begun, Strokes.Point point, Pace pace) {
        long due = begun + TimeUnit.MILLISECONDS.toNanos(point.millis());
        while (pace == Pace.REAL && due - System.nanoTime() > 0) {
            LockSupport.parkNanos(due - System.nanoTime());
            if (Thread.currentThread().isInterrupted()) {
                return false;
            }
        }
        return !Thread.currentThread().isInterrupted();
    }

    void stop() {
        Thread player = playing;
        playing = null;
        if (player != null) {
            player.interrupt();
            awaitEnd(player);
        }
    }

    private static void awaitEnd(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
