package banyan.wire.hid;

import banyan.device.Fault;
import banyan.device.Fault.Kind;
import banyan.device.Fault.Remedy;
import banyan.device.Nameplate;
import banyan.device.Outcome;
import banyan.device.Turn;
import banyan.wire.usb.UsbIpLine;
import banyan.wire.usb.UsbIpLine.Setup;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** A HID device that is shared by USB/IP, spoken to as the kernel's usbhid does. */
final class SharedHid implements HidLine {
    private static final int INTERRUPT_IN = 0x81;
    private static final int LARGEST_REPORT = 1024;
    private static final int LARGEST_DESCRIPTOR = 4096;
    private static final int FEATURE = 0x0300;
    private static final int ENGLISH = 0x0409;
    private static final Duration ANSWER = Duration.ofMillis(400);

    private final UsbIpLine line;
    private final Reports reports = new Reports();
    private final Fault unplugged;
    private byte[] descriptor = new byte[0];
    private Nameplate nameplate = Nameplate.BLANK;

    /** No report is asked for while too many wait. */
    private volatile boolean resting = true;

    private SharedHid(UsbIpLine line, String word) {
        this.line = line;
        this.unplugged = new Fault(Kind.DISCONNECTED, Remedy.CALL_STAFF, word + "-UNPLUGGED");
    }

    static Outcome<HidLine> open(Turn turn, HidAddress where, URI shared) {
        return UsbIpLine.open(turn, shared, where.word()).then(line -> {
            SharedHid opened = new SharedHid(line, where.word());
            Outcome<HidLine> outcome = where.means(line.vendor(), line.product())
                    ? opened.begin(turn).then(_ -> opened.checked(where))
                    : Outcome.failed(opened.unplugged);
            if (outcome instanceof Outcome.Failed<HidLine>) {
                opened.close();
            }
            return outcome;
        });
    }

    private Outcome<HidLine> checked(HidAddress where) {
        boolean other = where.serialNumber().isPresent()
                && !where.serialNumber().equals(nameplate.serialNumber());
        return other ? Outcome.failed(unplugged) : Outcome.done(this);
    }

    private Outcome<Boolean> begin(Turn turn) {
        return line.controlOut(turn, new Setup(0x00, 0x09, 1, 0), new byte[0], ANSWER)
                .then(_ -> line.controlIn(turn, new Setup(0x81, 0x06, 0x2200, 0), LARGEST_DESCRIPTOR, ANSWER))
                .then(read -> {
                    descriptor = read;
                    return line.controlIn(turn, new Setup(0x80, 0x06, 0x0100, 0), 18, ANSWER);
                })
                .map(device -> {
                    nameplate = device.length < 18
                            ? Nameplate.BLANK
                            : new Nameplate(
                                    text(turn, device[14]),
                                    text(turn, device[15]),
                                    text(turn, device[16]),
                                    Optional.empty());
                    ask();
                    return true;
                });
    }

    private Optional<String> text(Turn turn, int index) {
        if (index == 0) {
            return Optional.empty();
        }
        Setup setup = new Setup(0x80, 0x06, 0x0300 | index & 0xFF, ENGLISH);
        return line.controlIn(turn, setup, 255, ANSWER) instanceof Outcome.Done<byte[]>(var bytes) && bytes.length > 2
                ? Optional.of(new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE).strip())
                        .filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    private void ask() {
        resting = false;
        var _ = line.next(INTERRUPT_IN, LARGEST_REPORT).thenAccept(outcome -> {
            if (outcome instanceof Outcome.Done<byte[]>(var bytes)) {
                if (bytes.length > 0) {
                    reports.add(bytes);
                }
                if (reports.full()) {
                    resting = true;
                } else {
                    ask();
                }
            }
        });
    }

    @Override
    public Optional<Fault> lost() {
        return line.lost();
    }

    @Override
    public Optional<Report> report() {
        Optional<Report> report = reports.take();
        if (resting && !reports.full() && line.lost().isEmpty()) {
            ask();
        }
        return report;
    }

    @Override
    public Outcome<byte[]> feature(Turn turn, int number, int most, Duration atMost) {
        return line.controlIn(turn, new Setup(0xA1, 0x01, FEATURE | number, 0), most, atMost);
    }

    @Override
    public Outcome<Boolean> setFeature(Turn turn, byte[] report, Duration atMost) {
        return line.controlOut(turn, new Setup(0x21, 0x09, FEATURE | report[0] & 0xFF, 0), report, atMost);
    }

    @Override
    public Outcome<Boolean> alive(Turn turn, Duration atMost) {
        return line.controlIn(turn, new Setup(0x81, 0x06, 0x2200, 0), LARGEST_DESCRIPTOR, atMost)
                .map(_ -> true);
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
        line.close();
        reports.forget();
    }
}
