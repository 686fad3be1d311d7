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
            case Page.BankCard card when card.phase() == Page.BankCard.Phase.WAITING ->
                only(DeviceKind.SMART_CARD_TERMINAL, beside, Lamp.GUIDE);
            case Page.BankCard card when card.phase() == Page.BankCard.Phase.REMOVING ->
                only(DeviceKind.SMART_CARD_TERMINAL, beside, Lamp.TAKE);
            case Page.AskProgress ask when ask.phase() == Page.AskProgress.Phase.HOLDING ->
                only(DeviceKind.CODE_SCANNER, beside, Lamp.GUIDE);
            case Page.Ended ended when ended.chipCardLeft() ->
                only(DeviceKind.SMART_CARD_TERMINAL, beside, Lamp.TAKE);
            case Page.Materials materials when paperTo(materials).contains(beside) -> Lamp.GUIDE;
            case Page.StaffSignIn signIn when signIn.asks() == SignIn.Asks.CARD ->
                only(DeviceKind.ID_CARD_READER, beside, Lamp.GUIDE);
            case Page.StaffSignIn signIn when signIn.asks() == SignIn.Asks.LIFT ->
                only(DeviceKind.ID_CARD_READER, beside, Lamp.TAKE);
            case Page.TestScan scan when takes(scan).contains(beside) -> Lamp.GUIDE;
            case Page.Signing signing when signing.pad() == Page.Signing.PadState.PAD ->
                only(DeviceKind.SIGNATURE_PAD, beside, Lamp.GUIDE);
            case Page.Fingerprint finger when finger.phase() == Page.Fingerprint.Phase.LAYING ->
                only(DeviceKind.FINGERPRINT_PAD, beside, Lamp.GUIDE);
            case Page.Printing printing when printing.pagesOut() > 0 -> only(DeviceKind.PRINTER, beside, Lamp.TAKE);
            case Page.Deposit deposit when deposit.phase() == Page.Deposit.Phase.OPEN ->
                only(DeviceKind.DOCUMENT_CABINET, beside, Lamp.GUIDE);
            case Page.Received received -> paper(received.paper(), beside);
            case Page.Kept kept -> paper(kept.paper(), beside);
            case Page.Identify _,
                    Page.Materials _,
                    Page.Signing _,
                    Page.Fingerprint _,
                    Page.Printing _,
                    Page.Deposit _,
                    Page.Attract _,
                    Page.Home _,
                    Page.Items _,
                    Page.Resume _,
                    Page.Guide _,
                    Page.Form _,
                    Page.BankCard _,
                    Page.AskProgress _,
                    Page.Progress _,
                    Page.Review _,
                    Page.Submitting _,
                    Page.Querying _,
                    Page.Result _,
                    Page.Trouble _,
                    Page.StaffSignIn _,
                    Page.Maintenance _,
                    Page.JudgeTestPage _,
                    Page.TestScan _,
                    Page.Led _,
                    Page.Cells _,
                    Page.Ended _ -> Lamp.OFF;
        };
    }

    /** Where a paper can be laid now: under the camera, into the feeder, or either; one that draws in wants nothing else. */
    private static Set<DeviceKind> paperTo(Page.Materials materials) {
        boolean camera = !(materials.camera() instanceof Page.Materials.Camera.Gone);
        return switch (materials.feeder()) {
            case Page.Materials.Feeder.Drawing _ -> EnumSet.of(DeviceKind.SCANNER);
            case Page.Materials.Feeder.Resting(boolean usable, _) when usable ->
                camera ? EnumSet.of(DeviceKind.DOCUMENT_CAMERA, DeviceKind.SCANNER) : EnumSet.of(DeviceKind.SCANNER);
            case Page.Materials.Feeder.Resting _, Page.Materials.Feeder.None _ ->
                EnumSet.of(DeviceKind.DOCUMENT_CAMERA);
        };
    }

    private static Set<DeviceKind> takes(Page.TestScan scan) {
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

    private static Lamp paper(Page.PaperState paper, DeviceKind beside) {
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
