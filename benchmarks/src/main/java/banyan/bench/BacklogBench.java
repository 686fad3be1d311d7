package banyan.bench;

import banyan.acceptance.KeyFiles;
import banyan.acceptance.Paper;
import banyan.acceptance.Request;
import banyan.acceptance.Sha256;
import banyan.acceptance.Signing;
import banyan.acceptance.Submission;
import banyan.acceptance.SubmissionId;
import banyan.bench.inside.Opened;
import banyan.cache.Appended;
import banyan.cache.CentreClient;
import banyan.cache.Journal;
import banyan.cache.JournalQueue;
import banyan.cache.PageStore;
import banyan.cache.Sealed;
import banyan.cache.Sync;
import banyan.cache.Terminal;
import banyan.cache.Vault;
import banyan.cache.VisitKey;
import banyan.server.Centre;
import banyan.server.CentreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * What a journal costs in which very many wait: to open, to append to, and to bring to a centre on this machine, beside a bare
 * loop that posts as many submissions to the same centre.
 */
final class BacklogBench implements Bench {
    private static final int FEW = 1_000;
    private static final int MANY = 100_000;
    private static final int APPENDS = 200;
    /** The header and one row. */
    private static final long EMPTY_LOG = 100_000;

    private static final int APPEND_ROUNDS = 21;
    private static final int ROUNDS = 3;
    private static final int DRAINED = 10_000 / ROUNDS;
    private static final double OPEN_MILLIS = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration DRAIN = Duration.ofMinutes(10);
    private static final MediaType JSON = MediaType.get("application/json");
    private static final String TERMINAL = "0137";

    @Override
    public String name() {
        return "backlog";
    }

