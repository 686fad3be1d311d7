package banyan.cache;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import banyan.acceptance.CaseProof;
import banyan.acceptance.Paper;
import banyan.acceptance.Submission;
import banyan.acceptance.SubmissionId;
import banyan.acceptance.Supplement;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** What most tests begin with: a vault, a journal, a submission with papers. */
final class Given {
    /** For a sender whose waits a test can wait for. */
    static final Sync.Pacing QUICK =
            new Sync.Pacing(Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofMillis(50));

    static final Duration SOON = Duration.ofSeconds(20);
    static final Instant NOON = Instant.parse("2026-11-21T04:05:06Z");
    static final String TERMINAL = "0137";
    static final String NAME = "欧阳娜娜";
    static final String CARD = "35010219900307123X";

    private Given() {}

    static Vault vault(Path folder) {
        return vault(folder, Vault.Place.in(folder));
    }

    static Vault vault(Path folder, Vault.Place place) {
        return switch (Vault.open(new DeviceKey.Development(folder.resolve("keys/device.key")), place)) {
            case Vault.Opening.Open(var vault) -> vault;
            case Vault.Opening.Refused(var code) -> throw new AssertionError(code);
        };
    }

    static Journal.Settings settings(Path folder, Disk disk, UnaryOperator<Connection> wrap) {
        return new Journal.Settings(folder, vault(folder), TERMINAL, InstantSource.fixed(NOON), 1 << 20, 0, disk, wrap);
    }

    static Journal journal(Path folder) {
        return journal(settings(folder, new OsDisk(), UnaryOperator.identity()));
    }

    static Journal journal(Journal.Settings settings) {
        return switch (Journal.open(settings)) {
            case Journal.Opening.Open(var journal) -> journal;
            case Journal.Opening.Refused(var code) -> throw new AssertionError(code);
        };
    }

    static PageHandle page(PageStore pages, byte[] bytes) {
        return assertInstanceOf(PageStore.Put.Stored.class, pages.put(bytes)).page();
    }

    /** Papers of these sizes, filled with what a search would find. */
    static List<PageHandle> pages(PageStore pages, int... sizes) {
        List<PageHandle> handles = new ArrayList<>();
        for (int size : sizes) {
            handles.add(page(pages, bytes(size, handles.size())));
        }
        return handles;
    }

    static byte[] bytes(int size, int seed) {
        byte[] bytes = new byte[size];
        new java.util.Random(seed).nextBytes(bytes);
        return bytes;
    }

    static Sealed sealed(Journal journal, List<PageHandle> pages) {
        List<Paper> papers = new ArrayList<>();
        for (PageHandle page : pages) {
            papers.add(new Paper("employment-proof", papers.size() + 1, "image/jpeg", page.size(), page.hash()));
        }
        return Sealed.of(
                new Submission(
                        SubmissionId.random(),
                        TERMINAL,
                        "flexible-employment-subsidy",
                        "1.0.0",
                        NOON,
                        "zh-CN",
                        new Submission.Applicant(NAME, CARD, "ID_CARD"),
                        new TreeMap<>(Map.of("name", NAME, "number", CARD, "address", "五一北路 18 号")),
                        new TreeMap<>(Map.of("name", "ID_CARD")),
                        papers,
                        journal.newNumber(),
                        Optional.empty()),
                pages);
    }

    /** What was asked for in a case, with these papers. */
    static Sealed supplement(Journal journal, List<PageHandle> pages) {
        List<Paper> papers = new ArrayList<>();
        for (PageHandle page : pages) {
            papers.add(new Paper("proof", papers.size() + 1, "image/jpeg", page.size(), page.hash()));
        }
        Supplement supplement = new Supplement(
                SubmissionId.random(),
                TERMINAL,
                Receipts.NUMBER,
                UUID.randomUUID(),
                CaseProof.receipt("48271093"),
                NOON,
                "zh-CN",
                new TreeMap<>(),
                papers);
        return Sealed.of(supplement, journal.newNumber(), pages);
    }

    static Note trouble(int seed) {
        return new Note(
                Note.Kind.TROUBLE,
                "0137-T" + seed,
                "{\"step\":\"MATERIALS\",\"faultCode\":\"NONE\"}".getBytes(StandardCharsets.UTF_8));
    }
}
