package banyan.cache;

import banyan.acceptance.CentreStatus;
import banyan.acceptance.Certificate;
import banyan.acceptance.CertificateOrder;
import banyan.acceptance.Facts;
import banyan.acceptance.FactsQuery;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;

/** Calls to the centre that need it now; each is signed, has a deadline, and gives its failure as a value. */
public final class CentreClient implements AutoCloseable {
    public CentreClient(Centre centre, Terminal terminal, InstantSource clock) {
        throw new UnsupportedOperationException(centre + " " + terminal + clock);
    }

    /** What the centre knows of a citizen who has agreed to be looked up. */
    public Reply<Facts> facts(FactsQuery query, Duration deadline) {
        throw new UnsupportedOperationException(query + " " + deadline);
    }

    /** Orders a certificate; the same request brings the same one. What became of its paper goes by a {@link Note}. */
    public Reply<Certificate> certificate(UUID request, CertificateOrder order, Duration deadline) {
        throw new UnsupportedOperationException(request + " " + order + deadline);
    }

    /** Whether the centre is there and is the centre. */
    public Reply<CentreStatus> status(Duration deadline) {
        throw new UnsupportedOperationException(deadline.toString());
    }

    @Override
    public void close() {}
}
