package banyan.conformance;

import banyan.conformance.Tap.Direction;
import banyan.device.DeviceSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A network connection with us in the middle: the driver calls us, we call the device; or, where the device is the one that calls, the
 * other way round. What the device sends is disturbed.
 */
public final class TcpRelay implements DisturbedLine {
    private static final Map<String, Integer> PORTS =
            Map.of("http", 80, "ipp", 631, "https", 443, "ipps", 631, "usbip", 3240, "modbus", 502);

    private static final String LOOPBACK = "127.0.0.1";

    private final DeviceSettings settings;
    private final Direction fromCaller;
    private final Tap tap;
    private final Disturber disturber = new Disturber();
    private final AtomicInteger connections = new AtomicInteger();
    private final List<ServerSocket> servers = new ArrayList<>();
    private final List<Socket> sockets = new ArrayList<>();

    /** A line to every address that is in these settings: an address with its scheme, or {@code port} and perhaps {@code host}. */
    public TcpRelay(DeviceSettings direct, Tap tap) {
        this.tap = tap;
        this.fromCaller = Direction.TO_DEVICE;
        Map<String, String> values = new LinkedHashMap<>(direct.values());
        direct.values().forEach((name, value) -> {
            if (isAddress(name, value)) {
                values.put(name, relayed(URI.create(value)).toString());
            } else if (isPort(name, value)) {
                values.put(name, Integer.toString(listen(direct.get("host", LOOPBACK), Integer.parseInt(value))));
                values.computeIfPresent("host", (_, _) -> LOOPBACK);
            }
        });
        settings = new DeviceSettings(direct.id(), values);
    }

    private TcpRelay(DeviceSettings direct, int port, Tap tap) {
        this.tap = tap;
        this.fromCaller = Direction.TO_DRIVER;
        this.settings = direct;
        int _ = listen(LOOPBACK, port);
    }

    /**
     * A line for a device that calls whoever listens at this port of this machine, and is told {@link #port} in its place.
     *
     * @param direct settings of the driver, which stay as they are
     */
    public static TcpRelay forCaller(DeviceSettings direct, int port, Tap tap) {
        return new TcpRelay(direct, port, tap);
    }

    /** Where the first of its addresses is relayed. */
    public int port() {
        return servers.getFirst().getLocalPort();
    }

    /** Whether there is an address in these settings that could be relayed. */
    public static boolean fits(DeviceSettings settings) {
        return settings.values().entrySet().stream()
                .anyMatch(setting -> isAddress(setting.getKey(), setting.getValue())
                        || isPort(setting.getKey(), setting.getValue()));
    }

    private static boolean isAddress(String name, String value) {
        return name.endsWith("url") || value.startsWith("usbip://");
    }

    private static boolean isPort(String name, String value) {
        return name.equals("port") && value.matches("[0-9]{1,5}");
    }

    private URI relayed(URI device) {
        int port = device.getPort() >= 0 ? device.getPort() : PORTS.getOrDefault(device.getScheme(), 80);
        String ours = device.getScheme() + "://" + LOOPBACK + ":" + listen(device.getHost(), port) + device.getRawPath();
        return URI.create(device.getRawQuery() == null ? ours : ours + "?" + device.getRawQuery());
    }

    private int listen(String host, int port) {
        try {
            ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            servers.add(server);
            Thread.ofVirtual().name("relay").start(() -> accept(server, host, port));
            return server.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket server, String host, int port) {
        while (!server.isClosed()) {
            try {
                Socket caller = server.accept();
                Socket called;
                try {
                    called = new Socket(host, port);
                } catch (IOException _) {
                    // Nobody is at the other end, and whoever called finds that out.
                    close(caller);
                    continue;
                }
                keep(caller);
                keep(called);
                int number = connections.incrementAndGet();
                Direction back = fromCaller == Direction.TO_DEVICE ? Direction.TO_DRIVER : Direction.TO_DEVICE;
                Thread.ofVirtual().start(() -> pump(caller, called, fromCaller, number));
                Thread.ofVirtual().start(() -> pump(called, caller, back, number));
            } catch (IOException _) {
                // Closed by us.
            }
        }
    }

    private void keep(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        synchronized (sockets) {
            sockets.add(socket);
        }
    }

    private void pump(Socket from, Socket to, Direction direction, int connection) {
        byte[] bytes = new byte[16_384];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                byte[] heard = Arrays.copyOf(bytes, count);
                tap.passed(connection, direction, heard);
                for (Disturber.Portion portion : direction == Direction.TO_DEVICE
                        ? List.of(new Disturber.Portion(heard, 0))
                        : carried(heard)) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(portion.millis()));
                    out.write(portion.bytes());
                }
            }
        } catch (IOException _) {
            // One side hung up; so does the other.
        }
    }

    private synchronized List<Disturber.Portion> carried(byte[] heard) {
        return disturber.carry(heard);
    }

    @Override
    public DeviceSettings settings() {
        return settings;
    }

    @Override
    public void disturb(Disturbance how) {
        disturber.disturb(how);
    }

    @Override
    public void calm() {
        disturber.calm();
        // What was lost of a stream does not come again: whoever waits for it is told so.
        hangUp();
    }

    private void hangUp() {
        synchronized (sockets) {
            sockets.forEach(TcpRelay::close);
            sockets.clear();
        }
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception _) {
            // Closed is closed.
        }
    }

    @Override
    public void close() {
        servers.forEach(TcpRelay::close);
        hangUp();
    }
}
