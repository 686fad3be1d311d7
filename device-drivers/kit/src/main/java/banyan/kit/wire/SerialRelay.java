package banyan.kit.wire;

import banyan.conformance.Disturbance;
import banyan.conformance.DisturbedLine;
import banyan.conformance.Disturber;
import banyan.conformance.Tap;
import banyan.device.DeviceSettings;
import banyan.simulator.wire.SerialWire;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A serial line with us in the middle: the driver opens our pseudo-terminal, we open the device's port. When that port goes, ours goes
 * with it, and comes again when it comes. A real port's speed is set by {@code stty}, as it is a different one for each device.
 */
public final class SerialRelay implements DisturbedLine {
    /** Of our own half, which has no wire that could need time. */
    private static final int AT_ONCE_BAUD = 40_000_000;

    /** More than this is poured: nobody would send it in one answer. */
    private static final int MUCH = 1 << 16;

    private static final long STEP = TimeUnit.MICROSECONDS.toNanos(300);
    private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(50);
    private static final Duration CONNECTING = Duration.ofSeconds(2);

    private final DeviceSettings direct;
    private final Path port;
    private final Tap tap;
    private final Disturber disturber = new Disturber();
    private final SerialWire near;
    private final Thread pump;
    private volatile @Nullable FileOutputStream toDevice;
    private volatile boolean closed;

    /**
     * A line to the device that these settings lead to.
     *
     * @param direct settings whose {@code port} is the path of a serial port
     * @param tap hears everything before it is disturbed
     */
    public SerialRelay(DeviceSettings direct, Tap tap) {
        this.direct = direct;
        this.port = Path.of(direct.get("port", ""));
        this.tap = tap;
        try {
            near = new SerialWire(
                    "relay", Files.createTempDirectory("banyan-relay"), AT_ONCE_BAUD, new byte[0], false, this::send);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        pump = Thread.ofPlatform().daemon().name("relay").start(this::live);
        long end = System.nanoTime() + CONNECTING.toNanos();
        while (!near.plugged() && System.nanoTime() < end) {
            LockSupport.parkNanos(STEP);
        }
    }

    @Override
    public DeviceSettings settings() {
        Map<String, String> values = new LinkedHashMap<>(direct.values());
        values.put("port", near.link().toString());
        return new DeviceSettings(direct.id(), values);
    }

    @Override
    public void disturb(Disturbance how) {
        disturber.disturb(how);
    }

    @Override
    public void calm() {
        disturber.calm();
        near.discardOutgoing();
    }

    private void send(byte[] bytes, int count) {
        FileOutputStream device = toDevice;
        if (device != null) {
            byte[] sent = Arrays.copyOf(bytes, count);
            tap.passed(Tap.Direction.TO_DEVICE, sent);
            try {
                device.write(sent);
            } catch (IOException _) {
                // Gone: the pump sees it too and takes our port away.
            }
        }
    }

    private void live() {
        while (!closed) {
            if (Files.exists(port)) {
                carry();
            }
            near.unplug();
            LockSupport.parkNanos(LOOK_AGAIN);
        }
    }

    private void carry() {
        setSpeed();
        try (FileInputStream from = new FileInputStream(port.toFile());
                FileOutputStream to = new FileOutputStream(port.toFile())) {
            toDevice = to;
            near.plug();
            byte[] bytes = new byte[4096];
            while (!closed && Files.exists(port)) {
                int there = from.available();
                if (there > 0) {
                    byte[] heard = Arrays.copyOf(bytes, from.read(bytes, 0, Math.min(there, bytes.length)));
                    tap.passed(Tap.Direction.TO_DRIVER, heard);
                    deliver(heard);
                } else {
                    LockSupport.parkNanos(STEP);
                }
            }
        } catch (IOException | NegativeArraySizeException _) {
            // Unplugged: looked for again.
        } finally {
            toDevice = null;
        }
    }

    private void deliver(byte[] heard) {
        for (Disturber.Portion portion : disturber.carry(heard)) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(portion.millis()));
            if (portion.bytes().length > MUCH) {
                near.pour(portion.bytes());
            } else {
                near.send(portion.bytes());
            }
        }
    }

    /** Nothing is to be set at a pseudo-terminal. */
    private void setSpeed() {
        String baud = direct.get("baud", "");
        if (baud.isEmpty() || port.toAbsolutePath().startsWith("/dev/pts")) {
            return;
        }
        try {
            boolean _ = new ProcessBuilder("stty", "-F", port.toString(), baud, "raw", "-echo", "clocal")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor(1, TimeUnit.SECONDS);
        } catch (IOException _) {
            // Without stty the port keeps the speed it has.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        boolean interrupted = false;
        while (pump.isAlive()) {
            try {
                pump.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        near.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
