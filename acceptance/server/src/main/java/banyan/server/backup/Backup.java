package banyan.server.backup;

import banyan.acceptance.Paper;
import banyan.acceptance.Sha256;
import banyan.acceptance.SubmissionId;
import banyan.server.store.OwnFolder;
import banyan.server.store.PaperFolder;
import banyan.server.store.PaperStore;
import banyan.server.wire.CentreKey;
import banyan.server.wire.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;

/**
 * Writes a backup while the centre runs: all rows as they stood at one moment, and of the papers those that are not in the folder of
 * backups yet. No key is in it.
 */
public final class Backup {
    private final Connection rows;
    private final PaperStore papers;
    private final Path releases;
    private final CentreKey key;

    /** @param rows a connection of its own, on which no statement runs out of time */
    public Backup(Connection rows, PaperStore papers, Path releases, CentreKey key) {
        this.rows = rows;
        this.papers = papers;
        this.releases = releases;
        this.key = key;
    }

    /**
     * What was written.
     *
     * @param missing papers of which there is a row and no bytes, or others
     */
    public record Written(Path file, long rows, long papers, long newPapers, List<String> missing) {}

    /** Writes one into this folder, and reads it back. */
    public Written write(Path folder, Instant now) throws IOException, SQLException {
        OwnFolder.make(folder);
        String name = "backup-" + now.toString().replaceAll("[:.]", "-") + ".zip";
        Path part = folder.resolve(name + ".part");
        Files.deleteIfExists(part);
        Files.createFile(part, OwnFolder.FILE);
        Manifest manifest;
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(part))) {
            manifest = rows(zip, now);
            zip.putNextEntry(new ZipEntry(Manifest.NAME));
            byte[] written = Json.write(manifest);
            zip.write(written);
            zip.closeEntry();
            // Every entry's hash is in the manifest, so with this nobody else has made or changed a row of it.
            zip.putNextEntry(new ZipEntry(Manifest.SIGNATURE));
            zip.write(key.sign(written));
            zip.closeEntry();
        }
        force(part);
        check(part, manifest);
        PaperFolder kept = new PaperFolder(folder.resolve("papers"), 0);
        List<String> missing = new ArrayList<>();
        long copied = copyPapers(part, kept, missing);
        Path file = folder.resolve(name);
        // Only now does it bear the name of a backup: what it names is here.
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        force(folder);
        long all = manifest.tables().stream().mapToLong(Manifest.Table::rows).sum();
        return new Written(file, all, manifest.papers(), copied, missing);
    }

    private Manifest rows(ZipOutputStream zip, Instant now) throws IOException, SQLException {
        rows.setAutoCommit(false);
        try (Statement statement = rows.createStatement()) {
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
            List<Manifest.Table> tables = new ArrayList<>();
            for (String table : Schema.tables(rows)) {
                tables.add(copy(zip, table));
            }
            PaperList list = paperList(zip);
            return new Manifest(
                    Manifest.FORM,
                    now,
                    Schema.version(rows),
                    key.id(),
                    tables,
                    // Read last: a counter may be ahead of the rows, never behind.
                    Schema.counters(rows),
                    list.count(),
                    list.bytes(),
                    list.hash(),
                    releases(zip));
        } finally {
            rows.rollback();
        }
    }

    private Manifest.Table copy(ZipOutputStream zip, String table) throws IOException, SQLException {
        List<String> columns = Schema.columns(rows, table);
        Manifest.Table named = new Manifest.Table(table, columns, 0, "");
        zip.putNextEntry(new ZipEntry(named.entry()));
        MessageDigest digest = Sha256.digest();
        long count = rows.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("COPY \"" + table + "\" (" + Schema.list(columns) + ") TO STDOUT", new DigestOutputStream(zip, digest));
        zip.closeEntry();
        return new Manifest.Table(table, columns, count, Sha256.of(digest.digest(), 0).hex());
    }

    private record PaperList(long count, long bytes, String hash) {}

    /** A line for each paper: terminal, submission, hash, size. */
    private PaperList paperList(ZipOutputStream zip) throws IOException, SQLException {
        zip.putNextEntry(new ZipEntry(Manifest.PAPERS));
        MessageDigest digest = Sha256.digest();
        long count = 0;
        long bytes = 0;
        Writer lines = new OutputStreamWriter(new DigestOutputStream(zip, digest), StandardCharsets.US_ASCII);
        try (Statement statement = rows.createStatement()) {
            statement.setFetchSize(1000);
            try (ResultSet found = statement.executeQuery("SELECT terminal, id, encode(hash, 'hex'), size FROM paper")) {
                while (found.next()) {
                    lines.write(found.getString(1) + " " + found.getString(2) + " " + found.getString(3) + " " + found.getLong(4) + "\n");
                    count++;
                    bytes += found.getLong(4);
                }
            }
        }
        lines.flush();
        zip.closeEntry();
        return new PaperList(count, bytes, Sha256.of(digest.digest(), 0).hex());
    }

    private List<String> releases(ZipOutputStream zip) throws IOException {
        List<String> names = new ArrayList<>();
        if (!Files.isDirectory(releases)) {
            return names;
        }
        try (Stream<Path> all = Files.walk(releases)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                String name = releases.relativize(file).toString();
                zip.putNextEntry(new ZipEntry(Manifest.RELEASES + name));
                Files.copy(file, zip);
                zip.closeEntry();
                names.add(name);
            }
        }
        return names;
    }

    /** Reads every row back and compares its hash with what the database gave. */
    static void check(Path file, Manifest manifest) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (Manifest.Table table : manifest.tables()) {
                same(zip, table.entry(), table.hash());
            }
            same(zip, Manifest.PAPERS, manifest.papersHash());
        }
    }

    private static void same(ZipFile zip, String name, String hash) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null || !hash(zip, entry).equals(hash)) {
            throw new IOException(name + " is not in " + zip.getName() + " as it was written");
        }
    }

    private static String hash(ZipFile zip, ZipEntry entry) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream bytes = zip.getInputStream(entry);
                OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            bytes.transferTo(out);
        }
        return Sha256.of(digest.digest(), 0).hex();
    }

    private long copyPapers(Path file, PaperFolder kept, List<String> missing) throws IOException {
        long copied = 0;
        try (ZipFile zip = new ZipFile(file.toFile());
                BufferedReader lines = lines(zip)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Named paper = Named.of(line);
                if (kept.holds(paper.terminal(), paper.id(), paper.hash(), paper.size())) {
                    continue;
                }
                if (carry(papers, kept, paper)) {
                    copied++;
                } else {
                    missing.add(paper.hash().hex());
                }
            }
        }
        return copied;
    }

    /** From one store to another; the other takes only what has the hash. */
    static boolean carry(PaperStore from, PaperStore to, Named paper) throws IOException {
        try (InputStream bytes = from.open(paper.terminal(), paper.id(), paper.hash())) {
            return to.keep(paper.terminal(), paper.id(), paper.hash(), bytes, Paper.MAX_TOTAL) instanceof PaperStore.Taken.Kept;
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    static BufferedReader lines(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.PAPERS);
        if (entry == null) {
            throw new IOException("the list of papers is not in it");
        }
        return new BufferedReader(new InputStreamReader(zip.getInputStream(entry), StandardCharsets.US_ASCII));
    }

    /** A line of the list of papers. */
    record Named(String terminal, SubmissionId id, Sha256 hash, long size) {
        static Named of(String line) throws IOException {
            String[] words = line.split(" ", -1);
            if (words.length != 4 || !words[0].matches("[0-9A-Za-z][0-9A-Za-z-]{0,31}")) {
                throw new IOException("the list of papers cannot be read");
            }
            return new Named(words[0], new SubmissionId(UUID.fromString(words[1])), new Sha256(words[2]), Long.parseLong(words[3]));
        }
    }

    private static void force(Path at) throws IOException {
        Set<StandardOpenOption> how = Set.of(StandardOpenOption.READ);
        try (FileChannel channel = FileChannel.open(at, how)) {
            channel.force(true);
        }
    }
}
