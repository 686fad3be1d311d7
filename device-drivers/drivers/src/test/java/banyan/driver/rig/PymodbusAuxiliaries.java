package banyan.driver.rig;

import banyan.conformance.AuxiliariesRig;
import banyan.device.Auxiliaries.Sense;
import banyan.device.DeviceDriver;
import banyan.device.DeviceKind;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** A hand at senses and lamps that hang on pymodbus over TCP; the door's input is made while it is closed. */
public final class PymodbusAuxiliaries extends PymodbusRig implements AuxiliariesRig {
    private static final int FIRST = 64;
    private static final Duration SAYING = Duration.ofSeconds(2);

    /** Senses and lamps over TCP. */
    public PymodbusAuxiliaries(DeviceDriver driver) {
        super(Pymodbus.network(), driver, "auxiliaries", wiring());
        sense(Sense.DOOR, false);
    }

    private static Map<String, String> wiring() {
        Map<String, String> wiring = new HashMap<>();
        for (Sense sense : Sense.values()) {
            String name = sense.name().toLowerCase(Locale.ROOT).replace('_', '-');
            wiring.put(name, at(sense) + (sense == Sense.DOOR ? " inverted" : ""));
        }
        wiring.put("lamp-id-card-reader", Integer.toString(lamp(LIT)));
        wiring.put("lamp-printer", Integer.toString(lamp(ALSO_LIT)));
        return wiring;
    }

    private static int at(Sense sense) {
        return FIRST + sense.ordinal();
    }

    private static int lamp(DeviceKind beside) {
        return FIRST + beside.ordinal();
    }

    @Override
    public void sense(Sense sense, boolean so) {
        peer().say("input", at(sense), so != (sense == Sense.DOOR) ? 1 : 0);
    }

    @Override
    public void glitch(Sense sense) {
        peer().say("glitch", at(sense));
        long end = System.nanoTime() + SAYING.toNanos();
        while (peer().number("glitches") > 0) {
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException("nobody asked for the inputs");
            }
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Override
    public boolean lit(DeviceKind beside) {
        return peer().number("coil", lamp(beside)) == 1;
    }

    @Override
    public int switchedOn(DeviceKind beside) {
        return peer().number("on", lamp(beside));
    }
}
