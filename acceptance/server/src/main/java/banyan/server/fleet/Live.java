package banyan.server.fleet;

import banyan.acceptance.Sha256;
import banyan.server.wire.Call;
import banyan.server.wire.Reply;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;

/** A short mark that is another one as soon as the command centre's page would show something else. */
public final class Live {
    private final Jdbi rows;
    private final Fleet fleet;

    public Live(Jdbi rows, Fleet fleet) {
        this.rows = rows;
        this.fleet = fleet;
    }

    /** How everything stands, as one mark. */
    public record Mark(String mark) {}

    /** {@code GET /staff/api/live}: what is sent as events, see {@code Route.Kind.STAFF_LIVE}. */
    public Reply get(Call call) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Consumer<Object> put = part -> all.writeBytes((part + "\n").getBytes(StandardCharsets.UTF_8));
        // When something was heard last is another moment each time, and nobody needs a new page for that.
        fleet.view().points().forEach(point -> put.accept(List.of(point.terminal(), point.colour(), point.code(), point.device())));
        for (String query : List.of(
                "SELECT coalesce(string_agg(concat_ws(',', id, cleared_at, held_by, directive), ' ' ORDER BY id), '') FROM alarm WHERE closed_at IS NULL",
                "SELECT count(*)::text FROM alarm_feedback",
                "SELECT count(answered_at)::text FROM directive",
                "SELECT coalesce(sum(begun + completed + pages + help), 0)::text FROM terminal_hour WHERE day >= current_date - 1")) {
            rows.useHandle(handle -> put.accept(handle.createQuery(query).mapTo(String.class).one()));
        }
        return Reply.json(200, new Mark(Sha256.of(all.toByteArray()).toString()));
    }
}
