package banyan.walk;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Every journey of the product is played against the packaged terminal, and everything it expects holds. They are played in two worlds
 * side by side: most of a journey is waiting for paper and people.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JourneysTest {
    private final Home home = Home.find();
    private final Path out = home.root().resolve("walk/target/journeys");
    private final List<Thread> lanes = new ArrayList<>();

    /** One journey, and what came of it. */
    private record Play(Journey journey, CompletableFuture<Result> result) {}

    @TestFactory
    Stream<DynamicTest> everyJourneyHolds() throws IOException, JourneyMistake {
        Folders.empty(out);
        Map<Path, Play> plays = new LinkedHashMap<>();
        for (Path file : files()) {
            plays.put(file, new Play(JourneyFile.read(file), new CompletableFuture<>()));
        }
        BlockingQueue<Play> waiting = new LinkedBlockingQueue<>(plays.values());
        Play first = plays.values().iterator().next();
        lane("one", waiting, CompletableFuture.completedFuture(first));
        // The first terminal leaves the cache with which the others start sooner; two at once would both make it.
        lane("two", waiting, first.result());
        return plays.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey().getFileName().toString(), () -> hold(entry.getValue())));
    }

    private void lane(String name, BlockingQueue<Play> waiting, CompletableFuture<?> begin) {
        lanes.add(Thread.ofPlatform().name("lane-" + name).daemon().start(() -> {
            var _ = begin.handle((_, _) -> true).join();
            try (World world = World.build(home, out.resolve("world-" + name), Optional.empty())) {
                for (Play play = waiting.poll(); play != null; play = waiting.poll()) {
                    play(world, play);
                }
            } catch (IOException | RuntimeException broken) {
                // What is left to play has failed: with a world that cannot be built the other lane will not end it in time either.
                for (Play play = waiting.poll(); play != null; play = waiting.poll()) {
                    play.result().completeExceptionally(broken);
                }
            }
        }));
    }

    private void play(World world, Play play) {
        try {
            play.result()
                    .complete(new Player(
                                    world,
                                    play.journey(),
                                    out.resolve(play.journey().name()),
                                    false)
                            .play());
        } catch (IOException | RuntimeException broken) {
            play.result().completeExceptionally(broken);
        }
    }

    private static void hold(Play play) throws InterruptedException, ExecutionException {
        Result result = play.result().get();
        assertTrue(result.held(), result::say);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(home.root().resolve("kiosk-app/journeys"))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    @AfterAll
    void endTheLanes() throws InterruptedException {
        for (Thread lane : lanes) {
            lane.join();
        }
    }
}
