package banyan.kiosk.visit;

import banyan.kiosk.visit.ProgressPage.Cases.Flaw;
import banyan.kiosk.visit.ProgressPlace.AskProgress;
import banyan.kiosk.visit.ProgressPlace.Cases;
import banyan.kiosk.visit.VisitState.Open;

/** What is there for the citizen whose card was read: his cases, a page at a time, and the one that he picks. */
final class CasesFlow {
    private CasesFlow() {}

    static Step begin(Open open) {
        return open.visitor().identified() ? Step.to(open.at(Cases.asking()), new Effect.AskCases()) : Step.to(open);
    }

    static Step next(Open open, Cases place, VisitEvent event) {
        if (event.equals(new VisitEvent.Asked(new Wish.Back()))) {
            return Endings.home(open);
        }
        return switch (place.phase()) {
            case ASKING -> asking(open, event);
            case LISTED -> listed(open, place, event);
            case FAILED -> event.equals(new VisitEvent.Asked(new Wish.Next())) ? begin(open) : Step.to(open);
        };
    }

    private static Step asking(Open open, VisitEvent event) {
        return switch (event) {
            case VisitEvent.CasesHere(int pages) -> Step.to(open.at(Cases.listed(0, pages)));
            case VisitEvent.NoCases(Flaw why) -> Step.to(open.at(Cases.failed(why)));
            case VisitEvent.TimeUp() -> Step.to(open.at(Cases.failed(Flaw.OFFLINE)));
            default -> Step.to(open);
        };
    }

    private static Step listed(Open open, Cases place, VisitEvent event) {
        return switch (event) {
            case VisitEvent.Asked(Wish.TurnPage(int by)) -> {
                int page = Math.clamp(place.page() + (long) by, 0, Math.max(0, place.pages() - 1));
                yield Step.to(open.at(Cases.listed(page, place.pages())));
            }
            case VisitEvent.Asked(Wish.OpenCase(int which)) -> Step.to(open, new Effect.OpenCase(place.page(), which));
            case VisitEvent.ProgressHere(int leaves, var ways) ->
                Step.to(open.at(new ProgressPlace.Progress(AskProgress.begin(false, 0, false), leaves, ways)));
            default -> Step.to(open);
        };
    }
}
