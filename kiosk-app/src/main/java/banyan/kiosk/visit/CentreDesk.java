package banyan.kiosk.visit;

import banyan.acceptance.CasesQuery;
import banyan.acceptance.Certificate;
import banyan.acceptance.CertificateOrder;
import banyan.acceptance.Draft;
import banyan.acceptance.DraftKept;
import banyan.acceptance.DraftQuery;
import banyan.acceptance.Drafts;
import banyan.acceptance.Facts;
import banyan.acceptance.FactsQuery;
import banyan.acceptance.MyCases;
import banyan.acceptance.PaperDraft;
import banyan.acceptance.Progress;
import banyan.acceptance.ProgressQuery;
import banyan.acceptance.ResultOrder;
import banyan.acceptance.SlipAnswer;
import banyan.acceptance.SlipQuery;
import banyan.acceptance.Withdrawal;
import banyan.cache.Reply;
import java.time.Duration;
import java.util.UUID;

/** What a visit asks of the centre while the citizen waits. */
public interface CentreDesk {
    /** What the centre knows of a citizen who has agreed to be looked up. */
    Reply<Facts> facts(FactsQuery query, Duration deadline);

    /** How a case stands, for whoever holds its receipt. */
    Reply<Progress> progress(ProgressQuery query, Duration deadline);

    /** Takes a case back; how it then stands. The same again changes nothing. */
    Reply<Progress> withdraw(String number, Withdrawal withdrawal, Duration deadline);

    /** What is asked about appointments. */
    AppointmentDesk appointments();

    /** How a submission stands that is or was kept at a terminal, whichever, for whoever holds its slip. */
    Reply<SlipAnswer> slip(SlipQuery query, Duration deadline);

    /** Keeps an unfinished form in its citizen's account. */
    Reply<DraftKept> keepDraft(UUID id, Draft draft, Duration deadline);

    /** What lies in the account of the citizen whose card was read; on no disk of this terminal. */
    Reply<Drafts> drafts(DraftQuery query, Duration deadline);

    /** The draft of a code that was held before this terminal; still sealed, and on no disk of it. */
    Reply<PaperDraft.Found> paperDraft(PaperDraft.Query query, Duration deadline);

    /** Has a draft destroyed; whether the centre says that there is none now. */
    boolean deleteDraft(UUID id, Duration deadline);

    /** The cases of the citizen whose card was read. */
    Reply<MyCases> cases(CasesQuery query, Duration deadline);

    /** The document of a decided case; the same request brings the same one. */
    Reply<Certificate> result(UUID request, ResultOrder order, Duration deadline);

    /** What was issued under this request does not hold any more; whether the centre says so. */
    boolean declareVoid(UUID request, Duration deadline);

    /** A certificate; the same request brings the same one. */
    Reply<Certificate> certificate(UUID request, CertificateOrder order, Duration deadline);
}
