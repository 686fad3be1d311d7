package banyan.server.intake;

import banyan.acceptance.Missing;
import banyan.acceptance.Paper;
import banyan.acceptance.Receipt;
import banyan.acceptance.Refusal;
import banyan.acceptance.Sha256;
import banyan.acceptance.Submission;
import banyan.server.casework.CaseBeginnings;
import banyan.server.instant.InstantDesk;
import banyan.server.progress.LookupCodes;
import banyan.server.progress.SlipCodes;
import banyan.server.store.Hashes;
import banyan.server.store.NumberSeries;
import banyan.server.store.Outbox;
import banyan.server.wire.Admission;
import banyan.server.wire.Call;
import banyan.server.wire.CentreKey;
import banyan.server.wire.Json;
import banyan.server.wire.Names;
import banyan.server.wire.Reply;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in submissions. However often one is sent, at once or a year later, there is one row, one number and one receipt.
 */
public final class Submissions {
    private static final Logger LOG = LoggerFactory.getLogger(Submissions.class);

    private final Jdbi rows;
    private final Arrivals arrivals;
    private final Admission places;
    private final Papers papers;
    private final ItemBook items;
    private final NumberSeries numbers;
    private final LookupCodes codes;
    private final SlipCodes slips;
    private final CaseBeginnings cases;
    private final InstantDesk instant;
    private final CentreKey key;
    private final InstantSource clock;
    private final ZoneId zone;

    /**
     * @param arrivals for what is new and brings all it has
     * @param places for everything else, each with a connection of its own
     * @param numbers of acceptance
     * @param codes that stand on receipts beside the number
     * @param slips the codes on the slips that terminals gave before
     * @param cases that begin with their receipts
     * @param instant decides some of them at once
     * @param zone in which a day of the promise begins and ends
     */
    public Submissions(
            Jdbi rows,
            Arrivals arrivals,
            Admission places,
            Papers papers,
            ItemBook items,
            NumberSeries numbers,
            LookupCodes codes,
            SlipCodes slips,
            CaseBeginnings cases,
            InstantDesk instant,
            CentreKey key,
            InstantSource clock,
            ZoneId zone) {
        this.rows = rows;
        this.arrivals = arrivals;
        this.places = places;
        this.papers = papers;
        this.items = items;
        this.numbers = numbers;
        this.codes = codes;
        this.slips = slips;
        this.cases = cases;
        this.instant = instant;
        this.key = key;
        this.clock = clock;
        this.zone = zone;
    }

    /** {@code PUT /submissions/{id}} */
    public Reply put(Call call) {
        Optional<Submission> read = Json.read(call.body(), Submission.class);
        if (read.isEmpty()) {
            return Reply.refused(Refusal.MALFORMED);
        }
        Submission submission = read.get();
        if (!submission.id().toString().equals(call.named("id"))
                || !submission.terminal().equals(call.terminal())) {
            return Reply.refused(Refusal.SUBMISSION_MISNAMED);
        }
        Sha256 payload = Sha256.of(call.body());
        Reply reply = newAndWhole(submission, payload, call.body()).orElseGet(() -> alone(submission, payload, call.body()));
        if (reply.status() == 201) {
            LOG.info(
                    "SUBMISSION-ACCEPTED terminal={} papers={}",
                    call.terminal(),
                    submission.papers().size());
            instant.received(submission);
        }
        return reply;
    }

