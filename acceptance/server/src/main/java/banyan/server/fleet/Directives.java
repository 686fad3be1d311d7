package banyan.server.fleet;

import banyan.acceptance.Directive;
import banyan.acceptance.DirectiveAnswer;
import banyan.acceptance.DirectiveAnswer.Standing;
import banyan.acceptance.HeartbeatAnswer;
import banyan.acceptance.Refusal;
import banyan.server.staff.Audit;
import banyan.server.staff.Staff;
import banyan.server.wire.Call;
import banyan.server.wire.Json;
import banyan.server.wire.Names;
import banyan.server.wire.Reply;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What terminals are told to do: kept a row for each, told with each heartbeat until the terminal has said its last word of it. */
public final class Directives {
    private final Jdbi rows;
    private final Audit audit;
    private final InstantSource clock;

    public Directives(Jdbi rows, Audit audit, InstantSource clock) {
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /** {@code PUT /directives/{id}/answer} */
    public Reply answer(Call call) {
        Optional<DirectiveAnswer> said = Json.read(call.body(), DirectiveAnswer.class)
                .filter(one -> one.code().stream().allMatch(Names::isEvent));
        if (said.isEmpty()) {
            return Reply.refused(Refusal.MALFORMED);
        }
        UUID id = UUID.fromString(call.named("id"));
        boolean known = rows.inTransaction(handle -> {
            handle.createUpdate("""
                            UPDATE directive SET standing = :standing, code = :code, answered_at = :now
                            WHERE terminal = :terminal AND id = :id
                              AND (standing = 'OPEN' OR standing = 'SEEN' AND :standing <> 'SEEN')
                            """)
                    .bind("standing", said.get().standing().name())
                    .bind("code", said.get().standing() == Standing.REFUSED ? said.get().code().orElse(null) : null)
                    .bind("now", now())
                    .bind("terminal", call.terminal())
                    .bind("id", id)
                    .execute();
            return handle.createQuery("SELECT count(*) FROM directive WHERE terminal = :terminal AND id = :id")
                            .bind("terminal", call.terminal())
                            .bind("id", id)
                            .mapTo(Integer.class)
                            .one()
                    > 0;
        });
        return known ? Reply.done() : Reply.refused(Refusal.DIRECTIVE_UNKNOWN);
    }

    /** What this terminal has still to do, in its order. */
    List<Directive> outstanding(Handle handle, String terminal, Instant now) {
        List<Directive> found = handle.createQuery("""
                        SELECT body FROM directive
                        WHERE terminal = :terminal AND standing IN ('OPEN', 'SEEN') AND expires_at > :now
                        ORDER BY seq LIMIT :most
                        """)
                .bind("terminal", terminal)
                .bind("now", now)
                .bind("most", HeartbeatAnswer.MOST)
                .map((row, _) -> Json.read(row.getBytes(1), Directive.class)
                        .orElseThrow(() -> new IllegalStateException("a directive that cannot be read")))
                .list();
        if (!found.isEmpty()) {
            handle.createUpdate("""
                            UPDATE directive SET told_at = :now
                            WHERE terminal = :terminal AND id = ANY(:ids) AND told_at IS NULL
                            """)
                    .bind("now", now)
                    .bind("terminal", terminal)
                    .bindArray("ids", UUID.class, found.stream().map(Directive::id).toList())
                    .execute();
        }
        return found;
    }

    /** Tells these terminals to do this, in the caller's transaction; they hear it with their next heartbeats. */
    void issue(Handle handle, Staff who, Directive directive, List<String> terminals) {
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO directive (terminal, id, body, kind, by_staff, issued_at, expires_at)
                VALUES (:terminal, :id, :body, :kind, :staff, :issued, :expires)
                """);
        byte[] body = Json.write(directive);
        for (String terminal : terminals) {
            batch.bind("terminal", terminal)
                    .bind("id", directive.id())
                    .bind("body", body)
                    .bind("kind", directive.kind().name())
                    .bind("staff", who.number())
                    .bind("issued", directive.issued())
                    .bind("expires", directive.expires())
                    .add();
        }
        batch.execute();
        // One row of the chain for a deed, however many it is for; who was told stands in the rows above.
        String whom = terminals.size() == 1 ? terminals.getFirst() : terminals.size() + " terminals";
        audit.note(handle, who, "DIRECTIVE-" + directive.kind().name().replace('_', '-'), directive.id() + " " + whom);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
