package banyan.simulator.pad;

import banyan.simulator.traffic.Spoken;
import banyan.simulator.usb.HidWords;

/** What the STU family calls its reports: a pen report is the writer's but for its number. */
final class StuWords extends HidWords {
    @Override
    protected String feature(int report) {
        return switch (report) {
            case 0x08 -> "information";
            case 0x09 -> "capability";
            case 0x0F -> "serial number";
            case 0x20 -> "clear the display";
            case 0x21 -> "inking mode";
            case 0x2A -> "writing area";
            default -> "report %02X".formatted(report);
        };
    }

    @Override
    protected Spoken input(byte[] bytes) {
        boolean pen = bytes.length > 1 && bytes[0] == 1;
        return pen ? Spoken.personal("pen report", 1, bytes.length) : Spoken.unknown(bytes.length);
    }
}
