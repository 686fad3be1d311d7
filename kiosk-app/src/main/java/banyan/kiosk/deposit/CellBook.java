package banyan.kiosk.deposit;

import banyan.acceptance.Deposit;
import banyan.acceptance.DepositTaken;
import banyan.acceptance.SubmissionId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * Which cells of the cabinet are not free, and why. A cell is written down as opening before its door is unlocked, and again when it
 * is known what became of it; so a power cut in between leaves "nobody knows" and never "free". What the centre is owed is
 * written in the same line as what became of the cell, and taken off only when it is kept for sending.
 *
 * <p>A small file that is written anew, flushed and put in place of the old one at each change, with a checksum over all of it. Not
 * for two programs at once; calls may come from any thread and wait for the disk.
 */
public final class CellBook {
    private static final String END = "end ";

    private final Path file;
    private final SortedMap<Integer, Cell> cells;

    private CellBook(Path file, SortedMap<Integer, Cell> cells) {
        this.file = file;
        this.cells = cells;
    }

    /** What became of opening the book. */
    public sealed interface Opened {
        record Open(CellBook book) implements Opened {}

        /** Nobody knows what lies where: no cell may be given. */
        record Unreadable(String code) implements Opened {}
    }

    /** What became of writing into it. */
    public sealed interface Written {
        /** It is on the disk. */
        record Safe() implements Written {}

        /** It is not, as far as is known; what should follow from it must not. */
        record Failed(String code) implements Written {}
    }

    /** Opens the book, or begins one. A cell that was being opened when the program ended is uncertain from now on. */
    public static Opened open(Path file) {
        if (!Files.exists(file)) {
            return new Opened.Open(new CellBook(file, new TreeMap<>()));
        }
        try {
            return read(Files.readString(file, StandardCharsets.US_ASCII))
                    .<Opened>map(cells -> new Opened.Open(new CellBook(file, cells)))
                    .orElseGet(() -> new Opened.Unreadable("CELL-BOOK-DAMAGED"));
        } catch (IOException unreadable) {
            return new Opened.Unreadable("CELL-BOOK-UNREADABLE");
        }
    }

    private static Optional<SortedMap<Integer, Cell>> read(String text) {
        int end = text.lastIndexOf(END);
        if (end < 0 || !text.substring(end).equals(END + checksum(text.substring(0, end)) + "\n")) {
            return Optional.empty();
        }
        SortedMap<Integer, Cell> cells = new TreeMap<>();
        for (String line : text.substring(0, end).lines().toList()) {
            Optional<Cell> cell = CellLine.parse(line);
            if (cell.isEmpty()) {
                return Optional.empty();
            }
            Cell known = cell.get();
            cells.put(known.number(), known.how().isEmpty() ? known.ended(Deposit.How.UNCERTAIN) : known);
        }
        return Optional.of(cells);
    }

    /** Whether this cell may be given to somebody. */
    public synchronized boolean free(int cell) {
        return !cells.containsKey(cell);
    }

    /** Every cell that is not free, by its number. */
    public synchronized List<Cell> occupied() {
        return List.copyOf(cells.values());
    }

    /** Those that have not been emptied; the one that has waited longest first. */
    public List<Cell> toEmpty() {
        return occupied().stream()
                .filter(cell -> cell.taken().isEmpty())
                .sorted(java.util.Comparator.comparing(Cell::since).thenComparing(Cell::number))
                .toList();
    }

    /** Is called before a door is unlocked for somebody; it is unlocked only if this is {@link Written.Safe}. */
    public synchronized Written begin(int cell, UUID deposit, SubmissionId about, List<String> materials, Instant now) {
        return free(cell)
                ? change(cell, Optional.of(Cell.opening(cell, deposit, about, materials, seconds(now))))
                : new Written.Failed("CELL-NOT-FREE");
    }

    /** Is called when it is known what became of it, or that nobody will know. The first word stands. */
    public synchronized Written end(UUID deposit, Deposit.How how) {
        Optional<Cell> cell = find(deposit);
        if (cell.isEmpty()) {
            return new Written.Failed("CELL-NO-SUCH-DEPOSIT");
        }
        return cell.get().how().isPresent() ? new Written.Safe() : change(cell.get().number(), Optional.of(cell.get().ended(how)));
    }

    /** Whether what became of it is written down. */
    public synchronized boolean ended(UUID deposit) {
        return find(deposit).flatMap(Cell::how).isPresent();
    }

    /** Is called when staff have looked into a cell and emptied it. */
    public synchronized Written emptied(int cell, boolean found, String staff, Instant now) {
        Optional<Cell> known = Optional.ofNullable(cells.get(cell)).filter(one -> one.how().isPresent());
        if (known.isEmpty()) {
            return new Written.Failed("CELL-NOT-TO-EMPTY");
        }
        return known.get().taken().isPresent()
                ? new Written.Safe()
                : change(cell, Optional.of(known.get().emptied(new DepositTaken(found, staff, seconds(now)))));
    }

    /** What the centre is still to be told. */
    public synchronized List<Cell> owed() {
        return cells.values().stream()
                .filter(cell -> cell.owed() || cell.taken().isPresent())
                .toList();
    }

    /** All that was owed of this cell, as it was then, is kept for sending. A cell that was emptied is free from now on. */
    public synchronized Written told(Cell as) {
        Optional<Cell> now = find(as.deposit());
        if (!now.equals(Optional.of(as))) {
            return new Written.Failed("CELL-CHANGED");
        }
        return change(as.number(), as.taken().isPresent() ? Optional.empty() : Optional.of(as.told()));
    }

    private Optional<Cell> find(UUID deposit) {
        return cells.values().stream().filter(cell -> cell.deposit().equals(deposit)).findFirst();
    }

    private static Instant seconds(Instant now) {
        return now.truncatedTo(ChronoUnit.SECONDS);
    }

    private Written change(int cell, Optional<Cell> to) {
        SortedMap<Integer, Cell> changed = new TreeMap<>(cells);
        to.ifPresentOrElse(now -> changed.put(cell, now), () -> changed.remove(cell));
        try {
            write(changed.values());
        } catch (IOException full) {
            return new Written.Failed("CELL-BOOK-NOT-WRITTEN");
        }
        to.ifPresentOrElse(now -> cells.put(cell, now), () -> cells.remove(cell));
        return new Written.Safe();
    }

    private void write(Collection<Cell> all) throws IOException {
        String lines = all.stream().map(cell -> CellLine.text(cell) + "\n").collect(Collectors.joining());
        String text = lines + END + checksum(lines) + "\n";
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    private static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.US_ASCII));
        return String.format(Locale.ROOT, "%08x", crc.getValue());
    }
}
