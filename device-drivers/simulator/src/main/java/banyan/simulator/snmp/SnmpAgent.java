package banyan.simulator.snmp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Supplier;

/** An agent on a loopback port of its own. Out of reach it takes what is sent and says nothing, as on a cable that is pulled. */
public final class SnmpAgent implements AutoCloseable {
    /** The name it answers to. */
    public static final String COMMUNITY = "public";

    private static final int LARGEST = 1472;

    /** What its line does. */
    public enum Manner {
        ANSWERING,
        SILENT,
        /** Answers with bytes that are no message. */
        GARBLING
    }

    private final DatagramSocket socket;
    private final Supplier<NavigableMap<Oid, Variable>> objects;
    private final Answers answers = new Answers(COMMUNITY);
    private final Thread thread;
    private volatile Manner manner = Manner.ANSWERING;
    private volatile boolean reached = true;

    /**
     * Answers at once.
     *
     * @param objects what there is at the moment somebody asks; called on the agent's own thread
     */
    public SnmpAgent(String name, Supplier<NavigableMap<Oid, Variable>> objects) {
        this.objects = objects;
        try {
            socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot have a port on loopback", e);
        }
        thread = Thread.ofVirtual().name(name + " snmp").start(this::run);
    }

    public int port() {
        return socket.getLocalPort();
    }

    public Manner manner() {
        return manner;
    }

    public void manner(Manner wanted) {
        manner = wanted;
    }

    /** Whether anything that is sent arrives. */
    public void reached(boolean now) {
        reached = now;
    }

    private void run() {
        byte[] bytes = new byte[LARGEST];
        while (!socket.isClosed()) {
            DatagramPacket packet = new DatagramPacket(bytes, bytes.length);
            try {
                socket.receive(packet);
                Optional<byte[]> answer = reached ? answer(packet) : Optional.empty();
                if (answer.isPresent()) {
                    socket.send(new DatagramPacket(answer.get(), answer.get().length, packet.getSocketAddress()));
                }
            } catch (IOException _) {
                // Closed, or whoever asked is gone: the next one may ask.
            }
        }
    }

    private Optional<byte[]> answer(DatagramPacket packet) {
        return switch (manner) {
            case ANSWERING -> answers.to(packet.getData(), packet.getLength(), objects.get());
            case SILENT -> Optional.empty();
            case GARBLING -> answers.to(packet.getData(), packet.getLength(), objects.get()).map(SnmpAgent::garbled);
        };
    }

    /** The lengths no longer fit what is in them. */
    private static byte[] garbled(byte[] answer) {
        byte[] half = Arrays.copyOf(answer, answer.length / 2);
        half[half.length - 1] ^= 0x55;
        return half;
    }

    @Override
    public void close() {
        socket.close();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
