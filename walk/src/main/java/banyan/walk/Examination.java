package banyan.walk;

import banyan.kiosk.upkeep.Doctor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * {@code ./kiosk doctor}: examines the terminal of a configuration, or without one the demonstration's, whose devices and centre it
 * starts for that.
 */
public final class Examination {
    private Examination() {}

    /** {@code [--config FILE]}; exit status 0 only when all is well. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 0) {
            Doctor.main(arguments);
            return;
        }
        System.exit(ofTheDemonstration() ? 0 : 1);
    }

    private static boolean ofTheDemonstration() throws IOException {
        Path folder = Files.createTempDirectory("banyan-doctor-");
        try (World world = World.build(Home.find(), folder, Optional.empty())) {
            return Doctor.examine(world.terminal(Files.createDirectories(folder.resolve("terminal"))), System.out);
        } finally {
            Folders.empty(folder);
            Files.deleteIfExists(folder);
        }
    }
}
