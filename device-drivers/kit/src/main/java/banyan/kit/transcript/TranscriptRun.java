package banyan.kit.transcript;

import banyan.device.Capability;
import banyan.device.CodeScanner;
import banyan.device.Deadline;
import banyan.device.Depth;
import banyan.device.Device;
import banyan.device.DeviceDriver;
import banyan.device.DeviceSettings;
import banyan.device.DeviceState;
import banyan.device.DocumentCabinet;
import banyan.device.Fault;
import banyan.device.FingerprintPad;
import banyan.device.IdCardReader;
import banyan.device.Outcome;
import banyan.device.ReceiptPrinter;
import banyan.device.ReceiptPrinter.Align;
import banyan.device.ReceiptPrinter.Part;
import banyan.device.ReceiptPrinter.Receipt;
import banyan.device.ReceiptPrinter.ReceiptEnd;
import banyan.device.SignaturePad;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Replays a kept transcript to its driver and compares what the driver makes of it. The transcripts of a model are in {@code
 * transcripts/MODEL/} of the class path, named one a line in {@code index.txt} there.
 */
public final class TranscriptRun {
    private static final Duration READY = Duration.ofSeconds(6);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final Duration BRIEFLY = Duration.ofMillis(400);
    private static final Duration SOMETHING = Duration.ofSeconds(4);
    private static final Duration WRITTEN = Duration.ofMillis(600);

    /** Nobody's, and as long as one that was recorded with it. */
    public static final Receipt RECEIPT = new Receipt(
            "transcript",
            List.of(
                    new Part.Text("回执", Align.CENTRE, 2, true),
                    new Part.Rule(),
                    new Part.Text("样张 0000", Align.LEFT, 1, false),
                    new Part.Space(1)));

    private TranscriptRun() {}

    /** The transcripts that are kept of this model, by their names. */
    public static Map<String, Transcript> kept(String model) {
        Map<String, Transcript> kept = new LinkedHashMap<>();
        resource("transcripts/" + model + "/index.txt").ifPresent(index -> index.lines()
                .filter(name -> !name.isBlank())
                .forEach(name -> kept.put(
                        name,
                        Transcript.read(resource("transcripts/" + model + "/" + name)
                                .orElseThrow(() -> new IllegalStateException("the index names " + name))))));
        return kept;
    }

