package banyan.server.store;

import java.nio.file.Path;

/** Which PostgreSQL the centre keeps its rows in. */
public sealed interface DatabaseAt {
    /**
     * One of the centre's own, for demonstration, development and tests.
     *
     * @param folder its data, kept from one start to the next
     * @param binaries where its program is unpacked; may be shared by many
     */
    record Embedded(Path folder, Path binaries) implements DatabaseAt {}

    /**
     * One that somebody runs.
     *
     * @param url {@code jdbc:postgresql://…}
     * @param passwordFile holds the password, readable by the centre's user only
     */
    record Given(String url, String user, Path passwordFile) implements DatabaseAt {}
}
