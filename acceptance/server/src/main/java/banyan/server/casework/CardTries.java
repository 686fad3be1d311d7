package banyan.server.casework;

import banyan.server.store.CentreSecret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * How often cases were asked for by a card, of late, from a terminal and for a citizen. A terminal's word that it has read a card is
 * believed, so one that has fallen into other hands must not walk through the register; each time counts, found or not.
 */
final class CardTries {
    static final Duration WITHIN = Duration.ofMinutes(10);
    static final int FOR_A_CITIZEN = 20;
    static final int FROM_A_TERMINAL = 60;

    private final byte[] secret;

    /** @param secret under which terminals and citizens are hashed */
    CardTries(byte[] secret) {
        this.secret = secret.clone();
    }

    /** Whether this one may be; it is noted, and those that count no more go. */
    boolean may(Handle handle, String terminal, String citizen, Instant now) {
        byte[] from = CentreSecret.keyedHash(secret, "terminal " + terminal);
        byte[] about = CentreSecret.keyedHash(secret, "citizen " + citizen);
        if (count(handle, from, now) >= FROM_A_TERMINAL || count(handle, about, now) >= FOR_A_CITIZEN) {
            return false;
        }
        handle.createUpdate("DELETE FROM lookup_try WHERE at <= :since")
                .bind("since", now.minus(WITHIN))
                .execute();
        for (byte[] subject : List.of(from, about)) {
            handle.createUpdate("INSERT INTO lookup_try (subject, at) VALUES (:subject, :at)")
                    .bind("subject", subject)
                    .bind("at", now)
                    .execute();
        }
        return true;
    }

    private static int count(Handle handle, byte[] subject, Instant now) {
        return handle.createQuery("SELECT count(*) FROM lookup_try WHERE subject = :subject AND at > :since")
                .bind("subject", subject)
                .bind("since", now.minus(WITHIN))
                .mapTo(Integer.class)
                .one();
    }
}
