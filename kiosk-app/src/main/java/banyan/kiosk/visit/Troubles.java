package banyan.kiosk.visit;

import banyan.device.DeviceKind;
import banyan.kiosk.visit.PaperPage.TroubleKind;
import banyan.kiosk.visit.PaperPage.WayOn;
import banyan.kiosk.visit.Place.Trouble;
import banyan.kiosk.visit.VisitState.Open;
import java.util.List;

/** The honest page: which ways on there are, and how it goes on by itself when what was missing comes back. */
final class Troubles {
    private Troubles() {}

    /** The ways on, sorted by effort. Never empty. */
    static List<WayOn> ways(Trouble trouble) {
        return switch (trouble.from()) {
            case CertificatePlace.Printing _ -> printing(trouble);
            case CertificatePlace.Querying _ ->
                trouble.kind() == TroubleKind.CENTRE_REFUSED || trouble.kind() == TroubleKind.RESULT_TAKEN
                        ? List.of(WayOn.BACK, WayOn.END)
                        : List.of(WayOn.RETRY, WayOn.BACK, WayOn.END);
            case ScanningPlace.Materials _ ->
                trouble.kind() == TroubleKind.CAMERA_GONE
                        ? List.of(WayOn.WAIT, WayOn.BACK, WayOn.END)
                        : List.of(WayOn.RETRY, WayOn.BACK, WayOn.END);
            case Place.Review _, SigningPlace.Signing _, SigningPlace.Fingerprint _ -> List.of(WayOn.RETRY, WayOn.BACK, WayOn.END);
            case Place.Submitting _ -> List.of(WayOn.WAIT, WayOn.END);
            case Place.Identify _ -> List.of(WayOn.END);
            default -> List.of(WayOn.BACK, WayOn.END);
        };
    }

    private static List<WayOn> printing(Trouble trouble) {
        if (trouble.kind() == TroubleKind.PRINT_UNCERTAIN) {
            return List.of(WayOn.WITHOUT_PAPER, WayOn.RETRY, WayOn.LATER, WayOn.END);
        }
        return trouble.alive()
                ? List.of(WayOn.WAIT, WayOn.LATER, WayOn.END)
                : List.of(WayOn.RETRY, WayOn.LATER, WayOn.END);
    }

    static Step next(Open open, Trouble trouble, VisitEvent event) {
        return switch (event) {
            case VisitEvent.Asked(Wish.Take(WayOn way)) ->
                ways(trouble).contains(way) ? take(open, trouble, way) : Step.to(open);
            case VisitEvent.Asked(Wish.Back()) -> take(open, trouble, WayOn.BACK);
            case VisitEvent.DeviceUsable(DeviceKind kind, boolean usable) when usable -> usable(open, trouble, kind);
            default ->
                switch (trouble.from()) {
                    case CertificatePlace.Printing printing when trouble.alive() -> paper(open, trouble, printing, event);
                    // What the journal says after all is the truth, however late.
                    case Place.Submitting submitting -> journal(open, submitting, event);
                    case SubmittedPlace.Received received ->
                        Step.to(open.at(
                                trouble.over(received.with(received.slip().after(event)))));
                    case SubmittedPlace.Kept kept ->
                        Step.to(open.at(trouble.over(kept.with(kept.slip().after(event)))));
                    default -> Step.to(open);
                };
        };
    }

    private static Step journal(Open open, Place.Submitting submitting, VisitEvent event) {
        return switch (event) {
            case VisitEvent.Sealed _, VisitEvent.Appended _, VisitEvent.NotAppended _ ->
                Submissions.submitting(open, submitting, event);
            default -> Step.to(open);
        };
    }

