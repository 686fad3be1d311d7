package banyan.kiosk.visit;

import banyan.kiosk.visit.Effect.Device;
import banyan.kiosk.visit.Page.Identify.Phase;
import banyan.kiosk.visit.VisitState.Attract;
import banyan.kiosk.visit.VisitState.Attract.Card;
import banyan.kiosk.visit.VisitState.Ended;
import banyan.kiosk.visit.VisitState.Open;
import banyan.kiosk.visit.VisitState.Over;
import banyan.kiosk.visit.VisitState.Upkeep;
import banyan.kiosk.visit.VisitState.Visitor;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Every rule of the dialogue, as a pure function: a state and an event give the next state and what is to be done. An event that
 * has no meaning in a state changes nothing.
 */
public final class VisitFlow {
    private VisitFlow() {}

    /** What follows from this event in this state. */
    public static Step next(VisitState state, VisitEvent event) {
        Step step = switch (state) {
            case Attract attract -> attract(attract, event);
            case Open open -> open(open, event);
            case Ended ended -> ended(ended, event);
            case Upkeep upkeep -> Upkeeping.next(upkeep, event);
        };
        return devices(state, wakeful(step));
    }

    private static Step attract(Attract attract, VisitEvent event) {
        return switch (event) {
            // A touch alone begins nothing: it may be on its way to the languages. The screen asks to start where it
            // falls on nothing.
            case VisitEvent.Asked(Wish.Start()) -> Step.to(attract, new Effect.Admit());
            case VisitEvent.Asked(Wish.CheckProgress()) -> Step.to(attract, new Effect.AdmitToAsk());
            case VisitEvent.AdmittedToAsk(boolean scanner) -> Step.to(ProgressFlow.begin(attract, scanner));
            case VisitEvent.Asked(Wish.OfStaff(UpkeepWish.Open())) -> Upkeeping.begin(attract);
            case VisitEvent.Asked(Wish.Speak(var language)) -> Step.to(attract, new Effect.Speak(language));
            case VisitEvent.CardLies(boolean lies) -> {
                if (!lies) {
                    yield Step.to(new Attract(Card.NONE));
                }
                yield attract.card() == Card.FORGOTTEN
                        ? Step.to(attract, new Effect.ForgetCard())
                        : Step.to(new Attract(Card.LIES), new Effect.Admit());
            }
            case VisitEvent.Admitted() -> Step.to(opened(consent(attract.card() != Card.NONE)));
            // A card that lay there while nothing could begin is asked about when it is laid down again.
            case VisitEvent.NotNow() -> Step.to(new Attract(attract.card() == Card.NONE ? Card.NONE : Card.FORGOTTEN));
            case VisitEvent.NotAdmitted(var why) ->
                Step.to(opened(new Place.Trouble(why, consent(attract.card() != Card.NONE))));
            default -> Step.to(attract);
        };
    }

    private static Place.Identify consent(boolean cardLies) {
        return new Place.Identify(Phase.CONSENT, Optional.empty(), cardLies);
    }

    private static Open opened(Place place) {
        return new Open(place, Visitor.UNKNOWN, Optional.empty());
    }

    private static Step ended(Ended ended, VisitEvent event) {
        Attract attract = new Attract(ended.cardForgotten() ? Card.FORGOTTEN : Card.NONE);
        return switch (event) {
            case VisitEvent.Wiped() -> Step.to(new Ended(true, ended.cardForgotten()));
            // Nobody begins before everything of the last citizen is gone.
            case VisitEvent.Asked _ when ended.wiped() -> Step.to(attract, new Effect.Reset());
            case VisitEvent.TimeUp() when ended.wiped() -> Step.to(attract, new Effect.Reset());
            case VisitEvent.NobodyNear() when ended.wiped() -> Step.to(attract, new Effect.Reset());
            default -> Step.to(ended);
        };
    }

    /** What is shown is covered and asked about at once; but who has chosen to wait for paper may fetch somebody. */
    private static Step left(Open open) {
        boolean waits = open.place() instanceof Place.Trouble trouble && trouble.waiting();
        return patience(open) instanceof Patience.Idle && !waits
                ? Step.to(open.under(new Over.IdleWarning()))
                : Step.to(open);
    }

