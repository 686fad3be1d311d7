package banyan.server.followup;

import banyan.acceptance.Refusal;
import banyan.acceptance.TroubleQuery;
import banyan.acceptance.TroubleStand;
import banyan.server.progress.LookupTries;
import banyan.server.staff.Audit;
import banyan.server.staff.Role;
import banyan.server.wire.Call;
import banyan.server.wire.Json;
import banyan.server.wire.Names;
import banyan.server.wire.Reply;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Who sees to what citizens were not content with, and what becomes of it. Each deed is in the audit, in the same transaction. */
public final class FollowUpDesk {
    private static final int MOST = 200;
    private static final int MOST_WORDS = 500;

    private final Jdbi rows;
    private final TaskRows tasks;
    private final LookupTries tries;
    private final Audit audit;
    private final ZoneId zone;
    private final InstantSource clock;

    public FollowUpDesk(Jdbi rows, LookupTries tries, Audit audit, ZoneId zone, InstantSource clock) {
        this.rows = rows;
        this.tasks = new TaskRows(zone);
        this.tries = tries;
        this.audit = audit;
        this.zone = zone;
        this.clock = clock;
    }

    /** All that are not closed, and those that were closed last. */
    public record Tasks(List<Task> open, List<Task> closed) {
        public Tasks {
            open = List.copyOf(open);
            closed = List.copyOf(closed);
        }
    }

    /** A task that somebody has taken on, with the number to call where the citizen has given one for that. */
    public record TakenOn(Task task, Optional<String> phone) {
        @Override
        public String toString() {
            return "TakenOn[" + task + "]";
        }
    }

    /** How a task ended, by the word of who saw to it. */
    public record Ending(Task.Call call, String rectified, String words) {}

    /**
     * How many.
     *
     * @param overdue not closed, and the last day is over
     * @param inTime closed by the last day
     */
    public record Counts(int opened, int closed, int inTime, int overdue) {}

    /** {@code GET /staff/api/follow-ups} */
    public Reply list(Call call) {
        Instant now = now();
        Tasks all = rows.withHandle(handle -> new Tasks(tasks.open(handle, MOST, now), tasks.closed(handle, MOST, now)));
        return Reply.json(200, all);
    }

    /** {@code GET /staff/api/follow-ups/counts} */
    public Reply counts(Call call) {
        Counts counts = rows.withHandle(handle -> handle.createQuery("""
                        SELECT count(*) AS opened, count(closed_at) AS closed,
                            count(*) FILTER (WHERE (closed_at AT TIME ZONE :zone)::date <= due) AS in_time,
                            count(*) FILTER (WHERE closed_at IS NULL AND due < :today) AS overdue
                        FROM follow_up
                        """)
                .bind("zone", zone.getId())
                .bind("today", LocalDate.ofInstant(now(), zone))
                .map((row, _) -> new Counts(
                        row.getInt("opened"), row.getInt("closed"), row.getInt("in_time"), row.getInt("overdue")))
                .one());
        return Reply.json(200, counts);
    }

    /** {@code POST /staff/api/follow-ups/{kind}/{terminal}/{subject}/held}: a supervisor may take it over from another. */
    public Reply hold(Call call) {
        Optional<TaskRows.Name> name = name(call);
        if (name.isEmpty()) {
            return Reply.refused(Refusal.PROGRESS_UNKNOWN);
        }
        return rows.inTransaction(handle -> {
            Optional<Task> task = tasks.one(handle, name.get(), now());
            if (task.isEmpty()) {
                return Reply.refused(Refusal.PROGRESS_UNKNOWN);
            }
            if (task.get().closing().isPresent()) {
                return Reply.refused(Refusal.CASE_STATE);
            }
            boolean mine = task.get().heldBy().map(call.staff().number()::equals).orElse(true);
            if (!mine && !call.staff().roles().contains(Role.SUPERVISOR)) {
                return Reply.refused(Refusal.CASE_HELD);
            }
            TaskRows.hold(handle, name.get(), call.staff().number(), now());
            note(handle, call, "FOLLOW-UP-HELD", name.get());
            return Reply.json(
                    200,
                    new TakenOn(tasks.one(handle, name.get(), now()).orElseThrow(), tasks.phone(handle, name.get())));
        });
    }

