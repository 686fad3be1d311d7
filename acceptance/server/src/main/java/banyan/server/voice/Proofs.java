package banyan.server.voice;

import banyan.acceptance.Refusal;
import banyan.server.progress.LookupCodes;
import banyan.server.progress.LookupTries;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Whether whoever speaks about a case holds its paper: the lookup code of its receipt, or the verification code of its certificate.
 * A case there is not is answered as a wrong code is, and both are counted.
 */
public final class Proofs {
    private final LookupCodes codes;
    private final LookupTries tries;

    public Proofs(LookupCodes codes, LookupTries tries) {
        this.codes = codes;
        this.tries = tries;
    }

    /** Why this proof does not do; empty where it is the case's own. Only the terminal a case came from speaks about it. */
    Optional<Refusal> refuse(Handle handle, String terminal, UUID about, String proof, Instant now) {
        if (tries.tooMany(handle, terminal, about.toString(), now)) {
            return Optional.of(Refusal.PROGRESS_TOO_MANY_TRIES);
        }
        if (ofReceipt(handle, terminal, about, proof) || ofCertificate(handle, terminal, about, proof)) {
            return Optional.empty();
        }
        tries.note(handle, terminal, about.toString(), now);
        return Optional.of(Refusal.EVALUATION_UNPROVEN);
    }

    private boolean ofReceipt(Handle handle, String terminal, UUID about, String proof) {
        return handle.createQuery("SELECT acceptance_number FROM receipt WHERE terminal = :terminal AND id = :id")
                .bind("terminal", terminal)
                .bind("id", about)
                .mapTo(String.class)
                .findOne()
                .filter(number -> codes.fits(handle, number, proof))
                .isPresent();
    }

    private static boolean ofCertificate(Handle handle, String terminal, UUID about, String proof) {
        return handle.createQuery("SELECT code FROM certificate WHERE terminal = :terminal AND request = :request")
                .bind("terminal", terminal)
                .bind("request", about)
                .mapTo(String.class)
                .findOne()
                .filter(code -> MessageDigest.isEqual(
                        code.getBytes(StandardCharsets.UTF_8), proof.getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }
}
