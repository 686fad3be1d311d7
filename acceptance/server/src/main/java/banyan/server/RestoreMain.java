package banyan.server;

import banyan.server.backup.Restore;
import banyan.server.store.Database;
import banyan.server.store.PaperStore;
import banyan.server.store.Reach;
import banyan.server.wire.CentreKey;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code ./kiosk restore FILE [--dir DIR]}: a backup into a centre that has its keys and nothing else, and is not running. */
public final class RestoreMain {
    private RestoreMain() {}

    public static void main(String[] arguments) {
        Beside.quiet();
        Optional<Beside> words = Beside.read(arguments, 1, Set.of("--dir"), Set.of());
        if (arguments.length == 0 || words.isEmpty()) {
            System.err.println("usage: ./kiosk restore FILE [--dir DIR]");
            System.exit(64);
            return;
        }
        try {
            Restored restored = bring(words.get().settings(), Path.of(arguments[0]));
            System.out.println(restored.rows() + " rows, " + restored.releases() + " files of releases; of the latest receipts "
                    + restored.hold() + " hold and " + restored.fail() + " do not");
            restored.missing().forEach(hash -> System.out.println("MISSING " + hash));
            System.exit(restored.missing().isEmpty() && restored.fail() == 0 ? 0 : 3);
        } catch (IOException | SQLException failed) {
            System.err.println("Not restored: " + failed.getMessage());
            System.exit(1);
        }
    }

    /**
     * What was brought.
     *
     * @param hold of the latest receipts
     * @param missing papers that are not there or damaged
     */
    record Restored(long rows, int releases, long hold, long fail, List<String> missing) {}

    static Restored bring(CentreSettings settings, Path file) throws IOException, SQLException {
        if (!CentreKey.isIn(settings.keys())) {
            throw new IOException("put the centre's keys into " + settings.keys() + " first: they are in no backup");
        }
        CentreKey key = CentreKey.in(settings.keys());
        try (Restore backup = Restore.open(file, key.shown())) {
            try (Reach reach = Reach.to(settings.database());
                    PaperStore papers = settings.engine().papers(settings.papers(), settings.paperReserve())) {
                // Rows as they were under the schema of then; the centre's start does what has come since.
                Database.migrateTo(reach.at(), backup.schema());
                try (Connection rows = reach.connect()) {
                    long count = backup.rows(rows);
                    List<String> missing = backup.papers(papers);
                    int releases = backup.releases(settings.releases());
                    rows.setAutoCommit(true);
                    long[] receipts = Restore.receipts(rows, key.shown());
                    return new Restored(count, releases, receipts[0], receipts[1], missing);
                }
            }
        }
    }
}
