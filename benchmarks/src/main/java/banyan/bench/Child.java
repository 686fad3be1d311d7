package banyan.bench;

import banyan.walk.Home;
import banyan.walk.KioskJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process that is measured, and the lines it has to say. */
final class Child {
    private static final String WORD = "BENCH ";
    private static final int PATIENCE_SECONDS = 180;

    private Child() {}

    /** Without a display, in the terminal's size; the screen tells when it is painted. */
    static final List<String> SCREEN = List.of(
            "-Dglass.platform=Monocle",
            "-Dmonocle.platform=Painted",
            "-Dprism.order=sw",
            "-Dheadless.geometry=1080x1920-32");

    /** What a walked terminal needs, and the programs of this package. */
    static String classPath(Home home) throws IOException {
        try {
            Path own = Path.of(Child.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return own + ":" + home.walkedClassPath();
        } catch (URISyntaxException unreadable) {
            throw new IOException(unreadable);
        }
    }

    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** The options of a terminal's JVM and these. */
    static List<String> terminalOptions(List<String> more) {
        List<String> all = new ArrayList<>(KioskJvm.OPTIONS);
        all.addAll(more);
        return all;
    }

    /** Runs a program to its end, and returns the words of each line that it had to say. */
    static List<String[]> run(List<String> options, String classPath, String... program)
            throws IOException, InterruptedException {
        return run(Map.of(), options, classPath, program);
    }

    /** The same with more in its environment. */
    static List<String[]> run(
            Map<String, String> environment, List<String> options, String classPath, String... program)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>();
        line.add(java().toString());
        line.addAll(options);
        line.add("-cp");
        line.add(classPath);
        line.addAll(List.of(program));
        Path complaints = Files.createTempFile("banyan-bench", ".log");
        ProcessBuilder builder = new ProcessBuilder(line).redirectError(complaints.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        List<String[]> said = new ArrayList<>();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String one = out.readLine(); one != null; one = out.readLine()) {
                words(one, said);
            }
        }
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("it did not end: " + program[0]);
        }
        if (said.isEmpty()) {
            throw new IOException("it ended with %d and said nothing; its complaints are in %s"
                    .formatted(process.exitValue(), complaints));
        }
        Files.delete(complaints);
        return said;
    }

    /** Adds the words of a line, if it is one that a measured program prints. */
    static void words(String line, List<String[]> into) {
        if (line.startsWith(WORD)) {
            into.add(line.substring(WORD.length()).split(" ", -1));
        }
    }
}
