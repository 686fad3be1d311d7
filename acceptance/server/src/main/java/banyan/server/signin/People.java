package banyan.server.signin;

import banyan.acceptance.Refusal;
import banyan.server.staff.Audit;
import banyan.server.staff.Role;
import banyan.server.staff.Sessions;
import banyan.server.staff.Staff;
import banyan.server.staff.StaffRefusal;
import banyan.server.wire.Call;
import banyan.server.wire.Json;
import banyan.server.wire.Reply;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What an administrator does: says who may sign in, and as what. Nobody changes his own roles or shuts himself out. */
public final class People {
    private static final int MOST_SHOWN = 500;

    private final Jdbi rows;
    private final Sessions sessions;
    private final Audit audit;
    private final Invitations invitations;
    private final InstantSource clock;

    public People(Jdbi rows, Sessions sessions, Audit audit, Invitations invitations, InstantSource clock) {
        this.rows = rows;
        this.sessions = sessions;
        this.audit = audit;
        this.invitations = invitations;
        this.clock = clock;
    }

    /**
     * Somebody as an administrator sees it.
     *
     * @param ready whether the first invitation was taken up
     */
    public record Listed(String number, String name, List<String> roles, boolean ready, boolean locked, boolean shut) {}

    /** All of them, by number. */
    public record AllPeople(List<Listed> people) {}

    /** Somebody new. */
    public record NewPerson(String number, String name, List<String> roles) {}

    /** The code of an invitation, which is told once. */
    public record Invitation(String code, String until) {
        @Override
        public String toString() {
            return "Invitation";
        }
    }

    /** The roles somebody is to have from now on. */
    public record NewRoles(List<String> roles) {}

    /** Whether somebody may no longer sign in. */
    public record Shut(boolean shut) {}

    /** {@code GET /staff/api/people} */
    public Reply list(Call call) {
        Instant now = clock.instant();
        return Reply.json(200, new AllPeople(rows.withHandle(handle -> handle.createQuery("""
                        SELECT number, name, roles, password IS NOT NULL AS ready,
                               coalesce(locked_until > :now, false) AS locked, shut
                        FROM staff ORDER BY shut, number LIMIT :most
                        """)
                .bind("now", now)
                .bind("most", MOST_SHOWN)
                .map((row, _) -> new Listed(
                        row.getString("number"),
                        row.getString("name"),
                        List.of((String[]) row.getArray("roles").getArray()),
                        row.getBoolean("ready"),
                        row.getBoolean("locked"),
                        row.getBoolean("shut")))
                .list())));
    }

    /** {@code POST /staff/api/people} */
    public Reply add(Call call) {
        Optional<NewPerson> read = Json.read(call.body(), NewPerson.class)
                .filter(person -> Staff.isNumber(person.number()) && Staff.isName(person.name()));
        Optional<Set<Role>> roles = read.flatMap(person -> roles(person.roles()));
        if (roles.isEmpty()) {
            return Reply.refused(Refusal.MALFORMED);
        }
        return Role.mayBeTogether(roles.get())
                ? rows.inTransaction(handle -> added(handle, call.staff().number(), read.get(), roles.get()))
                : Reply.refused(StaffRefusal.ROLES_APART);
    }

    private Reply added(Handle handle, String by, NewPerson person, Set<Role> roles) {
        return insert(handle, by, person.number(), person.name(), roles)
                .map(code -> Reply.json(201, invitation(code)))
                .orElseGet(() -> Reply.refused(StaffRefusal.TAKEN));
    }

