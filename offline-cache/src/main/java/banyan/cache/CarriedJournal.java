package banyan.cache;

import banyan.acceptance.Sha256;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What was carried out of a terminal, as the centre opens it: with its private escrow key, and only what is sealed under a key that this
 * terminal has signed.
 */
public final class CarriedJournal implements Closeable {
    private static final int LARGEST = 64 << 20;

    private final ZipFile zip;
    private final Map<Integer, Epoch> epochs = new HashMap<>();

    /** What waited. */
    public sealed interface Entry {
        /**
         * It opens.
         *
         * @param path where the terminal would have sent it
         * @param name the submission's id or the note's name
         * @param kind {@code SUBMISSION}, {@code SUPPLEMENT}, or what kind of note
         * @param payload what the terminal would have sent
         * @param papers those of a submission or a supplement
         */
        record Opened(String path, String name, String kind, byte[] payload, List<Paper> papers) implements Entry {
            public Opened {
                papers = List.copyOf(papers);
            }

            @Override
            public String toString() {
                return "Opened[" + kind + "]";
            }
        }

        /** It cannot be opened; of it is known the number of its row only. */
        record Closed(String row) implements Entry {}
    }

    /** A paper of a submission: its hash and its size are those of what was scanned. */
    public record Paper(Sha256 hash, long size, Sealed sealed) {
        @Override
        public String toString() {
            return "Paper[" + size + " bytes]";
        }
    }

    /** Where a paper is in this file, and its key. */
    public static final class Sealed {
        private final Head.KeptPaper kept;

        private Sealed(Head.KeptPaper kept) {
            this.kept = kept;
        }
    }

    private CarriedJournal(ZipFile zip) {
        this.zip = zip;
    }

    /**
     * Opens it.
     *
     * @param centre the private escrow key
     * @param terminal whose disk it was, and the public keys it ever had
     * @throws IOException if it is no such file, or if nothing in it was sealed to this key by this terminal
     */
    public static CarriedJournal open(Path file, PrivateKey centre, String terminal, List<PublicKey> itsKeys) throws IOException {
        CarriedJournal journal = new CarriedJournal(new ZipFile(file.toFile()));
        try {
            if (!Arrays.equals(journal.bytes("form"), CarryOut.FORM.getBytes(StandardCharsets.US_ASCII))) {
                throw new IOException(file + " is not what ./kiosk carry-out writes");
            }
            for (String name : EpochFile.COPIES) {
                journal.epochs(name, centre, terminal, itsKeys);
            }
            if (journal.epochs.isEmpty()) {
                throw new IOException("no key in " + file + " was sealed to this escrow key by terminal " + terminal);
            }
            return journal;
        } catch (IOException failed) {
            journal.close();
            throw failed;
        }
    }

    private void epochs(String name, PrivateKey centre, String terminal, List<PublicKey> itsKeys) throws IOException {
        for (EpochRecord record : EpochFile.parsed(bytes(name))) {
            record.copy()
                    .filter(copy -> itsKeys.stream()
                            .anyMatch(key -> Escrow.isSigned(copy, terminal, key, record.context())))
                    .flatMap(copy -> Escrow.open(copy, centre, terminal, record.context()))
                    .ifPresent(key -> epochs.putIfAbsent(record.number(), new Epoch(record.number(), record.hour(), key)));
        }
    }

