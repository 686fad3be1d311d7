package banyan.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.conformance.DisturbedLine;
import banyan.conformance.PadRig.Point;
import banyan.conformance.Rig;
import banyan.device.CodeScanner;
import banyan.device.Deadline;
import banyan.device.Depth;
import banyan.device.Device;
import banyan.device.DeviceDriver;
import banyan.device.DeviceState;
import banyan.device.DocumentCabinet;
import banyan.device.Fault;
import banyan.device.FingerprintPad;
import banyan.device.FingerprintPad.FingerImage;
import banyan.device.Outcome;
import banyan.device.ReceiptPrinter;
import banyan.device.SignaturePad;
import banyan.kit.rig.CodeScannerTwin;
import banyan.kit.rig.DocumentCabinetTwin;
import banyan.kit.rig.FingerprintPadTwin;
import banyan.kit.rig.ReceiptPrinterTwin;
import banyan.kit.rig.StuPadTwin;
import banyan.kit.transcript.Mask;
import banyan.kit.transcript.Recording;
import banyan.kit.transcript.Replay;
import banyan.kit.transcript.Transcript;
import banyan.kit.transcript.TranscriptRun;
import banyan.kit.wire.Relays;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Of each protocol a conversation is recorded between driver and twin, as at a site: nothing of anybody is in it, and it replays. With {@code
 * -Dbanyan.transcripts=FOLDER} it is kept there.
 */
class FieldTracesTest {
    /** What stands in the place of every pen report. */
    private static final String POINT = "01900110001000";

    private static final Deadline SOON = Deadline.in(Duration.ofMinutes(10));

    /** What a person does at the twin and the terminal with the device; gives what must not be found again. */
    private interface Session<R, D> {
        List<byte[]> play(R rig, D device) throws InterruptedException;
    }

    private static DeviceDriver driver(String model) {
        return ServiceLoader.load(DeviceDriver.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(driver -> driver.model().equals(model))
                .findFirst()
                .orElseThrow();
    }

    private static <T> T value(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Failed<T>(var fault) -> throw new AssertionError(fault);
        };
    }

    /** Records it, looks for what is somebody's, and replays it. */
    private static <R extends Rig, D extends Device> void assertNobodysAndReplays(
            R twin, Class<D> type, String about, Session<R, D> session) throws InterruptedException, IOException {
        String model = twin.driver().model();
        Recording recorder = Recording.of(model, Mask.of(model).orElseThrow(), twin.settings());
        List<byte[]> secrets = new ArrayList<>();
        CountDownLatch ready = new CountDownLatch(1);
        try (twin;
                DisturbedLine line = Relays.to(twin.settings(), recorder);
                D device = type.cast(twin.driver().create(line.settings()))) {
            device.start((_, state) -> {
                if (state instanceof DeviceState.Ready) {
                    ready.countDown();
                }
            });
            assertTrue(ready.await(10, TimeUnit.SECONDS));
            secrets.addAll(session.play(twin, device));
        }
        String said = recorder.transcript().text().replaceFirst("# model: .*\n", "").replaceFirst("# wire: .*\n", "");
        String whole = about.contains("{points}") ? said.substring(0, said.lastIndexOf("\n> ") + 1) : said;
        long points = whole.lines().filter(line -> line.endsWith(" " + POINT)).count();
        String text = "# model: " + model + "\n" + about.replace("{points}", Long.toString(points)) + whole;
        Transcript trace = Transcript.read(text);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        trace.lines().forEach(line -> all.writeBytes(line.bytes()));
        secrets.forEach(secret -> assertFalse(holds(all.toByteArray(), secret), "somebody's bytes are in it"));
        keep(model, text);
        for (Replay.Portions portions : Replay.Portions.values()) {
            assertEquals(
                    Optional.empty(), TranscriptRun.wrong(twin.driver(), trace, portions), portions.toString());
        }
    }

    private static void keep(String model, String text) throws IOException {
        String folder = System.getProperty("banyan.transcripts", "");
        if (!folder.isEmpty()) {
            Files.writeString(Files.createDirectories(Path.of(folder)).resolve(model + ".txt"), text);
        }
    }

