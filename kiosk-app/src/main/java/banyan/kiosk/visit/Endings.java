package banyan.kiosk.visit;

import banyan.kiosk.visit.VisitState.Open;
import banyan.kiosk.visit.VisitState.Over;

/** 结束办理 and 首页: always there, and they ask only where something would be lost or is still on its way. */
final class Endings {
    private Endings() {}

    static Step askedToEnd(Open open) {
        return switch (open.place()) {
            case Place.Submitting _, Place.Deposit _ -> Step.to(open.under(new Over.ConfirmEnd(true)));
            case Place.Filing _ -> Step.to(open.under(new Over.ConfirmEnd(false)));
            // This page asks the same; and what is being sent is not left without an answer.
            case Place.Later later ->
                later.phase() == KeepingPage.Later.Phase.SENDING
                        ? Step.to(open.under(new Over.ConfirmEnd(false)))
                        : later.open() || open.visitor().parked().isEmpty()
                                ? VisitFlow.end(open)
                                : Step.to(open.under(new Over.ConfirmEnd(false)));
            case CertificatePlace.Printing printing when !printing.done() -> Step.to(open.under(new Over.ConfirmEnd(false)));
            case Place.Trouble trouble
            when trouble.from() instanceof Place.Filing -> Step.to(open.under(new Over.ConfirmEnd(false)));
            default ->
                open.visitor().parked().isEmpty()
                        ? VisitFlow.end(open)
                        : Step.to(open.under(new Over.ConfirmEnd(false)));
        };
    }

    /** Ends; but what is just being sealed is kept first, because a sealed submission is never abandoned half-way. */
    static Step forSure(Open open) {
        return open.place() instanceof Place.Submitting submitting && !submitting.kept()
                ? Step.to(open.at(submitting.hurried()))
                : VisitFlow.end(open);
    }

    static Step home(Open open) {
        if (!open.visitor().identified()) {
            return Step.to(open);
        }
        return switch (open.place()) {
            case Place.Submitting _, Place.Deposit _ -> Step.to(open.under(new Over.ConfirmEnd(true)));
            // It has no place on the home page to be gone on with from.
            case Place.Filing filing when filing.plan().supplement() -> Step.to(open.under(new Over.ConfirmEnd(false)));
            case Place.Filing filing -> park(open, filing);
            case Place.Trouble trouble -> Troubles.home(open, trouble);
            case SubmittedPlace.Received received
            when received.owing() -> Step.to(open.at(new Place.Home()), new Effect.SendEvaluation(received.rated()));
            case CertificatePlace.Querying _, CertificatePlace.Result _ -> Step.to(open.at(new Place.Home()), new Effect.ForgetCertificate());
            case CertificatePlace.Printing printing ->
                printing.done()
                        ? Step.to(open.at(new Place.Home()), new Effect.NoteTaken(), new Effect.ForgetCertificate())
                        : Step.to(open.at(new Place.Home()), new Effect.StopPrinting(), new Effect.ForgetCertificate());
            default -> Step.to(open.at(new Place.Home()));
        };
    }

    /** The filing waits in this visit; what it was busy with ends by itself. */
    static Step park(Open open, Place.Filing filing) {
        return Step.to(open.with(open.visitor().parking(quiet(filing))).at(new Place.Home()));
    }

    private static Place.Filing quiet(Place.Filing filing) {
        return switch (filing) {
            case Place.Form form -> form.editing(java.util.Optional.empty());
            case Place.BankCard card -> card.form(java.util.Optional.empty());
            case ScanningPlace.Materials materials -> materials.fresh();
            case SigningPlace.Signing signing -> signing.fresh();
            case SigningPlace.Fingerprint finger -> finger.fresh();
            case Place.Review review -> review.ticked(false);
        };
    }
}
