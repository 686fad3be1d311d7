package banyan.kiosk.visit;

import banyan.kiosk.visit.Place.Form;
import banyan.kiosk.visit.Place.Review;
import banyan.kiosk.visit.Plan.Spot;
import banyan.kiosk.visit.Plan.Stage;
import banyan.kiosk.visit.VisitState.Open;
import java.util.Optional;

/** The way through an item's steps: whatever the item declares, in its order; and the form and the review on it. */
final class Filings {
    private Filings() {}

    /** Enters the first stage at or after this spot at which something happens. */
    static Step enter(Open open, Plan plan, Spot spot) {
        return enter(open, plan, spot, false);
    }

    private static Step enter(Open open, Plan plan, Spot spot, boolean returning) {
        int at = plan.from(spot.stage());
        if (at == plan.stages().size()) {
            return Step.to(open.at(new Place.Home()));
        }
        int part = at == spot.stage() ? spot.part() : 0;
        return switch (plan.stages().get(at)) {
            case Stage.Form(int groups) -> {
                int group = Math.clamp(part, 0, groups - 1);
                yield saved(open.at(new Form(plan, at, group, Optional.empty(), returning)), plan, at, group);
            }
            case Stage.Materials _ ->
                saved(open.at(ScanningPlace.Materials.at(plan, at, returning)), plan, at, 0)
                        .then(new Effect.PickMaterial(at))
                        .then(new Effect.AskFeeder());
            case Stage.Sign _ ->
                saved(open.at(SigningPlace.Signing.at(plan, at)), plan, at, 0).then(new Effect.DrawDocument(at));
            case Stage.Fingerprint _ -> saved(open.at(SigningPlace.Fingerprint.at(plan, at, returning)), plan, at, 0);
            case Stage.Review _ -> saved(open.at(new Review(plan, at, false)), plan, at, 0);
            case Stage.Submit _ -> Submissions.seal(open, plan, at);
            case Stage.Print _ ->
                plan.afterSubmit(at)
                        ? enter(open, plan, new Spot(at + 1, 0), false)
                        : Certificates.query(open, plan, at, false);
            case Stage.Collect _ -> Certificates.query(open, plan, at, false);
            case Stage.Passed _ -> throw new IllegalStateException("this stage was passed over");
        };
    }

    private static Step saved(Open open, Plan plan, int stage, int part) {
        return Step.to(open, new Effect.SaveDraft(plan, new Spot(stage, part)));
    }

    /** Goes on with a filing that was left for the home page. */
    static Step goOn(Open open, Place.Filing parked) {
        return switch (parked) {
            case Form form -> Step.to(open.at(form));
            case Place.BankCard card -> Step.to(open.at(card.form(Optional.empty())));
            case ScanningPlace.Materials materials ->
                enter(open, materials.plan(), new Spot(materials.stage(), 0), materials.returning());
            case SigningPlace.Signing signing -> enter(open, signing.plan(), new Spot(signing.stage(), 0));
            case SigningPlace.Fingerprint finger -> Step.to(open.at(finger.fresh()));
            case Review review -> Step.to(open.at(review));
        };
    }

    /** A stage is done: on to the next, or back to the review that sent here. */
    static Step forward(Open open, Plan plan, int stage, boolean returning) {
        if (!returning) {
            return enter(open, plan, new Spot(stage + 1, 0));
        }
        return plan.signing() < 0 ? review(open, plan) : Step.to(open, new Effect.CheckSignature(plan.signing()));
    }

    /** The answer to {@link Effect.CheckSignature}: what was changed may have changed what was signed. */
    static Step checked(Open open, Plan plan, boolean holds) {
        return holds || plan.signing() < 0 ? review(open, plan) : enter(open, plan, new Spot(plan.signing(), 0));
    }

    private static Step review(Open open, Plan plan) {
        for (int at = 0; at < plan.stages().size(); at++) {
            if (plan.stages().get(at) instanceof Stage.Review) {
                return enter(open, plan, new Spot(at, 0));
            }
        }
        throw new IllegalStateException("only a review sends back to a stage");
    }

