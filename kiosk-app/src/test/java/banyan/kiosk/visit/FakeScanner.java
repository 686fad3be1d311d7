package banyan.kiosk.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import banyan.device.Deadline;
import banyan.device.DeviceState;
import banyan.device.Fault;
import banyan.device.Outcome;
import banyan.device.Scanner;
import banyan.kiosk.filing.page.Developed;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** A scanner into whose feeder a test puts sheets, one after the other; it has none until the test says so. */
final class FakeScanner extends FakeDevice implements Scanner {
    private Optional<ScanListener> listener = Optional.empty();
    private Optional<ScanListener> last = Optional.empty();
    private int given;
    Optional<Fault> refusal = Optional.empty();
    Optional<ScanJob> job = Optional.empty();
    Set<Source> sources = Set.of();
    DeviceState state = DeviceState.ready();
    boolean cancelled;

    static Fault fault(Fault.Kind kind, String word) {
        return new Fault(kind, Fault.Remedy.ASK_CITIZEN, "SCANNER-" + word);
    }

    /** A sheet goes through. */
    void draw(String text) {
        given++;
        listener.orElseThrow()
                .happened(new ScanEvent.Page(given, 300, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Something is told that the test made itself. */
    void told(ScanEvent event) {
        last.orElseThrow().happened(event);
    }

    /** The feeder is empty. */
    void end() {
        over(new ScanEvent.Scanned(given));
    }

    void breaks(Fault fault) {
        over(new ScanEvent.Broken(fault, given));
    }

    private void over(ScanEvent.End end) {
        ScanListener told = listener.orElseThrow();
        listener = Optional.empty();
        told.happened(end);
    }

    /** What the terminal makes of an image: a page, unless the sheet says what it is. */
    static Developed develop(byte[] image) {
        return switch (new String(image, StandardCharsets.UTF_8)) {
            case "blank" -> new Developed.Refused(Developed.Reason.BLANK, banyan.kiosk.filing.page.Side.NOWHERE);
            case "torn" -> new Developed.Refused(Developed.Reason.NOT_AN_IMAGE, banyan.kiosk.filing.page.Side.NOWHERE);
            case "photograph" -> FakeTray.photographed();
            case String text -> FakeTray.page(text);
        };
    }

    @Override
    public Outcome<ScanTask> scan(ScanJob asked, ScanListener told, Deadline deadline) {
        if (refusal.isPresent()) {
            return Outcome.failed(refusal.get());
        }
        assertEquals(Optional.empty(), listener, "one scan at a time");
        job = Optional.of(asked);
        listener = Optional.of(told);
        last = listener;
        given = 0;
        cancelled = false;
        return Outcome.done(_ -> {
            cancelled = true;
            boolean running = listener.isPresent();
            if (running) {
                over(new ScanEvent.Cancelled(given));
            }
            return Outcome.done(running);
        });
    }

    @Override
    public Set<Source> sources() {
        return sources;
    }

    @Override
    public String id() {
        return "scanner";
    }

    @Override
    public DeviceState state() {
        return state;
    }
}
