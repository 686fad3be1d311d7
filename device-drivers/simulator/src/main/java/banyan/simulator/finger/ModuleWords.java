package banyan.simulator.finger;

import banyan.simulator.traffic.Spoken;
import banyan.simulator.traffic.Way;
import banyan.simulator.traffic.Words;
import java.util.Arrays;

/** What EF 01 calls its packets: every byte of a picture is the finger's. */
final class ModuleWords implements Words {
    private static final int KIND = 6;
    private static final int CODE = 9;

    @Override
    public Spoken of(Way way, byte[] bytes, byte[] asked) {
        byte[] preamble = ModulePackets.preamble();
        boolean packet = bytes.length > CODE && Arrays.equals(bytes, 0, preamble.length, preamble, 0, preamble.length);
        if (!packet) {
            // A long picture is kept in pieces, of which only the first begins with a packet.
            return way == Way.TO_DRIVER && asked.length > CODE && asked[CODE] == 0x0A
                    ? Spoken.personal("picture, continued", 0, bytes.length)
                    : Spoken.unknown(bytes.length);
        }
        return switch (bytes[KIND]) {
            case 1 -> Spoken.open(instruction(bytes[CODE]));
            case 7 -> answer(bytes, asked);
            case 2, 8 -> Spoken.personal("picture", CODE, bytes.length);
            default -> Spoken.unknown(bytes.length);
        };
    }

    private static Spoken answer(byte[] bytes, byte[] asked) {
        int end = Math.min(bytes.length, CODE + (Byte.toUnsignedInt(bytes[7]) << 8 | Byte.toUnsignedInt(bytes[8])));
        String said = switch (bytes[CODE]) {
            case 0x00 -> "done";
            case 0x01 -> "packet spoilt";
            case 0x02 -> "no finger";
            case 0x03 -> "no picture of this finger";
            case 0x13 -> "password";
            default -> "confirmation %02X".formatted(bytes[CODE]);
        };
        boolean picture = asked.length > CODE && asked[CODE] == 0x0A && bytes.length > end;
        return picture ? Spoken.personal(said + ", and the picture", end, bytes.length) : Spoken.open(said);
    }

    private static String instruction(byte code) {
        return switch (code) {
            case 0x01 -> "look at the glass";
            case 0x0A -> "send the picture";
            case 0x0F -> "parameters";
            case 0x13 -> "verify the password";
            case 0x16 -> "information page";
            case 0x17 -> "handshake 17";
            case 0x1D -> "number of templates";
            case 0x35 -> "handshake 35";
            case 0x40 -> "handshake 40";
            default -> "instruction %02X".formatted(code);
        };
    }
}
