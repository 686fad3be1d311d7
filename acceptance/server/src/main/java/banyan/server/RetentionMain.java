package banyan.server;

import banyan.server.retention.Rule;
import banyan.server.retention.Sweep;
import banyan.server.staff.Audit;
import banyan.server.store.CentreSecret;
import banyan.server.store.Database;
import banyan.server.store.PaperStore;
import banyan.server.store.Reach;
import banyan.server.wire.CentreKey;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code ./kiosk retention [--dir DIR] [--dry-run]}: takes away what was kept long enough, beside a centre that runs or not. */
public final class RetentionMain {
    private RetentionMain() {}

    public static void main(String[] arguments) {
        Beside.quiet();
        Optional<Beside> words = Beside.read(arguments, 0, Set.of("--dir"), Set.of("--dry-run"));
        if (words.isEmpty()) {
            System.err.println("usage: ./kiosk retention [--dir DIR] [--dry-run]");
            System.exit(64);
            return;
        }
        try {
            CentreSettings settings = words.get().settings();
            List<Rule> rules = settings.engine().rules();
            List<Sweep.Swept> swept = sweep(settings, rules, words.get().has("--dry-run"));
            for (int at = 0; at < rules.size(); at++) {
                Rule rule = rules.get(at);
                System.out.printf("%-24s %6d days %8d  %s%n", rule.name(), rule.days(), swept.get(at).count(), rule.words());
            }
        } catch (IOException failed) {
            System.err.println("Not done: " + failed.getMessage());
            System.exit(1);
        }
    }

    /** Does it, or only looks. */
    static List<Sweep.Swept> sweep(CentreSettings settings, List<Rule> rules, boolean onlyLook) throws IOException {
        if (!CentreKey.isIn(settings.keys())) {
            throw new IOException("no centre has its keys in " + settings.keys());
        }
        try (Reach reach = Reach.to(settings.database());
                Database database = Database.open(reach.at(), 1);
                PaperStore papers = settings.engine().readPapers(settings.papers())) {
            Sweep sweep = new Sweep(
                    database.jdbi(),
                    papers,
                    new Audit(CentreSecret.in(settings.keys()).forUse(Foundation.AUDIT), settings.clock()),
                    settings.clock());
            return onlyLook ? sweep.look(rules) : sweep.run(rules, Audit.NOBODY);
        }
    }
}
