package banyan.simulator.modbus;

import banyan.simulator.traffic.Spoken;
import banyan.simulator.traffic.Way;
import banyan.simulator.traffic.Words;

/** What Modbus RTU calls its messages. Doors, senses and lamps are nobody's. */
final class ModbusWords implements Words {
    private static final int SHORTEST = 5;
    private static final int REFUSED = 0x80;

    @Override
    public Spoken of(Way way, byte[] bytes, byte[] asked) {
        if (bytes.length < SHORTEST) {
            return Spoken.unknown(bytes.length);
        }
        int function = bytes[1] & 0xFF;
        String name = switch (function & ~REFUSED) {
            case 1 -> "read coils";
            case 2 -> "read inputs";
            case 5 -> "write coil";
            case 15 -> "write coils";
            default -> "function %02X".formatted(function & ~REFUSED);
        };
        if ((function & REFUSED) != 0) {
            return Spoken.open(name + " refused, exception %02X".formatted(bytes[2]));
        }
        boolean placed = bytes.length >= SHORTEST + 3 && (way == Way.TO_DEVICE || function > 4);
        int address = placed ? (bytes[2] & 0xFF) << 8 | bytes[3] & 0xFF : 0;
        String coil = placed && function == 5 ? (bytes[4] == 0 ? " off" : " on") : "";
        return Spoken.open(placed ? name + " " + address + coil : name + (way == Way.TO_DRIVER ? ", answer" : ""));
    }
}
