package banyan.server.store;

import java.io.IOException;
import java.nio.file.Path;

/** A program that opens the database of a folder, writes a row, says so, and dies as by {@code kill -9}. */
final class KilledCentre {
    private KilledCentre() {}

    public static void main(String[] arguments) throws IOException {
        DatabaseAt.Embedded at = new DatabaseAt.Embedded(Path.of(arguments[0]), Path.of(arguments[1]));
        Database database = Database.open(at, 2);
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "INSERT INTO outbox (terminal, kind, subject, at) VALUES ('0137', 'TEST', 'x', now())"));
        System.out.println("WRITTEN");
        System.out.flush();
        Runtime.getRuntime().halt(9);
    }
}
