package banyan.server.signin;

import banyan.server.staff.Audit;
import banyan.server.staff.Role;
import banyan.server.staff.Sessions;
import banyan.server.staff.Staff;
import banyan.server.wire.Call;
import banyan.server.wire.Reply;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** What anybody who is signed in may ask about himself, and the end of it. */
public final class Me {
    private final Jdbi rows;
    private final Sessions sessions;
    private final Audit audit;

    public Me(Jdbi rows, Sessions sessions, Audit audit) {
        this.rows = rows;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** Who is signed in. */
    public record Person(String number, String name, List<String> roles) {}

    /** {@code GET /staff/api/me} */
    public Reply get(Call call) {
        Staff staff = call.staff();
        return Reply.json(
                200,
                new Person(
                        staff.number(),
                        staff.name(),
                        staff.roles().stream().sorted().map(Role::name).toList()));
    }

    /** {@code POST /staff/api/sign-out} */
    public Reply signOut(Call call) {
        rows.useTransaction(handle -> {
            sessions.end(handle, call.caller().session());
            audit.note(handle, call.staff(), "SIGNED-OUT", "");
        });
        return Reply.done().withSession("", call.caller().secure());
    }
}
