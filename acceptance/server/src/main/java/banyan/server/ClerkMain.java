package banyan.server;

import banyan.server.signin.Invitations;
import banyan.server.signin.People;
import banyan.server.staff.Audit;
import banyan.server.staff.Role;
import banyan.server.staff.Sessions;
import banyan.server.staff.Staff;
import banyan.server.store.CentreSecret;
import banyan.server.store.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code ./kiosk clerk NUMBER --name NAME --roles ROLE,… [--dir DIR]}: makes somebody known at the centre and prints an invitation, with
 * which that person sets password and authenticator. For the first administrator, and for whoever cannot be invited otherwise;
 * somebody who is known is invited again and keeps name and roles. A centre that has its own database must not be running.
 */
public final class ClerkMain {
    private static final Set<String> WORDS = Set.of("--name", "--roles", "--dir");
    /** Who stands in the audit for what was done at the machine itself. */
    private static final String AT_THE_MACHINE = "at-the-machine";

    private ClerkMain() {}

    public static void main(String[] arguments) {
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "banyan/server/serve-logback.xml");
        }
        Map<String, String> words = new HashMap<>();
        for (int at = 1; at + 1 < arguments.length; at += 2) {
            words.put(arguments[at], arguments[at + 1]);
        }
        Optional<Set<Role>> roles = People.roles(List.of(words.getOrDefault("--roles", "").split(",")));
        boolean said = arguments.length % 2 == 1 && WORDS.containsAll(words.keySet()) && Staff.isNumber(arguments[0]);
        if (!said || roles.isEmpty() || !Staff.isName(words.getOrDefault("--name", ""))) {
            System.err.println("usage: ./kiosk clerk NUMBER --name NAME --roles ROLE,… [--dir DIR]");
            System.err.println("roles: " + List.of(Role.values()));
            System.exit(64);
        }
        if (!Role.mayBeTogether(roles.get())) {
            System.err.println("One person may not have these roles together: an auditor has no other, an administrator none that sees cases.");
            System.exit(64);
        }
        try {
            Path folder = Optional.ofNullable(words.get("--dir")).map(Path::of).orElseGet(ServeMain::usualFolder);
            invite(AuditMain.settings(folder), new Staff(arguments[0], words.getOrDefault("--name", ""), roles.get()));
        } catch (IOException failed) {
            System.err.println("Not invited: " + failed.getMessage());
            System.exit(1);
        }
    }

    private static void invite(CentreSettings settings, Staff person) throws IOException {
        try (Database database = Database.open(settings.database(), 1)) {
            String code = invited(database, CentreSecret.in(settings.keys()), settings, person);
            System.out.println("Once, and within 24 hours, at the centre's own address:");
            System.out.println("  /staff/invitation#" + code);
        }
    }

    /** The code of the invitation. */
    static String invited(Database database, CentreSecret secret, CentreSettings settings, Staff person) {
        Audit audit = new Audit(secret.forUse(Foundation.AUDIT), settings.clock());
        Sessions sessions = new Sessions(database.jdbi(), settings.clock());
        Invitations invitations =
                new Invitations(database.jdbi(), sessions, audit, secret.forUse(StaffPart.CODES), settings.clock());
        People people = new People(database.jdbi(), sessions, audit, invitations, settings.clock());
        return database.jdbi()
                .inTransaction(handle -> people.insert(
                                handle, AT_THE_MACHINE, person.number(), person.name(), person.roles())
                        .orElseGet(() -> invitations.invite(handle, AT_THE_MACHINE, person.number())));
    }
}
