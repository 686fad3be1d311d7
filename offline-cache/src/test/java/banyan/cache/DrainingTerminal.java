package banyan.cache;

import banyan.acceptance.KeyFiles;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** A program that sends what its journal keeps, and ends when nothing is left. */
final class DrainingTerminal {
    private DrainingTerminal() {}

    /** Folder with keys, and the centre's address. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Centre centre = Centre.of(URI.create(arguments[1]), KeyFiles.readPublic(folder.resolve("centre.pub")));
        Terminal terminal = new Terminal(Given.TERMINAL, KeyFiles.readPrivate(folder.resolve("terminal.key")));
        try (Journal journal = Given.journal(folder);
                CentreClient client = new CentreClient(centre, terminal, Instant::now);
                Sync sync = new Sync(journal, client, Instant::now, Given.QUICK)) {
            sync.start();
            while (!journal.pending().isEmpty()) {
                LockSupport.parkNanos(5_000_000);
            }
        }
        System.exit(0);
    }
}