    @Override
    public List<Figure> measure() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("banyan-backlog");
        List<Figure> figures = new ArrayList<>(waiting(folder));
        figures.addAll(drained(folder));
        return figures;
    }

    private record Open(Journal journal, PageStore pages, Path log, double millis) implements AutoCloseable {
        static Open in(Path folder) throws IOException {
            Vault vault = Opened.vault(folder);
            Path cache = folder.resolve("cache");
            long began = System.nanoTime();
            Journal journal = Opened.journal(cache, vault);
            double millis = (System.nanoTime() - began) / 1e6;
            return new Open(journal, PageStore.open(cache, VisitKey.random()), cache.resolve("journal.db-wal"), millis);
        }

        void append(int count) throws IOException {
            for (int i = 0; i < count; i++) {
                Sealed sealed = Sealed.of(submission(journal.newNumber()), List.of());
                if (!(journal.append(sealed, pages, PATIENCE) instanceof Appended.Kept)) {
                    throw new IOException("not kept");
                }
            }
        }

        /** Microseconds for one. The log is emptied before, as it is in every moment in which nobody files. */
        double appendMicros() throws IOException {
            while (Files.size(log) > EMPTY_LOG) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            }
            long began = System.nanoTime();
            append(APPENDS);
            return (System.nanoTime() - began) / 1e3 / APPENDS;
        }

        @Override
        public void close() {
            journal.close();
        }
    }

    private static List<Figure> waiting(Path folder) throws IOException {
        try (Open few = Open.in(folder.resolve("few"));
                Open many = Open.in(folder.resolve("many"))) {
            few.append(FEW);
            many.append(MANY);
            List<Double> toFew = new ArrayList<>();
            List<Double> toMany = new ArrayList<>();
            List<Double> ratio = new ArrayList<>();
            for (int round = 0; round < APPEND_ROUNDS; round++) {
                toFew.add(few.appendMicros());
                toMany.add(many.appendMicros());
                ratio.add(toMany.getLast() / toFew.getLast());
            }
            double headOfFew = JournalQueue.headMicros(few.journal());
            double headOfMany = JournalQueue.headMicros(many.journal());
            many.close();
            List<Double> opened = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                try (Open again = Open.in(folder.resolve("many"))) {
                    opened.add(again.millis());
                }
            }
            return List.of(
                    Figure.atMost(
                            "backlog: append where 100,000 wait, beside 1,000",
                            JournalBench.median(toFew) * JournalBench.median(ratio),
                            "µs",
                            JournalBench.median(toFew),
                            1.1),
                    Figure.atMost("backlog: the oldest taken and opened where 100,000 wait", headOfMany, "µs", headOfFew, 1.1),
                    Figure.within("backlog: open where 100,000 wait", JournalBench.median(opened), "ms", OPEN_MILLIS));
        }
    }

    private static List<Figure> drained(Path folder) throws IOException, InterruptedException {
        Path centreFolder = Files.createDirectories(folder.resolve("centre"));
        KeyPair pair = KeyFiles.newPair();
        try (Centre centre = Centre.start(CentreSettings.in(centreFolder).withPaperReserve(0), new AnyItem())) {
            centre.introduce(TERMINAL, pair.getPublic());
            List<Double> bare = new ArrayList<>();
            List<Double> ours = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                bare.add(bareLoop(centre, pair));
                ours.add(drain(folder.resolve("drain-" + round), centre, pair));
            }
            return List.of(Figure.atLeast(
                    "backlog: %d submissions to a centre on this machine".formatted(ROUNDS * DRAINED),
                    JournalBench.median(ours),
                    "1/s",
                    JournalBench.median(bare),
                    0.8));
        }
    }

    /** Submissions a second, from the link's return to the last receipt on the disk. */
    private static double drain(Path folder, Centre centre, KeyPair pair) throws IOException, InterruptedException {
        banyan.cache.Centre there = banyan.cache.Centre.of(centre.address(), centre.key());
        InstantSource clock = InstantSource.system();
        try (Open open = Open.in(folder);
                CentreClient client = new CentreClient(there, new Terminal(TERMINAL, pair.getPrivate()), clock);
                Sync sync = new Sync(open.journal(), client, clock)) {
            open.append(DRAINED);
            CountDownLatch left = new CountDownLatch(DRAINED);
            sync.onLateEnd(_ -> left.countDown());
            long began = System.nanoTime();
            sync.start();
            if (!left.await(DRAIN.toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException(left.getCount() + " did not arrive");
            }
            return DRAINED * 1e9 / (System.nanoTime() - began);
        }
    }

    /** The same without journal, encryption, receipts or proof: each request is made and signed beforehand, one after the other. */
    private static double bareLoop(Centre centre, KeyPair pair) throws IOException {
        OkHttpClient http = new OkHttpClient();
        List<okhttp3.Request> requests = new ArrayList<>();
        for (int i = 0; i < DRAINED; i++) {
            Submission submission = submission("%s-%04d".formatted(TERMINAL, i));
            Sealed sealed = Sealed.of(submission, List.of());
            String path = "/api/v1/submissions/" + submission.id();
            String date = Long.toString(Instant.now().getEpochSecond());
            byte[] signed = new Request("PUT", path, date, Sha256.of(sealed.payload())).signedBytes();
            requests.add(new okhttp3.Request.Builder()
                    .url(centre.address().resolve(path).toString())
                    .put(RequestBody.create(sealed.payload(), JSON))
                    .header(Request.TERMINAL, TERMINAL)
                    .header(Request.DATE, date)
                    .header(Request.SIGNATURE, Base64.getEncoder().encodeToString(Signing.sign(pair.getPrivate(), signed)))
                    .build());
        }
        long began = System.nanoTime();
        for (okhttp3.Request request : requests) {
            try (Response response = http.newCall(request).execute()) {
                if (!response.isSuccessful()) {
                    throw new IOException("refused with " + response.code() + ": " + response.body().string());
                }
                response.body().bytes();
            }
        }
        double second = DRAINED * 1e9 / (System.nanoTime() - began);
        http.connectionPool().evictAll();
        http.dispatcher().executorService().shutdown();
        return second;
    }

    private static Submission submission(String number) {
        TreeMap<String, String> answers = new TreeMap<>();
        answers.put("work", "x".repeat(1500));
        return new Submission(
                SubmissionId.random(),
                TERMINAL,
                "any",
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
}
