package banyan.kiosk.visit;

import banyan.device.DeviceKind;
import banyan.kiosk.visit.ProgressPage.AskProgress.Entry;
import banyan.kiosk.visit.ProgressPage.AskProgress.Flaw;
import banyan.kiosk.visit.ProgressPage.AskProgress.Phase;
import banyan.kiosk.visit.ProgressPage.Progress.Way;
import banyan.kiosk.visit.ProgressPlace.AskProgress;
import banyan.kiosk.visit.VisitState.Attract;
import banyan.kiosk.visit.VisitState.Open;
import banyan.kiosk.visit.VisitState.Visitor;
import java.util.Optional;
import java.util.stream.Stream;

/** How does a case stand? Nobody needs to say who he is for it; the receipt alone opens it, and it can be tried only so often. */
final class ProgressFlow {
    /** After so many that did not fit, a visit is told nothing more. */
    static final int MOST_TRIES = 5;

    private ProgressFlow() {}

    static Open begin(Attract attract, boolean scanner) {
        Place place = AskProgress.begin(scanner, 0, attract.card() != Attract.Card.NONE);
        return new Open(place, Visitor.UNKNOWN, Optional.empty());
    }

    static Step next(Open open, AskProgress place, VisitEvent event) {
        if (event instanceof VisitEvent.DeviceUsable(DeviceKind kind, boolean usable) && kind == DeviceKind.CODE_SCANNER) {
            return Step.to(open.at(scanner(place, usable)));
        }
        return switch (place.phase()) {
            case HOLDING -> holding(open, place, event);
            case TYPING -> typing(open, place, event);
            case ASKING -> asking(open, place, event);
            case CLOSED -> over(open, event);
        };
    }

    /** A scanner that is gone leaves the keys; one that is back is offered, and nothing that was typed is lost. */
    private static AskProgress scanner(AskProgress place, boolean usable) {
        AskProgress now = place.scanner(usable);
        if (place.phase() == Phase.HOLDING && !usable) {
            return now.again(Flaw.SCANNER_GONE, place.tries());
        }
        return usable && place.flaw().equals(Optional.of(Flaw.SCANNER_GONE)) ? now.quiet() : now;
    }

    private static Step holding(Open open, AskProgress place, VisitEvent event) {
        return switch (event) {
            case VisitEvent.CodeHeld() -> Step.to(open.at(place.asking()), new Effect.AskProgress());
            case VisitEvent.NoProgress(Flaw why) ->
                Step.to(open.at(
                        why == Flaw.SCANNER_GONE ? scanner(place, false) : place.again(why, place.tries())));
            case VisitEvent.Asked(Wish.AskByKeys(boolean keys)) when keys -> Step.to(open.at(place.by(true)));
            default -> over(open, event);
        };
    }

    private static Step typing(Open open, AskProgress place, VisitEvent event) {
        return switch (event) {
            case VisitEvent.Asked(Wish.Edit(var field)) -> Step.to(open.at(writing(place, entry(field))));
            case VisitEvent.Asked(Wish.Type(var field, var text)) ->
                Step.to(open.at(heeded(place)), new Effect.WriteCode(entry(field), text));
            case VisitEvent.NoProgress(Flaw why) when why == Flaw.DRAFT_NO_LETTER ->
                Step.to(open.at(place.again(why, place.tries())));
            case VisitEvent.Asked(Wish.DoneEditing()) ->
                place.writing() == Entry.NUMBER ? Step.to(open.at(place.writing(Entry.CODE))) : ask(open, place);
            case VisitEvent.Asked(Wish.Next()) -> ask(open, place);
            case VisitEvent.Asked(Wish.AskByKeys(boolean keys)) when !keys && place.scanner() ->
                Step.to(open.at(place.by(false)));
            default -> over(open, event);
        };
    }

    private static Step ask(Open open, AskProgress place) {
        return Step.to(
                open.at(place.asking()),
                place.writing() == Entry.DRAFT ? new Effect.AskTypedDraft() : new Effect.AskProgress());
    }

    /** What was wrong with one paper's code is not said of another's. */
    private static AskProgress writing(AskProgress place, Entry entry) {
        boolean same = (place.writing() == Entry.DRAFT) == (entry == Entry.DRAFT);
        return same ? place.writing(entry) : place.quiet().writing(entry);
    }

    /** A wrong letter is spoken of until the next one. */
    private static AskProgress heeded(AskProgress place) {
        return place.flaw().equals(Optional.of(Flaw.DRAFT_NO_LETTER)) ? place.quiet() : place;
    }

    private static Entry entry(String field) {
        return Stream.of(Entry.values())
                .filter(entry -> entry.field().equals(field))
                .findFirst()
                .orElse(Entry.NUMBER);
    }

