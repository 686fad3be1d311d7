package banyan.walk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code ./kiosk walk}: plays journeys and says whether everything they expect held. */
public final class WalkMain {
    private WalkMain() {}

    /** Exit status 0 only if all journeys held; 1 if one did not; 64 if the call or a journey is not understood. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) {
        try {
            WalkOptions options = WalkOptions.of(arguments);
            List<Journey> journeys = new ArrayList<>();
            for (Path file : options.files()) {
                journeys.add(options.apply(JourneyFile.read(file)));
            }
            return play(journeys, options);
        } catch (WalkOptions.Misunderstood | JourneyMistake wrong) {
            System.err.println(wrong.getMessage());
            return 64;
        } catch (IOException broken) {
            System.err.println("The world could not be set up: " + broken.getMessage());
            return 1;
        }
    }

    private static int play(List<Journey> journeys, WalkOptions options) throws IOException {
        boolean all = true;
        try (World world = World.build(Home.find(), options.out().resolve("world"), options.fixtures())) {
            for (Journey journey : journeys) {
                Result result = new Player(world, journey, options.out().resolve(journey.name()), true).play();
                System.out.println(result.say());
                all &= result.held();
            }
        }
        return all ? 0 : 1;
    }

    /** The words of the command line. */
    record WalkOptions(
            List<Path> files, Path out, Optional<int[]> screen, Optional<String> language, Optional<Path> fixtures) {

        /** A command line that is not one of ours. */
        static final class Misunderstood extends Exception {
            private static final long serialVersionUID = 1;

            Misunderstood(String what) {
                super(what + "\nwalk FILE… --out DIR [--screen 1080x1920] [--language zh-CN] [--fixtures DIR]");
            }
        }

        static WalkOptions of(String[] arguments) throws Misunderstood {
            List<Path> files = new ArrayList<>();
            Optional<Path> out = Optional.empty();
            Optional<int[]> screen = Optional.empty();
            Optional<String> language = Optional.empty();
            Optional<Path> fixtures = Optional.empty();
            for (int i = 0; i < arguments.length; i++) {
                String word = arguments[i];
                if (!word.startsWith("--")) {
                    files.add(Path.of(word));
                    continue;
                }
                if (++i == arguments.length) {
                    throw new Misunderstood(word + " needs a value");
                }
                switch (word) {
                    case "--out" -> out = Optional.of(Path.of(arguments[i]).toAbsolutePath());
                    case "--screen" -> screen = Optional.of(size(arguments[i]));
                    case "--language" -> language = Optional.of(arguments[i]);
                    case "--fixtures" ->
                        fixtures = Optional.of(Path.of(arguments[i]).toAbsolutePath());
                    default -> throw new Misunderstood("unknown: " + word);
                }
            }
            if (files.isEmpty() || out.isEmpty()) {
                throw new Misunderstood("At least one journey, and --out for what it leaves, are needed.");
            }
            return new WalkOptions(files, out.get(), screen, language, fixtures);
        }

        private static int[] size(String text) throws Misunderstood {
            return switch (text) {
                case "1080x1920" -> new int[] {1080, 1920};
                case "1920x1080" -> new int[] {1920, 1080};
                default -> throw new Misunderstood("--screen is 1080x1920 or 1920x1080");
            };
        }

        Journey apply(Journey journey) {
            return new Journey(
                    journey.name(),
                    journey.about(),
                    journey.file(),
                    screen.orElse(journey.screen()),
                    language.orElse(journey.language()),
                    journey.smallDisk(),
                    journey.devices(),
                    journey.steps(),
                    journey.ends());
        }
    }
}
