package banyan.cache;

import banyan.acceptance.Paper;
import banyan.acceptance.Submission;
import banyan.acceptance.SubmissionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/**
 * Terminals in one process, each with a real journal, sender and client of its own, and connections of its own. They share the device
 * key and what TLS would need, which are the same at each and take long to make.
 */
final class Fleet implements AutoCloseable {
    private final List<Member> members = new ArrayList<>();
    private final Map<SubmissionId, Member> kept = new ConcurrentHashMap<>();
    /** When each was received, in nanoseconds. */
    private final ConcurrentLinkedQueue<Long> received = new ConcurrentLinkedQueue<>();

    private final AtomicInteger ends = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    private record Member(String number, Journal journal, PageStore pages, CentreClient client, Sync sync) {}

    /** @param key signs for all of them */
    Fleet(Path folder, int terminals, Centre centre, PrivateKey key, OkHttpClient http, Sync.Pacing pacing)
            throws IOException {
        Vault vault = Given.vault(folder);
        InstantSource clock = InstantSource.system();
        for (int at = 0; at < terminals; at++) {
            String number = number(at);
            Path own = Files.createDirectories(folder.resolve(number));
            Journal journal = Given.journal(new Journal.Settings(
                    own, vault, number, clock, 0, 0, new OsDisk(), UnaryOperator.identity()));
            OkHttpClient itsOwn = http.newBuilder()
                    .connectionPool(new ConnectionPool())
                    .dispatcher(new Dispatcher())
                    .build();
            CentreClient client = new CentreClient(centre, new Terminal(number, key), clock, itsOwn);
            Sync sync = new Sync(journal, client, clock, pacing);
            sync.onLateEnd(this::ended);
            members.add(new Member(number, journal, PageStore.open(own, VisitKey.random()), client, sync));
        }
    }

    static String number(int at) {
        return "%04d".formatted(at + 1);
    }

    private void ended(Delivery.End end) {
        ends.incrementAndGet();
        switch (end) {
            case Delivery.Received _ -> received.add(System.nanoTime());
            case Delivery.Refused _, Delivery.StillHere _ -> refused.incrementAndGet();
        }
    }

    /** Each terminal keeps so many, one in {@code papersIn} of them with two papers. */
    void keep(int each, int papersIn) {
        for (Member member : members) {
            for (int at = 0; at < each; at++) {
                boolean papers = (kept.size() + 1) % papersIn == 0;
                Sealed sealed = sealed(member, papers ? Given.pages(member.pages(), 2_000, 30_000) : List.of());
                if (!(member.journal().append(sealed, member.pages(), Given.SOON) instanceof Appended.Kept)) {
                    throw new AssertionError("not kept");
                }
                kept.put(sealed.id(), member);
            }
        }
    }

    private static Sealed sealed(Member member, List<PageHandle> pages) {
        List<Paper> papers = new ArrayList<>();
        for (PageHandle page : pages) {
            papers.add(new Paper("employment-proof", papers.size() + 1, "image/jpeg", page.size(), page.hash()));
        }
        return Sealed.of(
                new Submission(
                        SubmissionId.random(),
                        member.number(),
                        "flexible-employment-subsidy",
                        "1.0.0",
                        Instant.now(),
                        "zh-CN",
                        new Submission.Applicant(Given.NAME, Given.CARD, "ID_CARD"),
                        new TreeMap<>(Map.of("name", Given.NAME, "number", Given.CARD, "address", "五一北路 18 号")),
                        new TreeMap<>(Map.of("name", "ID_CARD")),
                        papers,
                        member.journal().newNumber(),
                        Optional.empty()),
                pages);
    }

    void start() {
        members.forEach(member -> member.sync().start());
    }

    /** What it has kept, ever. */
    Set<SubmissionId> kept() {
        return new HashSet<>(kept.keySet());
    }

    /** What waits still, set aside or not. */
    int waiting() {
        return members.stream().mapToInt(member -> member.journal().pending().size()).sum();
    }

    int refused() {
        return refused.get();
    }

    /** How many ends were told; more than were kept would be a lie. */
    int ends() {
        return ends.get();
    }

    /** Of those kept here, which have no signed receipt on the disk. */
    List<SubmissionId> withoutReceipt() {
        return kept.entrySet().stream()
                .filter(one -> !(one.getValue().journal().standing(one.getKey()).orElse(null)
                        instanceof Standing.Received))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The acceptance numbers of all receipts here; as many as receipts, or one was given twice. */
    Set<String> acceptanceNumbers() {
        Set<String> numbers = new HashSet<>();
        kept.forEach((id, member) -> Optional.of(member.journal().standing(id))
                .flatMap(standing -> standing)
                .filter(Standing.Received.class::isInstance)
                .map(Standing.Received.class::cast)
                .ifPresent(one -> numbers.add(one.receipt().acceptanceNumber())));
        return numbers;
    }

    /** The moments of the receipts in their order, in nanoseconds of the monotonic clock. */
    List<Long> received() {
        return received.stream().sorted().toList();
    }

    @Override
    public void close() {
        for (Member member : members) {
            member.sync().close();
            member.client().close();
            member.journal().close();
        }
    }
}