    /** {@code PUT /staff/api/follow-ups/{kind}/{terminal}/{subject}/closed}: by who holds it, once; the same again is the same. */
    public Reply close(Call call) {
        Optional<TaskRows.Name> name = name(call);
        Optional<Ending> read = Json.read(call.body(), Ending.class);
        if (name.isEmpty()) {
            return Reply.refused(Refusal.PROGRESS_UNKNOWN);
        }
        List<String> wrong = read.map(FollowUpDesk::wrong).orElse(List.of("call"));
        if (!wrong.isEmpty()) {
            return Reply.refused(Refusal.MALFORMED, wrong);
        }
        return rows.inTransaction(handle -> close(handle, call, name.get(), read.orElseThrow()));
    }

    private Reply close(Handle handle, Call call, TaskRows.Name name, Ending ending) {
        Optional<Task> found = tasks.one(handle, name, now());
        if (found.isEmpty()) {
            return Reply.refused(Refusal.PROGRESS_UNKNOWN);
        }
        Task task = found.get();
        Task.Closing closing =
                new Task.Closing(ending.call(), ending.rectified(), ending.words(), call.staff().number(), now());
        if (task.closing().isPresent()) {
            Task.Closing first = task.closing().get();
            boolean same = new Task.Closing(
                            closing.call(), closing.rectified(), closing.words(), closing.by(), first.at())
                    .equals(first);
            return same ? Reply.json(200, task) : Reply.refused(Refusal.CASE_STATE);
        }
        if (!task.heldBy().equals(Optional.of(call.staff().number()))) {
            return Reply.refused(Refusal.CASE_HELD);
        }
        TaskRows.close(handle, name, closing);
        note(handle, call, "FOLLOW-UP-CLOSED", name);
        return Reply.json(200, tasks.one(handle, name, now()).orElseThrow());
    }

    /** {@code POST /troubles/find}: what became of it, for whoever has the number from the screen. */
    public Reply find(Call call) {
        Optional<String> trace = Json.read(call.body(), TroubleQuery.class)
                .map(TroubleQuery::trace)
                .filter(Names::isTrace);
        if (trace.isEmpty()) {
            return Reply.refused(Refusal.MALFORMED);
        }
        return rows.inTransaction(handle -> {
            if (tries.tooMany(handle, call.terminal(), trace.get(), now())) {
                return Reply.refused(Refusal.PROGRESS_TOO_MANY_TRIES);
            }
            Optional<TroubleStand> stand = handle.createQuery("""
                            SELECT owner, due, held_by, closed_at, words FROM follow_up
                            WHERE kind = 'TROUBLE' AND subject = :trace ORDER BY opened_at DESC LIMIT 1
                            """)
                    .bind("trace", trace.get())
                    .map((row, _) -> new TroubleStand(
                            trace.get(),
                            row.getTimestamp("closed_at") != null
                                    ? TroubleStand.State.CLOSED
                                    : row.getString("held_by") != null
                                            ? TroubleStand.State.UNDER_WAY
                                            : TroubleStand.State.RECEIVED,
                            row.getString("owner"),
                            row.getObject("due", LocalDate.class),
                            Optional.ofNullable(row.getString("words"))))
                    .findOne();
            if (stand.isEmpty()) {
                tries.note(handle, call.terminal(), trace.get(), now());
            }
            return stand.map(said -> Reply.json(200, said)).orElseGet(() -> Reply.refused(Refusal.PROGRESS_UNKNOWN));
        });
    }

    private void note(Handle handle, Call call, String deed, TaskRows.Name name) {
        audit.note(handle, call.staff(), deed, name.kind() + " " + name.terminal() + " " + name.subject());
    }

    private static Optional<TaskRows.Name> name(Call call) {
        String subject = call.named("subject");
        return Arrays.stream(FollowUps.Kind.values())
                .filter(kind -> kind.name().equals(call.named("kind")))
                .findFirst()
                .filter(kind -> Names.isTerminal(call.named("terminal"))
                        && (kind == FollowUps.Kind.RATING
                                ? Names.uuid(subject).isPresent()
                                : Names.isTrace(subject)))
                .map(kind -> new TaskRows.Name(call.named("terminal"), kind, subject));
    }

    private static List<String> wrong(Ending ending) {
        List<String> wrong = new ArrayList<>();
        if (!isText(ending.rectified())) {
            wrong.add("rectified");
        }
        if (!isText(ending.words())) {
            wrong.add("words");
        }
        return wrong;
    }

    private static boolean isText(String text) {
        return !text.isBlank() && text.length() <= MOST_WORDS && text.codePoints().noneMatch(Character::isISOControl);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
