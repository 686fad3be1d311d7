package banyan.server.register;

import banyan.server.store.CentreSecret;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The notes of who was asked about whom and for what: written before a department is asked, under a keyed hash of the number. */
public final class LookupNotes {
    private final Jdbi rows;
    private final byte[] secret;
    private final InstantSource clock;

    /** @param secret under which a citizen's number is hashed */
    public LookupNotes(Jdbi rows, byte[] secret, InstantSource clock) {
        this.rows = rows;
        this.secret = secret.clone();
        this.clock = clock;
    }

    /** Why somebody was asked about. */
    public enum Purpose {
        FACTS,
        CERTIFICATE,
        /** Its rules are to decide it at once. */
        DECISION
    }

    /**
     * A note whose end is open.
     *
     * @param seq its number among the terminal's
     */
    public record Open(String terminal, long seq) {}

    /** @param about the request under which the citizen has consented, where there is one */
    public Open begun(String terminal, Purpose purpose, String item, String citizen, Optional<UUID> about) {
        long seq = rows.withHandle(handle -> handle.createUpdate("""
                        INSERT INTO lookup (terminal, item, citizen, at, purpose, about, outcome)
                        VALUES (:terminal, :item, :citizen, :at, :purpose, CAST(:about AS uuid), 'ASKED')
                        """)
                .bind("terminal", terminal)
                .bind("item", item)
                .bind("citizen", CentreSecret.keyedHash(secret, citizen))
                .bind("at", clock.instant())
                .bind("purpose", purpose.name())
                .bind("about", about.orElse(null))
                .executeAndReturnGeneratedKeys("seq")
                .mapTo(Long.class)
                .one());
        return new Open(terminal, seq);
    }

    /** What became of it. */
    public void ended(Open note, String provider, String outcome) {
        rows.useHandle(handle -> handle.createUpdate(
                        "UPDATE lookup SET provider = :provider, outcome = :outcome WHERE terminal = :terminal AND seq = :seq")
                .bind("provider", provider)
                .bind("outcome", outcome)
                .bind("terminal", note.terminal())
                .bind("seq", note.seq())
                .execute());
    }
}
