package banyan.conformance;

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
import java.util.concurrent.locks.LockSupport;

/** A network connection with us in the middle: the driver calls us, we call the device. */
public final class TcpRelay implements DisturbedLine {
    private static final Map<String, Integer> PORTS = Map.of("http", 80, "ipp", 631, "https", 443, "ipps", 631);

    private final DeviceSettings settings;
    private final Tap tap;
    private final Disturber disturber = new Disturber();
    private final List<ServerSocket> servers = new ArrayList<>();
    private final List<Socket> sockets = new ArrayList<>();

    /** A line to every address that is in these settings, under the name {@code url} or ending in it. */
    public TcpRelay(DeviceSettings direct, Tap tap) {
        this.tap = tap;
        Map<String, String> values = new LinkedHashMap<>(direct.values());
        direct.values().forEach((name, value) -> {
            if (name.endsWith("url")) {
                values.put(name, relayed(URI.create(value)).toString());
            }
        });
        settings = new DeviceSettings(direct.id(), values);
    }

    /** Whether there is an address in these settings that could be relayed. */
    public static boolean fits(DeviceSettings settings) {
        return settings.values().keySet().stream().anyMatch(name -> name.endsWith("url"));
    }

    private URI relayed(URI device) {
        int port = device.getPort() >= 0 ? device.getPort() : PORTS.getOrDefault(device.getScheme(), 80);
        try {
            ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            servers.add(server);
            Thread.ofVirtual().name("relay").start(() -> accept(server, device.getHost(), port));
            String ours = device.getScheme() + "://127.0.0.1:" + server.getLocalPort() + device.getRawPath();
            return URI.create(device.getRawQuery() == null ? ours : ours + "?" + device.getRawQuery());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket server, String host, int port) {
        while (!server.isClosed()) {
            try {
                Socket driver = server.accept();
                keep(driver);
                Socket device = new Socket(host, port);
                keep(device);
                Thread.ofVirtual().start(() -> pump(driver, device, Tap.Direction.TO_DEVICE));
                Thread.ofVirtual().start(() -> pump(device, driver, Tap.Direction.TO_DRIVER));
            } catch (IOException _) {
                // Closed by us, or nobody is at the other end: whoever called finds that out.
            }
        }
    }

    private void keep(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        synchronized (sockets) {
            sockets.add(socket);
        }
    }

    private void pump(Socket from, Socket to, Tap.Direction direction) {
        byte[] bytes = new byte[16_384];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                byte[] heard = Arrays.copyOf(bytes, count);
                tap.passed(direction, heard);
                for (Disturber.Portion portion : direction == Tap.Direction.TO_DEVICE
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
