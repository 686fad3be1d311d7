package banyan.server.fleet;

import banyan.acceptance.Refusal;
import banyan.server.staff.Audit;
import banyan.server.staff.StaffRefusal;
import banyan.server.wire.Call;
import banyan.server.wire.Json;
import banyan.server.wire.Reply;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What is done about alarms: somebody takes one, tells the terminal something, says how it goes, and closes it with a reason. */
public final class AlarmDesk {
    private static final int MOST_SHOWN = 500;
    private static final int LONGEST = 500;

    private final Jdbi rows;
    private final Audit audit;
    private final InstantSource clock;

    public AlarmDesk(Jdbi rows, Audit audit, InstantSource clock) {
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /** Alarms at one moment, the oldest first. */
    public record Alarms(Instant at, List<Alarm> alarms) {}

    /** What is done. */
    public enum Deed {
        TAKE,
        HAND_BACK,
        DIRECTIVE,
        FEEDBACK,
        CLOSE
    }

    /**
     * One of them.
     *
     * @param directive that was given because of it, for {@code DIRECTIVE}
     * @param words for {@code FEEDBACK}
     * @param reason for {@code CLOSE}
     */
    public record AlarmDeed(Deed deed, Optional<UUID> directive, Optional<String> words, Optional<Alarm.Reason> reason) {}

    /** {@code GET /staff/api/alarms?closed=1}: those that are open, or those that were closed last. */
    public Reply list(Call call) {
        boolean closed = call.said("closed").isPresent();
        String which = closed ? "closed_at IS NOT NULL ORDER BY closed_at DESC" : "closed_at IS NULL ORDER BY raised_at, terminal";
        List<Alarm> found = rows.withHandle(handle -> read(handle, which));
        return Reply.json(200, new Alarms(clock.instant(), found));
    }

    /** {@code POST /staff/api/alarms/{id}/deeds} */
    public Reply act(Call call) {
        Optional<AlarmDeed> said = Json.read(call.body(), AlarmDeed.class).filter(AlarmDesk::holds);
        if (said.isEmpty()) {
            return Reply.refused(Refusal.MALFORMED);
        }
        UUID id = UUID.fromString(call.named("id"));
        return rows.inTransaction(handle -> {
            Optional<Alarm> found = handle.createQuery("SELECT * FROM alarm WHERE id = :id FOR UPDATE")
                    .bind("id", id)
                    .map((row, _) -> alarm(row, List.of()))
                    .findOne();
            if (found.isEmpty()) {
                return Reply.refused(StaffRefusal.UNKNOWN);
            }
            Optional<StaffRefusal> refused = may(handle, found.get(), said.get(), call.staff().number());
            if (refused.isPresent()) {
                return Reply.refused(refused.get());
            }
            write(handle, found.get(), said.get(), call.staff().number());
            audit.note(handle, call.staff(), "ALARM-" + said.get().deed().name().replace('_', '-'), subject(found.get(), said.get()));
            return Reply.json(200, read(handle, "id = '" + id + "' ORDER BY id").getFirst());
        });
    }

    private static boolean holds(AlarmDeed said) {
        boolean words = said.words().stream().allMatch(text -> !text.isBlank() && text.length() <= LONGEST && text.chars().noneMatch(Character::isISOControl));
        return words
                && said.directive().isPresent() == (said.deed() == Deed.DIRECTIVE)
                && said.words().isPresent() == (said.deed() == Deed.FEEDBACK)
                && said.reason().isPresent() == (said.deed() == Deed.CLOSE)
                && said.reason().stream().noneMatch(reason -> reason == Alarm.Reason.WENT_AWAY);
    }

    /** Whoever has it does what is done about it; and what is still so is not closed, for it would be raised again at once. */
    private static Optional<StaffRefusal> may(Handle handle, Alarm alarm, AlarmDeed said, String who) {
        if (alarm.closed().isPresent()) {
            return Optional.of(StaffRefusal.OVER);
        }
        boolean mine = alarm.heldBy().filter(who::equals).isPresent();
        if (said.deed() == Deed.TAKE) {
            return alarm.heldBy().isEmpty() || mine ? Optional.empty() : Optional.of(StaffRefusal.TAKEN);
        }
        if (!mine) {
            return Optional.of(StaffRefusal.NOT_YOURS);
        }
        if (said.deed() == Deed.CLOSE && alarm.cleared().isEmpty()) {
            return Optional.of(StaffRefusal.STILL_SO);
        }
        boolean told = said.directive().stream().allMatch(directive -> handle.createQuery("SELECT count(*) FROM directive WHERE id = :id AND terminal = :terminal")
                        .bind("id", directive)
                        .bind("terminal", alarm.terminal())
                        .mapTo(Integer.class)
                        .one()
                > 0);
        return told ? Optional.empty() : Optional.of(StaffRefusal.UNKNOWN);
    }

    private void write(Handle handle, Alarm alarm, AlarmDeed said, String who) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        switch (said.deed()) {
            case TAKE -> update(handle, alarm, "held_by = :who, held_at = coalesce(held_at, :now)", Map.of("who", who, "now", now));
            case HAND_BACK -> update(handle, alarm, "held_by = NULL, held_at = NULL", Map.of());
            case DIRECTIVE -> update(handle, alarm, "directive = :directive", Map.of("directive", said.directive().orElseThrow()));
            case CLOSE -> update(handle, alarm, "closed_by = :who, closed_at = :now, reason = :reason",
                    Map.of("who", who, "now", now, "reason", said.reason().orElseThrow().name()));
            case FEEDBACK -> handle.createUpdate("INSERT INTO alarm_feedback (alarm, at, staff, words) VALUES (:id, :now, :who, :words)")
                    .bind("id", alarm.id())
                    .bind("now", now)
                    .bind("who", who)
                    .bind("words", said.words().orElseThrow())
                    .execute();
        }
    }

