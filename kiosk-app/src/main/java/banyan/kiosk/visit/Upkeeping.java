package banyan.kiosk.visit;

import banyan.kiosk.upkeep.Guidance;
import banyan.kiosk.visit.UpkeepPost.Board;
import banyan.kiosk.visit.UpkeepPost.Cells;
import banyan.kiosk.visit.UpkeepPost.Doing;
import banyan.kiosk.visit.UpkeepPost.Flaw;
import banyan.kiosk.visit.UpkeepPost.Judging;
import banyan.kiosk.visit.UpkeepPost.Led;
import banyan.kiosk.visit.UpkeepPost.SignIn;
import banyan.kiosk.visit.UpkeepPost.SignIn.Asks;
import banyan.kiosk.visit.UpkeepPost.Trial;
import banyan.kiosk.visit.VisitState.Attract;
import banyan.kiosk.visit.VisitState.Upkeep;
import java.time.Duration;
import java.util.Optional;

/** The dialogue with staff: who are you, how does everything stand, what is to be done, and back to service. */
final class Upkeeping {
    /** How long the board stays without a touch. */
    static final Duration AT_THE_BOARD = Duration.ofMinutes(15);

    private static final Duration SIGNING_IN = Duration.ofSeconds(60);

    private Upkeeping() {}

    /** How staff come in: by their card, and never by one that a visitor has left on the reader. */
    static Step begin(Attract attract) {
        return Step.to(
                asking(attract.card() == Attract.Card.NONE ? Asks.CARD : Asks.LIFT, Optional.empty()),
                does(new UpkeepDeed.AskDoor()));
    }

    static Step next(Upkeep upkeep, VisitEvent event) {
        return switch (event) {
            case VisitEvent.TimeUp(), VisitEvent.Asked(Wish.End()), VisitEvent.Asked(Wish.OfStaff(UpkeepWish.Leave())) ->
                out();
            case VisitEvent.Asked(Wish.Speak(var language)) -> Step.to(upkeep, new Effect.Speak(language));
            default ->
                switch (upkeep.post()) {
                    case SignIn signIn -> signIn(upkeep, signIn, event);
                    case Board board -> board(upkeep, board, event);
                    case Judging() -> judging(upkeep, event);
                    case Trial trial -> trial(upkeep, trial, event);
                    case Led led -> led(upkeep, led, event);
                    case Cells cells -> CellsFlow.next(upkeep, cells, event);
                    case UpkeepPost.SetAside aside -> SetAsideFlow.next(upkeep, aside, event);
                };
        };
    }

    static Patience patience(Upkeep upkeep) {
        return new Patience.Idle(upkeep.post() instanceof SignIn ? SIGNING_IN : AT_THE_BOARD);
    }

    private static Upkeep asking(Asks asks, Optional<Flaw> flaw) {
        return new Upkeep(new SignIn(asks, flaw));
    }

    private static Step out() {
        return Step.to(new Attract(Attract.Card.NONE), does(new UpkeepDeed.Leave()), new Effect.Reset());
    }

    static Effect does(UpkeepDeed deed) {
        return new Effect.Upkeep(deed);
    }

