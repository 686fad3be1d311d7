package banyan.wire.hid;

import banyan.device.Fault;
import banyan.device.Fault.Kind;
import banyan.device.Fault.Remedy;
import banyan.device.Nameplate;
import banyan.device.Outcome;
import banyan.device.Turn;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.hid4java.jna.HidApi;
import org.hid4java.jna.HidDeviceInfoStructure;
import org.hid4java.jna.HidDeviceStructure;
import org.jspecify.annotations.Nullable;

/**
 * A HID device of this machine, by hid4java's binding to hidapi. Of that library only the plain calls are used: its services scan
 * all devices on a thread of their own and tell of them by listeners.
 */
final class HidrawLine implements HidLine {
    private static final int LARGEST_REPORT = 1024;
    private static final int LARGEST_DESCRIPTOR = 4096;

    /** What the library makes room for, whatever is asked. */
    private static final int LARGEST_FEATURE = 512;

    /** How long a read waits in the library before it looks whether it should end. */
    private static final int READING_MILLIS = 100;

    private static final Duration ENDING = Duration.ofMillis(400);

    private final HidDeviceStructure device;
    private final Nameplate nameplate;
    private final Fault unplugged;
    private final Fault silent;
    private final Fault garbled;
    private final byte[] descriptor;
    private final Reports reports = new Reports();
    private final ExecutorService calls;
    private final Thread reader;
    private volatile boolean gone;

