package banyan.simulator.modbus;

import java.util.Arrays;

/**
 * A slave on a serial line: collects bytes until they are a request, and answers those for its unit. A request with a wrong CRC,
 * or one that nothing completes, is passed over in silence.
 */
public final class Slave {
    private static final int READ_COILS = 1;
    private static final int READ_INPUTS = 2;
    private static final int WRITE_COIL = 5;
    private static final int WRITE_COILS = 15;

    private static final int ILLEGAL_FUNCTION = 1;
    private static final int ILLEGAL_ADDRESS = 2;
    private static final int ILLEGAL_VALUE = 3;
    private static final int REFUSED = 0x80;

    private static final int MOST_READ = 2000;
    private static final int MOST_WRITTEN = 0x7B0;
    private static final int LONGEST = 256;
    private static final int BROADCAST = 0;

    private final int unit;
    private final Bits bits;
    private final byte[] buffer = new byte[LONGEST];
    private int count;

    public Slave(int unit, Bits bits) {
        this.unit = unit;
        this.bits = bits;
    }

    /** Takes one byte; an answer where it completes a request that wants one, else nothing. */
    public byte[] take(byte next) {
        if (count == LONGEST) {
            count = 0;
        }
        buffer[count] = next;
        count++;
        int length = length();
        if (count < length) {
            return new byte[0];
        }
        byte[] request = Arrays.copyOf(buffer, length);
        count = 0;
        boolean whole = crc(request, length - 2) == ((request[length - 2] & 0xFF) | (request[length - 1] & 0xFF) << 8);
        int addressed = request[0] & 0xFF;
        if (!whole || addressed != unit && addressed != BROADCAST) {
            return new byte[0];
        }
        byte[] answer = answer(request);
        return addressed == BROADCAST ? new byte[0] : answer;
    }

    /** The line was quiet for so long that the next byte begins a request. */
    public void quiet() {
        count = 0;
    }

    /** How long the request must become, by what there is of it. */
    private int length() {
        if (count < 2) {
            return LONGEST;
        }
        boolean counted = buffer[1] == WRITE_COILS || buffer[1] == 16;
        if (!counted) {
            return 8;
        }
        return count < 7 ? LONGEST : Math.min(LONGEST, 9 + (buffer[6] & 0xFF));
    }

    private byte[] answer(byte[] request) {
        int function = request[1] & 0xFF;
        int address = word(request, 2);
        int value = word(request, 4);
        return switch (function) {
            case READ_COILS -> read(function, address, value, bits.coils());
            case READ_INPUTS -> read(function, address, value, bits.inputs());
            case WRITE_COIL -> {
                if (value != 0 && value != 0xFF00) {
                    yield refusal(function, ILLEGAL_VALUE);
                }
                if (address >= bits.coils()) {
                    yield refusal(function, ILLEGAL_ADDRESS);
                }
                bits.coil(address, value != 0);
                yield sealed(Arrays.copyOf(request, 6));
            }
            case WRITE_COILS -> writeAll(request, address, value);
            default -> refusal(function, ILLEGAL_FUNCTION);
        };
    }

    private byte[] read(int function, int address, int number, int there) {
        if (number < 1 || number > MOST_READ) {
            return refusal(function, ILLEGAL_VALUE);
        }
        if (address + number > there) {
            return refusal(function, ILLEGAL_ADDRESS);
        }
        int bytes = (number + 7) / 8;
        byte[] answer = new byte[3 + bytes];
        answer[0] = (byte) unit;
        answer[1] = (byte) function;
        answer[2] = (byte) bytes;
        for (int i = 0; i < number; i++) {
            boolean on = function == READ_COILS ? bits.coil(address + i) : bits.input(address + i);
            if (on) {
                answer[3 + i / 8] |= (byte) (1 << i % 8);
            }
        }
        return sealed(answer);
    }

    private byte[] writeAll(byte[] request, int address, int number) {
        int bytes = request[6] & 0xFF;
        if (number < 1 || number > MOST_WRITTEN || bytes != (number + 7) / 8) {
            return refusal(WRITE_COILS, ILLEGAL_VALUE);
        }
        if (address + number > bits.coils()) {
            return refusal(WRITE_COILS, ILLEGAL_ADDRESS);
        }
        for (int i = 0; i < number; i++) {
            bits.coil(address + i, (request[7 + i / 8] >> i % 8 & 1) != 0);
        }
        return sealed(Arrays.copyOf(request, 6));
    }

    private byte[] refusal(int function, int why) {
        return sealed(new byte[] {(byte) unit, (byte) (function | REFUSED), (byte) why});
    }

    private static int word(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }

    private static byte[] sealed(byte[] message) {
        int crc = crc(message, message.length);
        byte[] frame = Arrays.copyOf(message, message.length + 2);
        frame[message.length] = (byte) crc;
        frame[message.length + 1] = (byte) (crc >> 8);
        return frame;
    }

    /** CRC-16 with the polynomial 0xA001, bit by bit. */
    static int crc(byte[] bytes, int length) {
        int crc = 0xFFFF;
        for (int i = 0; i < length; i++) {
            crc ^= bytes[i] & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ 0xA001;
            }
        }
        return crc;
    }
}
