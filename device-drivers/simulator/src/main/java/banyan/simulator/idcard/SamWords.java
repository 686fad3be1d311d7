package banyan.simulator.idcard;

import banyan.simulator.traffic.Spoken;
import banyan.simulator.traffic.Way;
import banyan.simulator.traffic.Words;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/** What SAM_V calls its frames. A frame on USB comes in two transfers, of which the second has no head. */
final class SamWords implements Words {
    private static final int HEAD = 7;
    private static final int STATUS = HEAD + 2;
    private static final int RECORD = 14;

    @Override
    public Spoken of(Way way, byte[] bytes, byte[] asked) {
        byte[] preamble = SamFrames.preamble();
        boolean whole = Arrays.equals(bytes, 0, Math.min(bytes.length, preamble.length), preamble, 0, preamble.length);
        if (whole && bytes.length == HEAD) {
            return Spoken.open("head of a frame");
        }
        int body = whole ? HEAD : 0;
        if (way == Way.TO_DEVICE) {
            return bytes.length >= body + 3 && bytes.length < RECORD
                    ? Spoken.open(command(bytes, body))
                    : Spoken.unknown(bytes.length);
        }
        boolean status = bytes.length >= body + 4 && bytes[body] == 0 && bytes[body + 1] == 0;
        return status ? answer(bytes, body) : Spoken.unknown(bytes.length);
    }

    private static String command(byte[] bytes, int at) {
        int command = Byte.toUnsignedInt(bytes[at]) << 8 | Byte.toUnsignedInt(bytes[at + 1]);
        return switch (command) {
            case 0x11FF -> "SAM status";
            case 0x12FF -> "SAM number";
            case 0x10FF -> "reset SAM";
            case 0x2001 -> "find card";
            case 0x2002 -> "select card";
            case 0x3001 -> "read text and photo";
            case 0x3010 -> "read text, photo and fingerprints";
            case 0x3003 -> "read newest address";
            default -> (command >> 8 == 0x60 ? "set speed %02X" : "command %04X").formatted(
                    command >> 8 == 0x60 ? command & 0xFF : command);
        };
    }

    /** Everything in an answer that is longer than the card's and the module's numbers is the bearer's. */
    private static Spoken answer(byte[] bytes, int at) {
        int status = Byte.toUnsignedInt(bytes[at + 2]);
        String said = switch (status) {
            case 0x90 -> "done";
            case 0x9F -> "card found";
            case 0x80 -> "no card";
            case 0x81 -> "card not selected";
            case 0x41 -> "reading failed";
            case 0x31, 0x32, 0x33 -> "card refused";
            case 0x91 -> "nothing of the kind on the card";
            case 0x60 -> "self test failed";
            case 0x10, 0x11 -> "spoilt by the line";
            case 0x21 -> "unknown command";
            default -> "status";
        };
        String name = said + " " + HexFormat.of().toHexDigits((byte) status).toUpperCase(Locale.ROOT);
        int data = at + STATUS - HEAD + 1;
        return bytes.length > data + 20 ? Spoken.personal(name, data, bytes.length) : Spoken.open(name);
    }
}
