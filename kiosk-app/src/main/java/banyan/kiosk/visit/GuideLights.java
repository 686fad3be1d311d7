package banyan.kiosk.visit;

import banyan.device.Auxiliaries;
import banyan.device.Auxiliaries.Lamp;
import banyan.device.Deadline;
import banyan.device.DeviceKind;
import banyan.device.DeviceState;
import banyan.device.Outcome;
import banyan.kiosk.visit.Page.Identify.Phase;
import banyan.kiosk.visit.UpkeepPost.SignIn;
import banyan.kiosk.visit.UpkeepPost.Trial;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** The lamps beside the devices: which one says what follows from the page that is shown, and is sent only when it changes. */
final class GuideLights {
    private static final Duration SETTING = Duration.ofSeconds(2);

    /** Devices that a citizen uses with the hands. */
    private static final Set<DeviceKind> BESIDE = EnumSet.of(
            DeviceKind.ID_CARD_READER,
            DeviceKind.SMART_CARD_TERMINAL,
            DeviceKind.CODE_SCANNER,
            DeviceKind.DOCUMENT_CAMERA,
            DeviceKind.SCANNER,
            DeviceKind.SIGNATURE_PAD,
            DeviceKind.FINGERPRINT_PAD,
            DeviceKind.PRINTER,
            DeviceKind.RECEIPT_PRINTER,
            DeviceKind.DOCUMENT_CABINET);

    private final Optional<Auxiliaries> auxiliaries;
    private final Executor threads;
    private final AtomicBoolean sending = new AtomicBoolean();
    private final Map<DeviceKind, Lamp> said = new ConcurrentHashMap<>();
    private volatile Map<DeviceKind, Lamp> wanted = Map.of();

    GuideLights(Equipment equipment) {
        this.auxiliaries = equipment.devices().stream()
                .filter(Auxiliaries.class::isInstance)
                .map(Auxiliaries.class::cast)
                .findFirst();
        this.threads = equipment.threads();
    }

    /** Has the lamps say what this page asks for. Returns at once; what could not be said is said with a later page. */
    void show(Page page, Function<DeviceKind, Optional<DeviceState>> states) {
        auxiliaries.ifPresent(there -> {
            wanted = lamps(page, states);
            if (!wanted.equals(said) && there.state().usable() && sending.compareAndSet(false, true)) {
                threads.execute(() -> send(there));
            }
        });
    }

    /** One after the other, so that the last word about a lamp is the one that holds. */
    private void send(Auxiliaries there) {
        boolean heard = true;
        while (heard && !wanted.equals(said)) {
            for (Map.Entry<DeviceKind, Lamp> lamp : wanted.entrySet()) {
                heard = heard
                        && (lamp.getValue() == said.get(lamp.getKey())
                                || there.light(lamp.getKey(), lamp.getValue(), Deadline.in(SETTING))
                                        instanceof Outcome.Done<Boolean>);
                if (heard) {
                    said.put(lamp.getKey(), lamp.getValue());
                }
            }
        }
        sending.set(false);
    }

    /** What each lamp says: a device that is out of order before one that is waited for. */
    static Map<DeviceKind, Lamp> lamps(Page page, Function<DeviceKind, Optional<DeviceState>> states) {
        Map<DeviceKind, Lamp> lamps = new EnumMap<>(DeviceKind.class);
        BESIDE.forEach(beside -> lamps.put(
                beside,
                states.apply(beside).filter(GuideLights::outOfOrder).isPresent() ? Lamp.FAULT : wanted(page, beside)));
        return lamps;
    }

    private static boolean outOfOrder(DeviceState state) {
        return switch (state) {
            case DeviceState.NeedsHelp _, DeviceState.Absent _ -> true;
            case DeviceState.Opening _,
                    DeviceState.Ready _,
                    DeviceState.Busy _,
                    DeviceState.Unknown _,
                    DeviceState.Closed _ -> false;
        };
    }

