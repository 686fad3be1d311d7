package banyan.simulator.usb;

import banyan.simulator.traffic.Spoken;
import banyan.simulator.traffic.Way;
import banyan.simulator.traffic.Words;

/** What HID calls control transfers; what its reports are called each device says for itself. */
public abstract class HidWords implements Words {
    private static final int SETUP = 8;
    private static final int STANDARD_IN = 0x80;
    private static final int CLASS_IN = 0xA1;
    private static final int CLASS_OUT = 0x21;

    /** The name of a feature report. */
    protected abstract String feature(int report);

    /** What an input report is called. */
    protected abstract Spoken input(byte[] bytes);

    @Override
    public final Spoken of(Way way, byte[] bytes, byte[] asked) {
        if (way == Way.TO_DEVICE) {
            return bytes.length >= SETUP ? Spoken.open(request(bytes)) : Spoken.unknown(bytes.length);
        }
        // A report is announced by its number; a descriptor or feature report only ever answers a request for it.
        return bytes.length > 0 && asked.length >= SETUP && control(bytes, asked)
                ? Spoken.open(request(asked))
                : input(bytes);
    }

    private static boolean control(byte[] bytes, byte[] asked) {
        int type = asked[0] & 0xFF;
        int length = (asked[6] & 0xFF) | (asked[7] & 0xFF) << 8;
        boolean descriptor = bytes.length > 1 && (bytes[1] == asked[3] || (asked[3] & 0xFF) == 0x22);
        boolean report = type == CLASS_IN && bytes[0] == asked[2] && bytes.length > SETUP;
        return bytes.length <= length && (type == STANDARD_IN || type == 0x81 ? descriptor : report);
    }

    private String request(byte[] setup) {
        int report = setup[2] & 0xFF;
        return switch (setup[0] & 0xFF) {
            case STANDARD_IN, 0x81 -> setup[1] == 6 ? "descriptor " + descriptor(setup[3] & 0xFF) : "status";
            case CLASS_IN -> feature(report) + ", asked";
            case CLASS_OUT -> (setup[1] & 0xFF) == 0x0A ? "idle rate" : feature(report);
            default -> "set-up";
        };
    }

    private static String descriptor(int type) {
        return switch (type) {
            case 1 -> "of the device";
            case 2 -> "of the configuration";
            case 3 -> "text";
            case 0x22 -> "of the reports";
            default -> "%02X".formatted(type);
        };
    }
}
