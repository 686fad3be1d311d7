package banyan.server.clerk;

import banyan.acceptance.Assignment;
import banyan.acceptance.Refusal;
import banyan.acceptance.Sha256;
import banyan.acceptance.Submission;
import banyan.acceptance.SubmissionId;
import banyan.acceptance.Supplement;
import banyan.acceptance.Unaccepted;
import banyan.server.clerk.Clerks.Clerk;
import banyan.server.intake.FilingDate;
import banyan.server.intake.ItemBook;
import banyan.server.progress.SlipCodes;
import banyan.server.store.Outbox;
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
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes in what terminals cannot hand over, gives it to a clerk with a day, and says so under the centre's key. The first stands. */
public final class ClerkDesk {
    private static final Logger LOG = LoggerFactory.getLogger(ClerkDesk.class);

    private final Jdbi rows;
    private final AssignedRows assigned;
    private final Clerks clerks;
    private final ItemBook items;
    private final SlipCodes slips;
    private final CentreKey key;
    private final InstantSource clock;
    private final ZoneId zone;

    /** @param zone in which a clerk's day begins and ends */
    public ClerkDesk(
            Jdbi rows,
            AssignedRows assigned,
            Clerks clerks,
            ItemBook items,
            SlipCodes slips,
            CentreKey key,
            InstantSource clock,
            ZoneId zone) {
        this.rows = rows;
        this.assigned = assigned;
        this.clerks = clerks;
        this.items = items;
        this.slips = slips;
        this.key = key;
        this.clock = clock;
        this.zone = zone;
    }

    /** {@code PUT /unaccepted/{id}} */
    public Reply put(Call call) {
        UUID id = UUID.fromString(call.named("id"));
        Optional<Unaccepted> read = Json.read(call.body(), Unaccepted.class)
                .filter(said -> Names.isSlip(said.provisional(), call.terminal())
                        && Names.isEvent(said.code())
                        && said.slipCode().matches("[0-9]{8}"));
        if (read.isEmpty()) {
            return Reply.refused(Refusal.MALFORMED);
        }
        Optional<Submission> submission = read.get()
                .payload()
                .flatMap(payload -> Json.read(payload, Submission.class))
                .filter(said -> said.id().value().equals(id)
                        && said.terminal().equals(call.terminal())
                        && said.provisional().equals(read.get().provisional()));
        Optional<Supplement> supplement = read.get()
                .payload()
                .filter(_ -> submission.isEmpty())
                .flatMap(payload -> Json.read(payload, Supplement.class))
                .filter(said -> said.id().value().equals(id) && said.terminal().equals(call.terminal()));
        return rows.inTransaction(handle -> assign(handle, call, new SubmissionId(id), read.get(), about(handle, submission, supplement)));
    }

    /**
     * What is known of something that could not be handed over.
     *
     * @param item empty where it cannot be read: that has the clerk of all others
     * @param confirmedAt by the terminal's clock
     */
    private record About(String item, Optional<Instant> confirmedAt) {}

    private static About about(Handle handle, Optional<Submission> submission, Optional<Supplement> supplement) {
        return submission
                .map(said -> new About(Names.isCode(said.item()) ? said.item() : "", Optional.of(said.confirmedAt())))
                .or(() -> supplement.map(said -> new About(itemOf(handle, said.number()), Optional.of(said.confirmedAt()))))
                .orElseGet(() -> new About("", Optional.empty()));
    }

    /** Of a case; empty where there is none of this number. */
    private static String itemOf(Handle handle, String number) {
        return handle.createQuery("""
                        SELECT s.item FROM receipt r JOIN submission s ON s.terminal = r.terminal AND s.id = r.id
                        WHERE r.acceptance_number = :number
                        """)
                .bind("number", number)
                .mapTo(String.class)
                .findOne()
                .orElse("");
    }

    private Reply assign(Handle handle, Call call, SubmissionId id, Unaccepted said, About about) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String item = about.item();
        Clerk clerk = clerks.of(item);
        AssignedRows.Row row = new AssignedRows.Row(
                call.terminal(),
                id,
                said.provisional(),
                said.code(),
                item,
                FilingDate.of(about.confirmedAt().orElse(said.keptAt()), now).at(),
                clerk,
                items.workingDaysAfter(LocalDate.ofInstant(now, zone), clerks.workingDays()),
                now);
        if (assigned.insert(handle, row, call.body())) {
            slips.register(handle, said.provisional(), said.slipCode(), call.terminal(), id);
            // Those who write to citizens and to clerks read it here, and know by the name whom to write to.
            Outbox.add(handle, call.terminal(), "UNACCEPTED-CITIZEN-NOTICE", id.toString(), now);
            Outbox.add(handle, call.terminal(), "UNACCEPTED-CLERK-NOTICE", id.toString(), now);
            // Only a code that is ours: what else a terminal calls its reason could be anything.
            LOG.warn(
                    "SUBMISSION-UNACCEPTED terminal={} code={}",
                    call.terminal(),
                    Refusal.ofCode(said.code()).map(Refusal::code).orElse("OTHER"));
        }
        return assigned.find(handle, call.terminal(), id.value())
                .map(held -> Reply.json(200, signed(held, Sha256.of(call.body()))))
                .orElseThrow(() -> new IllegalStateException("what was just written is not there"));
    }

    private Assignment signed(AssignedRows.Row row, Sha256 report) {
        Assignment unsigned = row.assignment(report, key.id());
        return unsigned.signed(key.sign(unsigned.signedBytes()));
    }
}
