package banyan.simulator.usb;

import banyan.simulator.traffic.Traffic;
import banyan.simulator.traffic.Way;
import banyan.simulator.wire.Ending;
import banyan.simulator.wire.Reservation;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** One gadget, shared by USB/IP 1.1.1 on a loopback port of its own as device 1-1: a host at a time may take it. */
public final class UsbIpServer implements AutoCloseable {
    private static final String BUS_ID = "1-1";
    private static final int VERSION = 0x0111;
    private static final int IMPORT = 0x8003;
    private static final int FULL_SPEED = 2;
    private static final int STALL = -32;
    private static final int CONNECTION_RESET = -104;
    private static final int LARGEST_TRANSFER = 64 * 1024;

    /** More than this waits for no host. */
    private static final int MOST_WAITING = 100_000;

    private final String name;
    private final UsbGadget gadget;
    private final Traffic traffic;
    private final int port;
    private @Nullable Plugged plugged;
    private Optional<Reservation> reservation = Optional.empty();

    /** What the gadget has for the host, by endpoint, and what the host waits for. */
    private final Map<Integer, Queue<byte[]>> ready = new HashMap<>();

    private final Map<Integer, Queue<Submission>> wanted = new HashMap<>();
    private @Nullable Socket host;
    private boolean silent;

    private record Plugged(ServerSocket server, Thread door) {}

    /** A transfer the host has asked for. */
    private record Submission(int number, boolean in, int endpoint, int length, byte[] setup, byte[] data) {}

    /**
     * Shares it at once.
     *
     * @param port 0 for any free one
     * @param traffic is told each transfer after the number of its endpoint
     */
    public UsbIpServer(String name, int port, UsbGadget gadget, Traffic traffic) {
        this.name = name;
        this.traffic = traffic;
        this.gadget = gadget;
        Plugged first = listen(port);
        this.port = first.server().getLocalPort();
        this.plugged = first;
    }

    /** Where it is, as a terminal's configuration names it. */
    public URI uri() {
        return URI.create("usbip://127.0.0.1:" + port + "/" + BUS_ID);
    }

    public synchronized boolean plugged() {
        return plugged != null;
    }

    /** Whether a host has taken the device. */
    public synchronized boolean taken() {
        return host != null;
    }

    /** From now on transfers are taken and not answered, or are again. */
    public synchronized void silent(boolean now) {
        silent = now;
    }

    public synchronized void plug() {
        if (plugged == null) {
            reservation.ifPresent(Reservation::release);
            plugged = listen(port);
        }
    }

