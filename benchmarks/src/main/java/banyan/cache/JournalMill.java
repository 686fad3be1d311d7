package banyan.cache;

import banyan.acceptance.Paper;
import banyan.acceptance.Sha256;
import banyan.acceptance.Submission;
import banyan.acceptance.SubmissionId;
import banyan.bench.inside.Opened;
import banyan.bench.inside.QueueFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Appends, settles and puts pages away in turn with raw writes of as many bytes, on this disk as it is and with a millisecond put into
 * each flush. A program of its own, because what delays a flush must be there before the C library is.
 */
public final class JournalMill {
    private static final int WARM = 2000;
    private static final int WARM_PAGES = 300;
    private static final int SLICE = 40;
    private static final int BYTES = 2048;
    private static final int PAGE = 1 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** In the page of memory that {@code faults.c} looks into. */
    private static final int MODE = 0;

    private static final int DELAY = 24;
    private static final int DELAY_FLUSH = 8;

    private final Journal journal;
    private final PageStore pages;
    private final EntrySeal seal;
    private final FileChannel raw;
    private final FileChannel rawPages;
    private final QueueFiles others;
    private final byte[] page = new byte[PAGE];

    private JournalMill(Path folder, Vault vault, Journal journal) throws IOException {
        this.journal = journal;
        this.pages = PageStore.open(folder.resolve("cache"), VisitKey.random());
        this.seal = new EntrySeal(vault);
        this.raw = create(folder.resolve("raw"));
        this.rawPages = create(folder.resolve("raw-pages"));
        this.others = new QueueFiles(folder, BYTES);
        new Random(1).nextBytes(page);
    }

    private static FileChannel create(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /**
     * Folder, rounds, microseconds of delay or 0. Prints {@code BENCH AS-IS|DELAYED what median-µs} for each thing measured, {@code BENCH
     * … added:what} for what it took longer than its raw neighbour, and {@code FIRST} for the first appends of all.
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        long delay = Long.parseLong(arguments[2]);
        Vault vault = Opened.vault(folder);
        try (Journal journal = Opened.journal(folder.resolve("cache"), vault)) {
            JournalMill mill = new JournalMill(folder, vault, journal);
            say("FIRST", "append", mill.append(SLICE));
            mill.warm();
            mill.measure("AS-IS", rounds);
            if (delay > 0) {
                delay(delay);
                mill.measure("DELAYED", rounds / 2);
            }
        }
        System.exit(0);
    }

    private static void delay(long micros) throws IOException {
        try (FileChannel file = FileChannel.open(
                Path.of(System.getenv("BANYAN_FAULTS")), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            MappedByteBuffer control = file.map(FileChannel.MapMode.READ_WRITE, 0, 4096);
            control.order(ByteOrder.nativeOrder());
            control.putLong(DELAY, micros * 1000);
            control.putInt(MODE, DELAY_FLUSH);
        }
    }

    private void warm() throws IOException {
        for (int done = 0; done < WARM; done += SLICE) {
            double _ = append(SLICE);
            double _ = settle(SLICE);
            double _ = raw(SLICE);
            double _ = others.tape(SLICE);
            double _ = others.store(SLICE);
        }
        for (int done = 0; done < WARM_PAGES; done++) {
            double _ = page();
        }
    }

    private void measure(String how, int rounds) throws IOException {
        List<Double> raws = new ArrayList<>();
        List<Double> appends = new ArrayList<>();
        List<Double> added = new ArrayList<>();
        List<Double> settles = new ArrayList<>();
        List<Double> settled = new ArrayList<>();
        List<Double> seals = new ArrayList<>();
        List<Double> tapes = new ArrayList<>();
        List<Double> stores = new ArrayList<>();
        List<Double> besideTape = new ArrayList<>();
        List<Double> besideStore = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            double before = raw(SLICE);
            appends.add(append(SLICE));
            double after = raw(SLICE);
            settles.add(settle(SLICE));
            raws.add(before);
            raws.add(after);
            added.add(appends.getLast() / ((before + after) / 2));
            settled.add(settles.getLast() / after);
            seals.add(seal(SLICE));
            tapes.add(others.tape(SLICE));
            stores.add(others.store(SLICE));
            besideTape.add(appends.getLast() / tapes.getLast());
            besideStore.add(appends.getLast() / stores.getLast());
        }
        say(how, "raw", median(raws));
        say(how, "append", median(appends));
        say(how, "append:raw", median(added));
        say(how, "settle", median(settles));
        say(how, "settle:raw", median(settled));
        say(how, "seal", median(seals));
        say(how, "tape", median(tapes));
        say(how, "mvstore", median(stores));
        say(how, "append:tape", median(besideTape));
        say(how, "append:mvstore", median(besideStore));
        List<Double> rawPage = new ArrayList<>();
        List<Double> ourPage = new ArrayList<>();
        List<Double> ratio = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            ourPage.add(page());
            while (!pages.isPrepared()) {
                LockSupport.parkNanos(1_000_000);
            }
            rawPage.add(write(rawPages, page));
            ratio.add(ourPage.getLast() / rawPage.getLast());
        }
        say(how, "raw-page", median(rawPage));
        say(how, "page", median(ourPage));
        say(how, "page:raw", median(ratio));
    }

    private static void say(String how, String what, double value) {
        System.out.println(String.format(Locale.ROOT, "BENCH %s %s %.4f", how, what, value));
    }

    /** Microseconds for one raw append with its flush. */
    private double raw(int count) throws IOException {
        double spent = 0;
        for (int at = 0; at < count; at++) {
            spent += write(raw, new byte[BYTES]);
        }
        return spent / count;
    }

    private static double write(FileChannel file, byte[] bytes) throws IOException {
        long began = System.nanoTime();
        ByteBuffer left = ByteBuffer.wrap(bytes);
        while (left.hasRemaining()) {
            int _ = file.write(left);
        }
        file.force(false);
        return (System.nanoTime() - began) / 1e3;
    }

    private double append(int count) throws IOException {
        List<Sealed> sealed = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            sealed.add(Sealed.of(submission(journal.newNumber()), List.of()));
        }
        long began = System.nanoTime();
        for (Sealed one : sealed) {
            if (!(journal.append(one, pages, PATIENCE) instanceof Appended.Kept)) {
                throw new IOException("not kept");
            }
        }
        return (System.nanoTime() - began) / 1e3 / count;
    }

