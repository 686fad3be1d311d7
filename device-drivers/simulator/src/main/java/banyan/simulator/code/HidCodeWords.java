package banyan.simulator.code;

import banyan.simulator.traffic.Spoken;
import banyan.simulator.usb.HidWords;

/** What a scanner's HID reports are called: what the code says is its bearer's. */
final class HidCodeWords extends HidWords {
    private static final int SCANNED = 2;
    private static final int CODE = 5;

    @Override
    protected String feature(int report) {
        return "report %02X".formatted(report);
    }

    @Override
    protected Spoken input(byte[] bytes) {
        return bytes.length > CODE && bytes[0] == SCANNED
                ? Spoken.personal("scanned data", CODE, bytes.length - 1)
                : Spoken.unknown(bytes.length);
    }
}
