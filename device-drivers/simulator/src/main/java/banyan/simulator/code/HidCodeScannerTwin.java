package banyan.simulator.code;

import banyan.simulator.traffic.Traffic;
import banyan.simulator.twin.Answer;
import banyan.simulator.twin.Fields;
import banyan.simulator.twin.Twin;
import banyan.simulator.usb.HidGadget;
import banyan.simulator.usb.UsbIpServer;
import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.node.ObjectNode;

/**
 * The twin of a code scanner that is an HID bar code scanner: report 2 with the number of bytes, three bytes of AIM identifier, 56
 * bytes of the code, and a last bit that says whether it goes on in the next report.
 */
public final class HidCodeScannerTwin implements Twin {
    public static final String ID = "hid-code-scanner";

    private static final int REPORT = 2;
    private static final int ROOM = 56;
    private static final int LENGTH = 62;
    private static final Set<String> ACTIONS = Set.of("scan", "half", "stray", "silence", "heal", "unplug", "plug");

    /** Usage page 8C, scanner; report 2, scanned data: byte count, symbology identifiers, decoded data, continued, padding. */
    private static final byte[] DESCRIPTOR = HexFormat.of()
            .parseHex("058c0902a101" + "8502" + "0912a102" + "150026ff00" + "75089501" + "0501093b8102" + "9503058c"
                    + "09fb09fc09fd8102" + "953809fe820201" + "25017501950109ff8102" + "75078103" + "c0c0");

    private final Traffic traffic = new Traffic(new HidCodeWords());
    private final UsbIpServer server;
    private boolean stray;
    private int scanned;

    /** @param port 0 for any free one */
    public HidCodeScannerTwin(int port) {
        HidGadget gadget = new HidGadget(
                0x1209, 0x0001, List.of("Banyan simulator", "HID POS scanner", "SIM0000001"), DESCRIPTOR, new None());
        this.server = new UsbIpServer(ID, port, gadget, traffic);
    }

    /** It has no feature reports. */
    private static final class None implements HidGadget.Features {
        @Override
        public Optional<byte[]> get(int number) {
            return Optional.empty();
        }

        @Override
        public boolean set(byte[] report) {
            return false;
        }
    }

    @Override
    public String id() {
        return ID;
    }

    /** Where a driver finds it. */
    public URI uri() {
        return server.uri();
    }

    @Override
    public Set<String> actions() {
        return ACTIONS;
    }

    @Override
    public Traffic traffic() {
        return traffic;
    }

    @Override
    public Answer act(String action, Fields fields) {
        return switch (action) {
            case "scan" -> {
                byte[] code = CodeScannerTwin.code(fields);
                Answer answer = fields.then(() -> scan(code), this::state);
                awaitSent();
                yield answer;
            }
            case "half" -> {
                byte[] code = CodeScannerTwin.code(fields);
                Answer answer = fields.then(() -> half(code), this::state);
                awaitSent();
                yield answer;
            }
            case "stray" -> fields.then(() -> stray(true), this::state);
            case "silence" -> fields.then(() -> server.silent(true), this::state);
            case "heal" -> fields.then(this::heal, this::state);
            case "unplug" -> fields.then(server::unplug, this::state);
            case "plug" -> fields.then(server::plug, this::state);
            default -> new Answer.NotFound("action " + action);
        };
    }

    private synchronized void scan(byte[] code) {
        scanned++;
        if (stray) {
            server.push(HidGadget.INPUT, new byte[] {REPORT});
            server.push(HidGadget.INPUT, new byte[] {7, 1, 2, 3});
            byte[] lying = report(code, 0, Math.min(ROOM, code.length), false);
            lying[1] = (byte) 0xFF;
            server.push(HidGadget.INPUT, lying);
        }
        int from = 0;
        do {
            int to = Math.min(code.length, from + ROOM);
            server.push(HidGadget.INPUT, report(code, from, to, to < code.length));
            from = to;
        } while (from < code.length);
    }

    /** The first piece, which promises more. */
    private synchronized void half(byte[] code) {
        scanned++;
        server.push(HidGadget.INPUT, report(code, 0, Math.min(ROOM, Math.max(1, code.length / 2)), true));
    }

    private static byte[] report(byte[] code, int from, int to, boolean continued) {
        byte[] report = new byte[LENGTH];
        report[0] = REPORT;
        report[1] = (byte) (to - from);
        report[2] = ']';
        report[3] = 'Q';
        report[4] = '1';
        System.arraycopy(code, from, report, 5, to - from);
        report[LENGTH - 1] = (byte) (continued ? 1 : 0);
        return report;
    }

    private void awaitSent() {
        while (!server.idle() && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    private synchronized void stray(boolean now) {
        stray = now;
    }

    private void heal() {
        stray(false);
        server.silent(false);
    }

    @Override
    public void reset() {
        heal();
        synchronized (this) {
            scanned = 0;
        }
        server.plug();
    }

    @Override
    public synchronized ObjectNode state() {
        ObjectNode state = Fields.JSON.createObjectNode();
        state.put("id", ID).put("plugged", server.plugged()).put("port", uri().toString());
        state.put("taken", server.taken()).put("stray", stray).put("scanned", scanned);
        return state;
    }

    @Override
    public void close() {
        server.close();
    }
}
