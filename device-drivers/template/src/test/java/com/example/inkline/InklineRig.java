package com.example.inkline;

import banyan.conformance.PadRig;
import banyan.device.DeviceDriver;
import banyan.device.DeviceSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The pad itself, as its protocol is written down, and a hand with a pen: the far end of the wire. Written apart from the driver's codec
 * on purpose, so that two readings of one document check each other.
 */
final class InklineRig implements PadRig {
    private static final int WIDTH = 9600;
    private static final int HEIGHT = 6000;
    private static final int PRESSURE = 1023;
    private static final String PLATE = "I example inkline 0042 9600 6000 1023";
    private static final long STEP = 1_000_000;

    private final DeviceDriver driver;
    private int port;
    private @Nullable ServerSocket server;
    private volatile @Nullable Socket driverEnd;
    private volatile boolean silent;
    private volatile boolean noisy;
    private volatile boolean started;

    InklineRig(DeviceDriver driver) {
        this.driver = driver;
        plug();
    }

    @Override
    public DeviceDriver driver() {
        return driver;
    }

    @Override
    public DeviceSettings settings() {
        return new DeviceSettings("signature-pad", Map.of("url", "tcp://127.0.0.1:" + port));
    }

    @Override
    public synchronized void plug() {
        try {
            ServerSocket opened = new ServerSocket(port, 8, InetAddress.getLoopbackAddress());
            port = opened.getLocalPort();
            server = opened;
            Thread.ofVirtual().start(() -> listen(opened));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void unplug() {
        close(server);
        close(driverEnd);
    }

    private void listen(ServerSocket opened) {
        while (!opened.isClosed()) {
            try {
                Socket accepted = opened.accept();
                if (opened.isClosed()) {
                    // It came while the plug was being pulled.
                    close(accepted);
                    return;
                }
                accepted.setTcpNoDelay(true);
                driverEnd = accepted;
                started = false;
                Thread.ofVirtual().start(() -> answer(accepted));
            } catch (IOException _) {
                // Unplugged.
            }
        }
    }

    private void answer(Socket accepted) {
        try (accepted) {
            InputStream in = accepted.getInputStream();
            for (int one = in.read(); one >= 0; one = in.read()) {
                switch (one) {
                    case '?' -> say(PLATE);
                    case 'B' -> {
                        say("B");
                        started = true;
                    }
                    case 'E' -> {
                        started = false;
                        say("E");
                    }
                    default -> {
                        // The rest of a line: this pad looks at first letters alone.
                        continue;
                    }
                }
                // The checksum's digits are letters too.
                for (int rest = in.read(); rest >= 0 && rest != '\n'; rest = in.read()) {
                    // Skipped.
                }
            }
        } catch (IOException _) {
            // The driver closed, or the plug was pulled.
        }
    }

    private synchronized void say(String payload) {
        Socket socket = driverEnd;
        if (socket == null || silent) {
            return;
        }
        try {
            if (noisy) {
                socket.getOutputStream().write("~P 1 2*\nP 9 9 9*00\n".getBytes(StandardCharsets.US_ASCII));
            }
            socket.getOutputStream().write(line(payload));
        } catch (IOException _) {
            // Nobody is there.
        }
    }

    private static byte[] line(String payload) {
        int sum = payload.chars().reduce(0, (all, one) -> all ^ one);
        return "%s*%02X\n".formatted(payload, sum).getBytes(StandardCharsets.US_ASCII);
    }

    private static String payload(Point point) {
        return "P %d %d %d"
                .formatted(
                        Math.round(point.x() * WIDTH),
                        Math.round(point.y() * HEIGHT),
                        1 + Math.round(point.pressure() * PRESSURE));
    }

    @Override
    public void draw(List<List<Point>> strokes) {
        while (!started) {
            LockSupport.parkNanos(STEP);
        }
        long began = System.nanoTime();
        for (List<Point> stroke : strokes) {
            for (Point point : stroke) {
                long due = began + point.millis() * STEP;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                say(payload(point));
            }
            Point last = stroke.getLast();
            say("P %d %d 0".formatted(Math.round(last.x() * WIDTH), Math.round(last.y() * HEIGHT)));
        }
    }

    @Override
    public byte[] onTheWire(List<Point> points) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        points.forEach(point -> bytes.writeBytes(line(payload(point))));
        return bytes.toByteArray();
    }

    @Override
    public void fallSilent() {
        silent = true;
    }

    @Override
    public void makeNoise() {
        noisy = true;
    }

    @Override
    public void heal() {
        silent = false;
        noisy = false;
    }

    /** This driver logs nothing; one that does brings its logger's lines. */
    @Override
    public String logged() {
        return "";
    }

    private static void close(@Nullable AutoCloseable end) {
        try {
            if (end != null) {
                end.close();
            }
        } catch (Exception _) {
            // Closed is closed.
        }
    }

    @Override
    public void close() {
        unplug();
    }
}
