package banyan.kit.transcript;

import banyan.conformance.Tap;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Takes the transfers out of a USB/IP connection (1.1.1): what the host asks on the control endpoint as its eight bytes of set-up and
 * what goes with them, what the device answers, and what it says on its interrupt endpoint.
 */
final class UsbTransfers implements Tap {
    private static final int HEADER = 48;
    private static final int IMPORT = 40;
    private static final int IMPORTED = 320;
    private static final int SUBMIT = 1;
    private static final int SUBMITTED = 3;
    private static final int SETUP = 40;

    /** No device that is recorded sends more at once. */
    private static final int MOST = 64 * 1024;

    private final Transfers heard;
    private final Map<Integer, Asked> asked = new HashMap<>();
    private byte[] toDevice = new byte[0];
    private byte[] toDriver = new byte[0];
    private boolean begun;
    private boolean taken;
    private boolean lost;

    /** Who is told. */
    interface Transfers {
        /** A control transfer begins. */
        void control(byte[] setupAndData);

        /** What a control transfer brought. */
        void answered(byte[] setup, byte[] bytes);

        /** What came on the interrupt endpoint. */
        void report(byte[] bytes);
    }

    UsbTransfers(Transfers heard) {
        this.heard = heard;
    }

    private record Asked(boolean in, int endpoint, byte[] setup) {}

    @Override
    public synchronized void passed(Direction direction, byte[] bytes) {
        if (lost) {
            return;
        }
        switch (direction) {
            case TO_DEVICE -> {
                toDevice = joined(toDevice, bytes);
                int took = take(toDevice);
                while (took > 0) {
                    toDevice = Arrays.copyOfRange(toDevice, took, toDevice.length);
                    took = take(toDevice);
                }
            }
            case TO_DRIVER -> {
                toDriver = joined(toDriver, bytes);
                int took = takeAnswer(toDriver);
                while (took > 0) {
                    byte[] rest = Arrays.copyOfRange(toDriver, took, toDriver.length);
                    Arrays.fill(toDriver, (byte) 0);
                    toDriver = rest;
                    took = takeAnswer(toDriver);
                }
            }
        }
    }

    private static byte[] joined(byte[] front, byte[] rest) {
        byte[] all = Arrays.copyOf(front, front.length + rest.length);
        System.arraycopy(rest, 0, all, front.length, rest.length);
        return all;
    }

    private int take(byte[] bytes) {
        if (!begun) {
            begun = bytes.length >= IMPORT;
            return begun ? IMPORT : 0;
        }
        if (bytes.length < HEADER) {
            return 0;
        }
        ByteBuffer head = ByteBuffer.wrap(bytes);
        boolean in = head.getInt(12) == 1;
        int length = head.getInt(24);
        int data = head.getInt(0) == SUBMIT && !in ? length : 0;
        if (data < 0 || data > MOST) {
            lost = true;
            return 0;
        }
        if (bytes.length < HEADER + data) {
            return 0;
        }
        if (head.getInt(0) == SUBMIT) {
            byte[] setup = Arrays.copyOfRange(bytes, SETUP, HEADER);
            int endpoint = head.getInt(16);
            asked.put(head.getInt(4), new Asked(in, endpoint, setup));
            if (endpoint == 0) {
                heard.control(Arrays.copyOfRange(bytes, SETUP, HEADER + data));
            }
        }
        return HEADER + data;
    }

    private int takeAnswer(byte[] bytes) {
        if (!taken) {
            boolean refused = bytes.length >= 8 && ByteBuffer.wrap(bytes).getInt(4) != 0;
            taken = bytes.length >= IMPORTED;
            return taken ? IMPORTED : refused ? bytes.length : 0;
        }
        if (bytes.length < HEADER) {
            return 0;
        }
        ByteBuffer head = ByteBuffer.wrap(bytes);
        Asked its = asked.get(head.getInt(4));
        boolean brings = head.getInt(0) == SUBMITTED && its != null && its.in();
        int length = brings ? head.getInt(24) : 0;
        if (length < 0 || length > MOST) {
            lost = true;
            return 0;
        }
        if (bytes.length < HEADER + length) {
            return 0;
        }
        if (head.getInt(0) == SUBMITTED && its != null) {
            asked.remove(head.getInt(4));
            byte[] data = Arrays.copyOfRange(bytes, HEADER, HEADER + length);
            if (length > 0 && its.endpoint() == 0) {
                heard.answered(its.setup(), data);
            } else if (length > 0) {
                heard.report(data);
            }
            Arrays.fill(data, (byte) 0);
        }
        return HEADER + length;
    }
}
