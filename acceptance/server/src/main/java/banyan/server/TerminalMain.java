package banyan.server;

import banyan.attest.NationalKeys;
import banyan.server.enrol.EnrolmentCodes;
import banyan.server.enrol.TerminalDesk;
import banyan.server.enrol.TerminalDesk.HandedCode;
import banyan.server.staff.Audit;
import banyan.server.store.CentreSecret;
import banyan.server.store.Database;
import banyan.server.store.Reach;
import banyan.server.wire.CentreKey;
import banyan.server.wire.Names;
import banyan.server.wire.TerminalFiles;
import banyan.server.wire.Terminals;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * {@code ./kiosk enrol-code TERMINAL [--by STAFF] [--dir DIR]} prints a code with which a terminal becomes known, and the centre's fingerprint;
 * {@code ./kiosk revoke TERMINAL [--by STAFF] [--dir DIR]} shuts one out. The centre may be running, and knows within a second.
 */
public final class TerminalMain {
    /** Who stands in the audit for what was done at the machine itself and by nobody who is named. */
    private static final String AT_THE_MACHINE = "at-the-machine";

    private TerminalMain() {}

    public static void main(String[] arguments) {
        Beside.quiet();
        boolean asked = arguments.length > 1 && Set.of("enrol-code", "revoke").contains(arguments[0]) && Names.isTerminal(arguments[1]);
        Optional<Beside> words =
                asked ? Beside.read(arguments, 2, Set.of("--dir", "--by"), Set.of()) : Optional.empty();
        String by = words.flatMap(said -> said.said("--by")).orElse(AT_THE_MACHINE);
        if (words.isEmpty() || !by.matches("[0-9A-Za-z-]{1,32}")) {
            System.err.println("usage: ./kiosk enrol-code|revoke TERMINAL [--by STAFF-NUMBER] [--dir DIR]");
            System.exit(64);
            return;
        }
        try {
            CentreSettings settings = words.get().settings();
            if (arguments[0].equals("revoke")) {
                boolean done = at(settings, desk -> desk.revoke(arguments[1], by));
                System.out.println(done ? "Terminal " + arguments[1] + " is shut out." : "There is no terminal " + arguments[1] + ".");
                System.exit(done ? 0 : 1);
            }
            HandedCode code = at(settings, desk -> desk.code(arguments[1], by));
            System.out.println("Once, until " + code.until() + ", at terminal " + arguments[1] + ":");
            System.out.println("  ./kiosk enrol " + arguments[1] + " --centre URL --fingerprint " + code.centre() + " --keys FOLDER");
            System.out.println("which asks for the code  " + code.code());
        } catch (IOException failed) {
            System.err.println("Not done: " + failed.getMessage());
            System.exit(1);
        }
    }

    /** Does this at a centre that has run before. */
    static <T> T at(CentreSettings settings, Function<TerminalDesk, T> deed) throws IOException {
        if (!CentreKey.isIn(settings.keys())) {
            throw new IOException("no centre has its keys in " + settings.keys());
        }
        NationalKeys.install();
        CentreKey key = CentreKey.in(settings.keys());
        CentreSecret secret = CentreSecret.in(settings.keys());
        try (Reach reach = Reach.to(settings.database());
                Database database = Database.open(reach.at(), 1)) {
            Audit audit = new Audit(secret.forUse(Foundation.AUDIT), settings.clock());
            EnrolmentCodes codes =
                    new EnrolmentCodes(secret.forUse(EnrolPart.CODES), key.shown(), audit, settings.clock());
            Terminals terminals = new Terminals(
                    database.jdbi(), new TerminalFiles(settings.keys().resolve("terminals")), settings.clock());
            return deed.apply(new TerminalDesk(database.jdbi(), terminals, codes, key.shown(), audit));
        }
    }
}
