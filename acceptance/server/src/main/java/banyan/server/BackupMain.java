package banyan.server;

import banyan.server.backup.Backup;
import banyan.server.store.PaperStore;
import banyan.server.store.Reach;
import banyan.server.wire.CentreKey;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/** {@code ./kiosk backup --out FOLDER [--dir DIR]}: all that a centre holds but its keys, while it runs or not. */
public final class BackupMain {
    private BackupMain() {}

    public static void main(String[] arguments) {
        Beside.quiet();
        Optional<Beside> words = Beside.read(arguments, 0, Set.of("--out", "--dir"), Set.of());
        if (words.isEmpty() || !words.get().has("--out")) {
            System.err.println("usage: ./kiosk backup --out FOLDER [--dir DIR]");
            System.exit(64);
            return;
        }
        try {
            Backup.Written written = write(words.get().settings(), Path.of(words.get().said("--out").orElseThrow()));
            System.out.println(written.file() + ": " + written.rows() + " rows, " + written.papers() + " papers, of them " + written.newPapers()
                    + " new here; read back");
            System.out.println("The keys are not in it: keep a copy of the folder 'keys' somewhere else.");
            written.missing().forEach(hash -> System.out.println("MISSING " + hash));
            System.exit(written.missing().isEmpty() ? 0 : 3);
        } catch (IOException | SQLException failed) {
            System.err.println("No backup: " + failed.getMessage());
            System.exit(1);
        }
    }

    /** Writes one of this centre into this folder. */
    static Backup.Written write(CentreSettings settings, Path folder) throws IOException, SQLException {
        if (!CentreKey.isIn(settings.keys())) {
            throw new IOException("no centre has its keys in " + settings.keys());
        }
        try (PaperStore papers = settings.engine().readPapers(settings.papers());
                Reach reach = Reach.to(settings.database());
                Connection rows = reach.connect()) {
            return new Backup(rows, papers, settings.releases(), CentreKey.in(settings.keys()))
                    .write(folder, settings.clock().instant().truncatedTo(ChronoUnit.MILLIS));
        }
    }
}
