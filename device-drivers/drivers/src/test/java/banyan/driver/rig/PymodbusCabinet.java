package banyan.driver.rig;

import banyan.conformance.CabinetRig;
import banyan.device.DeviceDriver;
import java.util.Map;

/** A hand at a cabinet that hangs on pymodbus. */
public final class PymodbusCabinet extends PymodbusRig implements CabinetRig {
    private static final int BOLT = 16;

    /** A cabinet on a serial line. */
    public PymodbusCabinet(DeviceDriver driver) {
        super(
                Pymodbus.serial(),
                driver,
                "document-cabinet",
                Map.of("doors", "8", "first-bolt", Integer.toString(BOLT), "left-open", "1"));
    }

    @Override
    public int doors() {
        return 8;
    }

    @Override
    public void close(int door) {
        peer().say("close", door - 1);
    }

    @Override
    public void force(int door) {
        peer().say("input", door - 1, 0);
        peer().say("input", BOLT + door - 1, 0);
    }

    @Override
    public void jam(int door) {
        peer().say("jam", door - 1);
    }

    @Override
    public void contradict(int door) {
        peer().say("input", door - 1, 0);
    }

    @Override
    public void holdUnlocked(int door) {
        peer().say("hold", door - 1);
    }

    @Override
    public int unlocked(int door) {
        return peer().number("on", door - 1);
    }

    @Override
    public boolean held(int door) {
        return peer().number("coil", door - 1) == 1;
    }
}
