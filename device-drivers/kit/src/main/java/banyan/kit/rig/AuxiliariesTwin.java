package banyan.kit.rig;

import banyan.conformance.AuxiliariesRig;
import banyan.device.Auxiliaries.Sense;
import banyan.device.DeviceDriver;
import banyan.device.DeviceKind;
import banyan.simulator.Simulator;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** A hand at the twin of the terminal's senses and lamps. */
public final class AuxiliariesTwin extends TwinRig implements AuxiliariesRig {
    private static final Duration SAYING = Duration.ofSeconds(2);

    /** A hand at the twin, with all its senses and two of its lamps wired. */
    public AuxiliariesTwin(DeviceDriver driver) {
        super(
                "auxiliaries",
                driver,
                Map.ofEntries(
                        Map.entry("port", SIMULATOR.auxiliariesPort().toString()),
                        Map.entry("baud", Integer.toString(Simulator.BOARD_BAUD)),
                        Map.entry("presence", "0"),
                        Map.entry("door", "1 inverted"),
                        Map.entry("tamper", "2 inverted"),
                        Map.entry("on-battery", "3"),
                        Map.entry("battery-low", "4"),
                        Map.entry("headphones", "5"),
                        Map.entry("call-button", "6"),
                        Map.entry("lamp-id-card-reader", "0"),
                        Map.entry("lamp-printer", "7")));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public void sense(Sense sense, boolean so) {
        act("sense", "{\"sense\": \"" + word(sense) + "\", \"so\": " + so + "}");
    }

    @Override
    public void glitch(Sense sense) {
        act("glitch", "{\"sense\": \"" + word(sense) + "\"}");
        long end = System.nanoTime() + SAYING.toNanos();
        while (twinState().path("glitches").has(word(sense))) {
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException("nobody asked for the inputs");
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Override
    public boolean lit(DeviceKind beside) {
        return twinState().path("lamps").path(word(beside)).booleanValue();
    }

    @Override
    public int switchedOn(DeviceKind beside) {
        return twinState().path("switchedOn").path(word(beside)).intValue();
    }

    @Override
    public void makeNoise() {
        act("grade", "{\"grade\": \"hostile\"}");
    }

    @Override
    public void heal() {
        act("grade", "{\"grade\": \"ideal\"}");
        super.heal();
    }
}
