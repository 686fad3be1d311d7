package banyan.walk;

import banyan.walk.Step.Line;
import banyan.walk.Step.Sight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Plays one journey in a world: step by step, and then looks whether everything that was expected holds. */
final class Player {
    private static final long LOOK_AGAIN_MILLIS = 40;

    private static final Duration GLANCE = Duration.ofSeconds(2);
    private static final int MOST_GLANCES = 8;

    /** What was promised may still be on its way to the centre: a wait before the next try, and the try. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(45);

    private final World world;
    private final Journey journey;
    private final Path out;
    private final boolean everyShot;
    private final List<Result.Played> played = new ArrayList<>();
    private final List<String> shots = new ArrayList<>();
    private Optional<Terminal> terminal = Optional.empty();

    /** How many characters of events there were when something was last done. */
    private int eventsBefore;

    Player(World world, Journey journey, Path out, boolean everyShot) {
        this.world = world;
        this.journey = journey;
        this.out = out;
        this.everyShot = everyShot;
    }

    /** Why a journey did not hold: what was expected, and what was seen. */
    private static final class Unmet extends Exception {
        private static final long serialVersionUID = 1;
        private final String seen;

        Unmet(String expected, String seen) {
            super(expected);
            this.seen = seen;
        }
    }

    Result play() throws IOException {
        long began = System.nanoTime();
        Optional<Result.Failure> failure = Optional.empty();
        World.Scene scene = world.set(journey, out);
        try {
            start(scene);
            for (Line line : journey.steps()) {
                failure = take(scene, line);
                if (failure.isPresent()) {
                    break;
                }
            }
            if (failure.isEmpty()) {
                failure = ends(scene);
            }
        } catch (IOException broken) {
            failure = Optional.of(
                    new Result.Failure(name(), 0, "start", "the terminal runs", String.valueOf(broken.getMessage())));
        } finally {
            stop();
        }
        Result result = new Result(
                journey, failure, played, shots, world.recordIds(scene), Duration.ofNanos(System.nanoTime() - began));
        result.write(out.resolve("result.json"));
        return result;
    }

    private void start(World.Scene scene) throws IOException {
        long began = System.nanoTime();
        terminal = Optional.of(world.startTerminal(scene, journey));
        played.add(new Result.Played(name(), 0, "start", Duration.ofNanos(System.nanoTime() - began)));
    }

    private String name() {
        return journey.file().getFileName().toString();
    }

    private void stop() throws IOException {
        if (terminal.isPresent()) {
            terminal.get().close();
            terminal = Optional.empty();
        }
    }

    private Terminal running() throws IOException {
        return terminal.orElseThrow(() -> new IOException("the terminal is not running; `restart` starts it again"));
    }

    private Optional<Result.Failure> take(World.Scene scene, Line line) throws IOException {
        long began = System.nanoTime();
        Optional<Result.Failure> failure = Optional.empty();
        try {
            take(scene, line.step());
        } catch (Unmet unmet) {
            failure = Optional.of(new Result.Failure(line.file(), line.number(), line.words(), String.valueOf(unmet.getMessage()), unmet.seen));
        } catch (IOException broken) {
            failure = Optional.of(
                    new Result.Failure(line.file(), line.number(), line.words(), "the step can be taken", String.valueOf(broken.getMessage())));
        }
        played.add(new Result.Played(line.file(), line.number(), line.words(), Duration.ofNanos(System.nanoTime() - began)));
        if (terminal.isPresent() && (everyShot || failure.isPresent())) {
            shoot(failure.isPresent() ? "failed" : "line-%d".formatted(line.number()));
        }
        return failure;
    }

    private void take(World.Scene scene, Step step) throws IOException, Unmet {
        if (!(step instanceof Step.Expect)) {
            eventsBefore = scene.events().length();
        }
        switch (step) {
            case Step.Tap(var target) ->
                demand("`%s` can be touched".formatted(target), running().order("tap", Map.of("target", target)));
            case Step.Type(var field, var text) -> type(field, text.isPresent() ? text.get() : world.lettersOnPaper());
            case Step.Device(var id, var action, var body) -> world.device(id, action, body);
            case Step.Hold(var code) -> hold(code);
            case Step.Sign(var surface, var strokes) -> sign(surface, strokes);
            case Step.Network(var line) -> scene.line().become(line);
            case Step.Form(var changed) -> world.form(changed);
            case Step.Clerk clerk -> world.clerk(clerk);
            case Step.Kill() -> {
                running().kill();
                terminal = Optional.empty();
            }
            case Step.Restart() -> {
                stop();
                start(scene);
            }
            case Step.Expect(var sight, var within) -> await(scene, sight, within);
            case Step.Clock(var forward) -> forward(forward);
            case Step.WorkedMorning() -> forward(world.untilWorkedMorning());
            case Step.Disk(var harm) -> world.disk(scene, harm);
            case Step.Release release -> world.release(release);
            case Step.Shot(var name) -> shoot(name);
            case Step.Do _ -> throw new IOException("blocks are resolved when the file is read");
        }
    }

