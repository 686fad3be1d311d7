package banyan.driver.ef01;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import banyan.conformance.FingerRig;
import banyan.conformance.FingerprintPadContract;
import banyan.device.Deadline;
import banyan.device.DeviceSettings;
import banyan.device.DeviceState;
import banyan.device.Fault;
import banyan.device.FingerprintPad;
import banyan.device.FingerprintPad.FingerImage;
import banyan.device.Outcome;
import banyan.kit.rig.FingerprintPadTwin;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The pad's driver against the simulator's twin. */
class Ef01PadTest extends FingerprintPadContract {
    private static final int DESK = 57_600;

    @Override
    protected FingerRig newRig() {
        return new FingerprintPadTwin(new Ef01Driver());
    }

    private FingerprintPadTwin twin() {
        return (FingerprintPadTwin) rig();
    }

    @Test
    void theNameplateIsWhatTheModuleSays() {
        assertEquals(Optional.of("EF 01 system 0009"), ready().nameplate().model());
    }

    /** Features, templates and the module's own library are never touched. */
    @Test
    void nothingIsAskedOfTheModuleButItsPicture() {
        assertWorks(ready(), rig());
        assertEquals(Set.of("01", "0A", "0F", "13"), new TreeSet<>(twin().received()));
        assertEquals(1, twin().received("0A"));
    }

    @Test
    void aLockedModuleNeedsHelpUntilItIsUnlocked() {
        twin().lock();
        device().start((_, _) -> {});
        awaitState(OPENING, DeviceState.NeedsHelp.class);
        assertEquals(
                "FINGER-LOCKED",
                ((DeviceState.NeedsHelp) device().state()).fault().code());
        twin().heal();
        awaitState(OPENING, DeviceState.Ready.class);
    }

    @Test
    void aBrokenSensorIsAFaultOfTheHardware() {
        FingerprintPad pad = ready();
        twin().breakSensor();
        Fault fault = fault(pad.capture(inTime()));
        assertEquals(Fault.Kind.HARDWARE, fault.kind());
        assertEquals("FINGER-STATUS-29", fault.code());
    }

    /** C5: at the speed of the desk, when a part of the picture is here. */
    @Test
    void thePlugPulledInTheMiddleOfAPictureIsNoticed() {
        FingerprintPad pad = ready();
        twin().speed(DESK);
        twin().lay(1, 1);
        CompletableFuture<Outcome<FingerImage>> capture = CompletableFuture.supplyAsync(
                () -> pad.capture(inTime()), task -> Thread.ofVirtual().start(task));
        twin().awaitSending();
        twin().unplug();
        assertEquals(
                Fault.Kind.DISCONNECTED,
                fault(capture.orTimeout(2, TimeUnit.SECONDS).join()).kind());
    }

    @Test
    void aPictureOfAnotherSizeIsRefusedAndTheNextCommandWorks() {
        Map<String, String> settings = new HashMap<>(rig().settings().values());
        settings.put("width", "192");
        try (FingerprintPad small =
                (FingerprintPad) rig().driver().create(new DeviceSettings("small", settings))) {
            small.start((_, _) -> {});
            twin().lay(1, 1);
            Fault fault = fault(small.capture(inTime()));
            assertEquals("FINGER-PICTURE-SIZE", fault.code());
            assertInstanceOf(Outcome.Done.class, small.reset(Deadline.in(Duration.ofSeconds(5))));
        }
    }
}
