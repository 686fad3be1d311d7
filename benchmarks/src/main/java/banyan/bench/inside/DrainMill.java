package banyan.bench.inside;

import banyan.acceptance.KeyFiles;
import banyan.acceptance.Paper;
import banyan.acceptance.Submission;
import banyan.acceptance.SubmissionId;
import banyan.attest.QuickEd25519;
import banyan.cache.Appended;
import banyan.cache.Centre;
import banyan.cache.CentreClient;
import banyan.cache.Journal;
import banyan.cache.PageHandle;
import banyan.cache.PageStore;
import banyan.cache.Sealed;
import banyan.cache.Sync;
import banyan.cache.Terminal;
import banyan.cache.Vault;
import banyan.cache.VisitKey;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Keeps large papers and sends them to a centre, in a JVM like the terminal's, and looks at its own memory meanwhile. */
public final class DrainMill {
    private static final int SMALL = 2_000_000;

    private DrainMill() {}

    /** Bytes that nothing packs and nobody holds. */
    private static final class Drawn extends InputStream {
        private final SplittableRandom chance;
        private long left;

        Drawn(long seed, long size) {
            this.chance = new SplittableRandom(seed);
            this.left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? chance.nextInt() & 0xFF : -1;
        }

        @Override
        public int read(byte[] bytes, int from, int count) {
            if (left <= 0) {
                return -1;
            }
            int given = (int) Math.min(count, left);
            byte[] drawn = new byte[given];
            chance.nextBytes(drawn);
            System.arraycopy(drawn, 0, bytes, from, given);
            left -= given;
            return given;
        }
    }

    /**
     * Folder with keys, the centre's address, how many submissions, of how many papers. Prints {@code BENCH DRAIN idle-MB most-MB papers-MB
     * seconds}.
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        QuickEd25519.install();
        Path folder = Path.of(arguments[0]);
        int submissions = Integer.parseInt(arguments[2]);
        int papers = Integer.parseInt(arguments[3]);
        Centre centre = Centre.of(URI.create(arguments[1]), KeyFiles.readPublic(folder.resolve("centre.pub")));
        Terminal terminal = new Terminal("0137", KeyFiles.readPrivate(folder.resolve("terminal.key")));
        Path cache = folder.resolve("cache");
        Vault vault = Opened.vault(folder);
        try (Journal journal = Opened.journal(cache, vault)) {
            PageStore pages = PageStore.open(cache, VisitKey.random());
            keep(journal, pages, 0, 1, SMALL);
            // A terminal that idles has sent something before.
            drain(journal, centre, terminal);
            double idle = resident("VmRSS:");
            for (int at = 1; at <= submissions; at++) {
                keep(journal, pages, at, papers, Paper.MAX_BYTES);
            }
            keep(journal, pages, submissions + 1, 1, Paper.MAX_BYTES);
            // From here on the peak is that of sending.
            Files.writeString(Path.of("/proc/self/clear_refs"), "5");
            long began = System.nanoTime();
            drain(journal, centre, terminal);
            double seconds = (System.nanoTime() - began) / 1e9;
            double megabytes = (submissions * papers + 1) * (Paper.MAX_BYTES / 1e6);
            System.out.println(
                    "BENCH DRAIN %.1f %.1f %.1f %.1f".formatted(idle, resident("VmHWM:"), megabytes, seconds));
        }
        System.exit(0);
    }

    private static void drain(Journal journal, Centre centre, Terminal terminal) throws InterruptedException {
        try (CentreClient client = new CentreClient(centre, terminal, InstantSource.system());
                Sync sync = new Sync(journal, client, InstantSource.system())) {
            sync.start();
            while (journal.report().kept() + journal.report().unanswered() > 0) {
                Thread.sleep(20);
            }
        }
        if (!journal.report().stuck().isEmpty()) {
            throw new IllegalStateException("refused: " + journal.report().stuck());
        }
    }

    private static void keep(Journal journal, PageStore pages, int which, int count, long size) throws IOException {
        List<PageHandle> handles = new ArrayList<>();
        List<Paper> papers = new ArrayList<>();
        for (int page = 1; page <= count; page++) {
            if (!(pages.put(new Drawn(which * 100L + page, size), size)
                    instanceof PageStore.Put.Stored(PageHandle handle))) {
                throw new IOException("not put away");
            }
            handles.add(handle);
            papers.add(new Paper("proof", page, "application/pdf", size, handle.hash()));
        }
        String number = journal.newNumber();
        Submission submission = new Submission(
                SubmissionId.random(),
                "0137",
                "flexible-employment-subsidy",
                "1.0.0",
                Instant.now(),
                "zh-CN",
                new Submission.Applicant("张三丰", "350102199003071234", "ID_CARD"),
                new TreeMap<>(),
                new TreeMap<>(),
                papers,
                number,
                Optional.empty());
        if (!(journal.append(Sealed.of(submission, handles), pages, Duration.ofSeconds(60)) instanceof Appended.Kept)) {
            throw new IOException("not kept");
        }
        handles.forEach(pages::drop);
    }

    private static double resident(String key) throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith(key))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }
}