    /** Everything that waited, in no order. */
    public List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (ZipEntry entry : zip.stream().filter(one -> one.getName().startsWith(CarryOut.ENTRIES)).toList()) {
            entries.add(entry(entry.getName().substring(CarryOut.ENTRIES.length()), bytes(entry.getName())));
        }
        return entries;
    }

    private Entry entry(String row, byte[] bytes) throws IOException {
        if (!row.matches("[0-9a-f]{1,16}")) {
            return new Entry.Closed("-");
        }
        long id = Long.parseUnsignedLong(row, 16);
        try (DataInputStream data = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int kind = data.readInt();
            data.skipNBytes(Integer.BYTES + Long.BYTES);
            byte[] head = data.readNBytes(Math.clamp(data.readInt(), 0, bytes.length));
            byte[] body = data.readAllBytes();
            return EntrySeal.open(id, head, this::unwrap)
                    .flatMap(opened -> EntrySeal.body(id, opened, body).flatMap(payload -> opened(kind, opened.head(), payload)))
                    .<Entry>map(opened -> opened)
                    .orElseGet(() -> new Entry.Closed(row));
        } catch (EOFException cutOff) {
            return new Entry.Closed(row);
        }
    }

    /**
     * Whether what waited on that disk is what was put there: nothing taken out, nothing put in, no row changed. Empty where nothing in the
     * file could say it, as of a journal of before there was a chain.
     */
    public Optional<ChainState> chain() throws IOException {
        if (zip.getEntry(CarryOut.CHAIN) == null) {
            return Optional.empty();
        }
        Epoch root = epochs.get(Epoch.ROOT);
        Optional<Mark> end = Chain.opened(bytes(CarryOut.CHAIN), this::unwrap);
        if (root == null || end.isEmpty()) {
            return Optional.of(ChainState.of(0, true));
        }
        Links links = new Links(root.key());
        Mark.Sum found = Mark.Sum.EMPTY;
        boolean carried = true;
        for (Rows.Place row : places()) {
            found = found.with(links.entry(row));
            carried &= isCarried(row);
        }
        long others = zip.stream().filter(one -> one.getName().startsWith(CarryOut.ENTRIES)).count() - found.count();
        return Optional.of(ChainState.of(end.get().entries(), found).with(ChainState.of(0, !carried || others != 0)));
    }

    private List<Rows.Place> places() throws IOException {
        List<Rows.Place> places = new ArrayList<>();
        try (DataInputStream data = new DataInputStream(new ByteArrayInputStream(bytes(CarryOut.PLACES)))) {
            while (data.available() > 0) {
                long id = data.readLong();
                int kind = data.readInt();
                int state = data.readInt();
                long hour = data.readLong();
                long number = data.readLong();
                places.add(new Rows.Place(id, kind, state, hour, data.readUTF(), number));
            }
        } catch (EOFException cutOff) {
            places.clear();
        }
        return places;
    }

    /** Whether the entry that is carried stands as its place says. */
    private boolean isCarried(Rows.Place row) throws IOException {
        byte[] entry = bytes(CarryOut.ENTRIES + Long.toHexString(row.id()));
        ByteBuffer begin = ByteBuffer.wrap(entry);
        return entry.length >= 2 * Integer.BYTES + Long.BYTES
                && begin.getInt() == row.kind()
                && begin.getInt() == row.state()
                && begin.getLong() == row.hour();
    }

    private Optional<byte[]> unwrap(byte[] wrapped, byte[] context) {
        return EpochSeal.open(wrapped, context, Epoch::wrapping, number -> Optional.ofNullable(epochs.get(number)));
    }

    private static Optional<Entry.Opened> opened(int kind, Head head, byte[] payload) {
        List<Paper> papers = head.papers().stream()
                .map(kept -> new Paper(kept.hash(), kept.size(), new Sealed(kept)))
                .toList();
        Optional<Note.Kind> note = Note.Kind.of(kind);
        if (note.isEmpty() && kind != 0) {
            return Optional.empty();
        }
        String path = note.map(known -> known.path(head.name())).orElseGet(() -> head.what().path(head.name()));
        return Optional.of(new Entry.Opened(
                path, head.name(), note.map(Enum::name).orElseGet(() -> head.what().name()), payload, papers));
    }

    /**
     * Gives out a paper in clear, a part at a time.
     *
     * @throws IOException if it is not in the file or not what was kept; what was given out before was right
     */
    public void read(Paper paper, OutputStream clear) throws IOException {
        ZipEntry entry = zip.getEntry(CarryOut.PAPERS + paper.sealed().kept.file());
        if (entry == null) {
            throw new IOException("a paper is missing");
        }
        try (InputStream sealed = zip.getInputStream(entry)) {
            SealedFile.read(sealed, paper.sealed().kept.key(), clear);
        }
    }

    private byte[] bytes(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return new byte[0];
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readNBytes(LARGEST);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
        epochs.values().forEach(Epoch::forget);
    }
}