    /** Cuts the connection and refuses new ones. */
    public void unplug() {
        Plugged cut;
        synchronized (this) {
            cut = plugged;
            plugged = null;
        }
        if (cut == null) {
            return;
        }
        try {
            cut.server().close();
            Ending.await(cut.door());
            synchronized (this) {
                drop();
                reservation = Reservation.of(port);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void drop() throws IOException {
        if (host != null) {
            host.close();
            host = null;
        }
        ready.clear();
        wanted.clear();
    }

    @Override
    public void close() {
        unplug();
        synchronized (this) {
            reservation.ifPresent(Reservation::release);
        }
    }

    /** Has these bytes sent as one transfer as soon as the host asks that endpoint. */
    public synchronized void push(int endpoint, byte[] bytes) {
        if (silent || host == null) {
            return;
        }
        Queue<byte[]> waiting = ready.computeIfAbsent(endpoint, _ -> new ArrayDeque<>());
        if (waiting.size() < MOST_WAITING) {
            waiting.add(bytes);
        }
        serve(endpoint);
    }

    /** Whether all that was pushed is on its way. */
    public synchronized boolean idle() {
        return ready.values().stream().allMatch(Queue::isEmpty);
    }

    private void serve(int endpoint) {
        Queue<byte[]> has = ready.getOrDefault(endpoint, new ArrayDeque<>());
        Queue<Submission> wants = wanted.getOrDefault(endpoint, new ArrayDeque<>());
        while (!silent && !has.isEmpty() && !wants.isEmpty()) {
            Submission asked = wants.remove();
            byte[] bytes = has.remove();
            byte[] sent = Arrays.copyOf(bytes, Math.min(bytes.length, asked.length()));
            told(Way.TO_DRIVER, endpoint, sent);
            answer(asked, 0, sent);
        }
    }

    private void told(Way way, int endpoint, byte[] bytes) {
        traffic.passed(way, bytes, bytes.length, "%02X".formatted(endpoint));
    }

    private Plugged listen(int wantedPort) {
        try {
            ServerSocket server = new ServerSocket(wantedPort, 4, InetAddress.getLoopbackAddress());
            Thread door = Thread.ofPlatform().daemon().name(name + " door").start(() -> accept(server));
            return new Plugged(server, door);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot have port " + wantedPort + " on loopback", e);
        }
    }

    private void accept(ServerSocket server) {
        while (!server.isClosed()) {
            try {
                Socket connection = server.accept();
                connection.setTcpNoDelay(true);
                Thread _ = Thread.ofVirtual().name(name + " host").start(() -> converse(connection));
            } catch (IOException _) {
                // Unplugged; the loop's condition sees it.
            }
        }
    }

    private void converse(Socket connection) {
        try (connection) {
            DataInputStream in = new DataInputStream(new BufferedInputStream(connection.getInputStream()));
            in.skipNBytes(2);
            int code = in.readUnsignedShort();
            in.skipNBytes(4);
            byte[] bus = in.readNBytes(32);
            boolean known = code == IMPORT
                    && new String(bus, StandardCharsets.US_ASCII).replace("\0", "").equals(BUS_ID);
            connection.getOutputStream().write(imported(known && take(connection)));
            while (holds(connection)) {
                read(in);
            }
        } catch (IOException _) {
            // The host is gone, or the plug is pulled.
        } finally {
            release(connection);
        }
    }

    private synchronized boolean holds(Socket connection) {
        return connection.equals(host);
    }

    private boolean take(Socket connection) {
        synchronized (this) {
            if (host != null || plugged == null) {
                return false;
            }
            host = connection;
        }
        gadget.taken();
        return true;
    }

    private synchronized void release(Socket connection) {
        if (connection.equals(host)) {
            host = null;
            ready.clear();
            wanted.clear();
        }
    }

    private byte[] imported(boolean ok) {
        ByteBuffer reply = ByteBuffer.allocate(ok ? 320 : 8);
        reply.putShort((short) VERSION).putShort((short) 0x0003).putInt(ok ? 0 : 1);
        if (ok) {
            reply.put("/sys/devices/simulated/usb1/1-1".getBytes(StandardCharsets.US_ASCII));
            reply.position(8 + 256);
            reply.put(BUS_ID.getBytes(StandardCharsets.US_ASCII));
            reply.position(8 + 256 + 32);
            reply.putInt(1).putInt(2).putInt(FULL_SPEED);
            reply.putShort((short) gadget.vendor()).putShort((short) gadget.product()).putShort((short) 0x0100);
            reply.put(new byte[] {0, 0, 0, 1, 1, 1});
        }
        return reply.array();
    }

    private void read(DataInputStream in) throws IOException {
        int command = in.readInt();
        int number = in.readInt();
        in.skipNBytes(4);
        boolean toHost = in.readInt() == 1;
        int endpoint = in.readInt();
        int first = in.readInt();
        int length = in.readInt();
        in.skipNBytes(12);
        byte[] setup = in.readNBytes(8);
        if (command == 2) {
            unlink(number, first);
            return;
        }
        if (command != 1 || length < 0 || length > LARGEST_TRANSFER) {
            throw new IOException("no transfer of this protocol");
        }
        byte[] data = toHost ? new byte[0] : in.readNBytes(length);
        submit(new Submission(number, toHost, endpoint, length, setup, data));
    }

    /** The gadget is never called under this server's lock: it has one of its own, under which it pushes. */
    private void submit(Submission asked) {
        if (asked.endpoint() != 0 && asked.in()) {
            want(asked);
            return;
        }
        told(Way.TO_DEVICE, asked.endpoint(), asked.endpoint() == 0 ? joined(asked.setup(), asked.data()) : asked.data());
        if (quiet()) {
            return;
        }
        if (asked.endpoint() == 0) {
            Optional<byte[]> reply = gadget.control(asked.setup(), asked.data());
            byte[] bytes = reply.orElse(new byte[0]);
            byte[] sent = Arrays.copyOf(bytes, Math.min(bytes.length, asked.length()));
            told(Way.TO_DRIVER, 0, sent);
            answer(asked, reply.isPresent() ? 0 : STALL, sent);
        } else {
            answer(asked, 0, new byte[0]);
            gadget.received(asked.endpoint(), asked.data());
        }
    }

    private static byte[] joined(byte[] setup, byte[] data) {
        return ByteBuffer.allocate(setup.length + data.length).put(setup).put(data).array();
    }

    private synchronized boolean quiet() {
        return silent;
    }

    private synchronized void want(Submission asked) {
        int endpoint = asked.endpoint() | 0x80;
        wanted.computeIfAbsent(endpoint, _ -> new ArrayDeque<>()).add(asked);
        serve(endpoint);
    }

    private synchronized void unlink(int number, int submission) {
        wanted.values().forEach(queue -> queue.removeIf(asked -> asked.number() == submission));
        ByteBuffer reply = ByteBuffer.allocate(48);
        reply.putInt(4).putInt(number);
        reply.position(20);
        reply.putInt(CONNECTION_RESET);
        send(reply.array());
    }

    private synchronized void answer(Submission asked, int status, byte[] bytes) {
        int length = asked.in() ? bytes.length : asked.data().length;
        ByteBuffer reply = ByteBuffer.allocate(48 + (asked.in() ? bytes.length : 0));
        reply.putInt(3).putInt(asked.number());
        reply.position(20);
        reply.putInt(status).putInt(length);
        reply.position(48);
        if (asked.in()) {
            reply.put(bytes);
        }
        send(reply.array());
    }

    private void send(byte[] bytes) {
        Socket now = host;
        if (now == null) {
            return;
        }
        try {
            OutputStream out = now.getOutputStream();
            out.write(bytes);
        } catch (IOException _) {
            // The host is gone; its reader sees it too.
        }
    }
}
