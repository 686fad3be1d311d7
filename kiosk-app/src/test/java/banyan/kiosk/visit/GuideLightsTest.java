package banyan.kiosk.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import banyan.device.Auxiliaries.Lamp;
import banyan.device.DeviceKind;
import banyan.device.DeviceState;
import banyan.device.Fault;
import banyan.kiosk.visit.Page.Identify.Phase;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class GuideLightsTest {
    private static final Function<DeviceKind, Optional<DeviceState>> READY = _ -> Optional.of(DeviceState.ready());
    private static final Fault JAM = new Fault(Fault.Kind.MEDIA, Fault.Remedy.CLEAR_PATH, "PRINTER-JAM");

    private static Map<DeviceKind, Lamp> dark() {
        Map<DeviceKind, Lamp> dark = new EnumMap<>(DeviceKind.class);
        for (DeviceKind beside : List.of(
                DeviceKind.ID_CARD_READER,
                DeviceKind.SMART_CARD_TERMINAL,
                DeviceKind.CODE_SCANNER,
                DeviceKind.DOCUMENT_CAMERA,
                DeviceKind.SCANNER,
                DeviceKind.SIGNATURE_PAD,
                DeviceKind.FINGERPRINT_PAD,
                DeviceKind.PRINTER,
                DeviceKind.RECEIPT_PRINTER,
                DeviceKind.DOCUMENT_CABINET)) {
            dark.put(beside, Lamp.OFF);
        }
        return dark;
    }

    private static Map<DeviceKind, Lamp> only(DeviceKind beside, Lamp lamp) {
        Map<DeviceKind, Lamp> lamps = dark();
        lamps.put(beside, lamp);
        return lamps;
    }

    private static Page identify(Phase phase) {
        return new Page.Identify(phase, Optional.empty(), false);
    }

    private static Page materials() {
        return materials(new ScanningPage.Materials.Feeder.None());
    }

    private static Page materials(ScanningPage.Materials.Feeder feeder) {
        return new ScanningPage.Materials(
                new Page.StepHead("样张", 1, 2),
                List.of(),
                0,
                new ScanningPage.Materials.Camera.Starting(),
                feeder,
                1,
                false);
    }

    @Test
    void nobodyIsLedToTheReaderBeforeConsent() {
        assertEquals(dark(), GuideLights.lamps(identify(Phase.CONSENT), READY));
        assertEquals(
                only(DeviceKind.ID_CARD_READER, Lamp.GUIDE), GuideLights.lamps(identify(Phase.WAITING), READY));
    }

    @Test
    void papersAreLedToTheCamera() {
        assertEquals(only(DeviceKind.DOCUMENT_CAMERA, Lamp.GUIDE), GuideLights.lamps(materials(), READY));
    }

    private static Page bankCard(FilingPage.BankCard.Phase phase) {
        return new FilingPage.BankCard(
                new Page.StepHead("样张", 1, 2), "bankCard", "银行卡", phase, false, Optional.empty());
    }

    @Test
    void aBankCardIsLedIntoItsTerminalAndOutOfIt() {
        assertEquals(
                only(DeviceKind.SMART_CARD_TERMINAL, Lamp.GUIDE),
                GuideLights.lamps(bankCard(FilingPage.BankCard.Phase.WAITING), READY));
        assertEquals(dark(), GuideLights.lamps(bankCard(FilingPage.BankCard.Phase.READING), READY));
        assertEquals(
                only(DeviceKind.SMART_CARD_TERMINAL, Lamp.TAKE),
                GuideLights.lamps(bankCard(FilingPage.BankCard.Phase.REMOVING), READY));
        assertEquals(
                only(DeviceKind.SMART_CARD_TERMINAL, Lamp.TAKE),
                GuideLights.lamps(new Page.Ended(List.of(), 5, false, true), READY));
    }

    @Test
    void aReceiptIsLedToTheCodeScanner() {
        var page = new ProgressPage.AskProgress(
                ProgressPage.AskProgress.Phase.HOLDING, true, "", "", "", ProgressPage.AskProgress.Entry.NUMBER, Optional.empty());
        assertEquals(only(DeviceKind.CODE_SCANNER, Lamp.GUIDE), GuideLights.lamps(page, READY));
    }

    @Test
    void aPileIsLedToTheFeederAndWhileItIsDrawnInToNothingElse() {
        Map<DeviceKind, Lamp> either = only(DeviceKind.DOCUMENT_CAMERA, Lamp.GUIDE);
        either.put(DeviceKind.SCANNER, Lamp.GUIDE);
        assertEquals(
                either, GuideLights.lamps(materials(new ScanningPage.Materials.Feeder.Resting(true, Optional.empty())), READY));
        assertEquals(
                only(DeviceKind.DOCUMENT_CAMERA, Lamp.GUIDE),
                GuideLights.lamps(materials(new ScanningPage.Materials.Feeder.Resting(false, Optional.empty())), READY));
        assertEquals(
                only(DeviceKind.SCANNER, Lamp.GUIDE),
                GuideLights.lamps(materials(new ScanningPage.Materials.Feeder.Drawing(2, false)), READY));
    }

    @Test
    void staffAreLedToTheReaderAndToWhatTakesTheTestPage() {
        assertEquals(
                only(DeviceKind.ID_CARD_READER, Lamp.GUIDE),
                GuideLights.lamps(new StaffPage.StaffSignIn(UpkeepPost.SignIn.Asks.CARD, 0, Optional.empty()), READY));
        assertEquals(
                dark(), GuideLights.lamps(new StaffPage.StaffSignIn(UpkeepPost.SignIn.Asks.NOBODY, 0, Optional.empty()), READY));
        assertEquals(
                only(DeviceKind.SCANNER, Lamp.GUIDE),
                GuideLights.lamps(
                        new StaffPage.TestScan(
                                UpkeepPost.Trial.Step.TAKING,
                                UpkeepPost.Trial.From.FEEDER,
                                List.of(UpkeepPost.Trial.From.values()),
                                Optional.empty()),
                        READY));
    }

    @Test
    void whereThePageWaitsForNothingAllIsDark() {
        assertEquals(
                dark(), GuideLights.lamps(new Page.Home(Page.Home.DayPart.MORNING, List.of(), List.of()), READY));
    }

    @Test
    void aDeviceThatIsOutOfOrderSaysSoWhateverIsWaitedFor() {
        Function<DeviceKind, Optional<DeviceState>> jammed = kind ->
                Optional.of(kind == DeviceKind.PRINTER ? new DeviceState.NeedsHelp(JAM) : DeviceState.ready());
        Map<DeviceKind, Lamp> expected = only(DeviceKind.DOCUMENT_CAMERA, Lamp.GUIDE);
        expected.put(DeviceKind.PRINTER, Lamp.FAULT);
        assertEquals(expected, GuideLights.lamps(materials(), jammed));
        Function<DeviceKind, Optional<DeviceState>> gone = _ -> Optional.of(new DeviceState.Absent(JAM));
        assertEquals(Lamp.FAULT, GuideLights.lamps(materials(), gone).get(DeviceKind.DOCUMENT_CAMERA));
    }

    @Test
    void whatIsNotKnownToBeOutOfOrderIsNotSaidToBe() {
        Function<DeviceKind, Optional<DeviceState>> unknown =
                _ -> Optional.of(new DeviceState.Unknown(Instant.EPOCH));
        assertEquals(only(DeviceKind.DOCUMENT_CAMERA, Lamp.GUIDE), GuideLights.lamps(materials(), unknown));
        assertEquals(dark(), GuideLights.lamps(identify(Phase.CONSENT), _ -> Optional.empty()));
    }
}
