package banyan.bench;

import banyan.acceptance.Paper;
import banyan.acceptance.Submission;
import banyan.acceptance.SubmissionId;
import banyan.bench.inside.Opened;
import banyan.cache.Appended;
import banyan.cache.Journal;
import banyan.cache.PageStore;
import banyan.cache.Sealed;
import banyan.cache.Vault;
import banyan.cache.VisitKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/**
 * One durable encrypted append of 2 KB beside a raw append and its flush, in paired slices. This disk may flush in microseconds; a
 * terminal's takes milliseconds. The second row puts the same 1 ms in place of this disk's flush on both sides, by arithmetic.
 */
final class JournalBench implements Bench {
    private static final int ROUNDS = 75;
    private static final int SLICE = 40;

    /** Until the JVM has compiled what an append runs through; how long the first ones take is told beside it. */
    private static final int WARM = 2000;

    private static final int BYTES = 2048;
    private static final int PAGE = 1 << 20;
    private static final int PAGES = 40;
    private static final double PAGE_RATIO = 1.6;
    private static final double FLUSH_MICROS = 1000;

    @Override
    public String name() {
        return "journal";
    }

    @Override
    public List<Figure> measure() throws IOException {
        Path folder = Files.createTempDirectory("banyan-journal");
        Vault vault = Opened.vault(folder);
        try (Journal journal = Opened.journal(folder.resolve("cache"), vault);
                FileChannel raw = FileChannel.open(
                        folder.resolve("raw"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            PageStore pages = PageStore.open(folder.resolve("cache"), VisitKey.random());
            double first = journal(journal, pages, SLICE);
            raw(raw, WARM);
            for (int warm = 0; warm < WARM; warm += SLICE) {
                journal(journal, pages, SLICE);
            }
            List<Double> raws = new ArrayList<>();
            List<Double> flushes = new ArrayList<>();
            List<Double> journals = new ArrayList<>();
            List<Double> added = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                raws.add(raw(raw, SLICE));
                journals.add(journal(journal, pages, SLICE));
                added.add(journals.getLast() - raws.getLast());
                flushes.add(flush(raw, SLICE));
            }
            double rawMicros = median(raws);
            // From slice to slice the disk is faster or slower by more than this; within a pair it is the same disk.
            double addedMicros = median(added);
            double flushMicros = Math.min(median(flushes), rawMicros);
            double atOne = FLUSH_MICROS - flushMicros;
            Figure page = page(folder, pages);
            return List.of(
                    Figure.told("journal: append of 2 KB on this disk", median(journals), "µs"),
                    Figure.told("journal: the same, the first %d".formatted(SLICE), first, "µs"),
                    Figure.told("journal: raw append + fdatasync on this disk", rawMicros, "µs"),
                    Figure.told("journal: added to it by an append, pair by pair", addedMicros, "µs"),
                    Figure.atLeast(
                            "journal: appends a second at a flush of 1 ms (arithmetic)",
                            1e6 / (rawMicros + addedMicros + atOne),
                            "1/s",
                            1e6 / (rawMicros + atOne),
                            0.9),
                    page);
        }
    }

    /** A page of 1 MB put away, beside a raw append of as much and its flush. */
    private static Figure page(Path folder, PageStore pages) throws IOException {
        byte[] bytes = new byte[PAGE];
        new Random(1).nextBytes(bytes);
        List<Double> ours = new ArrayList<>();
        List<Double> raws = new ArrayList<>();
        try (FileChannel raw = FileChannel.open(
                folder.resolve("raw-pages"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int i = -PAGES / 4; i < PAGES; i++) {
                long began = System.nanoTime();
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                while (buffer.hasRemaining()) {
                    raw.write(buffer);
                }
                raw.force(false);
                long half = System.nanoTime();
                if (!(pages.put(bytes) instanceof PageStore.Put.Stored)) {
                    throw new IOException("not stored");
                }
                if (i >= 0) {
                    raws.add((half - began) / 1e3);
                    ours.add((System.nanoTime() - half) / 1e3);
                }
            }
        }
        return Figure.atMost("journal: a page of 1 MB put away", median(ours), "µs", median(raws), PAGE_RATIO);
    }

    /** Microseconds for one raw append with its flush. */
    private static double raw(FileChannel file, int count) throws IOException {
        byte[] bytes = new byte[BYTES];
        long began = System.nanoTime();
        for (int i = 0; i < count; i++) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                file.write(buffer);
            }
            file.force(false);
        }
        return (System.nanoTime() - began) / 1e3 / count;
    }

    /** Microseconds for the flush alone, of a byte written over. */
    private static double flush(FileChannel file, int count) throws IOException {
        long spent = 0;
        for (int i = 0; i < count; i++) {
            file.write(ByteBuffer.wrap(new byte[1]), 0);
            long began = System.nanoTime();
            file.force(false);
            spent += System.nanoTime() - began;
        }
        return spent / 1e3 / count;
    }

    private static double journal(Journal journal, PageStore pages, int count) throws IOException {
        List<Sealed> sealed = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sealed.add(Sealed.of(submission(journal.newNumber()), List.of()));
        }
        long began = System.nanoTime();
        for (Sealed one : sealed) {
            if (!(journal.append(one, pages, Duration.ofSeconds(10)) instanceof Appended.Kept)) {
                throw new IOException("not kept");
            }
        }
        return (System.nanoTime() - began) / 1e3 / count;
    }

    private static Submission submission(String number) {
        TreeMap<String, String> answers = new TreeMap<>();
        answers.put("work", "x".repeat(BYTES - 500));
        return new Submission(
                SubmissionId.random(),
                "0137",
                "flexible-employment-subsidy",
                "1.0.0",
                java.time.Instant.now(),
                "zh-CN",
                new Submission.Applicant("样张", "350102199003071234", "ID_CARD"),
                answers,
                Collections.emptySortedMap(),
                List.<Paper>of(),
                number);
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