    private static Lamp wanted(Page page, DeviceKind beside) {
        return switch (page) {
            case Page.Identify identify when identify.phase() != Phase.CONSENT ->
                only(DeviceKind.ID_CARD_READER, beside, Lamp.GUIDE);
            case FilingPage.BankCard card when card.phase() == FilingPage.BankCard.Phase.WAITING ->
                only(DeviceKind.SMART_CARD_TERMINAL, beside, Lamp.GUIDE);
            case FilingPage.BankCard card when card.phase() == FilingPage.BankCard.Phase.REMOVING ->
                only(DeviceKind.SMART_CARD_TERMINAL, beside, Lamp.TAKE);
            case ProgressPage.AskProgress ask when ask.phase() == ProgressPage.AskProgress.Phase.HOLDING ->
                only(DeviceKind.CODE_SCANNER, beside, Lamp.GUIDE);
            case Page.Ended ended when ended.chipCardLeft() ->
                only(DeviceKind.SMART_CARD_TERMINAL, beside, Lamp.TAKE);
            case ScanningPage.Materials materials when paperTo(materials).contains(beside) -> Lamp.GUIDE;
            case StaffPage.StaffSignIn signIn when signIn.asks() == SignIn.Asks.CARD ->
                only(DeviceKind.ID_CARD_READER, beside, Lamp.GUIDE);
            case StaffPage.StaffSignIn signIn when signIn.asks() == SignIn.Asks.LIFT ->
                only(DeviceKind.ID_CARD_READER, beside, Lamp.TAKE);
            case StaffPage.TestScan scan when takes(scan).contains(beside) -> Lamp.GUIDE;
            case FilingPage.Signing signing when signing.pad() == FilingPage.Signing.PadState.PAD ->
                only(DeviceKind.SIGNATURE_PAD, beside, Lamp.GUIDE);
            case FilingPage.Fingerprint finger when finger.phase() == FilingPage.Fingerprint.Phase.LAYING ->
                only(DeviceKind.FINGERPRINT_PAD, beside, Lamp.GUIDE);
            case PaperPage.Printing printing when printing.pagesOut() > 0 -> only(DeviceKind.PRINTER, beside, Lamp.TAKE);
            case KeepingPage.Deposit deposit when deposit.phase() == KeepingPage.Deposit.Phase.OPEN ->
                only(DeviceKind.DOCUMENT_CABINET, beside, Lamp.GUIDE);
            case KeepingPage.Received received -> paper(received.paper(), beside);
            case KeepingPage.Kept kept -> paper(kept.paper(), beside);
            case Page.Identify _,
                    ScanningPage.Materials _,
                    FilingPage.Signing _,
                    FilingPage.Fingerprint _,
                    PaperPage.Printing _,
                    KeepingPage.Deposit _,
                    Page.Attract _,
                    Page.Home _,
                    Page.Items _,
                    Page.Resume _,
                    Page.Guide _,
                    FilingPage.Form _,
                    FilingPage.BankCard _,
                    ProgressPage.AskProgress _,
                    ProgressPage.Cases _,
                    ProgressPage.Progress _,
                    ProgressPage.News _,
                    ProgressPage.Withdraw _,
                    AppointmentPage.AppointmentChoice _,
                    AppointmentPage.Appointment _,
                    FilingPage.Review _,
                    KeepingPage.Submitting _,
                    KeepingPage.Later _,
                    PaperPage.Querying _,
                    PaperPage.Result _,
                    PaperPage.Trouble _,
                    StaffPage.StaffSignIn _,
                    StaffPage.Maintenance _,
                    StaffPage.JudgeTestPage _,
                    StaffPage.TestScan _,
                    StaffPage.Led _,
                    StaffPage.Cells _,
                    StaffPage.SetAside _,
                    Page.Ended _ -> Lamp.OFF;
        };
    }

    /** Where a paper can be laid now: under the camera, into the feeder, or either; one that draws in wants nothing else. */
    private static Set<DeviceKind> paperTo(ScanningPage.Materials materials) {
        boolean camera = !(materials.camera() instanceof ScanningPage.Materials.Camera.Gone);
        return switch (materials.feeder()) {
            case ScanningPage.Materials.Feeder.Drawing _ -> EnumSet.of(DeviceKind.SCANNER);
            case ScanningPage.Materials.Feeder.Resting(boolean usable, _) when usable ->
                camera ? EnumSet.of(DeviceKind.DOCUMENT_CAMERA, DeviceKind.SCANNER) : EnumSet.of(DeviceKind.SCANNER);
            case ScanningPage.Materials.Feeder.Resting _, ScanningPage.Materials.Feeder.None _ ->
                EnumSet.of(DeviceKind.DOCUMENT_CAMERA);
        };
    }

    private static Set<DeviceKind> takes(StaffPage.TestScan scan) {
        Set<DeviceKind> kinds = EnumSet.noneOf(DeviceKind.class);
        for (Trial.From from : scan.step() == Trial.Step.TAKING ? List.of(scan.from()) : scan.there()) {
            kinds.add(
                    switch (from) {
                        case CAMERA -> DeviceKind.DOCUMENT_CAMERA;
                        case FEEDER -> DeviceKind.SCANNER;
                    });
        }
        return scan.step() == Trial.Step.SHOWN ? EnumSet.noneOf(DeviceKind.class) : kinds;
    }

    private static Lamp paper(KeepingPage.PaperState paper, DeviceKind beside) {
        DeviceKind from =
                switch (paper.outlet()) {
                    case SHEETS -> DeviceKind.PRINTER;
                    case ROLL -> DeviceKind.RECEIPT_PRINTER;
                };
        return paper.pagesOut() > 0 ? only(from, beside, Lamp.TAKE) : Lamp.OFF;
    }

    private static Lamp only(DeviceKind guided, DeviceKind beside, Lamp lamp) {
        return guided == beside ? lamp : Lamp.OFF;
    }
}
