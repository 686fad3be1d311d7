package banyan.kiosk.documents;

import banyan.acceptance.LedgerEntry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was really printed. Every job is written down before it goes to the printer and again when its end is known, each time
 * after fsync, so that a power cut in between leaves "not known" and never "not printed". No personal data: a certificate is
 * named by the hash of its number, a time by its hour. How a job ended is owed to the centre from the moment it is written down until
 * it is written down too that it is kept for sending, so that a power cut in between loses no word.
 *
 * <p>An append-only file, one line a change, each with its own checksum. Not for two programs at once; calls may come from any
 * thread.
 */
public final class PrintLedger implements AutoCloseable {
    /** A certificate that was printed so long ago is asked for anew. */
    static final Duration KEPT = Duration.ofDays(180);

    /** The file is written anew without what is too old when it has grown to this. */
    static final long COMPACT_ABOVE = 2_000_000;

    private final Clock clock;
    private final Path file;
    private final Map<String, LedgerLine> byCertificate = new HashMap<>();
    /** The oldest first. */
    private final List<LedgerLine> owed = new ArrayList<>();
    /** Lines of before there was anybody to tell are owed to nobody; the first line of job 0 ends them. */
    private boolean telling;
    private FileChannel channel;
    private long nextJob = 1;
    /** Jobs from this on were begun by this program, and not by one before it. */
    private long firstOfOurs = 1;
    private int damaged;

    private PrintLedger(Path file, Clock clock, FileChannel channel) {
        this.file = file;
        this.clock = clock;
        this.channel = channel;
    }

    /** How a job ended, as far as anybody knows. */
    public enum Ending {
        PRINTED,
        PARTLY,
        UNKNOWN,
        /** The citizen, or the staff, said that this paper does not hold. */
        VOIDED
    }

    /** Whether a certificate may be printed. */
    public enum MayPrint {
        YES,
        /** It has been. */
        NO,
        /** Some of it may have come out; only who stands there can tell. */
        ASK
    }

    /** What became of opening the ledger. */
    public sealed interface Opened {
        record Open(PrintLedger ledger) implements Opened {}

        /** Nothing may be printed that must not be printed twice. */
        record Failed(String code) implements Opened {}
    }

    /** What became of writing into it. */
    public sealed interface Written {
        /** It is on the disk. */
        record Safe(long job) implements Written {}

        /** It is not; what should have been printed must not be. */
        record Failed(String code) implements Written {}
    }

    /**
     * A job that went to the printer, or was about to, and whose end is not written down.
     *
     * @param name what tells it from every other job of this ledger, also from one of a ledger before it: number and hour
     */
    public record Asked(long job, int pages, String name) {}

    /** Opens the ledger, or begins one. A line that a power cut tore is taken off its end. */
    public static Opened open(Path file, Clock clock) {
        try {
            var channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            var ledger = new PrintLedger(file, clock, channel);
            ledger.readAll();
            ledger.firstOfOurs = ledger.nextJob;
            return new Opened.Open(ledger);
        } catch (IOException broken) {
            return new Opened.Failed("LEDGER-UNREADABLE");
        }
    }

    /** What is known of this certificate. Without any line it may be printed. */
    public synchronized MayPrint mayPrint(String certificate) {
        var last = byCertificate.get(LedgerLine.nameOf(certificate));
        if (last == null) {
            return MayPrint.YES;
        }
        return switch (last.kind()) {
            case PRINTED -> MayPrint.NO;
            case VOIDED -> MayPrint.YES;
            // A job whose end was never written down met a power cut.
            case ASKED, PARTLY, UNKNOWN, TOLD -> MayPrint.ASK;
        };
    }

    /**
     * Is called before a job goes to the printer; it goes only if this is {@link Written.Safe}. A certificate that may not be
     * printed is refused here too, so that no caller can forget to ask; what did not hold must be voided first.
     */
    public synchronized Written begin(String certificate, int pages) {
        if (mayPrint(certificate) != MayPrint.YES) {
            return new Written.Failed("LEDGER-PRINTED-BEFORE");
        }
        if (!telling && write(beginning()) instanceof Written.Failed failed) {
            return failed;
        }
        var line = new LedgerLine(nextJob, LedgerLine.nameOf(certificate), LedgerLine.Kind.ASKED, pages, 0, hour());
        return write(line);
    }

    /**
     * Is called when the end of a job is known.
     *
     * @param pagesOut as the printer reported them
     */
    public synchronized Written end(long job, int pagesOut, Ending ending) {
        for (var line : byCertificate.values()) {
            if (line.job() == job) {
                return write(new LedgerLine(job, line.certificate(), kind(ending), line.pages(), pagesOut, hour()));
            }
        }
        return new Written.Failed("LEDGER-NO-SUCH-JOB");
    }

    /** What was printed of this certificate does not hold any more; it may be printed again. */
    public synchronized Written voidLast(String certificate) {
        var last = byCertificate.get(LedgerLine.nameOf(certificate));
        return last == null
                ? new Written.Failed("LEDGER-NO-SUCH-JOB")
                : end(last.job(), last.pagesOut(), Ending.VOIDED);
    }

    private LedgerLine beginning() {
        return new LedgerLine(0, "0".repeat(16), LedgerLine.Kind.TOLD, 0, 0, hour());
    }