    private static Step signIn(Upkeep upkeep, SignIn signIn, VisitEvent event) {
        return switch (event) {
            case VisitEvent.Asked(Wish.Back()) -> out();
            // Nobody is let lay a card down for nothing.
            case VisitEvent.Upkept(UpkeepEvent.NobodyNamed()) -> Step.to(asking(Asks.NOBODY, Optional.empty()));
            case VisitEvent.CardLies(boolean lies) when signIn.asks() == Asks.LIFT ->
                lies ? Step.to(upkeep, new Effect.ForgetCard()) : Step.to(asking(Asks.CARD, Optional.empty()));
            case VisitEvent.CardLies(boolean lies) when lies && signIn.asks() == Asks.CARD ->
                Step.to(asking(Asks.READING, Optional.empty()), does(new UpkeepDeed.ReadCard()));
            case VisitEvent.Upkept(UpkeepEvent.CardHeld()) when signIn.asks() == Asks.READING ->
                Step.to(asking(Asks.PIN, Optional.empty()));
            case VisitEvent.Upkept(UpkeepEvent.CardNotHeld()) when signIn.asks() == Asks.READING ->
                Step.to(asking(Asks.CARD, Optional.of(Flaw.CARD_UNREADABLE)));
            case VisitEvent.Asked(Wish.OfStaff(UpkeepWish.Pin(var text))) when signIn.asks() == Asks.PIN ->
                Step.to(asking(Asks.PIN, Optional.empty()), does(new UpkeepDeed.NotePin(text)));
            case VisitEvent.Asked(Wish.OfStaff(UpkeepWish.Enter())) when signIn.asks() == Asks.PIN ->
                Step.to(asking(Asks.CHECKING, Optional.empty()), does(new UpkeepDeed.TryEntry()));
            case VisitEvent.Upkept(UpkeepEvent.Recognised()) when signIn.asks() == Asks.CHECKING -> examine();
            case VisitEvent.Upkept(UpkeepEvent.NotRecognised(var why)) when signIn.asks() == Asks.CHECKING ->
                Step.to(asking(Asks.PIN, Optional.of(why)));
            default -> Step.to(upkeep);
        };
    }

    static Step examine() {
        return Step.to(board(Doing.EXAMINING), does(new UpkeepDeed.Examine()));
    }

    private static Upkeep board(Doing doing) {
        return new Upkeep(new Board(doing));
    }

    private static boolean busy(Doing doing) {
        return switch (doing) {
            case EXAMINING, PRINTING, REPORTING -> true;
            case NOTHING, PRINT_FAILED, REPORTED, REPORT_FAILED, NOT_YET -> false;
        };
    }

    private static boolean printing(Doing doing) {
        return doing == Doing.PRINTING || doing == Doing.PRINT_FAILED;
    }

    private static boolean reporting(Doing doing) {
        return doing == Doing.REPORTING || doing == Doing.REPORT_FAILED;
    }

    private static Step board(Upkeep upkeep, Board board, VisitEvent event) {
        return switch (event) {
            case VisitEvent.Asked(Wish.Back()) -> out();
            case VisitEvent.Asked(Wish.OfStaff(var wish)) ->
                busy(board.doing()) ? Step.to(upkeep) : asked(upkeep, wish);
            case VisitEvent.Upkept(UpkeepEvent.Examined()) when board.doing() == Doing.EXAMINING ->
                Step.to(board(Doing.NOTHING));
            case VisitEvent.Upkept(UpkeepEvent.Reported(boolean printed)) when reporting(board.doing()) ->
                Step.to(board(printed ? Doing.REPORTED : Doing.REPORT_FAILED));
            case VisitEvent.Upkept(UpkeepEvent.MayServe(boolean may)) ->
                may ? out() : Step.to(board(Doing.NOT_YET));
            // A printer that waits for somebody is seen to now; what it then brings out is still taken for what it is.
            case VisitEvent.PrintWaits _ when board.doing() == Doing.PRINTING -> Step.to(board(Doing.PRINT_FAILED));
            case VisitEvent.PrintWaits _ when board.doing() == Doing.REPORTING -> Step.to(board(Doing.REPORT_FAILED));
            case VisitEvent.Printed() when printing(board.doing()) -> Step.to(new Upkeep(new Judging()));
            case VisitEvent ended when board.doing() == Doing.PRINTING && PrintingHand.isEnd(ended) ->
                Step.to(board(Doing.PRINT_FAILED));
            default -> Step.to(upkeep);
        };
    }

