package banyan.cache;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;

/**
 * A line on which nothing can be relied on: of the requests and of the answers that come over it a share is dropped, cut in the
 * middle, stalled or left half open, and of the rest some come late, and some twice, the second time later than what came after. It
 * knows HTTP/1.1 with lengths, as our two sides speak it in clear text.
 */
final class ChaosLine implements AutoCloseable {
    private final ServerSocket door;
    private final int behind;
    private final Weather weather;
    private final SplittableRandom chance;
    private final Map<Harm, LongAdder> done = new EnumMap<>(Harm.class);

    /**
     * How bad it is.
     *
     * @param requestsLost share of them that do no more than arrive in part
     * @param answersLost share of the answers to the others
     * @param halfOpen share of the lost after which nothing at all is heard, until the terminal gives up
     * @param late share that waits up to {@code stall} on the way, and as many again come twice
     * @param stall how long at most something stands still
     */
    record Weather(double requestsLost, double answersLost, double halfOpen, double late, Duration stall) {
        /** Three in ten of each. */
        static Weather bad(double halfOpen, Duration stall) {
            return new Weather(0.3, 0.3, halfOpen, 0.1, stall);
        }
    }

    /** What became of a message. */
    enum Harm {
        PASSED,
        REQUEST_DROPPED,
        REQUEST_CUT,
        REQUEST_STALLED,
        REQUEST_HALF_OPEN,
        ANSWER_DROPPED,
        ANSWER_CUT,
        ANSWER_STALLED,
        ANSWER_HALF_OPEN,
        LATE,
        TWICE
    }

    /** How a message is lost. */
    private enum Loss {
        NOT,
        DROPPED,
        CUT,
        STALLED,
        HALF_OPEN
    }

    /** The connection has ended, by our own doing or by that of one side. */
    private static final class Ended extends IOException {
        private static final long serialVersionUID = 1;
    }

    ChaosLine(int behind, Weather weather, long seed) throws IOException {
        this.behind = behind;
        this.weather = weather;
        this.chance = new SplittableRandom(seed);
        for (Harm harm : Harm.values()) {
            done.put(harm, new LongAdder());
        }
        this.door = new ServerSocket(0, 2000, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** How often it has done this. */
    long count(Harm harm) {
        LongAdder count = done.get(harm);
        return count == null ? 0 : count.sum();
    }

    private void accept() {
        try {
            while (true) {
                Socket terminal = door.accept();
                Thread.ofVirtual().start(() -> serve(terminal));
            }
        } catch (IOException closed) {
            // The line has been taken down.
        }
    }

    private void serve(Socket terminal) {
        try (terminal;
                Socket centre = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            InputStream up = new BufferedInputStream(terminal.getInputStream());
            InputStream down = new BufferedInputStream(centre.getInputStream());
            while (true) {
                byte[] request = message(up, false);
                lose(loss(weather.requestsLost()), request, terminal, centre, Harm.REQUEST_DROPPED);
                delay(request);
                centre.getOutputStream().write(request);
                byte[] answer = message(down, new String(request, 0, 5, StandardCharsets.US_ASCII).equals("HEAD "));
                lose(loss(weather.answersLost()), answer, terminal, terminal, Harm.ANSWER_DROPPED);
                terminal.getOutputStream().write(answer);
                count(Harm.PASSED, 1);
            }
        } catch (IOException | InterruptedException ended) {
            // As intended, or one side's doing.
        }
    }

    /** Loses it in this way: afterwards both sides know nothing of each other any more. */
    private void lose(Loss loss, byte[] message, Socket terminal, Socket to, Harm dropped)
            throws IOException, InterruptedException {
        if (loss == Loss.NOT) {
            return;
        }
        // In the order of Harm, for requests and for answers.
        count(Harm.values()[dropped.ordinal() + loss.ordinal() - 1], 1);
        switch (loss) {
            case NOT, DROPPED -> {}
            case CUT -> to.getOutputStream().write(message, 0, drawn(message.length));
            case STALLED -> Thread.sleep(drawn((int) weather.stall().toMillis()));
            case HALF_OPEN -> {
                // Nothing is heard any more, and only who gives up first ends it.
                int _ = terminal.getInputStream().read();
            }
        }
        to.getOutputStream().flush();
        reset(terminal);
        reset(to);
        throw new Ended();
    }

    private void delay(byte[] request) throws InterruptedException {
        if (happens(weather.late())) {
            count(Harm.LATE, 1);
            Thread.sleep(drawn((int) weather.stall().toMillis()));
        }
        if (happens(weather.late())) {
            count(Harm.TWICE, 1);
            long after = drawn((int) weather.stall().toMillis());
            Thread.ofVirtual().start(() -> again(request, after));
        }
    }

    /** On a way of its own and some time later; nobody hears the answer. */
    private void again(byte[] request, long after) {
        try (Socket centre = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            Thread.sleep(after);
            centre.getOutputStream().write(request);
            byte[] _ = message(new BufferedInputStream(centre.getInputStream()), false);
        } catch (IOException | InterruptedException nobodyHearsOfIt) {
            // It was one too many anyway.
        }
    }

    /** One message, whole: its head to the empty line, and as many bytes as it says. */
    private static byte[] message(InputStream in, boolean headOnly) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int ending = 0;
        while (ending < 4) {
            int read = in.read();
            if (read < 0) {
                throw new Ended();
            }
            bytes.write(read);
            ending = read == (ending % 2 == 0 ? '\r' : '\n') ? ending + 1 : read == '\r' ? 1 : 0;
        }
        if (!headOnly) {
            bytes.write(in.readNBytes(length(bytes.toString(StandardCharsets.US_ASCII))));
        }
        return bytes.toByteArray();
    }

    private static int length(String head) {
        return head.lines()
                .map(line -> line.toLowerCase(Locale.ROOT))
                .filter(line -> line.startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                .findFirst()
                .orElse(0);
    }

    private synchronized Loss loss(double share) {
        if (chance.nextDouble() >= share) {
            return Loss.NOT;
        }
        if (chance.nextDouble() < weather.halfOpen()) {
            return Loss.HALF_OPEN;
        }
        return Loss.values()[1 + chance.nextInt(3)];
    }

    private synchronized boolean happens(double share) {
        return chance.nextDouble() < share;
    }

    private synchronized int drawn(int below) {
        return chance.nextInt(Math.max(1, below));
    }

    private void count(Harm harm, long more) {
        LongAdder count = done.get(harm);
        if (count != null) {
            count.add(more);
        }
    }

    private static void reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
