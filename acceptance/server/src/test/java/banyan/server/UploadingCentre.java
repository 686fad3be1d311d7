package banyan.server;

import banyan.acceptance.KeyFiles;
import banyan.server.store.DatabaseAt;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** A program that is a centre over a database of somebody else's, until it is killed. */
final class UploadingCentre {
    private UploadingCentre() {}

    /** Folder, database and its user and password file, the terminal's key; its own key it leaves in the folder. */
    public static void main(String[] arguments) throws IOException {
        CentreSettings settings = CentreSettings.in(Path.of(arguments[0]))
                .withDatabase(new DatabaseAt.Given(arguments[1], arguments[2], Path.of(arguments[3])))
                .withPaperReserve(0)
                .withLimits(2, 8, Duration.ofSeconds(5));
        Centre centre = Centre.start(settings, new TestItems());
        centre.introduce("0137", KeyFiles.readPublic(Path.of(arguments[4])));
        KeyFiles.writePublic(Path.of(arguments[0]).resolve("centre.pub"), centre.key());
        System.out.println("AT " + centre.port());
        System.out.flush();
    }
}