    private static Step asked(Upkeep upkeep, UpkeepWish wish) {
        return switch (wish) {
            case UpkeepWish.Examine() -> examine();
            case UpkeepWish.PrintTest() -> Step.to(board(Doing.PRINTING), does(new UpkeepDeed.PrintTest()));
            case UpkeepWish.TryScan() -> Step.to(new Upkeep(new Trial(Trial.Step.LAYING, Trial.From.CAMERA)));
            case UpkeepWish.Report() -> Step.to(board(Doing.REPORTING), does(new UpkeepDeed.Report()));
            case UpkeepWish.Serve() -> Step.to(upkeep, does(new UpkeepDeed.AskReadiness()));
            case UpkeepWish.Lead(var through) -> Step.to(new Upkeep(new Led(through, 0)));
            case UpkeepWish.ShowCells() -> Step.to(new Upkeep(Cells.LIST));
            case UpkeepWish.ShowSetAside() -> SetAsideFlow.begin();
            case UpkeepWish.Open _,
                    UpkeepWish.OpenCell _,
                    UpkeepWish.SendAgain _,
                    UpkeepWish.Emptied _,
                    UpkeepWish.Leave _,
                    UpkeepWish.Pin _,
                    UpkeepWish.Enter _,
                    UpkeepWish.Judge _,
                    UpkeepWish.TakeTrial _,
                    UpkeepWish.Found _ -> Step.to(upkeep);
        };
    }

    private static Step judging(Upkeep upkeep, VisitEvent event) {
        return event instanceof VisitEvent.Asked(Wish.OfStaff(UpkeepWish.Judge(boolean good)))
                ? Step.to(board(good ? Doing.NOTHING : Doing.PRINT_FAILED), does(new UpkeepDeed.NoteJudgement(good)))
                : Step.to(upkeep);
    }

    /** The picture is forgotten with every way out of it. */
    private static Step trial(Upkeep upkeep, Trial trial, VisitEvent event) {
        return switch (event) {
            case VisitEvent.Asked(Wish.Back()) -> Step.to(board(Doing.NOTHING), does(new UpkeepDeed.ForgetTrial()));
            case VisitEvent.Asked(Wish.OfStaff(UpkeepWish.TakeTrial(var from))) when trial.step() != Trial.Step.TAKING ->
                Step.to(new Upkeep(new Trial(Trial.Step.TAKING, from)), does(new UpkeepDeed.TakeTrial(from)));
            case VisitEvent.Upkept(UpkeepEvent.TrialTaken()) when trial.step() == Trial.Step.TAKING ->
                Step.to(new Upkeep(new Trial(Trial.Step.SHOWN, trial.from())));
            case VisitEvent.Upkept(UpkeepEvent.TrialFailed()) when trial.step() == Trial.Step.TAKING ->
                Step.to(new Upkeep(new Trial(Trial.Step.FAILED, trial.from())));
            case VisitEvent.Asked(Wish.OfStaff(UpkeepWish.Judge(boolean good))) when trial.step() == Trial.Step.SHOWN ->
                Step.to(
                        board(Doing.NOTHING),
                        does(new UpkeepDeed.NoteTrial(trial.from(), good)),
                        does(new UpkeepDeed.ForgetTrial()));
            default -> Step.to(upkeep);
        };
    }

    private static Step led(Upkeep upkeep, Led led, VisitEvent event) {
        return switch (event) {
            case VisitEvent.Asked(Wish.Back()) ->
                led.step() == 0
                        ? Step.to(board(Doing.NOTHING))
                        : Step.to(new Upkeep(new Led(led.through(), led.step() - 1)));
            // What was found is written down before anybody goes on.
            case VisitEvent.Asked(Wish.OfStaff(UpkeepWish.Found(var what))) when led.through() == Guidance.LEFT_BEHIND ->
                Step.to(board(Doing.NOTHING), does(new UpkeepDeed.NoteFound(what)));
            case VisitEvent.Asked(Wish.Next()) ->
                led.step() + 1 < led.through().steps()
                        ? Step.to(new Upkeep(new Led(led.through(), led.step() + 1)))
                        : led.through() == Guidance.LEFT_BEHIND
                                ? Step.to(upkeep)
                                : examine().before(does(new UpkeepDeed.NoteDone(led.through())));
            default -> Step.to(upkeep);
        };
    }
}
