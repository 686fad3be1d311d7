package banyan.kit.transcript;

import banyan.conformance.Tap.Direction;
import banyan.kit.transcript.Transcript.Line;
import banyan.simulator.traffic.Spoken;
import banyan.simulator.traffic.Traffic;
import banyan.simulator.usb.UsbGadget;
import banyan.simulator.usb.UsbIpServer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The device's side of a transcript of a HID device, shared by USB/IP: each control transfer is answered as it was then, the last answer
 * again and again, and the input reports that came after it come again. USB keeps transfers apart, so no portion changes anything.
 */
final class HidReplay implements AutoCloseable {
    private static final int INPUT = 0x81;
    private static final int SETUP = 8;

    /** Nobody waits longer than this for what a person did. */
    private static final long LONGEST_MILLIS = 2000;

    private final List<Exchange> exchanges = new ArrayList<>();
    private final Map<String, Integer> used = new HashMap<>();
    private final UsbIpServer server;
    private volatile Optional<String> unexpected = Optional.empty();

    /** A control transfer, what it brought, and the reports that came before the next. */
    private record Exchange(Line question, List<Line> lines) {
        byte[] asked() {
            return question.bytes();
        }

        boolean brings() {
            return (asked()[0] & 0x80) != 0;
        }

        /** A feature report begins with its number and a descriptor with its length; both as asked for. */
        Optional<byte[]> answer() {
            boolean feature = (asked()[0] & 0xFF) == 0xA1;
            return brings()
                    ? lines.stream()
                            .map(Line::bytes)
                            .filter(bytes -> feature ? bytes[0] == asked()[2] : bytes.length > 1 && bytes[0] != 1)
                            .findFirst()
                    : Optional.of(new byte[0]);
        }

        List<Line> reports() {
            Optional<byte[]> answer = answer();
            return lines.stream()
                    .filter(line -> answer.isEmpty() || line.bytes() != answer.get())
                    .toList();
        }

        /** How long after the question this came. */
        long later(Line line) {
            return Math.min(line.millis() - question.millis(), LONGEST_MILLIS);
        }
    }

    HidReplay(Transcript transcript, int vendor, int product) {
        for (Line line : transcript.lines()) {
            if (line.direction() == Direction.TO_DEVICE) {
                exchanges.add(new Exchange(line, new ArrayList<>()));
            } else if (!exchanges.isEmpty()) {
                exchanges.getLast().lines().add(line);
            }
        }
        server = new UsbIpServer(
                "replay", 0, new Gadget(vendor, product), new Traffic((_, bytes, _) -> Spoken.unknown(bytes.length)));
    }

    String port() {
        return server.uri().toString();
    }

    /** What the driver asked that was never asked then; empty while there was nothing. */
    Optional<String> unexpected() {
        return unexpected;
    }

    private final class Gadget implements UsbGadget {
        private final int vendor;
        private final int product;

        Gadget(int vendor, int product) {
            this.vendor = vendor;
            this.product = product;
        }

        @Override
        public int vendor() {
            return vendor;
        }

        @Override
        public int product() {
            return product;
        }

        @Override
        public Optional<byte[]> control(byte[] setup, byte[] data) {
            byte[] asked = Arrays.copyOf(setup, SETUP + data.length);
            System.arraycopy(data, 0, asked, SETUP, data.length);
            List<Exchange> same = exchanges.stream()
                    .filter(exchange -> Arrays.equals(exchange.asked(), asked))
                    .toList();
            if (same.isEmpty()) {
                unexpected = Optional.of(HexFormat.of().formatHex(asked));
                return Optional.empty();
            }
            int turn = used.merge(HexFormat.of().formatHex(asked), 1, Integer::sum) - 1;
            Exchange exchange = same.get(Math.min(turn, same.size() - 1));
            if (turn < same.size() && !exchange.reports().isEmpty()) {
                Thread _ = Thread.ofVirtual().start(() -> report(exchange));
            }
            return exchange.answer();
        }

        /** As long after the question as then. */
        private void report(Exchange exchange) {
            long asked = System.nanoTime();
            for (Line line : exchange.reports()) {
                long due = asked + TimeUnit.MILLISECONDS.toNanos(exchange.later(line));
                LockSupport.parkNanos(due - System.nanoTime());
                server.push(INPUT, line.bytes());
            }
        }

        @Override
        public void received(int endpoint, byte[] bytes) {
            unexpected = Optional.of(HexFormat.of().formatHex(bytes));
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
