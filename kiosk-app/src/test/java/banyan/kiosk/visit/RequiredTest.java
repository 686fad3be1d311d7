package banyan.kiosk.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import banyan.device.DeviceKind;
import banyan.device.DeviceState;
import banyan.device.Fault;
import banyan.item.DeviceClass;
import banyan.item.DeviceNeed;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RequiredTest {
    private static final Fault GONE =
            new Fault(Fault.Kind.DISCONNECTED, Fault.Remedy.CALL_STAFF, "PRINTER-UNPLUGGED");
    private static final DeviceNeed PRINTER = new DeviceNeed(List.of(DeviceClass.PRINTER));
    private static final DeviceNeed CAMERA_OR_PAD =
            new DeviceNeed(List.of(DeviceClass.DOCUMENT_CAMERA, DeviceClass.SIGNATURE_PAD));

    private final Map<DeviceKind, DeviceState> states = new EnumMap<>(DeviceKind.class);

    private Optional<Availability.Lacking> lacking(DeviceNeed... needs) {
        return Required.lacking(List.of(needs), kind -> Optional.ofNullable(states.get(kind)));
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
                DeviceState.ready(), new DeviceState.Busy(), new DeviceState.Ready(java.util.Set.of("PAPER-LOW")))) {
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
                lacking(new DeviceNeed(List.of(DeviceClass.DOCUMENT_CABINET))));
    }

    @Test
    void theFirstNeedThatFailsIsNamed() {
        states.put(DeviceKind.DOCUMENT_CAMERA, DeviceState.ready());
        states.put(DeviceKind.PRINTER, new DeviceState.Absent(GONE));
        assertEquals(
                lacks(DeviceKind.PRINTER, new DeviceState.Absent(GONE)), lacking(CAMERA_OR_PAD, PRINTER));
        assertEquals(Optional.empty(), lacking());
    }

    @ParameterizedTest
    @EnumSource(DeviceClass.class)
    void everyClassThatAnItemCanNameIsOneOfTheTerminals(DeviceClass named) {
        assertEquals(named.name(), Required.kind(named).name());
    }
}