    /** The stage before this one at its last part, or the item's guide. */
    static Step backward(Open open, Place.Filing from) {
        Plan plan = from.plan();
        int before = plan.before(from.stage());
        if (before < 0 && plan.supplement()) {
            return SupplementFlow.back(open);
        }
        if (before < 0) {
            Step home = Endings.park(open, from);
            Open parked = (Open) home.state();
            return Step.to(parked.at(new Place.Guide(plan, Page.Guide.GuidePrint.POSSIBLE, true, new Place.Home())));
        }
        int part = plan.stages().get(before) instanceof Stage.Form(int groups) ? groups - 1 : 0;
        return enter(open, plan, new Spot(before, part));
    }

    static Step form(Open open, Form form, VisitEvent event) {
        return switch (event) {
            case VisitEvent.Asked(Wish.Edit(var field)) ->
                commit(form, Step.to(open.at(form.editing(Optional.of(field))), new Effect.Edit(field)));
            case VisitEvent.Asked(Wish.Type(var field, var text)) ->
                form.editing().equals(Optional.of(field))
                        ? Step.to(open, new Effect.Write(field, text))
                        : Step.to(open);
            case VisitEvent.Asked(Wish.InsertCard(var field)) -> BankCardFlow.begin(open, form, field);
            case VisitEvent.Asked(Wish.DoneEditing()) -> commit(form, Step.to(open.at(form.editing(Optional.empty()))));
            case VisitEvent.Asked(Wish.Choose(var field, var value)) ->
                commit(form, Step.to(open.at(form.editing(Optional.empty())), new Effect.Choose(field, value)));
            case VisitEvent.Asked(Wish.Next()) ->
                commit(
                        form,
                        Step.to(
                                open.at(form.editing(Optional.empty())),
                                new Effect.CheckGroup(form.stage(), form.group())));
            case VisitEvent.Asked(Wish.Back()) -> commit(form, back(open, form));
            case VisitEvent.GroupGood() -> good(open, form);
            case VisitEvent.GroupBad(var field) ->
                field.isPresent() ? Step.to(open.at(form.editing(field)), new Effect.Edit(field.get())) : Step.to(open);
            case VisitEvent.SignatureHolds() when form.returning() -> checked(open, form.plan(), true);
            case VisitEvent.SignatureStale() when form.returning() -> checked(open, form.plan(), false);
            default -> Step.to(open);
        };
    }

    /** The field whose pad is open is done before anything else. */
    private static Step commit(Form form, Step step) {
        return form.editing().isPresent()
                ? step.before(new Effect.Commit(form.editing().get()))
                : step;
    }

    private static Step good(Open open, Form form) {
        return !form.returning()
                        && form.plan().stages().get(form.stage()) instanceof Stage.Form(int groups)
                        && form.group() + 1 < groups
                ? enter(open, form.plan(), new Spot(form.stage(), form.group() + 1))
                : forward(open, form.plan(), form.stage(), form.returning());
    }

    private static Step back(Open open, Form form) {
        if (form.returning()) {
            return Step.to(open, new Effect.CheckGroup(form.stage(), form.group()));
        }
        return form.group() > 0
                ? enter(open, form.plan(), new Spot(form.stage(), form.group() - 1))
                : backward(open, form);
    }

    static Step review(Open open, Review review, VisitEvent event) {
        return switch (event) {
            case VisitEvent.Asked(Wish.Tick(boolean on)) -> Step.to(open.at(review.ticked(on)));
            case VisitEvent.Asked(Wish.Change(int target)) ->
                enter(open, review.plan(), review.plan().target(target), true);
            case VisitEvent.Asked(Wish.Submit()) ->
                review.ticked() ? enter(open, review.plan(), new Spot(review.stage() + 1, 0)) : Step.to(open);
            case VisitEvent.Asked(Wish.Back()) -> backward(open, review);
            default -> Step.to(open);
        };
    }
}
