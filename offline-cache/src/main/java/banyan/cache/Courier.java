package banyan.cache;

import banyan.acceptance.Missing;
import banyan.acceptance.NoteReceipt;
import banyan.acceptance.Receipt;
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

/** Carries one entry to the centre and does what {@link Verdicts} says of the answer. Knows nothing of queues and waiting. */
final class Courier {
    private static final Duration SMALL = Duration.ofSeconds(20);

    /** A paper may take this long and, beyond it, a second for each so many bytes. */
    private static final Duration PAPER = Duration.ofSeconds(30);

    private static final long SLOWEST_BYTES_PER_SECOND = 50_000;
    private static final int ROUNDS = 3;

    private final Journal journal;
    private final CentreClient client;
    private final Uploads uploads;
    private final Unoffered unoffered;

    /** How a journey ended. */
    sealed interface Trip {
        /** The centre has it, and the journal knows. */
        record Done() implements Trip {}

        /** The centre has it, and this is its receipt, which is not in the journal yet: nobody may be told before it is. */
        record Proven(Receipt receipt, byte[] json) implements Trip {
            @Override
            public String toString() {
                return "Proven";
            }
        }

        /** The centre has it, and its receipt is in the journal. */
        record Receipted(Receipt receipt) implements Trip {}

        /** It will never be taken like this; the journal has set it aside. */
        record Refused(String code) implements Trip {}

        /** Not now; {@code why} says who may fare better, {@code hold} how long the centre asked to stay away. */
        record Later(String code, Verdict why, Optional<Duration> hold) implements Trip {}

        /** Left off in favour of a citizen who waits; nothing was wrong. */
        record Yielded() implements Trip {}
    }

    Courier(Journal journal, CentreClient client) {
        this.journal = journal;
        this.client = client;
        this.uploads = new Uploads(client);
        this.unoffered = new Unoffered(client.clock());
    }

    Trip carry(Pending entry, Consumer<Delivery> steps, BooleanSupplier yield) {
        Optional<Outgoing> opened = journal.read(entry);
        if (opened.isEmpty()) {
            return journal.stands(entry)
                    ? later("ENTRY-UNREADABLE")
                    : new Trip.Refused("ENTRY-DAMAGED");
        }
        if (entry.state() == Pending.State.KEPT) {
            journal.sent(entry);
        }
        steps.accept(new Delivery.Sending());
        return entry.isFiled() ? filed(opened.get(), steps, yield) : note(opened.get());
    }

    private Trip note(Outgoing out) {
        String type = out.entry().kind().orElseThrow().mediaType();
        CentreClient.Content content =
                out.payload().length == 0 ? CentreClient.Content.none() : CentreClient.Content.of(type, out.payload());
        Reply<CentreClient.Raw> reply = client.call("PUT", out.entry().path(), content, SMALL);
        Verdict verdict = Verdicts.of(Verdicts.Sent.NOTE, reply);
        if (verdict != Verdict.TAKEN || !(reply instanceof Reply.Answered<CentreClient.Raw>(var raw))) {
            return notTaken(out.entry(), verdict, reply);
        }
        if (!acknowledges(raw, out.entry())) {
            return later("RECEIPT-NOT-VALID");
        }
        return stored(out.entry(), raw) ? new Trip.Done() : journalLater();
    }

