package banyan.walk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a walked terminal is started: the production package's jars, and the extra ones in front.
 *
 * @param launcher the JVM's, behind what it is started through
 * @param classPath production jars, the walk jar, Monocle and what the channel needs
 * @param options more options of the JVM, such as an AOT cache; they overrule those that every walked terminal has
 * @param program the class with the main method
 */
public record TerminalCommand(List<String> launcher, String classPath, List<String> options, String program) {
    /** The program of a terminal that is walked. */
    public static final String WALKED = "banyan.walk.inside.WalkedKiosk";

    List<String> line(Path config, int[] screen, int channel) {
        List<String> line = new ArrayList<>(launcher);
        line.addAll(KioskJvm.OPTIONS);
        line.addAll(List.of(
                "-Dglass.platform=Monocle",
                "-Dmonocle.platform=Headless",
                "-Dprism.order=sw",
                "-Dheadless.geometry=%dx%d-32".formatted(screen[0], screen[1]),
                // What it puts into temporary files lies beside what it keeps, and is looked at with it.
                "-Djava.io.tmpdir=" + temporary(config),
                "-Dbanyan.walk.channel=" + channel));
        line.addAll(options);
        line.addAll(List.of("-cp", classPath, program, "--config", config.toString()));
        return line;
    }

    static Path temporary(Path config) {
        return config.resolveSibling("tmp");
    }
}
