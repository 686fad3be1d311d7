package banyan.simulator.pad;

import banyan.simulator.traffic.Spoken;
import banyan.simulator.traffic.Way;
import banyan.simulator.traffic.Words;

/** What ISDv4 calls its bytes: where a pen is and how hard it presses is the writer's. */
final class PenWords implements Words {
    private static final int PACKET = 9;
    private static final int PROXIMITY = 0x20;

    @Override
    public Spoken of(Way way, byte[] bytes, byte[] asked) {
        if (way == Way.TO_DEVICE) {
            return bytes.length == 1 ? Spoken.open(command(bytes[0])) : Spoken.unknown(bytes.length);
        }
        if (bytes.length > 1 && (bytes[0] & 0xC0) == 0xC0) {
            return Spoken.open("answer to the query");
        }
        if (bytes.length != PACKET || (bytes[0] & 0x80) == 0) {
            return Spoken.unknown(bytes.length);
        }
        String pen = (bytes[0] & 1) != 0 ? "pen touches" : (bytes[0] & PROXIMITY) != 0 ? "pen hovers" : "pen gone";
        return Spoken.personal(pen, 1, PACKET);
    }

    private static String command(byte command) {
        return switch (command) {
            case PenPackets.STOP -> "stop";
            case PenPackets.START -> "start";
            case PenPackets.QUERY -> "query";
            default -> "";
        };
    }
}