    /** What the centre is still to be told, the oldest first. */
    public synchronized List<LedgerEntry> owed() {
        return owed.stream().map(LedgerLine::entry).toList();
    }

    /** The oldest of what is owed is kept for sending. */
    public synchronized Written told(LedgerEntry entry) {
        if (owed.isEmpty() || !owed.getFirst().entry().equals(entry)) {
            return new Written.Failed("LEDGER-NOT-OWED");
        }
        var line = owed.getFirst();
        return write(new LedgerLine(
                line.job(), line.certificate(), LedgerLine.Kind.TOLD, line.pages(), line.pagesOut(), line.hour()));
    }

    /** This job, as long as its end is not written down. */
    public synchronized Optional<Asked> asked(long job) {
        return byCertificate.values().stream()
                .filter(line -> line.job() == job && line.kind() == LedgerLine.Kind.ASKED)
                .map(PrintLedger::asked)
                .findFirst();
    }

    /** Jobs that an earlier program began, and ended before it knew how they went; the newest first. */
    public synchronized List<Asked> left() {
        return byCertificate.values().stream()
                .filter(line -> line.kind() == LedgerLine.Kind.ASKED && line.job() < firstOfOurs)
                .map(PrintLedger::asked)
                .sorted(Comparator.comparingLong(Asked::job).reversed())
                .toList();
    }

    private static Asked asked(LedgerLine line) {
        return new Asked(line.job(), line.pages(), line.job() + "-" + line.hour());
    }

    /** Lines that could not be read when the ledger was opened; more than the torn last one means a bad disk. */
    public synchronized int damagedLines() {
        return damaged;
    }

    @Override
    public synchronized void close() {
        try {
            channel.close();
        } catch (IOException lost) {
            // Every line was forced out when it was written.
        }
    }

    private static LedgerLine.Kind kind(Ending ending) {
        return switch (ending) {
            case PRINTED -> LedgerLine.Kind.PRINTED;
            case PARTLY -> LedgerLine.Kind.PARTLY;
            case UNKNOWN -> LedgerLine.Kind.UNKNOWN;
            case VOIDED -> LedgerLine.Kind.VOIDED;
        };
    }

    private long hour() {
        return clock.instant().getEpochSecond() / 3600;
    }

    private Written write(LedgerLine line) {
        try {
            long end = channel.size();
            try {
                append(channel, line, end);
            } catch (IOException full) {
                // Half a line would hide the next whole one.
                channel.truncate(end);
                throw full;
            }
            note(line);
            return new Written.Safe(line.job());
        } catch (IOException full) {
            return new Written.Failed("LEDGER-NOT-WRITTEN");
        }
    }

    private static void append(FileChannel channel, LedgerLine line, long at) throws IOException {
        var bytes = ByteBuffer.wrap((line.text() + "\n").getBytes(StandardCharsets.US_ASCII));
        long to = at;
        while (bytes.hasRemaining()) {
            to += channel.write(bytes, to);
        }
        channel.force(false);
    }

    private void note(LedgerLine line) {
        nextJob = Math.max(nextJob, line.job() + 1);
        if (line.kind() == LedgerLine.Kind.TOLD) {
            told(line.job());
            return;
        }
        byCertificate.put(line.certificate(), line);
        if (telling && line.kind() != LedgerLine.Kind.ASKED) {
            owed.add(line);
        }
    }

    private void told(long job) {
        if (job == 0) {
            telling = true;
            owed.clear();
            return;
        }
        owed.stream().filter(line -> line.job() == job).findFirst().ifPresent(owed::remove);
    }

    private void readAll() throws IOException {
        var bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        int read = 0;
        while (read >= 0 && bytes.hasRemaining()) {
            read = channel.read(bytes, bytes.position());
        }
        var text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII);
        int whole = text.lastIndexOf('\n') + 1;
        if (whole < text.length()) {
            damaged++;
            channel.truncate(whole);
        }
        text.substring(0, whole)
                .lines()
                .forEach(line -> LedgerLine.parse(line).ifPresentOrElse(this::note, () -> damaged++));
        if (whole > COMPACT_ABOVE) {
            compact();
        }
    }

    /**
     * Writes the last line of every certificate that is not too old, and every line that is owed, into a new file, and puts that in
     * place of the old one. What is owed stands after what is not, and before jobs that have begun since.
     */
    private void compact() throws IOException {
        long oldest = hour() - KEPT.toHours();
        byCertificate.values().removeIf(line -> line.hour() < oldest);
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        try (var to = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            var text = new StringBuilder();
            var lines = new ArrayList<LedgerLine>();
            byCertificate.values().stream()
                    .filter(line -> line.kind() != LedgerLine.Kind.ASKED && !owed.contains(line))
                    .forEach(lines::add);
            if (telling) {
                lines.add(beginning());
            }
            lines.addAll(owed);
            byCertificate.values().stream()
                    .filter(line -> line.kind() == LedgerLine.Kind.ASKED)
                    .forEach(lines::add);
            lines.forEach(line -> text.append(line.text()).append('\n'));
            var bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                to.write(bytes);
            }
            to.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (var folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
        channel.close();
        channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }
}