    private static Step open(Open open, VisitEvent event) {
        if (event instanceof VisitEvent.Asked(Wish wish)) {
            return open.over().isPresent()
                    ? Sheets.asked(open, open.over().get(), wish)
                    : everywhere(open, wish).orElseGet(() -> there(open, event));
        }
        if (event instanceof VisitEvent.HousingOpened) {
            return Endings.forSure(open);
        }
        if (event instanceof VisitEvent.TimeUp) {
            return switch (patience(open)) {
                case Patience.Warning _ -> end(open);
                case Patience.Idle _ -> Step.to(open.under(new Over.IdleWarning()));
                case Patience.Endless _, Patience.Work _, Patience.Lingering _ -> there(open, event);
            };
        }
        if (event instanceof VisitEvent.NobodyNear) {
            return left(open);
        }
        if (event instanceof VisitEvent.Reported(boolean kept)) {
            return reported(open, kept);
        }
        if (event instanceof VisitEvent.CaseShown shown) {
            return SupplementFlow.shown(open, shown);
        }
        Step step = there(open, event);
        // Confirmed while the citizen is elsewhere in the visit: the strip may say so from now on.
        return event instanceof VisitEvent.ReceiptHeld
                        && step.state() instanceof Open still
                        && still.visitor().done() == Visitor.Outcome.KEPT
                ? new Step(still.with(still.visitor().having(Visitor.Outcome.SUBMITTED)), step.effects())
                : step;
    }

    /** What means the same on every page. */
    private static Optional<Step> everywhere(Open open, Wish wish) {
        return switch (wish) {
            case Wish.Here(), Wish.Stay() -> Optional.of(Step.to(open));
            case Wish.Slow() -> Optional.of(Step.to(open.with(open.visitor().slower())));
            case Wish.ShowLanguages() -> Optional.of(Step.to(open.under(new Over.Languages())));
            case Wish.Speak speak -> Optional.of(speak(open, speak));
            case Wish.CannotDo() -> Optional.of(Step.to(open.under(new Over.CannotDo(false)), new Effect.Report()));
            case Wish.OfStaff(UpkeepWish.Open()) -> Optional.of(Step.to(open.under(new Over.StaffAsk())));
            case Wish.End() -> Optional.of(Endings.askedToEnd(open));
            case Wish.EndForSure() -> Optional.of(Endings.forSure(open));
            case Wish.GoHome() -> Optional.of(Endings.home(open));
            default -> Optional.empty();
        };
    }

    /** Another language: the data stay; what is to be signed or printed is drawn anew, for one signs what one sees. */
    static Step speak(Open open, Wish.Speak wish) {
        Effect speak = new Effect.Speak(wish.language());
        return switch (open.place()) {
            case SigningPlace.Signing signing
            when !signing.taking() ->
                Filings.enter(open, signing.plan(), new Plan.Spot(signing.stage(), 0))
                        .before(speak);
            case CertificatePlace.Result _ -> Step.to(open, speak, new Effect.DrawCertificate());
            default -> Step.to(open, speak);
        };
    }

    private static Step reported(Open open, boolean kept) {
        Open told = open.place() instanceof Place.Trouble trouble ? open.at(trouble.told(kept)) : open;
        return told.over().isPresent() && told.over().get() instanceof Over.CannotDo
                ? Step.to(told.under(new Over.CannotDo(kept)))
                : Step.to(told);
    }

    private static Step there(Open open, VisitEvent event) {
        return switch (open.place()) {
            case Place.Identify identify -> Identifying.next(open, identify, event);
            case Place.Resume _, Place.Home _, Place.Items _, Place.Guide _ -> Choosing.next(open, event);
            case ProgressPlace.AskProgress ask -> ProgressFlow.next(open, ask, event);
            case ProgressPlace.Cases cases -> CasesFlow.next(open, cases, event);
            case ProgressPlace.Progress progress -> ProgressFlow.known(open, progress, event);
            case ProgressPlace.News news -> ProgressFlow.news(open, news, event);
            case ProgressPlace.Withdrawing withdrawing -> WithdrawalFlow.next(open, withdrawing, event);
            case AppointmentPlace.Appointing appointing -> AppointmentFlow.next(open, appointing, event);
            case Place.Form form -> Filings.form(open, form, event);
            case Place.BankCard card -> BankCardFlow.next(open, card, event);
            case ScanningPlace.Materials materials -> Scanning.next(open, materials, event);
            case SigningPlace.Signing signing -> SigningFlow.next(open, signing, event);
            case SigningPlace.Fingerprint finger -> FingerFlow.next(open, finger, event);
            case Place.Review review -> Filings.review(open, review, event);
            case Place.Submitting submitting -> Submissions.submitting(open, submitting, event);
            case Place.Deposit deposit -> DepositFlow.next(open, deposit, event);
            case Place.Later later -> LaterFlow.next(open, later, event);
            case SubmittedPlace.Received received -> Submissions.received(open, received, event);
            case SubmittedPlace.Kept kept -> Submissions.kept(open, kept, event);
            case CertificatePlace.Querying querying -> Certificates.querying(open, querying, event);
            case CertificatePlace.Result result -> Certificates.result(open, result, event);
            case CertificatePlace.Printing printing -> Certificates.printing(open, printing, event);
            case Place.Trouble trouble -> Troubles.next(open, trouble, event);
        };
    }

