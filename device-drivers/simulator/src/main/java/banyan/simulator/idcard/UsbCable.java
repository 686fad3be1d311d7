package banyan.simulator.idcard;

import banyan.simulator.traffic.Traffic;
import banyan.simulator.usb.UsbGadget;
import banyan.simulator.usb.UsbIpServer;
import banyan.simulator.wire.SerialWire;
import java.net.URI;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.node.ObjectNode;

/**
 * A reader's own USB: the first seven bytes of a frame to endpoint {@code 02} and from {@code 81}, the rest to {@code 06} and from
 * {@code 85}. A record that is broken off ends in the middle of its second transfer.
 */
final class UsbCable implements ReaderCable {
    private static final int HEAD = 7;
    private static final int HEAD_IN = 0x81;
    private static final int REST_IN = 0x85;
    private static final byte[] DEVICE = HexFormat.of()
            .parseHex("12011001ff000040" + "0004" + "5ac3" + "0001" + "00000001");
    private static final byte[] CONFIGURATION = HexFormat.of()
            .parseHex("0902" + "2e00" + "01010080fa" + "0904000004ff000000" + "07050202400000" + "07050602400000"
                    + "07058102400000" + "07058502400000");

    private final Traffic traffic = new Traffic(new SamWords());
    private final UsbIpServer server;
    private volatile boolean stray;

    UsbCable(String name, int port, SerialWire.Listener module) {
        this.server = new UsbIpServer(name, port, new Endpoints(module), traffic);
    }

    /** What the terminal sends. */
    private record Endpoints(SerialWire.Listener module) implements UsbGadget {
        @Override
        public int vendor() {
            return 0x0400;
        }

        @Override
        public int product() {
            return 0xC35A;
        }

        @Override
        public Optional<byte[]> control(byte[] setup, byte[] data) {
            boolean descriptor = (setup[0] & 0xFF) == 0x80 && setup[1] == 6;
            return switch (descriptor ? setup[3] : 0) {
                case 0 -> Optional.of(new byte[0]);
                case 1 -> Optional.of(DEVICE);
                case 2 -> Optional.of(CONFIGURATION);
                default -> Optional.empty();
            };
        }

        @Override
        public void received(int endpoint, byte[] bytes) {
            module.received(bytes, bytes.length);
        }

        @Override
        public void taken() {
            module.quiet();
        }
    }

    URI uri() {
        return server.uri();
    }

    void stray(boolean now) {
        stray = now;
    }

    @Override
    public void send(byte[] frame) {
        if (stray) {
            server.push(HEAD_IN, new byte[] {0x13, (byte) 0xAA, (byte) 0xAA, 0x07});
        }
        server.push(HEAD_IN, Arrays.copyOf(frame, Math.min(HEAD, frame.length)));
        if (frame.length > HEAD) {
            server.push(REST_IN, Arrays.copyOfRange(frame, HEAD, frame.length));
        }
    }

    @Override
    public void send(byte[] frame, BooleanSupplier holds, byte[] otherwise) {
        send(holds.getAsBoolean() ? frame : otherwise);
    }

    @Override
    public void baud(int baud) {
        // USB has none.
    }

    @Override
    public void plug() {
        server.plug();
    }

    @Override
    public void unplug() {
        server.unplug();
    }

    @Override
    public void renew() {
        stray = false;
        server.plug();
    }

    @Override
    public void describe(ObjectNode state) {
        state.put("plugged", server.plugged()).put("port", uri().toString());
        state.put("open", server.taken()).put("stray", stray);
    }

    @Override
    public Traffic traffic() {
        return traffic;
    }

    @Override
    public void close() {
        server.close();
    }
}
