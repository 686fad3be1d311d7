package banyan.server.wire;

import banyan.acceptance.Refusal;
import banyan.acceptance.Request;
import banyan.acceptance.Sha256;
import banyan.acceptance.Signing;
import java.security.PublicKey;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;

/**
 * Lets a request in only if a terminal that the centre knows has signed it, just now, as it arrived; or if it came on a line that this terminal
 * has opened with a certificate of its own.
 */
final class Gate {
    private final Terminals terminals;
    private final InstantSource clock;

    Gate(Terminals terminals, InstantSource clock) {
        this.terminals = terminals;
        this.clock = clock;
    }

    /**
     * The three headers, empty where they were missing, with the request line.
     *
     * @param path and query, as they were sent
     * @param terminal as the header says, or the certificate where there is no header
     * @param certified number in the certificate that was shown on the line; empty where there was none
     */
    record Shown(String method, String path, String terminal, String date, String signature, String certified) {
        /** Whether the line itself shows who asks, and nothing is signed besides. */
        boolean byLine() {
            return signature.isEmpty() && !certified.isEmpty();
        }
    }

    /** Whether the terminal is known and the time right: what can be said before a byte of the body is read. */
    Optional<Refusal> beforeTheBody(Shown shown) {
        Optional<Refusal> stranger = switch (terminals.standing(shown.terminal())) {
            case Terminals.Standing.Known _ -> Optional.empty();
            case Terminals.Standing.Revoked _ -> Optional.of(Refusal.TERMINAL_REVOKED);
            case Terminals.Standing.Unknown _ -> Optional.of(Refusal.TERMINAL_UNKNOWN);
        };
        if (stranger.isPresent()) {
            return stranger;
        }
        if (!shown.certified().isEmpty() && !shown.certified().equals(shown.terminal())) {
            return Optional.of(Refusal.SIGNATURE_INVALID);
        }
        if (shown.byLine()) {
            return Optional.empty();
        }
        if (!shown.date().matches("[0-9]{1,12}")) {
            return Optional.of(Refusal.SIGNATURE_INVALID);
        }
        long skew = Math.abs(Long.parseLong(shown.date()) - clock.instant().getEpochSecond());
        return skew > Request.MAX_SKEW_SECONDS ? Optional.of(Refusal.CLOCK_SKEW) : Optional.empty();
    }

    /** Whether the terminal signed this request with this body. */
    boolean signed(Shown shown, Sha256 body) {
        if (shown.byLine()) {
            return true;
        }
        Optional<PublicKey> key = terminals.key(shown.terminal());
        if (key.isEmpty()) {
            return false;
        }
        byte[] signature;
        try {
            signature = Base64.getDecoder().decode(shown.signature());
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
        Request request = new Request(shown.method(), shown.path(), shown.date(), body);
        return Signing.holds(key.get(), request.signedBytes(), signature);
    }
}
