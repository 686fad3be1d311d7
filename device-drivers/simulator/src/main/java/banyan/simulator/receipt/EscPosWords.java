package banyan.simulator.receipt;

import banyan.simulator.traffic.Spoken;
import banyan.simulator.traffic.Way;
import banyan.simulator.traffic.Words;
import java.nio.charset.StandardCharsets;

/** What ESC/POS calls what passes: real-time commands and answers by name; everything else may be words of a receipt. */
final class EscPosWords implements Words {
    private static final byte DLE = 0x10;
    private static final byte EOT = 0x04;
    private static final byte ENQ = 0x05;
    private static final byte GS = 0x1D;
    private static final byte ESC = 0x1B;

    @Override
    public Spoken of(Way way, byte[] bytes, byte[] asked) {
        if (bytes.length == 0) {
            return Spoken.unknown(0);
        }
        return way == Way.TO_DEVICE ? command(bytes) : answer(bytes);
    }

    private static Spoken command(byte[] bytes) {
        boolean three = bytes.length == 3;
        if (asksAtOnce(bytes)) {
            return Spoken.open("status at once");
        }
        if (three && bytes[0] == DLE && bytes[1] == ENQ) {
            return Spoken.open("recover");
        }
        if (three && bytes[0] == GS && bytes[1] == 'I') {
            return Spoken.open("who are you " + bytes[2]);
        }
        if (three && bytes[0] == GS && (bytes[1] == 'a' || bytes[1] == 'r')) {
            return Spoken.open(bytes[1] == 'a' ? "status by itself" : "status of the paper");
        }
        if (bytes.length == 2 && bytes[0] == ESC && bytes[1] == '@') {
            return Spoken.open("initialise");
        }
        return Spoken.personal("receipt", 0, bytes.length);
    }

    /** One question after the other, and nothing else. */
    private static boolean asksAtOnce(byte[] bytes) {
        for (int at = 0; at < bytes.length; at += 3) {
            if (at + 3 > bytes.length || bytes[at] != DLE || bytes[at + 1] != EOT) {
                return false;
            }
        }
        return true;
    }

    private static Spoken answer(byte[] bytes) {
        if (bytes[0] == '_' || bytes[0] == '=') {
            String words = new String(bytes, 1, bytes.length - 1, StandardCharsets.US_ASCII).replaceAll("[^ -~]", "");
            return Spoken.open("name " + words.strip());
        }
        if (bytes[0] == '7') {
            return Spoken.open("status of the process");
        }
        boolean status = bytes.length <= 4 && (bytes[0] & 0x90) == 0x10;
        return status ? Spoken.open(bytes.length == 1 ? "status" : "status by itself") : Spoken.open("answer");
    }
}
