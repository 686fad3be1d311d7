package banyan.server.backup;

import banyan.acceptance.Receipt;
import banyan.acceptance.Signing;
import banyan.server.store.OwnFolder;
import banyan.server.store.PaperFolder;
import banyan.server.store.PaperStore;
import banyan.server.wire.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.postgresql.PGConnection;

/** Brings a backup into an empty place. All rows or none; papers one by one, each only if it has its hash. */
public final class Restore implements AutoCloseable {
    /** So many numbers may have been given after the backup. Nobody is given one of them again. */
    static final long AHEAD = 10_000;

    private static final List<String> TOLD = List.of("submission", "receipt", "paper", "given_number", "certificate", "outbox");
    private static final int RECEIPTS = 1000;
    /** No manifest is longer. */
    private static final int MANIFEST = 10_000_000;

    private final Path file;
    private final ZipFile zip;
    private final Manifest manifest;

    private Restore(Path file, ZipFile zip, Manifest manifest) {
        this.file = file;
        this.zip = zip;
        this.manifest = manifest;
    }

    /**
     * Opens one and reads it all once; an {@link IOException} says what is wrong with it.
     *
     * @param key of the centre that has made it
     */
    public static Restore open(Path file, PublicKey key) throws IOException {
        ZipFile zip = new ZipFile(file.toFile());
        try {
            byte[] written = entry(zip, Manifest.NAME);
            Manifest manifest = Json.read(written, Manifest.class)
                    .filter(read -> read.form() == Manifest.FORM)
                    .orElseThrow(() -> new IOException(file + " is no backup that this program can read"));
            if (!manifest.keyId().equals(Signing.keyId(key))) {
                throw new IOException("the key that is here is not that of the centre this backup was taken from");
            }
            if (!Signing.holds(key, written, entry(zip, Manifest.SIGNATURE))) {
                throw new IOException(file + " is not as the centre has made it");
            }
            Backup.check(file, manifest);
            return new Restore(file, zip, manifest);
        } catch (IOException failed) {
            zip.close();
            throw failed;
        }
    }

    private static byte[] entry(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException(zip.getName() + " is no backup of a centre");
        }
        try (InputStream bytes = zip.getInputStream(entry)) {
            return bytes.readNBytes(MANIFEST);
        }
    }

    /** Which migration the database must have come to before its rows are brought. */
    public String schema() {
        return manifest.schema();
    }

    /** Brings all rows; the database has the backup's schema and nothing in it. */
    public long rows(Connection rows) throws IOException, SQLException {
        rows.setAutoCommit(false);
        try (Statement statement = rows.createStatement()) {
            for (String table : TOLD) {
                try (ResultSet any = statement.executeQuery("SELECT 1 FROM " + Schema.named(table) + " LIMIT 1")) {
                    if (any.next()) {
                        throw new IOException("there is something in this centre's database already; a backup goes into an empty one");
                    }
                }
            }
            long count = 0;
            // What migrations have put there themselves is in the backup as well.
            String all = String.join(", ", manifest.tables().stream().map(table -> '"' + Schema.named(table.name()) + '"').toList());
            statement.execute("TRUNCATE " + all);
            for (Manifest.Table table : manifest.tables()) {
                count += copy(rows, table);
            }
            for (Map.Entry<String, Long> counter : manifest.counters().entrySet()) {
                statement.execute("SELECT setval('public." + Schema.named(counter.getKey()) + "', " + (counter.getValue() + AHEAD) + ")");
            }
            rows.commit();
            return count;
        } catch (IOException | SQLException failed) {
            rows.rollback();
            throw failed;
        }
    }

    private long copy(Connection rows, Manifest.Table table) throws IOException, SQLException {
        try (InputStream bytes = zip.getInputStream(zip.getEntry(table.entry()))) {
            long count = rows.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY \"" + Schema.named(table.name()) + "\" (" + Schema.list(table.columns()) + ") FROM STDIN", bytes);
            if (count != table.rows()) {
                throw new IOException(table.name() + " has other rows than the backup says");
            }
            return count;
        }
    }

    /** Brings all papers from beside the backup; those that are missing or damaged are named. */
    public List<String> papers(PaperStore to) throws IOException {
        List<String> missing = new ArrayList<>();
        Path beside = file.toAbsolutePath().resolveSibling("papers");
        try (PaperFolder from = new PaperFolder(beside, 0);
                BufferedReader lines = Backup.lines(zip)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Backup.Named paper = Backup.Named.of(line);
                if (!Backup.carry(from, to, paper)) {
                    missing.add(paper.hash().hex());
                }
            }
        }
        return missing;
    }

    /** Brings the releases. */
    public int releases(Path folder) throws IOException {
        Path to = folder.toAbsolutePath().normalize();
        for (String name : manifest.releases()) {
            Path place = to.resolve(name).normalize();
            ZipEntry entry = zip.getEntry(Manifest.RELEASES + name);
            if (!place.startsWith(to) || entry == null) {
                throw new IOException("a release in it is not where it should be");
            }
            OwnFolder.make(place.getParent() == null ? to : place.getParent());
            try (InputStream bytes = zip.getInputStream(entry)) {
                Files.copy(bytes, place);
            }
        }
        return manifest.releases().size();
    }

    /** How many of the latest receipts hold under this key, and how many do not. */
    public static long[] receipts(Connection rows, PublicKey key) throws SQLException {
        long[] hold = new long[2];
        try (PreparedStatement statement =
                rows.prepareStatement("SELECT body FROM receipt ORDER BY received_at DESC LIMIT " + RECEIPTS)) {
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    boolean holds = Json.read(found.getBytes(1), Receipt.class)
                            .filter(receipt -> Signing.holds(key, receipt.signedBytes(), receipt.signature()))
                            .isPresent();
                    hold[holds ? 0 : 1]++;
                }
            }
        }
        return hold;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