    private static void update(Handle handle, Alarm alarm, String to, Map<String, Object> values) {
        handle.createUpdate("UPDATE alarm SET " + to + " WHERE id = :id").bind("id", alarm.id()).bindMap(values).execute();
    }

    /** No words of anybody stand in the chain, only that there were some. */
    private static String subject(Alarm alarm, AlarmDeed said) {
        String more = said.reason().map(reason -> " " + reason).or(() -> said.directive().map(directive -> " " + directive)).orElse("");
        return alarm.terminal() + " " + alarm.kind() + " " + alarm.id() + more;
    }

    private static List<Alarm> read(Handle handle, String which) {
        List<UUID> ids = new ArrayList<>();
        List<Alarm> bare = handle.createQuery("SELECT * FROM alarm WHERE " + which + " LIMIT :most")
                .bind("most", MOST_SHOWN)
                .map((row, _) -> alarm(row, List.of()))
                .list();
        bare.forEach(alarm -> ids.add(alarm.id()));
        Map<UUID, List<Alarm.Feedback>> said = new HashMap<>();
        handle.createQuery("SELECT alarm, at, staff, words FROM alarm_feedback WHERE alarm = ANY(:ids) ORDER BY seq")
                .bindArray("ids", UUID.class, ids)
                .map((row, _) -> Map.entry(
                        row.getObject("alarm", UUID.class),
                        new Alarm.Feedback(row.getTimestamp("at").toInstant(), row.getString("staff"), row.getString("words"))))
                .forEach(one -> said.computeIfAbsent(one.getKey(), _ -> new ArrayList<>()).add(one.getValue()));
        return bare.stream().map(alarm -> with(alarm, said.getOrDefault(alarm.id(), List.of()))).toList();
    }

    private static Alarm with(Alarm a, List<Alarm.Feedback> said) {
        return new Alarm(a.id(), a.terminal(), a.kind(), a.code(), a.device(), a.raised(), a.cleared(), a.heldBy(), a.held(), a.directive(), said,
                a.closedBy(), a.closed(), a.reason());
    }

    private static Alarm alarm(ResultSet row, List<Alarm.Feedback> said) throws SQLException {
        return new Alarm(
                row.getObject("id", UUID.class),
                row.getString("terminal"),
                AlarmKind.valueOf(row.getString("kind")),
                row.getString("code"),
                Optional.ofNullable(row.getString("device")),
                row.getTimestamp("raised_at").toInstant(),
                moment(row.getTimestamp("cleared_at")),
                Optional.ofNullable(row.getString("held_by")),
                moment(row.getTimestamp("held_at")),
                Optional.ofNullable(row.getObject("directive", UUID.class)),
                said,
                Optional.ofNullable(row.getString("closed_by")),
                moment(row.getTimestamp("closed_at")),
                Optional.ofNullable(row.getString("reason")).map(Alarm.Reason::valueOf));
    }

    private static Optional<Instant> moment(@Nullable Timestamp at) {
        return Optional.ofNullable(at).map(Timestamp::toInstant);
    }
}
