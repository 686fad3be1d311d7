package banyan.cache;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** Recovers what can be read from a damaged database; for now nothing, so that such a journal is refused. */
final class Salvage {
    Salvage(Disk disk, Path cache, EntrySeal seal) {}

    void finish() throws IOException {}

    void run() throws IOException, SQLException {
        throw new SQLException("damaged");
    }
}
