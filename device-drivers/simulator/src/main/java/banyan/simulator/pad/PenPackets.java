package banyan.simulator.pad;

/**
 * Wacom ISDv4 packets, as the Linux kernel's {@code drivers/input/touchscreen/wacom_w8001.c} reads them
 * ({@code parse_pen_data}, {@code w8001_interrupt}). Only the first byte of a packet has its top bit set.
 *
 * <pre>
 * byte 0   1 C P T 0 f2 f1 tip    C control packet, P pen near (rdy), T touch packet, tip on the surface
 * byte 1   x 15..9    byte 2  x 8..2
 * byte 3   y 15..9    byte 4  y 8..2
 * byte 5   pressure 6..0
 * byte 6   x 1..0 | y 1..0 | pressure 9..7
 * byte 7   tilt x     byte 8  tilt y
 * </pre>
 *
 * A pen packet has 9 bytes. The answer to a query is a control packet of 11: the greatest values in the same places,
 * then the firmware version in bytes 9 (high seven bits) and 10.
 */
final class PenPackets {
    static final int PEN_LENGTH = 9;
    static final int CONTROL_LENGTH = 11;
    static final byte STOP = '0';
    static final byte START = '1';
    static final byte QUERY = '*';
    private static final int LEAD = 0x80;
    private static final int CONTROL = 0x40;
    private static final int NEAR = 0x20;
    private static final int TIP = 0x01;

    private PenPackets() {}

    /** The pen on the surface. */
    static byte[] touching(int x, int y, int pressure) {
        return values(PEN_LENGTH, LEAD | NEAR | TIP, x, y, pressure);
    }

    /** The pen just above the surface. */
    static byte[] hovering(int x, int y) {
        return values(PEN_LENGTH, LEAD | NEAR, x, y, 0);
    }

    /** The pen out of reach. */
    static byte[] gone() {
        return values(PEN_LENGTH, LEAD, 0, 0, 0);
    }

    static byte[] queryAnswer(int greatestX, int greatestY, int greatestPressure, int version) {
        byte[] packet = values(CONTROL_LENGTH, LEAD | CONTROL, greatestX, greatestY, greatestPressure);
        packet[9] = (byte) (version >> 7 & 0x7F);
        packet[10] = (byte) (version & 0x7F);
        return packet;
    }

    private static byte[] values(int length, int first, int x, int y, int pressure) {
        byte[] packet = new byte[length];
        packet[0] = (byte) first;
        packet[1] = (byte) (x >> 9 & 0x7F);
        packet[2] = (byte) (x >> 2 & 0x7F);
        packet[3] = (byte) (y >> 9 & 0x7F);
        packet[4] = (byte) (y >> 2 & 0x7F);
        packet[5] = (byte) (pressure & 0x7F);
        packet[6] = (byte) ((x & 3) << 5 | (y & 3) << 3 | ((pressure >> 7) & 7));
        return packet;
    }
}