    /** Somebody new with an invitation; empty where the number is somebody's. */
    public Optional<String> insert(Handle handle, String by, String number, String name, Set<Role> roles) {
        int rowsAdded = handle.createUpdate("""
                        INSERT INTO staff (number, name, roles, since) VALUES (:number, :name, :roles, :now)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("number", number)
                .bind("name", name)
                .bindArray("roles", String.class, names(roles))
                .bind("now", clock.instant())
                .execute();
        if (rowsAdded == 0) {
            return Optional.empty();
        }
        audit.note(handle, by, "STAFF-ADDED", number + " " + String.join(",", names(roles)));
        return Optional.of(invitations.invite(handle, by, number));
    }

    /** {@code POST /staff/api/people/{staff}/invitation}: of somebody who has lost password or authenticator. */
    public Reply invite(Call call) {
        return changed(call, (handle, number) -> Reply.json(
                201, invitation(invitations.invite(handle, call.staff().number(), number))));
    }

    /** {@code PUT /staff/api/people/{staff}/roles}; it counts at that person's next click. */
    public Reply roles(Call call) {
        Optional<Set<Role>> roles = Json.read(call.body(), NewRoles.class).flatMap(read -> roles(read.roles()));
        if (roles.isEmpty()) {
            return Reply.refused(Refusal.MALFORMED);
        }
        if (!Role.mayBeTogether(roles.get())) {
            return Reply.refused(StaffRefusal.ROLES_APART);
        }
        return changed(call, (handle, number) -> {
            handle.createUpdate("UPDATE staff SET roles = :roles WHERE number = :number")
                    .bindArray("roles", String.class, names(roles.get()))
                    .bind("number", number)
                    .execute();
            audit.note(handle, call.staff(), "STAFF-ROLES", number + " " + String.join(",", names(roles.get())));
            return Reply.done();
        });
    }

    /** {@code PUT /staff/api/people/{staff}/shut}; out at once, wherever signed in. */
    public Reply shut(Call call) {
        Optional<Shut> read = Json.read(call.body(), Shut.class);
        if (read.isEmpty()) {
            return Reply.refused(Refusal.MALFORMED);
        }
        return changed(call, (handle, number) -> {
            handle.createUpdate("UPDATE staff SET shut = :shut WHERE number = :number")
                    .bind("shut", read.get().shut())
                    .bind("number", number)
                    .execute();
            sessions.endAll(handle, number);
            if (read.get().shut()) {
                // Let in again, nobody may come by a passkey that lies with a stranger.
                handle.createUpdate("DELETE FROM staff_passkey WHERE staff = :staff")
                        .bind("staff", number)
                        .execute();
            }
            audit.note(handle, call.staff(), read.get().shut() ? "STAFF-SHUT-OUT" : "STAFF-LET-IN", number);
            return Reply.done();
        });
    }

    /** {@code POST /staff/api/people/{staff}/unlock} */
    public Reply unlock(Call call) {
        return changed(call, (handle, number) -> {
            handle.createUpdate("UPDATE staff SET failed = 0, locked_until = NULL WHERE number = :number")
                    .bind("number", number)
                    .execute();
            audit.note(handle, call.staff(), "STAFF-UNLOCKED", number);
            return Reply.done();
        });
    }

    @FunctionalInterface
    private interface Change {
        Reply to(Handle handle, String number);
    }

    private Reply changed(Call call, Change change) {
        String number = call.named("staff");
        if (number.equals(call.staff().number())) {
            return Reply.refused(StaffRefusal.ONESELF);
        }
        return rows.inTransaction(handle -> {
            boolean there = handle.createQuery("SELECT number FROM staff WHERE number = :number FOR UPDATE")
                    .bind("number", number)
                    .mapTo(String.class)
                    .findOne()
                    .isPresent();
            return there ? change.to(handle, number) : Reply.refused(StaffRefusal.UNKNOWN);
        });
    }

    private Invitation invitation(String code) {
        return new Invitation(code, clock.instant().plus(Invitations.COUNTS).toString());
    }

    /** The roles of these names; empty where one is none. */
    public static Optional<Set<Role>> roles(List<String> names) {
        Set<String> known = Arrays.stream(Role.values()).map(Role::name).collect(Collectors.toSet());
        if (names.isEmpty() || !known.containsAll(names)) {
            return Optional.empty();
        }
        return Optional.of(names.stream().map(Role::valueOf).collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class))));
    }

    private static List<String> names(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).toList();
    }
}
