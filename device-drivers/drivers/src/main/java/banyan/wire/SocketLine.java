package banyan.wire;

import banyan.device.Deadline;
import banyan.device.Fault;
import banyan.device.Fault.Kind;
import banyan.device.Fault.Remedy;
import banyan.device.Outcome;
import banyan.device.Turn;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;

/**
 * A TCP connection to a device on the terminal's own network. A connection that the far end gives up is noticed at the next look;
 * a cable that is pulled elsewhere says nothing at all, so a driver asks its device again and again and believes no silence.
 */
public final class SocketLine implements ByteLine {
    /** A device on the terminal's own network is reached within this or is not there. */
    private static final Duration CONNECTING = Duration.ofMillis(800);

    private final SocketChannel channel;
    private final Fault unplugged;

    /** What has arrived and was not asked for yet: only reading tells whether the far end is still there. */
    private final ByteBuffer arrived = ByteBuffer.allocate(256).flip();

    private boolean gone;

    private SocketLine(SocketChannel channel, Fault unplugged) {
        this.channel = channel;
        this.unplugged = unplugged;
    }

    /**
     * Connects.
     *
     * @param host an address, or a name that the machine itself knows
     * @param device the word that the fault codes begin with, such as {@code RECEIPT}
     */
    public static Outcome<SocketLine> open(Turn turn, String host, int port, String device) {
        Fault absent = new Fault(Kind.DISCONNECTED, Remedy.CALL_STAFF, device + "-UNPLUGGED");
        Deadline limit = Deadline.in(CONNECTING);
        SocketLine line = null;
        try {
            line = new SocketLine(SocketChannel.open(), absent);
            var _ = line.channel.configureBlocking(false);
            var _ = line.channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            boolean connected = line.channel.connect(new InetSocketAddress(host, port));
            while (!connected && !limit.passed() && turn.over().isEmpty()) {
                turn.pause(STEP);
                connected = line.channel.finishConnect();
            }
            if (connected) {
                return Outcome.done(line);
            }
        } catch (IOException | UnresolvedAddressException _) {
            // Refused, or nobody knows the name: it is not there.
        }
        if (line != null) {
            line.close();
        }
        return Outcome.failed(turn.over().orElse(absent));
    }

    @Override
    public Optional<Fault> lost() {
        look();
        return gone && !arrived.hasRemaining() ? Optional.of(unplugged) : Optional.empty();
    }

    private void look() {
        if (gone || arrived.hasRemaining()) {
            return;
        }
        try {
            var _ = arrived.clear();
            gone = channel.read(arrived) < 0;
        } catch (IOException _) {
            gone = true;
        }
        var _ = arrived.flip();
    }

    @Override
    public void discard() {
        do {
            var _ = arrived.position(arrived.limit());
            look();
        } while (arrived.hasRemaining());
    }

    @Override
    public int offer(byte[] bytes, int from, int to) {
        if (lost().isPresent()) {
            return -1;
        }
        try {
            return channel.write(ByteBuffer.wrap(bytes, from, to - from));
        } catch (IOException _) {
            gone = true;
            return -1;
        }
    }

    @Override
    public int read(byte[] into, int at) {
        look();
        if (gone && !arrived.hasRemaining()) {
            return -1;
        }
        int count = Math.min(arrived.remaining(), into.length - at);
        var _ = arrived.get(into, at, count);
        return count;
    }

    @Override
    public void close() {
        gone = true;
        var _ = arrived.clear().flip();
        try {
            channel.close();
        } catch (IOException _) {
            // There is nothing more that could be freed.
        }
    }
}
