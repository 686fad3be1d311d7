package banyan.bench;

import banyan.acceptance.KeyFiles;
import banyan.server.Centre;
import banyan.server.CentreSettings;
import banyan.walk.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What a terminal's JVM needs more than when it idles while two gigabytes of papers go to a centre in chunks. */
final class DrainBench implements Bench {
    private static final double LIMIT_MB = 64;

    /** Of six papers of 30 MB each, and one more paper at the end: 2.01 GB in all. */
    private static final int SUBMISSIONS = 11;

    private static final int PAPERS = 6;

    @Override
    public String name() {
        return "drain";
    }

    @Override
    public List<Figure> measure() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("banyan-drain");
        KeyPair keys = KeyFiles.newPair();
        KeyFiles.writePrivate(folder.resolve("terminal.key"), keys.getPrivate());
        try (Centre centre = Centre.start(CentreSettings.in(folder.resolve("centre")).withPort(0), new AnyItem())) {
            centre.introduce("0137", keys.getPublic());
            KeyFiles.writePublic(folder.resolve("centre.pub"), centre.key());
            String[] said = Child.run(
                            Child.terminalOptions(List.of()),
                            Child.classPath(Home.find()),
                            "banyan.bench.inside.DrainMill",
                            folder.toString(),
                            centre.address().toString(),
                            Integer.toString(SUBMISSIONS),
                            Integer.toString(PAPERS))
                    .getLast();
            double idle = Double.parseDouble(said[1]);
            double megabytes = Double.parseDouble(said[3]);
            return List.of(
                    Figure.within(
                            "drain: resident above idle, most, %.0f MB of papers".formatted(megabytes),
                            Double.parseDouble(said[2]) - idle,
                            "MB",
                            LIMIT_MB),
                    Figure.told("drain: resident when it idles", idle, "MB"),
                    Figure.told("drain: papers a second", megabytes / Double.parseDouble(said[4]), "MB/s"));
        } finally {
            delete(folder);
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