    private static Optional<String> resource(String name) {
        try (@Nullable InputStream in = TranscriptRun.class.getClassLoader().getResourceAsStream(name)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with what the driver makes of it; empty where it is what the transcript expects. */
    public static Optional<String> wrong(DeviceDriver driver, Transcript transcript, Replay.Portions portions) {
        if (transcript.about("wire").equals(Optional.of("usb"))) {
            String[] piece = transcript.about("piece").orElse("0000:0000").split(":", -1);
            try (HidReplay replay =
                    new HidReplay(transcript, Integer.parseInt(piece[0], 16), Integer.parseInt(piece[1], 16))) {
                return wrong(driver, transcript, replay.port(), replay::unexpected);
            }
        }
        try (Replay replay = new Replay(transcript, portions)) {
            return wrong(driver, transcript, replay.port().toString(), replay::unexpected);
        }
    }

    private static Optional<String> wrong(
            DeviceDriver driver, Transcript transcript, String port, Supplier<Optional<String>> unexpected) {
        CountDownLatch ready = new CountDownLatch(1);
        try (Device device = driver.create(settings(transcript, port))) {
            device.start((_, state) -> {
                if (state instanceof DeviceState.Ready) {
                    ready.countDown();
                }
            });
            if (!ready.await(READY.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.of("not ready, but " + device.state()
                        + unexpected.get().map(" after it sent "::concat).orElse(""));
            }
            String made = made(device, transcript.about("command").orElse("EXAMINE"));
            String expected = transcript.about("expect").orElse("done");
            if (unexpected.get().isPresent()) {
                return unexpected.get().map("the driver sent what it did not send then: "::concat);
            }
            return made.equals(expected)
                    ? Optional.empty()
                    : Optional.of("expected " + expected + ", made of it " + made);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    private static DeviceSettings settings(Transcript transcript, String port) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("port", port);
        transcript.about("set").stream()
                .flatMap(all -> Arrays.stream(all.split(" ", -1)))
                .map(one -> one.split("=", 2))
                .forEach(one -> values.put(one[0], one[1]));
        return new DeviceSettings("replayed", values);
    }

    /** Does the command and says in a few words, none of them anybody's, what became of it. */
    private static String made(Device device, String command) {
        if (command.equals("EXAMINE")) {
            return words(device.examine(Depth.EXTERNAL, Deadline.in(ANSWER)));
        }
        Capability asked = Capability.valueOf(command);
        return switch (device) {
            case IdCardReader reader when asked == Capability.FIND_CARD ->
                words(reader.awaitCard(Deadline.in(BRIEFLY)));
            case IdCardReader reader when asked == Capability.READ_CARD -> words(reader.read(Deadline.in(ANSWER)));
            case SignaturePad pad when asked == Capability.INK -> ink(pad);
            case CodeScanner scanner when asked == Capability.SCAN_CODE -> codes(scanner);
            case FingerprintPad pad when asked == Capability.CAPTURE_FINGER -> words(pad.capture(Deadline.in(ANSWER)));
            case ReceiptPrinter printer when asked == Capability.PRINT_RECEIPT ->
                words(printer.print(RECEIPT, Deadline.in(ANSWER)));
            case DocumentCabinet cabinet when asked == Capability.OPEN_DOOR -> words(cabinet.open(1, Deadline.in(ANSWER)));
            default -> throw new IllegalArgumentException("no transcript is replayed to " + command + " yet");
        };
    }

    private static String words(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?>(Boolean yes) -> "done " + yes;
            case Outcome.Done<?>(DocumentCabinet.DoorState state) -> "done " + state;
            case Outcome.Done<?>(ReceiptEnd.Printed _) -> "done";
            case Outcome.Done<?>(ReceiptEnd.Uncertain(Fault fault)) -> "uncertain " + fault.code();
            case Outcome.Done<?> _ -> "done";
            case Outcome.Failed<?>(Fault fault) -> fault.code();
        };
    }

    private static String ink(SignaturePad pad) {
        AtomicInteger points = new AtomicInteger();
        SignaturePad.InkListener listener = new SignaturePad.InkListener() {
            @Override
            public void point(SignaturePad.PenPoint point) {
                points.incrementAndGet();
            }

            @Override
            public void stopped(Fault fault) {
                points.set(-1);
            }
        };
        return counted(pad.capture(listener, Deadline.in(ANSWER)), points, "points");
    }

    private static String codes(CodeScanner scanner) {
        AtomicInteger codes = new AtomicInteger();
        CodeScanner.CodeListener listener = new CodeScanner.CodeListener() {
            @Override
            public void code(CodeScanner.Code code) {
                codes.incrementAndGet();
            }

            @Override
            public void refused(Fault fault) {
                codes.set(-1);
            }

            @Override
            public void stopped(Fault fault) {
                codes.set(-1);
            }
        };
        return counted(scanner.listen(listener, Deadline.in(ANSWER)), codes, "codes");
    }

    /** What comes by itself has no end of its own, so all that comes in a while is counted. */
    private static String counted(Outcome<? extends AutoCloseable> begun, AtomicInteger count, String what) {
        if (begun instanceof Outcome.Failed<?>(Fault fault)) {
            return fault.code();
        }
        int soFar = -1;
        long end = System.nanoTime() + WRITTEN.toNanos();
        long least = System.nanoTime() + SOMETHING.toNanos();
        // Waits for the first of it, and then until no more comes.
        while (System.nanoTime() < end || count.get() == 0 && System.nanoTime() < least) {
            if (count.get() != soFar) {
                soFar = count.get();
                end = System.nanoTime() + WRITTEN.toNanos();
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        return count.get() + " " + what;
    }
}
