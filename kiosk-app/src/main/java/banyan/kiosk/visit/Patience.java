package banyan.kiosk.visit;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a state may last, and on what its clock runs. When it has passed, {@link VisitEvent.TimeUp} follows.
 * The same patience goes on running from state to state; another one begins anew.
 */
public sealed interface Patience {
    /** After so long without a touch the citizen is asked. */
    Duration IDLE = Duration.ofSeconds(40);

    /** What 我办得慢 adds to every wait. */
    Duration SLOW = Duration.ofSeconds(180);

    /** How long the warning is; at least 20 s by accessibility rules. */
    Duration IDLE_WARNING = Duration.ofSeconds(30);

    /** Who has chosen to wait for paper is not asked before so long. */
    Duration WAITING_HERE = Duration.ofSeconds(180);

    /** How long the end is shown. */
    Duration ENDED_SHOWN = Duration.ofSeconds(8);

    /** The last resort behind the wipe's own deadlines. */
    Duration WIPING = Duration.ofSeconds(10);

    /** After so long without a receipt the screen says "kept here". */
    Duration NO_RECEIPT = Duration.ofSeconds(15);

    /** For ever: nobody is here. */
    record Endless() implements Patience {}

    /** Until the citizen is asked whether he is still here; every touch begins it anew. */
    record Idle(Duration time) implements Patience {}

    /** The idle warning itself; its seconds are shown. */
    record Warning(Duration time) implements Patience {}

    /** Something is being done that ends by its own deadline; this is the last resort behind it. */
    record Work(Matter matter, int progress, Duration time) implements Patience {}

    /** The end is shown; its seconds are shown. */
    record Lingering(Duration time) implements Patience {}

    /** What is being done. */
    enum Matter {
        READING,
        QUERYING,
        SCANNING,
        FEEDING,
        CAMERA,
        DRAWING,
        FINGER,
        OPENING,
        DOOR,
        NOTING,
        KEEPING,
        CONFIRMING,
        PRINTING,
        WIPING
    }

    /** What is being done at this place, and how long that may take; empty where the citizen is the one to act. */
    static Optional<Patience> at(Place place) {
        return switch (place) {
            case Place.Identify identify
            when identify.phase() == Page.Identify.Phase.READING -> work(Matter.READING, 0, 15);
            case Place.BankCard card
            when card.phase() == FilingPage.BankCard.Phase.READING -> work(Matter.READING, 1, 20);
            case ProgressPlace.AskProgress ask
            when ask.phase() == ProgressPage.AskProgress.Phase.ASKING -> work(Matter.QUERYING, 1, 15);
            case ProgressPlace.Cases cases
            when cases.phase() == ProgressPage.Cases.Phase.ASKING -> work(Matter.QUERYING, 3, 15);
            case ProgressPlace.Withdrawing withdrawing
            when withdrawing.phase() == ProgressPage.Withdraw.Phase.SENDING -> work(Matter.QUERYING, 2, 15);
            case AppointmentPlace.Appointing appointing ->
                switch (appointing.phase()) {
                    case LOOKING -> work(Matter.QUERYING, 3, 15);
                    case TIMES -> work(Matter.QUERYING, 4, 15);
                    case SENDING -> work(Matter.QUERYING, 5, 15);
                    default ->
                        appointing.paper() == AppointmentPage.Appointment.Paper.PRINTING
                                ? printing(0)
                                : Optional.empty();
                };
            case ScanningPlace.Materials(_, _, _, _, ScanningPlace.Feeder.Drawing(int pages, _), _, _) ->
                work(Matter.FEEDING, pages, 90);
            case ScanningPlace.Materials materials when materials.busy() -> work(Matter.SCANNING, 0, 25);
            case ScanningPlace.Materials materials ->
                switch (materials.camera()) {
                    case STARTING -> work(Matter.CAMERA, 0, 12);
                    // The feeder is the other way: nobody waits for the camera then.
                    case GONE -> materials.feeder().ready() ? Optional.empty() : work(Matter.CAMERA, 1, 10);
                    case LIVE -> Optional.empty();
                };
            case SigningPlace.Signing signing
            when signing.pages() == 0 || signing.taking() -> work(Matter.DRAWING, signing.taking() ? 1 : 0, 20);
            case SigningPlace.Fingerprint finger
            when finger.phase() == FilingPage.Fingerprint.Phase.KEEPING -> work(Matter.FINGER, -1, 20);
            case SigningPlace.Fingerprint finger
            when FingerFlow.taking(finger) -> work(Matter.FINGER, FingerFlow.progress(finger), 45);
            case Place.Submitting submitting ->
                submitting.kept()
                        ? Optional.of(new Work(Matter.CONFIRMING, 0, NO_RECEIPT))
                        : work(Matter.KEEPING, 0, 30);
            case Place.Deposit deposit
            when deposit.flaw().isEmpty() ->
                switch (deposit.phase()) {
                    case OPENING -> work(Matter.OPENING, deposit.reopened() ? 1 : 0, 20);
                    case OPEN -> work(Matter.DOOR, deposit.reopened() ? 1 : 0, 90);
                    case RECORDING -> work(Matter.NOTING, 0, 20);
                    case ASKING, CLOSED -> Optional.empty();
                };
            case Place.Later later
            when later.phase() == KeepingPage.Later.Phase.SENDING ->
                later.onPaper() ? printing(0) : work(Matter.KEEPING, 1, 15);
            case SubmittedPlace.Received received
            when received.slip().printing() -> printing(received.slip().pagesOut());
            case SubmittedPlace.Kept kept
            when kept.slip().printing() -> printing(kept.slip().pagesOut());
            case Place.Guide guide when guide.print() == Page.Guide.GuidePrint.PRINTING -> printing(0);
            case CertificatePlace.Querying _ -> work(Matter.QUERYING, 0, 20);
            case CertificatePlace.Printing printing when !printing.done() -> printing(printing.pagesOut());
            default -> Optional.empty();
        };
    }

    /** How long the citizen may think at this place. */
    static Patience idle(VisitState.Open open) {
        Duration time = open.place() instanceof Place.Trouble trouble && trouble.waiting() ? WAITING_HERE : IDLE;
        return new Idle(open.visitor().slow() ? time.plus(SLOW) : time);
    }

    private static Optional<Patience> printing(int pagesOut) {
        return work(Matter.PRINTING, pagesOut, 90);
    }

    private static Optional<Patience> work(Matter matter, int progress, int seconds) {
        return Optional.of(new Work(matter, progress, Duration.ofSeconds(seconds)));
    }
}