    private static boolean holds(byte[] bytes, byte[] word) {
        for (int at = 0; at + word.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + word.length, word, 0, word.length)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void aFingersPictureIsStripes() throws InterruptedException, IOException {
        assertNobodysAndReplays(
                new FingerprintPadTwin(driver("ef01-serial")),
                FingerprintPad.class,
                """
                # command: CAPTURE_FINGER
                # expect: done
                # set: width=160 height=160
                # A finger of nobody's is laid, and its picture taken; stripes stand in the picture's place.
                """,
                (twin, pad) -> {
                    twin.lay(20, 1);
                    FingerImage image = value(pad.capture(SOON));
                    byte[] wire = twin.onTheWire(image);
                    int middle = wire.length / 2;
                    return List.of(
                            Arrays.copyOfRange(wire, middle, middle + 24), Arrays.copyOfRange(wire, middle / 2, middle / 2 + 24));
                });
    }

    @Test
    void theWordsOfAReceiptAreHidden() throws InterruptedException, IOException {
        assertNobodysAndReplays(
                ReceiptPrinterTwin.serial(driver("escpos-serial")),
                ReceiptPrinter.class,
                """
                # command: PRINT_RECEIPT
                # expect: done
                # set: confirm=paper-status cut=full
                # A receipt is printed and confirmed; what was sent of it is hidden.
                """,
                (_, printer) -> {
                    assertEquals(
                            new ReceiptPrinter.ReceiptEnd.Printed(), value(printer.print(TranscriptRun.RECEIPT, SOON)));
                    Charset chinese = Charset.forName("GB18030");
                    return List.of("样张 0000".getBytes(chinese), "回执".getBytes(chinese));
                });
    }

    @Test
    void aCodeIsZeros() throws InterruptedException, IOException {
        assertNobodysAndReplays(
                CodeScannerTwin.asked(driver("code-scanner-serial")),
                CodeScanner.class,
                """
                # command: SCAN_CODE
                # expect: 1 codes
                # set: prefix=02 ask=honeywell
                # A code is held before the scanner; zeros of the same length stand in its place.
                """,
                (twin, scanner) -> {
                    byte[] code = "350102199003071234".getBytes(StandardCharsets.US_ASCII);
                    CountDownLatch scanned = new CountDownLatch(1);
                    CodeScanner.CodeListener listener = new CodeScanner.CodeListener() {
                        @Override
                        public void code(CodeScanner.Code read) {
                            scanned.countDown();
                        }

                        @Override
                        public void refused(Fault fault) {
                            // Then no code comes, and the test says so.
                        }

                        @Override
                        public void stopped(Fault fault) {
                            // As above.
                        }
                    };
                    try (CodeScanner.Listening _ = value(scanner.listen(listener, SOON))) {
                        // By now it has been asked more than once: what comes is no part of its first answer.
                        value(scanner.examine(Depth.EXTERNAL, SOON));
                        value(scanner.examine(Depth.EXTERNAL, SOON));
                        twin.scan(code);
                        assertTrue(scanned.await(5, TimeUnit.SECONDS));
                        // Asked once more, it answers as before.
                        value(scanner.examine(Depth.EXTERNAL, SOON));
                    }
                    return List.of(code, Arrays.copyOf(code, 6));
                });
    }

    @Test
    void aDoorIsNobodys() throws InterruptedException, IOException {
        assertNobodysAndReplays(
                new DocumentCabinetTwin(driver("modbus-cabinet")),
                DocumentCabinet.class,
                """
                # command: OPEN_DOOR
                # expect: done OPEN
                # set: baud=19200 doors=8 first-bolt=16 left-open=1
                # The first door is unlocked and opens.
                """,
                (_, cabinet) -> {
                    assertEquals(DocumentCabinet.DoorState.OPEN, value(cabinet.open(1, SOON)));
                    return List.of();
                });
    }

    @Test
    void aSignaturesWayIsOnePoint() throws InterruptedException, IOException {
        List<Point> stroke = List.of(
                new Point(0.31, 0.42, 0.5, 0), new Point(0.35, 0.47, 0.6, 8), new Point(0.44, 0.53, 0.7, 16));
        assertNobodysAndReplays(
                new StuPadTwin(driver("stu-hid")),
                SignaturePad.class,
                """
                # command: INK
                # expect: {points} points
                # wire: usb
                # piece: 056a:00a8
                # A stroke is drawn; each of its points is the same one here.
                """,
                (twin, pad) -> {
                    CountDownLatch written = new CountDownLatch(stroke.size());
                    SignaturePad.InkListener listener = new SignaturePad.InkListener() {
                        @Override
                        public void point(SignaturePad.PenPoint point) {
                            written.countDown();
                        }

                        @Override
                        public void stopped(Fault fault) {
                            // Then too few points come, and the test says so.
                        }
                    };
                    try (SignaturePad.Capture _ = value(pad.capture(listener, SOON))) {
                        twin.draw(List.of(stroke));
                        assertTrue(written.await(5, TimeUnit.SECONDS));
                        value(pad.examine(Depth.EXTERNAL, SOON));
                    }
                    byte[] wire = twin.onTheWire(stroke);
                    return List.of(Arrays.copyOfRange(wire, 1, 7), Arrays.copyOfRange(wire, 8, 14));
                });
    }
}
