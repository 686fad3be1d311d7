package banyan.simulator.code;

import banyan.simulator.traffic.Spoken;
import banyan.simulator.traffic.Way;
import banyan.simulator.traffic.Words;
import java.nio.charset.StandardCharsets;

/** What passes before a serial code scanner: questions by name, and codes, which are their bearer's between the framing bytes. */
final class CodeWords implements Words {
    private static final byte SYN = 0x16;
    private static final byte STX = 0x02;
    private static final byte CR = '\r';
    private static final int COMMAND = 3;

    @Override
    public Spoken of(Way way, byte[] bytes, byte[] asked) {
        if (way == Way.TO_DEVICE) {
            return bytes.length > COMMAND && bytes[0] == SYN
                    ? Spoken.open("query " + word(bytes))
                    : Spoken.unknown(bytes.length);
        }
        if (bytes.length > 0 && bytes[0] == STX) {
            boolean whole = bytes[bytes.length - 1] == CR;
            return Spoken.personal(whole ? "code" : "code, first half", 1, bytes.length - (whole ? 1 : 0));
        }
        boolean answer = asked.length > COMMAND && bytes.length <= asked.length + 16 && starts(bytes, asked);
        return answer ? Spoken.open("answer") : Spoken.unknown(bytes.length);
    }

    /** The answer to a query begins with its name. */
    private static boolean starts(byte[] bytes, byte[] asked) {
        int letters = Math.min(COMMAND, Math.min(bytes.length, asked.length - COMMAND));
        for (int i = 0; i < letters; i++) {
            if (bytes[i] != asked[COMMAND + i]) {
                return false;
            }
        }
        return letters > 0;
    }

    private static String word(byte[] bytes) {
        return new String(bytes, COMMAND, bytes.length - COMMAND, StandardCharsets.US_ASCII).replaceAll("[^A-Z0-9?]", "");
    }
}
