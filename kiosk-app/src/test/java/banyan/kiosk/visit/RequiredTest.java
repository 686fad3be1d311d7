package banyan.kiosk.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import banyan.device.DeviceKind;
import banyan.device.DevicePart;
import banyan.device.DevicePart.Standing;
import banyan.device.DeviceState;
import banyan.device.Fault;
import banyan.item.DeviceClass;
import banyan.item.DeviceNeed;
import banyan.item.DevicePartClass;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RequiredTest {
    private static final Fault GONE =
            new Fault(Fault.Kind.DISCONNECTED, Fault.Remedy.CALL_STAFF, "PRINTER-UNPLUGGED");
    private static final DeviceNeed PRINTER = DeviceNeed.of(DeviceClass.PRINTER);
    private static final DeviceNeed CAMERA_OR_PAD =
            DeviceNeed.of(DeviceClass.DOCUMENT_CAMERA, DeviceClass.SIGNATURE_PAD);

    private static final DeviceNeed CERTIFICATES = DeviceNeed.of(DevicePartClass.TRAY_CERTIFICATE);
    private static final DeviceNeed PILES = DeviceNeed.of(DevicePartClass.FEEDER);
    private static final Fault PAPER_OUT = new Fault(Fault.Kind.MEDIA, Fault.Remedy.REFILL, "PAPER-OUT");
    private static final DeviceState TRAY_EMPTY = new DeviceState.Ready(Set.of("TRAY-EMPTY"));

    private final Map<DeviceKind, DeviceState> states = new EnumMap<>(DeviceKind.class);
    private final Map<DeviceKind, List<DevicePart>> parts = new EnumMap<>(DeviceKind.class);

    private Optional<Availability.Lacking> lacking(DeviceNeed... needs) {
        return Required.lacking(
                List.of(needs),
                kind -> Optional.ofNullable(states.get(kind))
                        .map(state -> new Required.Stands(state, parts.getOrDefault(kind, List.of()))));
    }

    private static Optional<Availability.Lacking> lacks(DeviceKind kind, DeviceState state) {
        return Optional.of(new Availability.Lacking(kind, Optional.of(state)));
    }

    static List<DeviceState> ofNoUse() {
        return List.of(
                new DeviceState.Absent(GONE),
                new DeviceState.Opening(),
                new DeviceState.NeedsHelp(GONE),
                new DeviceState.Unknown(Instant.EPOCH),
                new DeviceState.Closed());
    }

    @ParameterizedTest
    @MethodSource("ofNoUse")
    void aDeviceThatIsNotKnownToWorkIsLacking(DeviceState state) {
        states.put(DeviceKind.PRINTER, state);
        assertEquals(lacks(DeviceKind.PRINTER, state), lacking(PRINTER));
    }

    @Test
    void aDeviceThatWorksOrIsAtWorkOrIsLowDoes() {
        for (DeviceState state : List.of(
                DeviceState.ready(), new DeviceState.Busy(), new DeviceState.Ready(Set.of("PAPER-LOW")))) {
            states.put(DeviceKind.PRINTER, state);
            assertEquals(Optional.empty(), lacking(PRINTER));
        }
    }

    @Test
    void aTerminalWithoutTheDeviceLacksIt() {
        assertEquals(
                Optional.of(new Availability.Lacking(DeviceKind.PRINTER, Optional.empty())), lacking(PRINTER));
    }

    @Test
    void ofSeveralOneWillDo() {
        states.put(DeviceKind.DOCUMENT_CAMERA, new DeviceState.Absent(GONE));
        states.put(DeviceKind.SIGNATURE_PAD, DeviceState.ready());
        assertEquals(Optional.empty(), lacking(CAMERA_OR_PAD));
    }

    @Test
    void ofSeveralThatFailTheOneIsNamedThatIsThere() {
        assertEquals(
                Optional.of(new Availability.Lacking(DeviceKind.DOCUMENT_CAMERA, Optional.empty())),
                lacking(CAMERA_OR_PAD));
        states.put(DeviceKind.SIGNATURE_PAD, new DeviceState.Opening());
        assertEquals(lacks(DeviceKind.SIGNATURE_PAD, new DeviceState.Opening()), lacking(CAMERA_OR_PAD));
    }

    @Test
    void aDeviceWithWhichNoVisitWorksIsNoHelp() {
        states.put(DeviceKind.DOCUMENT_CABINET, DeviceState.ready());
        assertEquals(
                Optional.of(new Availability.Lacking(DeviceKind.DOCUMENT_CABINET, Optional.empty())),
                lacking(DeviceNeed.of(DeviceClass.DOCUMENT_CABINET)));
    }

    @Test
    void theFirstNeedThatFailsIsNamed() {
        states.put(DeviceKind.DOCUMENT_CAMERA, DeviceState.ready());
        states.put(DeviceKind.PRINTER, new DeviceState.Absent(GONE));
        assertEquals(
                lacks(DeviceKind.PRINTER, new DeviceState.Absent(GONE)), lacking(CAMERA_OR_PAD, PRINTER));
        assertEquals(Optional.empty(), lacking());
    }

    private void tray(Standing standing) {
        states.put(DeviceKind.PRINTER, TRAY_EMPTY);
        parts.put(
                DeviceKind.PRINTER,
                List.of(
                        DevicePart.required(DevicePart.Kind.TRAY_PLAIN, new Standing.Usable()),
                        DevicePart.optional(DevicePart.Kind.TRAY_CERTIFICATE, standing)));
    }

    @Test
    void aPartThatIsBrokenOrUnknownIsLackingToWhoeverNeedsItAndToNobodyElse() {
        for (Standing standing : List.of(new Standing.Broken(PAPER_OUT), new Standing.Unknown())) {
            tray(standing);
            assertEquals(
                    Optional.of(new Availability.Lacking(
                            DeviceKind.PRINTER,
                            Optional.of(TRAY_EMPTY),
                            Optional.of(DevicePart.Kind.TRAY_CERTIFICATE))),
                    lacking(CERTIFICATES));
            assertEquals(Optional.empty(), lacking(PRINTER));
        }
    }

    @Test
    void aPartThatIsUsableOrOfWhichItsProtocolHasNoWordWillDo() {
        for (Standing standing : List.of(new Standing.Usable(), new Standing.Untold())) {
            tray(standing);
            assertEquals(Optional.empty(), lacking(CERTIFICATES));
        }
    }

    @Test
    void theDeviceIsNamedAndNotItsPartWhereNobodyCanUseIt() {
        tray(new Standing.Unknown());
        states.put(DeviceKind.PRINTER, new DeviceState.Absent(GONE));
        assertEquals(lacks(DeviceKind.PRINTER, new DeviceState.Absent(GONE)), lacking(CERTIFICATES));
    }

    @Test
    void aPrinterWithOnePaperForAllPrintsCertificatesOnIt() {
        tray(new Standing.Usable());
        parts.put(
                DeviceKind.PRINTER,
                List.of(DevicePart.required(DevicePart.Kind.TRAY_PLAIN, new Standing.Usable())));
        assertEquals(Optional.empty(), lacking(CERTIFICATES));
    }

    @Test
    void aScannerThatHasGlassOnlyHasNoFeeder() {
        states.put(DeviceKind.SCANNER, DeviceState.ready());
        parts.put(
                DeviceKind.SCANNER, List.of(DevicePart.required(DevicePart.Kind.GLASS, new Standing.Untold())));
        assertEquals(
                Optional.of(new Availability.Lacking(
                        DeviceKind.SCANNER,
                        Optional.of(DeviceState.ready()),
                        Optional.of(DevicePart.Kind.FEEDER))),
                lacking(PILES));
        parts.put(DeviceKind.SCANNER, List.of());
        assertEquals(Optional.empty(), lacking(PILES));
    }

    @ParameterizedTest
    @EnumSource(DevicePartClass.class)
    void everyPartThatAnItemCanNameIsOneOfItsDevices(DevicePartClass named) {
        assertEquals(named.name(), Required.kind(named).name());
    }

    @ParameterizedTest
    @EnumSource(DeviceClass.class)
    void everyClassThatAnItemCanNameIsOneOfTheTerminals(DeviceClass named) {
        assertEquals(named.name(), Required.kind(named).name());
    }
}