    /** Takes the oldest, opens it, and puts a receipt in its place, as many with one flush as the sender does. */
    private double settle(int count) throws IOException {
        byte[] receipt = new byte[600];
        long began = System.nanoTime();
        for (int done = 0; done < count; ) {
            List<Outbox.Settlement> settlements = new ArrayList<>();
            while (settlements.size() < Gathered.MOST && done < count) {
                Optional<Pending> next = journal.next(entry -> settlements.stream().noneMatch(one -> one.entry().id() == entry.id()));
                if (next.flatMap(journal::read).isEmpty()) {
                    throw new IOException("nothing to settle");
                }
                settlements.add(new Outbox.Settlement(next.get(), receipt));
                done++;
            }
            if (!journal.settle(settlements)) {
                throw new IOException("not settled");
            }
        }
        return (System.nanoTime() - began) / 1e3 / count;
    }

    /** The encryption alone of one append. */
    private double seal(int count) {
        byte[] payload = new byte[BYTES];
        Head head = new Head(Sealed.What.SUBMISSION, 1, SubmissionId.random().toString(), "0137-2222", Sha256.of(payload), List.of());
        long began = System.nanoTime();
        for (int at = 0; at < count; at++) {
            EntrySeal.Parts _ = seal.seal(at, head, payload);
        }
        return (System.nanoTime() - began) / 1e3 / count;
    }

    /** As a citizen puts them: the next one comes when what is prepared for it is ready. */
    private double page() throws IOException {
        for (int tries = 0; tries < 1000 && !pages.isPrepared(); tries++) {
            LockSupport.parkNanos(1_000_000);
        }
        long began = System.nanoTime();
        if (!(pages.put(page) instanceof PageStore.Put.Stored(PageHandle handle))) {
            throw new IOException("not stored");
        }
        double spent = (System.nanoTime() - began) / 1e3;
        pages.drop(handle);
        return spent;
    }

    private static Submission submission(String number) {
        TreeMap<String, String> answers = new TreeMap<>();
        answers.put("work", "x".repeat(BYTES - 500));
        return new Submission(
                SubmissionId.random(),
                "0137",
                "flexible-employment-subsidy",
                "1.0.0",
                Instant.now(),
                "zh-CN",
                new Submission.Applicant("样张", "350102199003071234", "ID_CARD"),
                answers,
                Collections.emptySortedMap(),
                List.<Paper>of(),
                number,
                Optional.empty());
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
