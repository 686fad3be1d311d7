package banyan.simulator.smartcard;

import banyan.simulator.traffic.Spoken;
import banyan.simulator.traffic.Way;
import banyan.simulator.traffic.Words;
import java.util.HexFormat;
import java.util.Locale;

/** What ISO 7816 calls commands and answers; what a card answers before its status is the bearer's. */
final class CardWords implements Words {
    private static final int HEADER = 4;
    private static final int STATUS = 2;

    @Override
    public Spoken of(Way way, byte[] bytes, byte[] asked) {
        if (way == Way.TO_DEVICE) {
            return command(bytes);
        }
        if (asked.length == 1) {
            return Spoken.open("answer to reset");
        }
        if (bytes.length < STATUS) {
            return Spoken.unknown(bytes.length);
        }
        String status = HexFormat.of().formatHex(bytes, bytes.length - STATUS, bytes.length).toUpperCase(Locale.ROOT);
        // What a card says of an application that is selected is the application's, not the bearer's.
        boolean select = asked.length > 1 && asked[1] == (byte) 0xA4;
        return select ? Spoken.open(status) : Spoken.personal(status, 0, bytes.length - STATUS);
    }

    private static Spoken command(byte[] bytes) {
        if (bytes.length == 1) {
            return Spoken.open(
                    switch (bytes[0]) {
                        case 0 -> "power off";
                        case 1 -> "power on";
                        case 2 -> "reset";
                        case 4 -> "ask for the answer to reset";
                        default -> "control %02X".formatted(bytes[0]);
                    });
        }
        if (bytes.length < HEADER) {
            return Spoken.unknown(bytes.length);
        }
        return Spoken.open(
                switch (bytes[1]) {
                    case (byte) 0xA4 -> "SELECT";
                    case (byte) 0xA8 -> "GET PROCESSING OPTIONS";
                    case (byte) 0xB0 -> "READ BINARY";
                    case (byte) 0xB2 ->
                        "READ RECORD %d of file %d".formatted(bytes[2] & 0xFF, (bytes[3] & 0xFF) >> 3);
                    case (byte) 0xC0 -> "GET RESPONSE";
                    case (byte) 0xCA -> "GET DATA %02X%02X".formatted(bytes[2], bytes[3]);
                    default -> "command %02X".formatted(bytes[1]);
                });
    }
}