    /** The short way, for one that brings all it has and was never here; empty if it has to go the other. */
    private Optional<Reply> newAndWhole(Submission submission, Sha256 payload, byte[] body) {
        if (!submission.papers().isEmpty() || objection(submission).isPresent()) {
            return Optional.empty();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        FilingDate filed = FilingDate.of(submission.confirmedAt(), now);
        String number = numbers.drawn(rows, LocalDate.ofInstant(now, zone));
        String code = LookupCodes.random();
        byte[] receipt = receipt(submission, payload, filed, now, number, code);
        Arrivals.Arrived arrived = new Arrivals.Arrived(
                submission,
                payload,
                body,
                filed,
                now,
                number,
                codes.hash(number, code),
                slipCode(submission).map(slip -> slips.hash(submission.provisional(), slip)),
                receipt,
                cases.of(submission, filed.at(), instant.until(submission, now)));
        if (!arrivals.take(arrived)) {
            return Optional.empty();
        }
        if (filed.doubtful()) {
            LOG.warn("SUBMISSION-DATE-DOUBTFUL terminal={}", submission.terminal());
        }
        return Optional.of(Reply.json(201, receipt));
    }

    /** The long way, which takes a connection for itself. */
    private Reply alone(Submission submission, Sha256 payload, byte[] body) {
        if (!places.enter()) {
            return Reply.refused(Refusal.CENTRE_BUSY);
        }
        try {
            return rows.inTransaction(handle -> put(handle, submission, payload, body));
        } finally {
            places.leave();
        }
    }

    private static Optional<String> slipCode(Submission submission) {
        return submission
                .slipCode()
                .filter(code -> code.matches("[0-9]{8}") && Names.isSlip(submission.provisional(), submission.terminal()));
    }

    private Reply put(Handle handle, Submission submission, Sha256 payload, byte[] body) {
        if (!alone(handle, submission)) {
            return Reply.refused(Refusal.TRANSFER_UNDER_WAY);
        }
        Optional<Sha256> known = payloadHash(handle, submission);
        if (known.isEmpty()) {
            // Judged once, when it comes: an item that is withdrawn later does not undo what was taken in.
            Optional<ItemBook.Objection> objection = objection(submission);
            if (objection.isPresent()) {
                return Reply.refused(objection.get().refusal(), objection.get().fields());
            }
            insert(handle, submission, payload, body);
            slipCode(submission)
                    .ifPresent(code -> slips.register(
                            handle, submission.provisional(), code, submission.terminal(), submission.id()));
        } else if (!known.get().equals(payload)) {
            LOG.warn("SUBMISSION-DIFFERS terminal={}", submission.terminal());
            return Reply.refused(Refusal.SUBMISSION_DIFFERS);
        }
        Optional<byte[]> given = receipt(handle, submission);
        if (given.isPresent()) {
            return Reply.json(200, given.get());
        }
        Map<Sha256, Long> held = papers.held(handle, submission.terminal(), submission.id());
        List<Sha256> missing = submission.papers().stream()
                .map(Paper::hash)
                .filter(hash -> !held.containsKey(hash))
                .distinct()
                .toList();
        if (!missing.isEmpty()) {
            return Reply.json(202, new Missing(missing));
        }
        List<String> misstated = submission.papers().stream()
                .filter(paper -> !Long.valueOf(paper.size()).equals(held.get(paper.hash())))
                .map(Paper::material)
                .distinct()
                .toList();
        if (!misstated.isEmpty()) {
            return Reply.refused(Refusal.PAPERS_INVALID, misstated);
        }
        return Reply.json(201, receive(handle, submission, payload));
    }

    /**
     * Whether no other transfer of this submission is under way, at this centre or another over the same database; until the
     * transaction ends no other is. Nobody waits for it: a place at the door is worth more than coming again.
     */
    private static boolean alone(Handle handle, Submission submission) {
        return handle.createQuery("SELECT pg_try_advisory_xact_lock(hashtextextended('submission ' || :name, 0))")
                .bind("name", submission.terminal() + " " + submission.id())
                .mapTo(Boolean.class)
                .one();
    }

    private Optional<ItemBook.Objection> objection(Submission submission) {
        List<String> beyond = PaperLimits.beyond(submission.papers());
        if (!beyond.isEmpty() || submission.papers().size() > Paper.MAX_COUNT) {
            return Optional.of(new ItemBook.Objection(Refusal.PAPERS_INVALID, beyond));
        }
        if (PaperLimits.tooLarge(submission.papers())) {
            return Optional.of(new ItemBook.Objection(Refusal.PAPERS_TOO_LARGE, List.of()));
        }
        if (!Names.isCode(submission.item()) || !Names.isCode(submission.itemVersion())) {
            return Optional.of(new ItemBook.Objection(Refusal.ITEM_UNKNOWN, List.of()));
        }
        return items.objection(submission);
    }

    private void insert(Handle handle, Submission submission, Sha256 payload, byte[] body) {
        Instant now = clock.instant();
        handle.createUpdate("""
                        WITH arrived AS (
                            INSERT INTO submission (terminal, id, payload_hash, payload, item, arrived_at, filed_at)
                            VALUES (:terminal, :id, :hash, :payload, :item, :at, :filed)
                            RETURNING terminal, id)
                        INSERT INTO outbox (terminal, kind, subject, at)
                        SELECT terminal, 'SUBMISSION-ARRIVED', id::text, :at FROM arrived
                        """)
                .bind("terminal", submission.terminal())
                .bind("id", submission.id().value())
                .bind("hash", Hashes.bytes(payload))
                .bind("payload", body)
                .bind("item", submission.item())
                .bind("at", now)
                .bind("filed", FilingDate.of(submission.confirmedAt(), now).at())
                .execute();
    }

    private static Optional<Sha256> payloadHash(Handle handle, Submission submission) {
        return handle.createQuery("SELECT payload_hash FROM submission WHERE terminal = :terminal AND id = :id")
                .bind("terminal", submission.terminal())
                .bind("id", submission.id().value())
                .map((row, _) -> Hashes.of(row.getBytes(1)))
                .findOne();
    }

    private static Optional<byte[]> receipt(Handle handle, Submission submission) {
        return handle.createQuery("SELECT body FROM receipt WHERE terminal = :terminal AND id = :id")
                .bind("terminal", submission.terminal())
                .bind("id", submission.id().value())
                .map((row, _) -> row.getBytes(1))
                .findOne();
    }

    private byte[] receive(Handle handle, Submission submission, Sha256 payload) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        FilingDate filed = FilingDate.of(submission.confirmedAt(), arrivedAt(handle, submission));
        LocalDate day = LocalDate.ofInstant(now, zone);
        String number =
                numbers.next(handle, submission.terminal(), submission.id().value(), day);
        String code = codes.issue(handle, number, submission.terminal(), submission.id());
        byte[] receipt = receipt(submission, payload, filed, now, number, code);
        handle.createUpdate("""
                        INSERT INTO receipt (terminal, id, acceptance_number, received_at, body)
                        VALUES (:terminal, :id, :number, :at, :body)
                        """)
                .bind("terminal", submission.terminal())
                .bind("id", submission.id().value())
                .bind("number", number)
                .bind("at", now)
                .bind("body", receipt)
                .execute();
        cases.write(handle, submission, number, filed.at(), now, instant.until(submission, now));
        Outbox.add(
                handle,
                submission.terminal(),
                "SUBMISSION-ACCEPTED",
                submission.id().toString(),
                now);
        if (filed.doubtful()) {
            LOG.warn("SUBMISSION-DATE-DOUBTFUL terminal={}", submission.terminal());
            Outbox.add(
                    handle,
                    submission.terminal(),
                    "SUBMISSION-DATE-DOUBTFUL",
                    submission.id().toString(),
                    now);
        }
        return receipt;
    }

    private byte[] receipt(
            Submission submission, Sha256 payload, FilingDate filed, Instant now, String number, String code) {
        Receipt unsigned = new Receipt(
                submission.id(),
                payload,
                submission.papers().stream().map(Paper::hash).toList(),
                number,
                now,
                items.answerBy(submission, LocalDate.ofInstant(filed.at(), zone)),
                Optional.of(filed.at()),
                Optional.of(code),
                key.id(),
                new byte[0]);
        return Json.write(unsigned.signed(key.sign(unsigned.signedBytes())));
    }

    /** When the payload was first here, which may be long before the last of its papers. */
    private static Instant arrivedAt(Handle handle, Submission submission) {
        return handle.createQuery("SELECT arrived_at FROM submission WHERE terminal = :terminal AND id = :id")
                .bind("terminal", submission.terminal())
                .bind("id", submission.id().value())
                .map((row, _) -> row.getTimestamp(1).toInstant())
                .one();
    }
}