    private static Step asking(Open open, AskProgress place, VisitEvent event) {
        return switch (event) {
            case VisitEvent.DraftHere() -> Step.to(open, new Effect.ForgetProgress(), new Effect.AdmitFurther());
            case VisitEvent.Admitted() -> Step.to(open.at(consent(place)));
            case VisitEvent.NotAdmitted(var why) -> Step.to(open.at(new Place.Trouble(why, consent(place))));
            case VisitEvent.ProgressHere(int leaves, var ways) ->
                Step.to(open.at(new ProgressPlace.Progress(place, leaves, ways)));
            case VisitEvent.NoProgress(Flaw why) -> Step.to(open.at(notFound(place, why)));
            case VisitEvent.TimeUp() -> Step.to(open.at(notFound(place, Flaw.OFFLINE)));
            case VisitEvent.Asked(Wish.Back()) -> VisitFlow.end(open);
            default -> Step.to(open);
        };
    }

    private static AskProgress notFound(AskProgress place, Flaw why) {
        return switch (why) {
            case UNKNOWN, DRAFT_UNKNOWN -> place.tries() + 1 >= MOST_TRIES ? place.closed() : place.again(why, place.tries() + 1);
            case TOO_MANY -> place.closed();
            case NOT_OURS,
                    NO_CODE,
                    INCOMPLETE,
                    DRAFT_INCOMPLETE,
                    DRAFT_NO_LETTER,
                    OFFLINE,
                    SCANNER_GONE,
                    DRAFT_USED,
                    DRAFT_EXPIRED,
                    DRAFT_NOT_HERE -> place.again(why, place.tries());
        };
    }

    /** Whose code was right is asked who he is, as everybody is who begins. */
    private static Place.Identify consent(AskProgress place) {
        return new Place.Identify(Page.Identify.Phase.CONSENT, Optional.empty(), place.cardLies());
    }

    private static Step over(Open open, VisitEvent event) {
        return event.equals(new VisitEvent.Asked(new Wish.Back())) ? VisitFlow.end(open) : Step.to(open);
    }

    static Step known(Open open, ProgressPlace.Progress place, VisitEvent event) {
        Optional<Step> supplement = SupplementFlow.at(open, place, event);
        if (supplement.isPresent()) {
            return supplement.get();
        }
        AskProgress from = place.from();
        return switch (event) {
            case VisitEvent.Asked(Wish.CheckProgress()), VisitEvent.Asked(Wish.Back()) -> anew(open, from);
            case VisitEvent.Asked(Wish.Withdraw()) when place.offers(Way.WITHDRAW) -> Step.to(open.at(WithdrawalFlow.begin(place)));
            case VisitEvent.Asked(Wish.Collect()) when place.offers(Way.COLLECT) -> CollectingFlow.begin(open);
            case VisitEvent.Collects collects -> CollectingFlow.collects(open, collects);
            case VisitEvent.CertificateFailed(var why) -> CollectingFlow.failed(open, why);
            case VisitEvent.Asked(Wish.ReadNews()) when place.leaves() > 0 -> Step.to(open.at(new ProgressPlace.News(place, 0)));
            case VisitEvent.DeviceUsable(DeviceKind kind, boolean usable)
            when kind == DeviceKind.CODE_SCANNER -> Step.to(open.at(place.scanner(usable)));
            default -> Step.to(open);
        };
    }

    /** The next case, or the same once more. */
    static Step anew(Open open, AskProgress from) {
        if (open.visitor().identified()) {
            return CasesFlow.begin(open).before(new Effect.ForgetProgress());
        }
        return Step.to(
                open.at(AskProgress.begin(from.scanner(), from.tries(), from.cardLies())), new Effect.ForgetProgress());
    }

    static Step news(Open open, ProgressPlace.News place, VisitEvent event) {
        Optional<Step> supplement = SupplementFlow.at(open, place.of(), event);
        if (supplement.isPresent()) {
            return supplement.get();
        }
        return switch (event) {
            case VisitEvent.Asked(Wish.Back()) -> Step.to(open.at(place.of()));
            case VisitEvent.Asked(Wish.TurnPage(int by)) -> {
                int leaf = Math.clamp(place.leaf() + (long) by, 0, place.of().leaves() - 1);
                yield Step.to(open.at(new ProgressPlace.News(place.of(), leaf)));
            }
            case VisitEvent.DeviceUsable(DeviceKind kind, boolean usable)
            when kind == DeviceKind.CODE_SCANNER ->
                Step.to(open.at(new ProgressPlace.News(place.of().scanner(usable), place.leaf())));
            default -> Step.to(open);
        };
    }
}
