package banyan.server.progress;

import banyan.server.store.CentreSecret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * How often it was tried in vain, of late: eight digits hold only against somebody who may not try all of them. A number is counted
 * whether there is such a case or not, so that the bound tells nothing either.
 */
public final class LookupTries {
    static final Duration WITHIN = Duration.ofMinutes(10);
    static final int FOR_A_NUMBER = 5;
    static final int FROM_A_TERMINAL = 30;

    private final byte[] secret;

    /** @param secret under which terminals and numbers are hashed */
    public LookupTries(byte[] secret) {
        this.secret = secret.clone();
    }

    /** Whether nothing is looked up for a while. */
    public boolean tooMany(Handle handle, String terminal, String number, Instant now) {
        return count(handle, fromTerminal(terminal), now) >= FROM_A_TERMINAL
                || count(handle, forNumber(number), now) >= FOR_A_NUMBER;
    }

    private static int count(Handle handle, byte[] subject, Instant now) {
        return handle.createQuery("SELECT count(*) FROM lookup_try WHERE subject = :subject AND at > :since")
                .bind("subject", subject)
                .bind("since", now.minus(WITHIN))
                .mapTo(Integer.class)
                .one();
    }

    /** Takes note of one; those that count no more go. */
    public void note(Handle handle, String terminal, String number, Instant now) {
        handle.createUpdate("DELETE FROM lookup_try WHERE at <= :since")
                .bind("since", now.minus(WITHIN))
                .execute();
        for (byte[] subject : List.of(fromTerminal(terminal), forNumber(number))) {
            handle.createUpdate("INSERT INTO lookup_try (subject, at) VALUES (:subject, :at)")
                    .bind("subject", subject)
                    .bind("at", now)
                    .execute();
        }
    }

    private byte[] fromTerminal(String terminal) {
        return CentreSecret.keyedHash(secret, "terminal " + terminal);
    }

    private byte[] forNumber(String number) {
        return CentreSecret.keyedHash(secret, "number " + number);
    }
}
