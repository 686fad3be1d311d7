package banyan.simulator.traffic;

import java.util.HexFormat;

/**
 * What passed one way at one moment.
 *
 * @param number counted from 1 for each wire, and never again
 * @param millis since the beginning of 1970
 * @param bytes as many of them as are kept
 * @param length how many there were
 */
public record Frame(long number, long millis, Way way, byte[] bytes, int length, Spoken spoken) {
    private static final String HIDDEN = "··";

    /** Whether some of it was too much to be kept. */
    public boolean cut() {
        return length > bytes.length;
    }

    /** In hexadecimal digits, two a byte; what is somebody's is dots unless it is to be shown. */
    public String hex(boolean personal) {
        StringBuilder text = new StringBuilder(2 * bytes.length);
        for (int at = 0; at < bytes.length; at++) {
            text.append(!personal && spoken.covers(at) ? HIDDEN : HexFormat.of().toHexDigits(bytes[at]));
        }
        return text.toString();
    }

    /** The same for a transcript, where a hidden byte is 00. */
    String transcribed(boolean personal) {
        byte[] copy = bytes.clone();
        for (int at = 0; at < copy.length; at++) {
            copy[at] = !personal && spoken.covers(at) ? 0 : copy[at];
        }
        return HexFormat.of().formatHex(copy);
    }
}
