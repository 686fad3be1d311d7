package banyan.kiosk.visit;

import banyan.kiosk.visit.Page.Guide.GuidePrint;
import banyan.kiosk.visit.VisitState.Open;

/** What may be done: home, lists, an item's guide, and the draft of a crashed visit. */
final class Choosing {
    private Choosing() {}

    static Step next(Open open, VisitEvent event) {
        return switch (open.place()) {
            case Place.Resume resume -> resume(open, resume.account(), event);
            case Place.Guide guide -> guide(open, guide, event);
            case Place.Items items -> items(open, items, event);
            default -> home(open, event);
        };
    }

    private static Step resume(Open open, boolean account, VisitEvent event) {
        return switch (event) {
            case VisitEvent.Asked(Wish.ResumeDraft(boolean yes)) -> {
                Effect go = account ? new Effect.TakeUp() : new Effect.Reopen();
                Effect leave = account ? new Effect.DropDraft() : new Effect.DestroyRefuge();
                yield yes ? Step.to(open, go) : Step.to(open.at(new Place.Home()), leave);
            }
            case VisitEvent.Reopened(Plan plan, Plan.Spot spot) ->
                Filings.enter(open.with(open.visitor().without(plan.item())), plan, spot);
            case VisitEvent.NotReopened() -> Step.to(open.at(new Place.Home()));
            default -> Step.to(open);
        };
    }

    private static Step home(Open open, VisitEvent event) {
        return switch (event) {
            case VisitEvent.Asked(Wish.Appointments()) -> AppointmentFlow.begin(open);
            case VisitEvent.Asked(Wish.TakeUp()) -> Step.to(open.at(new Place.Resume(true)));
            case VisitEvent.Asked(Wish.MyCases()) -> CasesFlow.begin(open);
            case VisitEvent.Asked(Wish.OpenSection(var section)) -> Step.to(open, new Effect.List(section));
            case VisitEvent.Listed(var section, int pages) ->
                Step.to(open.at(new Place.Items(section, 0, Math.max(1, pages))));
            default -> item(open, event);
        };
    }

    private static Step items(Open open, Place.Items items, VisitEvent event) {
        return switch (event) {
            case VisitEvent.Asked(Wish.TurnPage(int by)) ->
                Step.to(open.at(new Place.Items(
                        items.section(), Math.clamp((long) items.page() + by, 0, items.pages() - 1), items.pages())));
            case VisitEvent.Asked(Wish.Back()) -> Step.to(open.at(new Place.Home()));
            default -> item(open, event);
        };
    }

    private static Step item(Open open, VisitEvent event) {
        return switch (event) {
            case VisitEvent.Asked(Wish.OpenItem(var code)) -> Step.to(open, new Effect.Open(code));
            case VisitEvent.Opened(Plan plan, boolean nameFits, boolean available) ->
                opened(open, plan, nameFits, available);
            default -> Step.to(open);
        };
    }

    private static Step opened(Open open, Plan plan, boolean nameFits, boolean available) {
        var guide = new Place.Guide(plan, GuidePrint.POSSIBLE, nameFits, open.place());
        if (plan.declaration()) {
            return Step.to(open.at(guide), new Effect.AskFacts(plan.item()));
        }
        // A query needs no guide where it can be begun; where it cannot, the guide says why and when.
        if (!available) {
            return Step.to(open.at(guide));
        }
        // Said before anything is printed: a certificate without the citizen's name would be none.
        return nameFits
                ? Filings.enter(open, plan, new Plan.Spot(0, 0))
                : Step.to(open.at(new Place.Trouble(PaperPage.TroubleKind.NAME_NOT_PRINTABLE, open.place())));
    }

    private static Step guide(Open open, Place.Guide guide, VisitEvent event) {
        return switch (event) {
            case VisitEvent.Asked(Wish.Begin()) -> asked(open, guide);
            case VisitEvent.MayBegin() -> begin(open, guide);
            case VisitEvent.Asked(Wish.Back()) -> Step.to(open.at(guide.back()));
            case VisitEvent.Asked(Wish.PrintGuide())
            when guide.print() != GuidePrint.PRINTING ->
                Step.to(
                        open.at(guide.printing(GuidePrint.PRINTING)),
                        new Effect.PrintGuide(guide.plan().item()));
            case VisitEvent.Printed() -> Step.to(open.at(guide.printing(GuidePrint.PRINTED)));
            case VisitEvent.PrintWaits _,
                    VisitEvent.PrintBroken _,
                    VisitEvent.PrintUncertain _,
                    VisitEvent.PrintStopped _,
                    VisitEvent.TimeUp _ -> Step.to(open.at(guide.printing(GuidePrint.NOT_POSSIBLE)));
            case VisitEvent.PrintGoesOn _ -> Step.to(open.at(guide.printing(GuidePrint.PRINTING)));
            default -> Step.to(open);
        };
    }

    private static Step asked(Open open, Place.Guide guide) {
        Plan plan = guide.plan();
        if (!guide.nameFits()) {
            return Step.to(open.at(new Place.Trouble(PaperPage.TroubleKind.NAME_NOT_PRINTABLE, guide)));
        }
        // What was begun goes on, however the devices stand: its own pages say what is missing.
        Place.Filing parked = open.visitor().parked().get(plan.item());
        return parked != null
                ? Filings.goOn(open.with(open.visitor().without(plan.item())), parked)
                : Step.to(open, new Effect.AskWhether(plan.item()));
    }

    private static Step begin(Open open, Place.Guide guide) {
        Plan plan = guide.plan();
        if (!guide.nameFits() || open.visitor().parked().containsKey(plan.item())) {
            return Step.to(open);
        }
        Step step = Filings.enter(open, plan, new Plan.Spot(0, 0));
        return plan.declaration() ? step.before(new Effect.BeginFiling(plan.item())) : step;
    }
}
