package banyan.kit.wire;

import banyan.conformance.DisturbedLine;
import banyan.conformance.OutOfReach;
import banyan.conformance.Tap;
import banyan.conformance.TcpRelay;
import banyan.device.DeviceSettings;

/** The relay that fits a driver's settings. */
public final class Relays {
    private Relays() {}

    /**
     * A line to where these settings lead: a serial port, an address, a device that is shared by USB/IP, a daemon's port. {@link
     * OutOfReach} where they name none of these: a device of this machine's kernel, whose bytes go through no hands but its.
     */
    public static DisturbedLine to(DeviceSettings direct, Tap tap) {
        if (direct.get("port", "").startsWith("/")) {
            return new SerialRelay(direct, tap);
        }
        if (TcpRelay.fits(direct)) {
            return new TcpRelay(direct, tap);
        }
        throw new OutOfReach("its settings name neither a serial port nor an address: between a driver and the kernel of the same machine nobody can stand");
    }
}
