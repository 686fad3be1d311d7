package banyan.kiosk.visit;

import banyan.acceptance.Certificate;
import banyan.acceptance.CertificateOrder;
import banyan.acceptance.Facts;
import banyan.acceptance.FactsQuery;
import banyan.acceptance.Progress;
import banyan.acceptance.ProgressQuery;
import banyan.acceptance.SlipAnswer;
import banyan.acceptance.SlipQuery;
import banyan.cache.Reply;
import java.time.Duration;
import java.util.UUID;

/** What a visit asks of the centre while the citizen waits. */
public interface CentreDesk {
    /** What the centre knows of a citizen who has agreed to be looked up. */
    Reply<Facts> facts(FactsQuery query, Duration deadline);

    /** How a case stands, for whoever holds its receipt. */
    Reply<Progress> progress(ProgressQuery query, Duration deadline);

    /** How a submission stands that is or was kept at a terminal, whichever, for whoever holds its slip. */
    Reply<SlipAnswer> slip(SlipQuery query, Duration deadline);

    /** A certificate; the same request brings the same one. */
    Reply<Certificate> certificate(UUID request, CertificateOrder order, Duration deadline);
}
