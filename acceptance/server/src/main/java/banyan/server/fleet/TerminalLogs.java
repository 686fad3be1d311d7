package banyan.server.fleet;

import banyan.acceptance.LogLines;
import banyan.acceptance.Refusal;
import banyan.server.staff.Audit;
import banyan.server.staff.StaffRefusal;
import banyan.server.wire.Call;
import banyan.server.wire.Json;
import banyan.server.wire.Names;
import banyan.server.wire.Reply;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;

/** Events that terminals were asked for: kept where somebody has asked, and only what is a code or a number. */
public final class TerminalLogs {
    private static final Pattern KIND = Pattern.compile("[A-Z0-9_]{1,40}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,19}");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9.-]{1,64}");
    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9]{7}");
    private static final Map<String, Pattern> KEYS = Map.of(
            "device", CODE, "fault", CODE, "place", CODE, "item", CODE, "cell", NUMBER, "pages", NUMBER, "count", NUMBER, "millis", NUMBER);

    private final Jdbi rows;
    private final Audit audit;
    private final InstantSource clock;

    public TerminalLogs(Jdbi rows, Audit audit, InstantSource clock) {
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /** {@code PUT /directives/{id}/log} */
    public Reply put(Call call) {
        Optional<LogLines> said = Json.read(call.body(), LogLines.class).filter(TerminalLogs::holds);
        if (said.isEmpty()) {
            return Reply.refused(Refusal.MALFORMED);
        }
        UUID id = UUID.fromString(call.named("id"));
        return rows.inTransaction(handle -> {
            boolean asked = handle.createQuery("SELECT count(*) FROM directive WHERE terminal = :terminal AND id = :id AND kind = 'SEND_LOG'")
                            .bind("terminal", call.terminal())
                            .bind("id", id)
                            .mapTo(Integer.class)
                            .one()
                    > 0;
            if (!asked) {
                return Reply.refused(Refusal.DIRECTIVE_UNKNOWN);
            }
            handle.createUpdate("""
                            INSERT INTO terminal_log (terminal, directive, arrived_at, lines) VALUES (:terminal, :id, :now, :lines)
                            ON CONFLICT (terminal, directive) DO NOTHING
                            """)
                    .bind("terminal", call.terminal())
                    .bind("id", id)
                    .bind("now", clock.instant())
                    .bind("lines", Json.write(said.get()))
                    .execute();
            return Reply.done();
        });
    }

    /** {@code GET /staff/api/directives/{id}/logs/{terminal}} */
    public Reply get(Call call) {
        String terminal = call.named("terminal");
        UUID id = UUID.fromString(call.named("id"));
        if (!Names.isTerminal(terminal)) {
            return Reply.refused(StaffRefusal.UNKNOWN);
        }
        return rows.inTransaction(handle -> {
            Optional<byte[]> lines = handle.createQuery("SELECT lines FROM terminal_log WHERE terminal = :terminal AND directive = :id")
                    .bind("terminal", terminal)
                    .bind("id", id)
                    .mapTo(byte[].class)
                    .findOne();
            lines.ifPresent(_ -> audit.note(handle, call.staff(), "TERMINAL-LOG-READ", terminal + " " + id));
            return lines.map(found -> Reply.json(200, found)).orElseGet(() -> Reply.refused(StaffRefusal.UNKNOWN));
        });
    }

    /** Whoever has a terminal's key could write anything; so what is no code is not taken, whatever the key. */
    private static boolean holds(LogLines said) {
        return said.lines().size() <= LogLines.MOST && said.lines().stream().allMatch(TerminalLogs::holds);
    }

    private static boolean holds(LogLines.Line line) {
        return KIND.matcher(line.kind()).matches()
                && line.values().size() <= LogLines.MOST_VALUES
                && line.values().entrySet().stream().allMatch(one -> holds(one.getKey(), one.getValue()));
    }

    private static boolean holds(String key, String value) {
        Pattern form = KEYS.get(key);
        return form != null
                && form.matcher(value).matches()
                && (form != CODE || !LONG_NUMBER.matcher(value).find());
    }
}
