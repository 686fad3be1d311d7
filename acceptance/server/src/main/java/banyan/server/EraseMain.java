package banyan.server;

import banyan.server.retention.Erasure;
import banyan.server.retention.Rule;
import banyan.server.staff.Audit;
import banyan.server.store.CentreSecret;
import banyan.server.store.Database;
import banyan.server.store.Reach;
import banyan.server.wire.CentreKey;
import banyan.server.wire.Names;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * {@code ./kiosk erase --by STAFF [--dir DIR]}: erases of one citizen what may be erased, and says what stays. The number is read from the
 * input, for what stands in a command is seen by others.
 */
public final class EraseMain {
    private EraseMain() {}

    public static void main(String[] arguments) {
        Beside.quiet();
        Optional<Beside> words = Beside.read(arguments, 0, Set.of("--dir", "--by"), Set.of());
        String by = words.flatMap(said -> said.said("--by")).orElse("");
        if (words.isEmpty() || !by.matches("[0-9A-Za-z-]{1,32}")) {
            System.err.println("usage: ./kiosk erase --by STAFF-NUMBER [--dir DIR]   (the citizen's number is asked for)");
            System.exit(64);
            return;
        }
        System.err.println("Citizen's number:");
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            String citizen = Optional.ofNullable(in.readLine()).map(String::strip).orElse("");
            if (!Names.isCitizen(citizen)) {
                System.err.println("That is no number of a citizen.");
                System.exit(65);
            }
            Erasure.Erased erased = erase(words.get().settings(), citizen, by);
            System.out.println("Erased: " + erased.drafts() + " unfinished forms, " + erased.phones() + " telephone numbers.");
            System.out.println("Kept until they are closed: " + erased.openCases() + " cases under way.");
            System.out.println("Kept as files of an authority: " + erased.closedCases() + " closed cases"
                    + erased.papersUntil().map(day -> "; their papers are gone by " + day).orElse("") + ".");
            System.out.println("Kept as logs that the law asks for: " + erased.lookups() + " rows of look-ups, without the number.");
        } catch (IOException failed) {
            System.err.println("Not erased: " + failed.getMessage());
            System.exit(1);
        }
    }

    static Erasure.Erased erase(CentreSettings settings, String citizen, String by) throws IOException {
        if (!CentreKey.isIn(settings.keys())) {
            throw new IOException("no centre has its keys in " + settings.keys());
        }
        CentreSecret secret = CentreSecret.in(settings.keys());
        int paperDays = settings.engine().rules().stream()
                .filter(rule -> rule.papers().equals(Optional.of(Rule.Papers.CLOSED)))
                .mapToInt(Rule::days)
                .max()
                .orElse(0);
        try (Reach reach = Reach.to(settings.database());
                Database database = Database.open(reach.at(), 1)) {
            Audit audit = new Audit(secret.forUse(Foundation.AUDIT), settings.clock());
            return new Erasure(database.jdbi(), secret, audit).erase(citizen, by, paperDays, settings.zone());
        }
    }
}