    private void forward(Duration by) throws IOException, Unmet {
        world.forward(by);
        if (terminal.isPresent()) {
            demand("the clock moves", running().order("clock", Map.of("millis", by.toMillis())));
        }
    }

    private static void demand(String what, JsonNode answer) throws Unmet {
        if (!answer.path("ok").asBoolean(false)) {
            throw new Unmet(what, answer.path("why").asString("no answer"));
        }
    }

    /** Touches the field, then each key, then the pad's own "done". */
    private void type(String field, String text) throws IOException, Unmet {
        demand(
                "field `%s` can be touched".formatted(field),
                running().order("tap", Map.of("target", "field-" + field)));
        for (int i = 0; i < text.length(); i++) {
            String key = "key-" + text.charAt(i);
            demand("key `%s` is there".formatted(key), running().order("tap", Map.of("target", key)));
        }
        demand("the pad can be closed", running().order("tap", Map.of("target", "key-done")));
    }

    /** As a person does: until the screen shows that the code was seen. A scanner that does not look yet has seen nothing. */
    private void hold(Optional<String> code) throws IOException, Unmet {
        Terminal.Seen before = running().see();
        for (int glance = 0; glance < MOST_GLANCES; glance++) {
            world.hold(code);
            long until = System.nanoTime() + GLANCE.toNanos();
            while (System.nanoTime() < until) {
                if (!running().see().texts().equals(before.texts())) {
                    return;
                }
                pause();
            }
        }
        throw new Unmet("the code is seen", "page %s with %s".formatted(before.page(), before.texts()));
    }

    private void sign(Step.Sign.Surface surface, List<List<double[]>> strokes) throws IOException, Unmet {
        switch (surface) {
            case SCREEN ->
                demand(
                        "one can sign on the screen",
                        running().order("draw", Map.of("target", "ink", "strokes", strokes)));
            case PAD -> world.device("signature-pad", "sign", Map.of("strokes", strokes));
        }
    }

    private void await(World.Scene scene, Sight sight, Duration within) throws IOException, Unmet {
        long until = System.nanoTime() + within.toNanos();
        Terminal.Seen seen = running().see();
        Optional<String> missing = missing(scene, sight, seen);
        while (missing.isPresent() && System.nanoTime() < until) {
            pause();
            seen = running().see();
            missing = missing(scene, sight, seen);
        }
        if (missing.isPresent()) {
            throw new Unmet(missing.get(), "page %s with %s".formatted(seen.page(), seen.texts()));
        }
    }

    private Optional<String> missing(World.Scene scene, Sight sight, Terminal.Seen seen) throws IOException {
        if (sight.page().isPresent() && !sight.page().get().equals(seen.page())) {
            return Optional.of("page " + sight.page().get());
        }
        String all = String.join("\n", seen.texts());
        for (String text : sight.texts()) {
            if (!all.contains(text)) {
                return Optional.of("the text `%s`".formatted(text));
            }
        }
        for (String text : sight.absent()) {
            if (all.contains(text)) {
                return Optional.of("no text `%s`".formatted(text));
            }
        }
        for (String id : sight.ids()) {
            if (!seen.ids().contains(id)) {
                return Optional.of("a node `%s`".formatted(id));
            }
        }
        if (sight.event().isPresent()
                && !scene.events().substring(eventsBefore).contains('"' + sight.event().get() + '"')) {
            return Optional.of("the event `%s`".formatted(sight.event().get()));
        }
        return Optional.empty();
    }

    private Optional<Result.Failure> ends(World.Scene scene) throws IOException {
        List<String> lastSeen = terminal.isPresent() ? running().see().texts() : List.of();
        for (Journey.End end : journey.ends()) {
            long began = System.nanoTime();
            // Without the terminal running its disk holds still; the centre and the paper are looked at first.
            if (end.about().equals("journal") || end.about().equals("disk")) {
                stop();
            }
            Optional<String> wrong = awaitEnd(scene, end, lastSeen);
            played.add(new Result.Played(
                    name(), end.line(), end.about() + " " + end.words(), Duration.ofNanos(System.nanoTime() - began)));
            if (wrong.isPresent()) {
                return Optional.of(new Result.Failure(
                        name(), end.line(), end.about() + " " + end.words(), end.words().toString(), wrong.get()));
            }
        }
        return Optional.empty();
    }

    /** What is promised may still be on its way: looked at until it holds or patience ends. */
    private Optional<String> awaitEnd(World.Scene scene, Journey.End end, List<String> lastSeen) throws IOException {
        long until = System.nanoTime() + ON_ITS_WAY.toNanos();
        Optional<String> wrong = world.check(scene, end, lastSeen);
        while (wrong.isPresent() && System.nanoTime() < until) {
            pause();
            wrong = world.check(scene, end, lastSeen);
        }
        return wrong;
    }

    private void shoot(String name) throws IOException {
        String file = "%02d-%s.png".formatted(shots.size() + 1, name);
        Files.createDirectories(out);
        running().order("shot", Map.of("file", out.resolve(file).toString()));
        shots.add(file);
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(LOOK_AGAIN_MILLIS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", ended);
        }
    }
}