    private HidrawLine(HidDeviceStructure device, Nameplate nameplate, String word) {
        this.device = device;
        this.nameplate = nameplate;
        this.unplugged = unplugged(word);
        this.silent = new Fault(Kind.TIMEOUT, Remedy.RESET, word + "-SILENT");
        this.garbled = new Fault(Kind.PROTOCOL, Remedy.RESET, word + "-GARBLED");
        byte[] room = new byte[LARGEST_DESCRIPTOR];
        this.descriptor = Arrays.copyOf(room, Math.max(0, HidApi.getReportDescriptor(device, room, room.length)));
        this.calls = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("hid-" + word + "-calls").daemon(true).factory());
        this.reader = Thread.ofPlatform().name("hid-" + word).daemon(true).start(this::readAll);
    }

    private static Fault unplugged(String word) {
        return new Fault(Kind.DISCONNECTED, Remedy.CALL_STAFF, word + "-UNPLUGGED");
    }

    /** Opens the first device that is meant. */
    static Outcome<HidLine> open(Turn turn, HidAddress where) {
        if (!anyDevice()) {
            // Without a device the library's native part is not even loaded.
            return Outcome.failed(unplugged(where.word()));
        }
        try {
            HidApi.init();
            return found(where);
        } catch (LinkageError _) {
            return Outcome.failed(
                    new Fault(Kind.UNSUPPORTED, Remedy.OUT_OF_SERVICE, where.word() + "-LIBRARY-MISSING"));
        }
    }

    private static boolean anyDevice() {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("/dev"), "hidraw*")) {
            return files.iterator().hasNext();
        } catch (IOException _) {
            return false;
        }
    }

    private static Outcome<HidLine> found(HidAddress where) {
        HidDeviceInfoStructure first = HidApi.enumerateDevices(where.vendor(), 0);
        try {
            for (HidDeviceInfoStructure each = first; each != null; each = each.next()) {
                if (means(where, each)) {
                    return opened(where, each);
                }
            }
            return Outcome.failed(unplugged(where.word()));
        } finally {
            if (first != null) {
                HidApi.freeEnumeration(first);
            }
        }
    }

    private static boolean means(HidAddress where, HidDeviceInfoStructure found) {
        boolean page = where.usagePage() == 0 || where.usagePage() == (found.usage_page & 0xFFFF);
        boolean piece = where.serialNumber().isEmpty()
                || where.serialNumber().equals(text(found.serial_number));
        return page && piece && where.means(found.vendor_id & 0xFFFF, found.product_id & 0xFFFF);
    }

    private static Optional<String> text(@Nullable Object wide) {
        return Optional.ofNullable(wide).map(Object::toString).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static Outcome<HidLine> opened(HidAddress where, HidDeviceInfoStructure found) {
        Nameplate nameplate = new Nameplate(
                text(found.manufacturer_string),
                text(found.product_string),
                text(found.serial_number),
                Optional.empty());
        String path = found.path;
        HidDeviceStructure device = HidApi.open(path);
        if (device != null) {
            return Outcome.done(new HidrawLine(device, nameplate, where.word()));
        }
        boolean forbidden = Files.exists(Path.of(path)) && !Files.isWritable(Path.of(path));
        return Outcome.failed(
                forbidden
                        ? new Fault(Kind.DISCONNECTED, Remedy.CALL_STAFF, where.word() + "-PORT-FORBIDDEN")
                        : new Fault(Kind.BUSY, Remedy.CALL_STAFF, where.word() + "-PORT-TAKEN"));
    }

    private void readAll() {
        byte[] room = new byte[LARGEST_REPORT];
        while (!gone) {
            int count = HidApi.read(device, room, READING_MILLIS);
            if (count > 0) {
                reports.add(Arrays.copyOf(room, Math.min(count, room.length)));
                Arrays.fill(room, (byte) 0);
            }
            gone = gone || count < 0;
        }
    }

    @Override
    public Optional<Fault> lost() {
        return gone ? Optional.of(unplugged) : Optional.empty();
    }

    @Override
    public Optional<Report> report() {
        return reports.take();
    }

    @Override
    public Outcome<byte[]> feature(Turn turn, int number, int most, Duration atMost) {
        return call(turn, atMost, () -> {
            byte[] body = new byte[Math.min(most, LARGEST_FEATURE) - 1];
            int count = HidApi.getFeatureReport(device, body, (byte) number);
            if (count < 0) {
                return Outcome.failed(garbled);
            }
            byte[] report = new byte[Math.min(count, body.length + 1)];
            if (report.length > 0) {
                report[0] = (byte) number;
                System.arraycopy(body, 0, report, 1, report.length - 1);
            }
            return Outcome.done(report);
        });
    }

    @Override
    public Outcome<Boolean> setFeature(Turn turn, byte[] report, Duration atMost) {
        byte[] body = Arrays.copyOfRange(report, 1, report.length);
        return call(
                turn,
                atMost,
                () -> HidApi.sendFeatureReport(device, body, report[0]) < 0
                        ? Outcome.failed(garbled)
                        : Outcome.done(true));
    }

    /** The kernel waits five seconds for a device that says nothing; the caller need not. */
    private <T> Outcome<T> call(Turn turn, Duration atMost, Supplier<Outcome<T>> work) {
        if (gone) {
            return Outcome.failed(unplugged);
        }
        try {
            return turn.await(CompletableFuture.supplyAsync(work, calls), atMost, silent);
        } catch (RejectedExecutionException _) {
            return Outcome.failed(unplugged);
        }
    }

    @Override
    public Outcome<Boolean> alive(Turn turn, Duration atMost) {
        byte[] room = new byte[LARGEST_DESCRIPTOR];
        return call(
                turn,
                atMost,
                () -> HidApi.getReportDescriptor(device, room, room.length) > 0
                        ? Outcome.done(true)
                        : Outcome.failed(garbled));
    }

    @Override
    public byte[] descriptor() {
        return descriptor;
    }

    @Override
    public Nameplate nameplate() {
        return nameplate;
    }

    @Override
    public void forget() {
        reports.forget();
    }

    @Override
    public void close() {
        gone = true;
        try {
            calls.shutdown();
            boolean ended = reader.join(ENDING)
                    && calls.awaitTermination(ENDING.toMillis(), TimeUnit.MILLISECONDS);
            if (ended) {
                HidApi.close(device);
            } else {
                // Somebody is still inside the library: closing now would pull the device away under them.
                Thread.ofPlatform().daemon(true).name("hid-close").start(this::closeLater);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        reports.forget();
    }

    private void closeLater() {
        try {
            reader.join();
            boolean _ = calls.awaitTermination(1, TimeUnit.MINUTES);
            HidApi.close(device);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
