package banyan.cache;

import banyan.acceptance.Missing;
import banyan.acceptance.NoteReceipt;
import banyan.acceptance.Receipt;
import banyan.acceptance.Refusal;
import banyan.acceptance.Sha256;
import banyan.acceptance.Signing;
import banyan.acceptance.Tus;
import java.security.PublicKey;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Carries one entry to the centre and judges what comes back. Knows nothing of queues and waiting. */
final class Courier {
    private static final Duration SMALL = Duration.ofSeconds(20);

    /** A paper may take this long and, beyond it, a second for each so many bytes. */
    private static final Duration PAPER = Duration.ofSeconds(30);

    private static final long SLOWEST_BYTES_PER_SECOND = 50_000;
    private static final int ROUNDS = 3;

    private final Journal journal;
    private final CentreClient client;
    private final Uploads uploads;

    /** How a journey ended. */
    sealed interface Trip {
        /** The centre has it, and the journal knows. */
        record Done() implements Trip {}

        /** The centre has it, and its receipt is in the journal. */
        record Receipted(Receipt receipt) implements Trip {}

        /** It will never be taken like this; the journal has set it aside. */
        record Refused(String code) implements Trip {}

        /** Not now: {@code whose} says whether others may fare better. */
        record Later(String code, Whose whose, Optional<Duration> hold) implements Trip {}

        /** Left off in favour of a citizen who waits; nothing was wrong. */
        record Yielded() implements Trip {}

        /** What stands in the way. */
        enum Whose {
            /** This entry. */
            ENTRY,
            /** The way to the centre. */
            WAY,
            /** The centre, which is there but busy. */
            CENTRE,
            /** This terminal, which the centre will not have. */
            TERMINAL
        }
    }

    Courier(Journal journal, CentreClient client) {
        this.journal = journal;
        this.client = client;
        this.uploads = new Uploads(client);
    }

    Trip carry(Pending entry, Consumer<Delivery> steps, BooleanSupplier yield) {
        Optional<Outgoing> opened = journal.read(entry);
        if (opened.isEmpty()) {
            return journal.pending().contains(entry)
                    ? new Trip.Later("ENTRY-UNREADABLE", Trip.Whose.ENTRY, Optional.empty())
                    : new Trip.Refused("ENTRY-DAMAGED");
        }
        if (entry.state() == Pending.State.KEPT) {
            journal.sent(entry);
        }
        steps.accept(new Delivery.Sending());
        return entry.isSubmission() ? submission(opened.get(), steps, yield) : note(opened.get());
    }

    private Trip note(Outgoing out) {
        String type = out.entry().kind().orElseThrow().mediaType();
        CentreClient.Content content =
                out.payload().length == 0 ? CentreClient.Content.none() : CentreClient.Content.of(type, out.payload());
        return switch (client.call("PUT", out.entry().path(), content, SMALL)) {
            case Reply.Answered<CentreClient.Raw>(var raw) when !acknowledges(raw, out.entry()) ->
                new Trip.Later("RECEIPT-NOT-VALID", Trip.Whose.ENTRY, Optional.empty());
            case Reply.Answered<CentreClient.Raw> _ -> journal.done(out.entry()) ? new Trip.Done() : journalLater();
            case Reply.Refused<CentreClient.Raw> no -> refused(out.entry(), no);
            case Reply.Unreachable<CentreClient.Raw>(var code) -> way(code);
        };
    }

    /** Whether this says, under the centre's own key, that it holds exactly this note; of most kinds its answer is word enough. */
    private boolean acknowledges(CentreClient.Raw raw, Pending entry) {
        Optional<String> kind = entry.kind().flatMap(Note.Kind::receipted);
        return kind.isEmpty()
                || Wire.read(raw.body(), NoteReceipt.class)
                        .filter(receipt -> kind.get().equals(receipt.kind())
                                && receipt.name().equals(entry.name())
                                && receipt.hash().equals(entry.payload()))
                        .filter(receipt -> {
                            PublicKey key = client.centre().keys().get(receipt.keyId());
                            return key != null && Signing.holds(key, receipt.signedBytes(), receipt.signature());
                        })
                        .isPresent();
    }

    private Trip submission(Outgoing out, Consumer<Delivery> steps, BooleanSupplier yield) {
        for (int round = 1; round <= ROUNDS; round++) {
            switch (client.call("PUT", out.entry().path(), CentreClient.Content.json(out.payload()), SMALL)) {
                case Reply.Answered<CentreClient.Raw>(var raw)
                when raw.status() == 202 -> {
                    Optional<Trip> end = papers(out, raw, steps, yield);
                    if (end.isPresent()) {
                        return end.get();
                    }
                }
                case Reply.Answered<CentreClient.Raw>(var raw) -> {
                    return received(out, raw, steps);
                }
                case Reply.Refused<CentreClient.Raw> no -> {
                    return refused(out.entry(), no);
                }
                case Reply.Unreachable<CentreClient.Raw>(var code) -> {
                    return way(code);
                }
            }
        }
        return new Trip.Later("PAPERS-STILL-MISSING", Trip.Whose.ENTRY, Optional.empty());
    }