    /** The job is still with the printer: it says itself how it goes on. */
    private static Step paper(Open open, Trouble trouble, CertificatePlace.Printing printing, VisitEvent event) {
        return switch (event) {
            case VisitEvent.PrintWaits(var why, int out) -> Step.to(open.at(trouble.renamed(why, printing.out(out))));
            // A sheet on its way when the printer stopped may be told after the stop: it waits on until it says otherwise.
            case VisitEvent.PagesOut(int out)
            when trouble.kind() != TroubleKind.PRINTER_SILENT ->
                Step.to(open.at(trouble.renamed(trouble.kind(), printing.out(out))));
            case VisitEvent.PagesOut _,
                    VisitEvent.PrintGoesOn _,
                    VisitEvent.Printed _,
                    VisitEvent.PrintStopped _,
                    VisitEvent.PrintBroken _,
                    VisitEvent.PrintUncertain _ -> Certificates.printing(open.at(printing), printing, event);
            default -> Step.to(open);
        };
    }

    private static Step usable(Open open, Trouble trouble, DeviceKind kind) {
        return switch (trouble.from()) {
            case ScanningPlace.Materials materials
            when (kind == DeviceKind.DOCUMENT_CAMERA || kind == DeviceKind.SCANNER)
                    && trouble.kind() == TroubleKind.CAMERA_GONE ->
                Filings.goOn(open, materials);
            default -> Step.to(open);
        };
    }

    private static Step take(Open open, Trouble trouble, WayOn way) {
        return switch (way) {
            case WAIT -> Step.to(open.at(trouble.patient()));
            case RETRY -> retry(open, trouble);
            case LATER -> home(open, trouble);
            case WITHOUT_PAPER ->
                trouble.from() instanceof CertificatePlace.Printing printing
                        ? Certificates.taken(open, printing.plan(), printing.stage())
                        : back(open, trouble);
            case OTHER_WAY, BACK -> back(open, trouble);
            case END -> Endings.askedToEnd(open);
        };
    }

    private static Step retry(Open open, Trouble trouble) {
        return switch (trouble.from()) {
            case CertificatePlace.Querying querying ->
                Certificates.query(open, querying.plan(), querying.stage(), querying.reprint());
            // Where a page may be out already, the new paper is a new certificate and the old one is void.
            case CertificatePlace.Printing printing -> Certificates.voided(open, printing.plan(), printing.stage());
            case Place.Review review -> Submissions.seal(open, review.plan(), review.stage() + 1);
            case Place.Filing filing -> Filings.goOn(open, filing);
            default -> back(open, trouble);
        };
    }

    /** Back from where it happened. */
    private static Step back(Open open, Trouble trouble) {
        return switch (trouble.from()) {
            case ScanningPlace.Materials materials -> Filings.backward(open, materials);
            case Place.Filing filing -> Filings.goOn(open, filing);
            case CertificatePlace.Querying _, CertificatePlace.Printing _, CertificatePlace.Result _ -> home(open, trouble);
            case Place.Identify _, ProgressPlace _ -> VisitFlow.end(open);
            // Not known whether it was kept: there is no way back, only waiting and the end.
            case Place.Submitting _ -> Step.to(open);
            case Place.Resume _,
                    Place.Home _,
                    Place.Items _,
                    Place.Guide _,
                    Place.Later _,
                    Place.Deposit _,
                    SubmittedPlace.Received _,
                    SubmittedPlace.Kept _,
                    AppointmentPlace.Appointing _,
                    Trouble _ -> Step.to(open.at(trouble.from()));
        };
    }

    /** Leaves the trouble for the home page; a certificate stays with the centre and can be printed later. */
    static Step home(Open open, Trouble trouble) {
        return switch (trouble.from()) {
            case CertificatePlace.Printing _ -> {
                Step step = Step.to(open.at(new Place.Home()), new Effect.ForgetCertificate());
                yield trouble.alive() ? step.before(new Effect.StopPrinting()) : step;
            }
            case Place.Submitting _ -> Step.to(open.under(new VisitState.Over.ConfirmEnd(true)));
            case Place.Identify _ -> Step.to(open);
            default -> Endings.home(open.at(trouble.from()));
        };
    }
}
