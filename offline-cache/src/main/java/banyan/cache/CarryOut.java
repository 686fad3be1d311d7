package banyan.cache;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Carries what waits on the disk of a dead terminal to a file that the centre alone can open. It needs no key, opens nothing and changes
 * nothing on the disk.
 *
 * <p>The file is a zip: {@code form}, the two files of epochs, {@code entries/ROW} (kind 4, state 4, hour 8, length of the head 4, head,
 * body), {@code papers/NAME}, and for the centre to see whether rows were taken out {@code chain} and {@code places}; all but the rows' numbers, kinds, states and hours is sealed.
 */
public final class CarryOut {
    static final String FORM = "banyan carried out 1";
    static final String ENTRIES = "entries/";
    static final String PAPERS = "papers/";

    /** The end of the journal's chain, sealed as it lies, or nothing where it is gone; and the rows' places, of which it is the sum. */
    static final String CHAIN = "chain";

    static final String PLACES = "places";

    private static final int ALL = Integer.MAX_VALUE;

    private final Path cache;
    private final List<String> closed = new ArrayList<>();
    private int entries;
    private int papers;
    private boolean damaged;

    /**
     * What was carried.
     *
     * @param entries requests and notes that wait, all of which are in the file
     * @param papers sealed papers
     * @param closed numbers of the rows among them that the centre cannot open, because no copy of their key was made for it
     * @param damaged whether the database is damaged, so that there may be more
     */
    public record Carried(int entries, int papers, List<String> closed, boolean damaged) {
        public Carried {
            closed = List.copyOf(closed);
        }
    }

    private CarryOut(Path cache) {
        this.cache = cache;
    }

    /**
     * Does it.
     *
     * @param folder the terminal's data folder, or the cache in it
     * @param out a new file, for its owner only
     * @throws IOException if there is no journal, or one of the disks fails; its message says which
     */
    public static Carried to(Path folder, Path out) throws IOException {
        Path cache = Files.exists(folder.resolve(JournalFile.NAME)) ? folder : folder.resolve("cache");
        if (!Files.exists(cache.resolve(JournalFile.NAME))) {
            throw new IOException("there is no journal in " + folder);
        }
        return new CarryOut(cache).to(out);
    }

    private Carried to(Path out) throws IOException {
        Path part = out.resolveSibling(out.getFileName() + ".part");
        Files.deleteIfExists(part);
        Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (OutputStream file = Files.newOutputStream(part);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            put(zip, "form", FORM.getBytes(StandardCharsets.US_ASCII));
            Set<Integer> forTheCentre = epochs(zip);
            journal(zip, out, forTheCentre);
            papers(zip);
        }
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(part, out);
        return new Carried(entries, papers, closed, damaged);
    }

    private Set<Integer> epochs(ZipOutputStream zip) throws IOException {
        Set<Integer> numbers = new HashSet<>();
        for (List<EpochRecord> copy : new EpochFile(new OsDisk(), cache).read()) {
            copy.stream().filter(record -> record.copy().isPresent()).forEach(record -> numbers.add(record.number()));
        }
        for (String name : EpochFile.COPIES) {
            if (Files.exists(cache.resolve(name))) {
                put(zip, name, Files.readAllBytes(cache.resolve(name)));
            }
        }
        return numbers;
    }

    /** The database is read from a copy: opening it would write into the log beside it. */
    private void journal(ZipOutputStream zip, Path out, Set<Integer> forTheCentre) throws IOException {
        Path copies = Files.createTempDirectory(out.toAbsolutePath().getParent(), ".journal");
        Path copy = copies.resolve(JournalFile.NAME);
        try {
            for (String suffix : List.of("", "-wal")) {
                Path from = cache.resolve(JournalFile.NAME + suffix);
                if (Files.exists(from)) {
                    Files.copy(from, copies.resolve(JournalFile.NAME + suffix));
                }
            }
            try (JournalDb db = JournalDb.open(copy, UnaryOperator.identity(), _ -> OptionalInt.empty())) {
                damaged = !db.sound();
                boolean first = db.form() < JournalDb.OUR_TABLES;
                Rows rows = new Rows(db);
                for (Rows.Row row : first ? FirstForm.some(db, ALL) : rows.after(-1, ALL)) {
                    Optional<byte[]> body = first ? FirstForm.body(db, row.id()) : rows.body(row.id());
                    entry(zip, row, body.orElse(new byte[0]), forTheCentre);
                }
                if (!first) {
                    chain(zip, db, rows);
                }
            } catch (SQLException unreadable) {
                damaged = true;
            }
        } finally {
            try (DirectoryStream<Path> all = Files.newDirectoryStream(copies)) {
                for (Path file : all) {
                    Files.delete(file);
                }
            }
            Files.delete(copies);
        }
    }

    private void entry(ZipOutputStream zip, Rows.Row row, byte[] body, Set<Integer> forTheCentre) throws IOException {
        String number = Long.toHexString(row.id());
        zip.putNextEntry(new ZipEntry(ENTRIES + number));
        DataOutputStream data = new DataOutputStream(zip);
        data.writeInt(row.kind());
        data.writeInt(row.state());
        data.writeLong(row.hour());
        data.writeInt(row.head().length);
        data.write(row.head());
        data.write(body);
        data.flush();
        zip.closeEntry();
        entries++;
        if (!forTheCentre.contains(EpochSeal.epochOf(row.head()).orElse(Epoch.ROOT))) {
            closed.add(number);
        }
    }

    private static void chain(ZipOutputStream zip, JournalDb db, Rows rows) throws SQLException, IOException {
        put(zip, CHAIN, db.meta(Chain.NAME).orElse(new byte[0]));
        ByteArrayOutputStream places = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(places);
        for (Rows.Row row : rows.after(-1, ALL)) {
            data.writeLong(row.id());
            data.writeInt(row.kind());
            data.writeInt(row.state());
            data.writeLong(row.hour());
            data.writeLong(row.number());
            data.writeUTF(row.code());
        }
        data.flush();
        put(zip, PLACES, places.toByteArray());
    }

    private void papers(ZipOutputStream zip) throws IOException {
        Path folder = cache.resolve(Papers.FOLDER);
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path file : all) {
                zip.putNextEntry(new ZipEntry(PAPERS + file.getFileName()));
                try (InputStream sealed = Files.newInputStream(file)) {
                    sealed.transferTo(zip);
                }
                zip.closeEntry();
                papers++;
            }
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }
}
