package banyan.cache;

import java.time.Duration;
import java.time.InstantSource;

/** Calls to the centre that need it now; each is signed, has a deadline, and gives its failure as a value. */
public final class CentreClient implements AutoCloseable {
    public CentreClient(Centre centre, Terminal terminal, InstantSource clock) {
        throw new UnsupportedOperationException(centre + " " + terminal + clock);
    }

    /** What the registers know of the citizen, for the prefilled form. */
    public Answer facts(byte[] request, Duration deadline) {
        throw new UnsupportedOperationException(request.length + " " + deadline);
    }

    /** Asks for a certificate; the same request id gives the same one. */
    public Answer certificate(String requestId, byte[] request, Duration deadline) {
        throw new UnsupportedOperationException(requestId + request.length + deadline);
    }

    /** Reports that a certificate is on paper. */
    public Answer printed(String requestId, byte[] report, Duration deadline) {
        throw new UnsupportedOperationException(requestId + report.length + deadline);
    }

    /** Reports that a certificate was not printed or was taken back, so that its code must not verify. */
    public Answer voided(String requestId, byte[] report, Duration deadline) {
        throw new UnsupportedOperationException(requestId + report.length + deadline);
    }

    /** Whether the centre is there and is the centre. */
    public Answer status(Duration deadline) {
        throw new UnsupportedOperationException(deadline.toString());
    }

    @Override
    public void close() {}
}