    /** Brings the papers that the centre lacks; empty when all are there and the receipt may be asked for. */
    private Optional<Trip> papers(Outgoing out, CentreClient.Raw raw, Consumer<Delivery> steps, BooleanSupplier yield) {
        Optional<Missing> answer = Wire.read(raw.body(), Missing.class);
        if (answer.isEmpty()) {
            return Optional.of(new Trip.Later("ANSWER-NOT-UNDERSTOOD", Trip.Whose.ENTRY, Optional.empty()));
        }
        Set<Sha256> missing = new HashSet<>(answer.get().missing());
        steps.accept(held(out, missing));
        for (Sha256 hash : answer.get().missing()) {
            Optional<Head.KeptPaper> paper = out.papers().stream()
                    .filter(kept -> kept.hash().equals(hash))
                    .findFirst();
            if (paper.isEmpty()) {
                return Optional.of(new Trip.Later("PAPER-NOT-OURS", Trip.Whose.ENTRY, Optional.empty()));
            }
            if (yield.getAsBoolean()) {
                return Optional.of(new Trip.Yielded());
            }
            Optional<Reply<CentreClient.Raw>> reply = send(out.entry(), paper.get(), yield);
            if (reply.isEmpty()) {
                return Optional.of(new Trip.Yielded());
            }
            switch (reply.get()) {
                case Reply.Answered<CentreClient.Raw> _ -> {
                    missing.remove(hash);
                    steps.accept(held(out, missing));
                }
                case Reply.Refused<CentreClient.Raw> no -> {
                    return Optional.of(refused(out.entry(), no));
                }
                case Reply.Unreachable<CentreClient.Raw>(var code) -> {
                    return Optional.of(paperFailed(out.entry(), code));
                }
            }
        }
        return Optional.empty();
    }

    private static Delivery.PapersHeld held(Outgoing out, Set<Sha256> missing) {
        int of = out.papers().size();
        int lacking = (int) out.papers().stream()
                .filter(paper -> missing.contains(paper.hash()))
                .count();
        return new Delivery.PapersHeld(of - lacking, of);
    }

    /** Whole, or a large one in chunks; empty where it was left off between two chunks for a citizen who waits. */
    private Optional<Reply<CentreClient.Raw>> send(Pending entry, Head.KeptPaper paper, BooleanSupplier yield) {
        if (paper.size() > Tus.WHOLE) {
            return uploads.send(
                    entry.path(),
                    paper.hash(),
                    paper.size(),
                    (from, clear, length) -> journal.read(paper, from, clear, length),
                    yield);
        }
        CentreClient.Content content =
                CentreClient.Content.bytes(paper.size(), paper.hash(), to -> journal.read(paper, to));
        Duration deadline = PAPER.plusSeconds(paper.size() / SLOWEST_BYTES_PER_SECOND);
        return Optional.of(client.call("PUT", entry.path() + "/papers/" + paper.hash(), content, deadline));
    }

    private Trip paperFailed(Pending entry, String code) {
        if (!code.equals(CentreClient.PAPER_DAMAGED)) {
            return way(code);
        }
        return aside(entry, code);
    }

    private Trip received(Outgoing out, CentreClient.Raw raw, Consumer<Delivery> steps) {
        Optional<Receipt> receipt = Wire.read(raw.body(), Receipt.class).filter(read -> proves(read, out));
        if (receipt.isEmpty()) {
            return new Trip.Later("RECEIPT-NOT-VALID", Trip.Whose.ENTRY, Optional.empty());
        }
        if (!journal.settle(out.entry(), raw.body())) {
            return journalLater();
        }
        steps.accept(held(out, Set.of()));
        return new Trip.Receipted(receipt.get());
    }

    /** Whether this receipt says, under the centre's own key, that it holds exactly what was sent. */
    private boolean proves(Receipt receipt, Outgoing out) {
        List<Sha256> sent = out.papers().stream().map(Head.KeptPaper::hash).toList();
        return ReceiptProof.holds(
                client.centre(), receipt, out.entry().name(), Optional.of(out.entry().payload()), Optional.of(sent));
    }

    private Trip refused(Pending entry, Reply.Refused<CentreClient.Raw> no) {
        Optional<Refusal> known = Refusal.ofCode(no.code());
        Refusal.Remedy remedy = known.map(Refusal::remedy).orElseGet(() -> byStatus(no.status()));
        return switch (remedy) {
            case STAFF -> new Trip.Later(no.code(), Trip.Whose.TERMINAL, no.retryAfter());
            // With a time to come back it is the centre that is busy; without, it may be this very entry that upsets
            // it.
            case LATER ->
                new Trip.Later(
                        no.code(), no.retryAfter().isPresent() ? Trip.Whose.CENTRE : Trip.Whose.ENTRY, no.retryAfter());
            case NEVER ->
                known.filter(Courier::wrongCentre).isPresent()
                        ? new Trip.Later(no.code(), Trip.Whose.TERMINAL, Optional.empty())
                        : aside(entry, no.code());
        };
    }

    /** A centre that does not know our paths is the wrong centre or the wrong version: no fault of the citizen's case. */
    private static boolean wrongCentre(Refusal refusal) {
        return refusal == Refusal.ROUTE_UNKNOWN || refusal == Refusal.METHOD_UNKNOWN;
    }

    private static Refusal.Remedy byStatus(int status) {
        if (status == 401 || status == 403) {
            return Refusal.Remedy.STAFF;
        }
        return status >= 500 || status == 408 || status == 425 || status == 429
                ? Refusal.Remedy.LATER
                : Refusal.Remedy.NEVER;
    }

    private Trip aside(Pending entry, String code) {
        return journal.refuse(entry, code) ? new Trip.Refused(code) : journalLater();
    }

    private static Trip way(String code) {
        return new Trip.Later(code, Trip.Whose.WAY, Optional.empty());
    }

    private static Trip journalLater() {
        return new Trip.Later("JOURNAL-WRITE-FAILED", Trip.Whose.ENTRY, Optional.empty());
    }
}
