package banyan.kiosk.visit;

import banyan.kiosk.visit.CertificatePlace.Printing;
import banyan.kiosk.visit.CertificatePlace.Querying;
import banyan.kiosk.visit.CertificatePlace.Result;
import banyan.kiosk.visit.VisitState.Open;
import banyan.kiosk.visit.VisitState.Over;

/** Query and print: ask the centre, show the very page, print it, and never twice by mistake. */
final class Certificates {
    private Certificates() {}

    static Step query(Open open, Plan plan, int stage, boolean reprint) {
        return Step.to(open.at(new Querying(plan, stage, reprint)), new Effect.Query(plan.item()));
    }

    static Step querying(Open open, Querying querying, VisitEvent event) {
        return switch (event) {
            case VisitEvent.CertificateHere(int pages) ->
                querying.reprint()
                        ? print(open, querying.plan(), querying.stage(), pages)
                        : Step.to(open.at(new Result(querying.plan(), querying.stage(), 0, Math.max(1, pages))));
            case VisitEvent.CertificateFailed(var why) -> Step.to(open.at(new Place.Trouble(why, querying)));
            case VisitEvent.TimeUp() -> Step.to(open.at(new Place.Trouble(PaperPage.TroubleKind.NETWORK_DOWN, querying)));
            case VisitEvent.Asked(Wish.Back()) -> Endings.home(open);
            default -> Step.to(open);
        };
    }

    static Step result(Open open, Result result, VisitEvent event) {
        return switch (event) {
            case VisitEvent.Asked(Wish.ChoosePeriod(var value)) ->
                query(open, result.plan(), result.stage(), false).before(new Effect.Period(value));
            case VisitEvent.Asked(Wish.Print()) -> print(open, result.plan(), result.stage(), result.pages());
            case VisitEvent.Asked(Wish.ZoomIn()) -> Step.to(open.under(new Over.Zoom()));
            case VisitEvent.Asked(Wish.TurnDocument wish) -> turn(open, wish);
            case VisitEvent.Asked(Wish.Back()) -> Endings.home(open);
            case VisitEvent.CertificateHere(int pages) ->
                Step.to(open.at(new Result(result.plan(), result.stage(), 0, Math.max(1, pages))));
            case VisitEvent.CertificateFailed(var why) ->
                Step.to(open.at(new Place.Trouble(why, new Querying(result.plan(), result.stage(), false))));
            default -> Step.to(open);
        };
    }

    /** Another page of what is shown, also while it is shown larger. */
    static Step turn(Open open, Wish wish) {
        if (open.place() instanceof SigningPlace.Signing signing && wish instanceof Wish.TurnDocument(int by)) {
            return Step.to(open.at(signing.turned(by)));
        }
        return open.place() instanceof Result(Plan plan, int stage, int page, int pages)
                        && wish instanceof Wish.TurnDocument(int by)
                ? Step.to(open.at(new Result(plan, stage, Math.clamp((long) page + by, 0, pages - 1), pages)))
                : Step.to(open);
    }

    static Step print(Open open, Plan plan, int stage, int pages) {
        return Step.to(
                open.at(new Printing(plan, stage, false, 0, Math.max(1, pages), false, false)), new Effect.PrintCertificate());
    }

    static Step printing(Open open, Printing printing, VisitEvent event) {
        return switch (event) {
            case VisitEvent.Asked(Wish wish) -> asked(open, printing, wish);
            case VisitEvent.PrintTaken() -> Step.to(open.at(printing.underWay()));
            case VisitEvent.PagesOut(int pages) -> Step.to(open.at(printing.out(pages)));
            case VisitEvent.PrintGoesOn(int pages) -> Step.to(open.at(printing.out(pages)));
            case VisitEvent.Printed() -> Step.to(open.at(printing.finished()));
            // Whatever came out of it does not hold; what is shown then is another one.
            case VisitEvent.PrintStopped _ ->
                query(open, printing.plan(), printing.stage(), false).before(new Effect.VoidCertificate());
            case VisitEvent.PrintWaits(var why, int out) ->
                Step.to(open.at(Place.Trouble.printing(why, printing.out(out), true)));
            case VisitEvent.PrintBroken(var why, int out) ->
                Step.to(open.at(Place.Trouble.printing(why, printing.out(out), false)));
            case VisitEvent.PrintUncertain(int out) ->
                Step.to(open.at(Place.Trouble.printing(PaperPage.TroubleKind.PRINT_UNCERTAIN, printing.sure(out), false)));
            case VisitEvent.CertificateFailed(var why) ->
                Step.to(open.at(new Place.Trouble(why, new Querying(printing.plan(), printing.stage(), false))));
            case VisitEvent.TimeUp() ->
                Step.to(open.at(Place.Trouble.printing(PaperPage.TroubleKind.PRINTER_SILENT, printing, true)));
            default -> Step.to(open);
        };
    }

    private static Step asked(Open open, Printing printing, Wish wish) {
        return switch (wish) {
            case Wish.StopPrinting(), Wish.Back() ->
                printing.done() || printing.stopping()
                        ? Step.to(open)
                        : Step.to(open.at(printing.halting()), new Effect.StopPrinting());
            case Wish.Taken() -> printing.done() ? taken(open, printing.plan(), printing.stage()) : Step.to(open);
            case Wish.Misprinted() -> printing.done() ? voided(open, printing.plan(), printing.stage()) : Step.to(open);
            default -> Step.to(open);
        };
    }

    /** The paper is in the citizen's hand: on to what the item declares next. */
    static Step taken(Open open, Plan plan, int stage) {
        return Filings.enter(open, plan, new Plan.Spot(stage + 1, 0))
                .before(new Effect.NoteTaken(), new Effect.ForgetCertificate());
    }

    /** What came out badly does not hold any more; a new certificate is asked for and printed. */
    static Step voided(Open open, Plan plan, int stage) {
        return query(open, plan, stage, true).before(new Effect.VoidCertificate());
    }
}
