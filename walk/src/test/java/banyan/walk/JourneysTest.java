package banyan.walk;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Every journey of the product is played against the packaged terminal, and everything it expects holds. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JourneysTest {
    private final Home home = Home.find();
    private final Path out = home.root().resolve("walk/target/journeys");
    private Optional<World> world = Optional.empty();

    @TestFactory
    Stream<DynamicTest> everyJourneyHolds() throws IOException {
        Folders.empty(out);
        world = Optional.of(World.build(home, out.resolve("world"), Optional.empty()));
        return journeys().stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.getFileName().toString(), () -> hold(JourneyFile.read(file))));
    }

    private void hold(Journey journey) throws IOException {
        Result result = new Player(world.orElseThrow(), journey, out.resolve(journey.name()), false).play();
        assertTrue(result.held(), result::say);
    }

    private List<Path> journeys() throws IOException {
        try (Stream<Path> files = Files.list(home.root().resolve("kiosk-app/journeys"))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    @AfterAll
    void endTheWorld() {
        world.ifPresent(World::close);
    }
}