    /** The end of a visit, from wherever it is. What is owed to the centre is kept before everything is forgotten. */
    static Step end(Open open) {
        Place place = open.place() instanceof Place.Trouble trouble ? trouble.from() : open.place();
        boolean forgotten = switch (place) {
            case Place.Identify identify -> identify.cardLies();
            case ProgressPlace.AskProgress ask -> ask.cardLies();
            case ProgressPlace.Progress progress -> progress.from().cardLies();
            case ProgressPlace.News news -> news.of().from().cardLies();
            case ProgressPlace.Withdrawing withdrawing -> withdrawing.of().from().cardLies();
            default -> false;
        };
        Step wipe = forgotten
                ? Step.to(new Ended(false, true), new Effect.Wipe(), new Effect.ForgetCard())
                : Step.to(new Ended(false, false), new Effect.Wipe());
        return place instanceof SubmittedPlace.Received received && received.owing()
                ? wipe.before(new Effect.SendEvaluation(received.rated()))
                : wipe;
    }

    /** How long this state may last. */
    public static Patience patience(VisitState state) {
        return switch (state) {
            case Attract _ -> new Patience.Endless();
            case Ended ended ->
                ended.wiped()
                        ? new Patience.Lingering(Patience.ENDED_SHOWN)
                        : new Patience.Work(Patience.Matter.WIPING, 0, Patience.WIPING);
            case Open open -> patience(open);
            case Upkeep upkeep -> Upkeeping.patience(upkeep);
        };
    }

    private static Patience patience(Open open) {
        return Patience.at(open.place())
                .orElseGet(() -> open.over().isPresent() && open.over().get() instanceof Over.IdleWarning
                        ? new Patience.Warning(Patience.IDLE_WARNING)
                        : Patience.idle(open));
    }

    /** While something is being done for the citizen nobody asks whether he is still here. */
    private static Step wakeful(Step step) {
        return step.state() instanceof Open open
                        && open.over().isPresent()
                        && open.over().get() instanceof Over.IdleWarning
                        && patience(open) instanceof Patience.Work
                ? new Step(open.uncovered(), step.effects())
                : step;
    }

    /** Devices are used exactly as long as a state uses them; nothing is left running by a forgotten effect. */
    private static Step devices(VisitState before, Step step) {
        Set<Device> had = used(before);
        Set<Device> has = used(step.state());
        var effects = new ArrayList<Effect>();
        had.stream()
                .filter(device -> !has.contains(device))
                .map(Effect.Leave::new)
                .forEach(effects::add);
        effects.addAll(step.effects());
        has.stream()
                .filter(device -> !had.contains(device))
                .map(Effect.Use::new)
                .forEach(effects::add);
        return new Step(step.state(), effects);
    }

    /** The devices that this state uses. */
    static Set<Device> used(VisitState state) {
        return switch (state) {
            case Attract attract -> attract.card() == Card.LIES ? Set.of() : EnumSet.of(Device.CARD_WATCH);
            case Ended _ -> Set.of();
            case Upkeep upkeep ->
                upkeep.post() instanceof UpkeepPost.SignIn(var asks, _)
                                && (asks == UpkeepPost.SignIn.Asks.LIFT || asks == UpkeepPost.SignIn.Asks.CARD)
                        ? EnumSet.of(Device.CARD_WATCH)
                        : Set.of();
            case Open open ->
                switch (open.place()) {
                    case Place.Identify identify
                    when identify.phase() == Phase.WAITING
                            || (identify.phase() == Phase.CONSENT && !identify.cardLies()) ->
                        EnumSet.of(Device.CARD_WATCH);
                    case ScanningPlace.Materials materials -> used(materials);
                    case Place.BankCard card when BankCardFlow.uses(card) -> EnumSet.of(Device.CHIP_CARD);
                    case ProgressPlace.AskProgress ask when ask.phase() == ProgressPage.AskProgress.Phase.HOLDING ->
                        EnumSet.of(Device.CODES);
                    case SigningPlace.Signing _ -> EnumSet.of(Device.PAD);
                    case SigningPlace.Fingerprint finger when FingerFlow.taking(finger) -> EnumSet.of(Device.FINGER);
                    case Place.Deposit deposit when DepositFlow.working(deposit) -> EnumSet.of(Device.CABINET);
                    default -> Set.of();
                };
        };
    }

    private static Set<Device> used(ScanningPlace.Materials materials) {
        Set<Device> devices = EnumSet.noneOf(Device.class);
        if (materials.camera() != ScanningPlace.Camera.GONE) {
            devices.add(Device.CAMERA);
        }
        if (materials.feeder() instanceof ScanningPlace.Feeder.Drawing) {
            devices.add(Device.FEEDER);
        }
        return devices;
    }
}