    /** Whether this says, under the centre's own key, that it holds exactly this note; of most kinds its answer is word enough. */
    private boolean acknowledges(CentreClient.Raw raw, Pending entry) {
        if (entry.kind().equals(Optional.of(Note.Kind.UNACCEPTED))) {
            return AssignmentProof.holds(client.centre(), raw.body(), entry);
        }
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

    /** The centre has the note; of one kind its answer is kept. */
    private boolean stored(Pending entry, CentreClient.Raw raw) {
        return entry.kind().equals(Optional.of(Note.Kind.UNACCEPTED))
                ? journal.assigned(entry, raw.body())
                : journal.done(entry);
    }

    /** A submission or a supplement: both have papers, and a receipt for all of it. */
    private Trip filed(Outgoing out, Consumer<Delivery> steps, BooleanSupplier yield) {
        for (int round = 1; round <= ROUNDS; round++) {
            Reply<CentreClient.Raw> reply =
                    client.call("PUT", out.entry().path(), CentreClient.Content.json(out.payload()), SMALL);
            Verdict verdict = Verdicts.of(Verdicts.Sent.SUBMISSION, reply);
            if (verdict == Verdict.TAKEN && reply instanceof Reply.Answered<CentreClient.Raw>(var raw)) {
                return received(out, raw);
            }
            if (verdict != Verdict.LACKING || !(reply instanceof Reply.Answered<CentreClient.Raw>(var raw))) {
                return notTaken(out.entry(), verdict, reply);
            }
            Optional<Trip> end = papers(out, raw, steps, yield);
            if (end.isPresent()) {
                return end.get();
            }
        }
        return later("PAPERS-STILL-MISSING");
    }

    /** Brings the papers that the centre lacks; empty when the receipt may be asked for, or what is still missing. */
    private Optional<Trip> papers(Outgoing out, CentreClient.Raw raw, Consumer<Delivery> steps, BooleanSupplier yield) {
        Optional<Missing> answer = Wire.read(raw.body(), Missing.class);
        if (answer.isEmpty()) {
            return Optional.of(later("ANSWER-NOT-UNDERSTOOD"));
        }
        Set<Sha256> missing = new HashSet<>(answer.get().missing());
        steps.accept(held(out, missing));
        for (Sha256 hash : answer.get().missing()) {
            Optional<Head.KeptPaper> paper = out.papers().stream()
                    .filter(kept -> kept.hash().equals(hash))
                    .findFirst();
            if (paper.isEmpty()) {
                return Optional.of(later("PAPER-NOT-OURS"));
            }
            if (yield.getAsBoolean()) {
                return Optional.of(new Trip.Yielded());
            }
            Optional<Reply<CentreClient.Raw>> reply = send(out.entry(), paper.get(), yield);
            if (reply.isEmpty()) {
                return Optional.of(new Trip.Yielded());
            }
            Verdict verdict = Verdicts.of(
                    paper.get().size() > Tus.WHOLE ? Verdicts.Sent.CHUNK : Verdicts.Sent.PAPER, reply.get());
            if (verdict == Verdict.ANEW) {
                return Optional.empty();
            }
            if (verdict != Verdict.TAKEN) {
                return Optional.of(notTaken(out.entry(), verdict, reply.get()));
            }
            missing.remove(hash);
            steps.accept(held(out, missing));
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
                    entry.papersPath(),
                    paper.hash(),
                    paper.size(),
                    (from, clear, length) -> journal.read(paper, from, clear, length),
                    yield);
        }
        CentreClient.Content content =
                CentreClient.Content.bytes(paper.size(), paper.hash(), to -> journal.read(paper, to));
        Duration deadline = PAPER.plusSeconds(paper.size() / SLOWEST_BYTES_PER_SECOND);
        return Optional.of(client.call("PUT", entry.papersPath() + "/papers/" + paper.hash(), content, deadline));
    }

    private Trip received(Outgoing out, CentreClient.Raw raw) {
        Optional<Receipt> receipt = Wire.read(raw.body(), Receipt.class).filter(read -> proves(read, out));
        if (receipt.isEmpty()) {
            return later("RECEIPT-NOT-VALID");
        }
        return new Trip.Proven(receipt.get(), raw.body());
    }

    /** Whether this receipt says, under the centre's own key, that it holds exactly what was sent. */
    private boolean proves(Receipt receipt, Outgoing out) {
        List<Sha256> sent = out.papers().stream().map(Head.KeptPaper::hash).toList();
        return ReceiptProof.holds(
                client.centre(), receipt, out.entry().name(), Optional.of(out.entry().payload()), Optional.of(sent));
    }

    private Trip notTaken(Pending entry, Verdict verdict, Reply<CentreClient.Raw> reply) {
        Optional<Duration> hold =
                reply instanceof Reply.Refused<CentreClient.Raw> no ? no.retryAfter() : Optional.empty();
        boolean aside = verdict == Verdict.ASIDE || unoffered.forGood(entry, code(reply));
        return aside ? aside(entry, code(reply)) : new Trip.Later(code(reply), verdict, hold);
    }

    private static String code(Reply<CentreClient.Raw> reply) {
        return switch (reply) {
            case Reply.Answered<CentreClient.Raw> _ -> "ANSWER-NOT-UNDERSTOOD";
            case Reply.Refused<CentreClient.Raw> no -> no.code();
            case Reply.Unreachable<CentreClient.Raw> away -> away.code();
        };
    }

    private Trip aside(Pending entry, String code) {
        return journal.refuse(entry, code) ? new Trip.Refused(code) : journalLater();
    }

    private static Trip later(String code) {
        return new Trip.Later(code, Verdict.ENTRY, Optional.empty());
    }

    /** The journal could not take what came back. */
    static Trip journalLater() {
        return later("JOURNAL-WRITE-FAILED");
    }
}
