package banyan.driver.codescanner;

import banyan.device.CodeScanner;
import banyan.device.CodeScanner.CodeListener;
import banyan.device.Deadline;
import banyan.device.DeviceState;
import banyan.device.DeviceThread;
import banyan.device.Fault;
import banyan.device.Fault.Kind;
import banyan.device.Fault.Remedy;
import banyan.device.Nameplate;
import banyan.device.Outcome;
import banyan.device.Pace;
import banyan.device.Turn;
import banyan.wire.hid.HidAddress;
import banyan.wire.hid.HidLine;
import banyan.wire.hid.HidLine.Report;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A scanner by HID reports. */
final class HidWire implements ScannerWire {
    private static final Fault NO_SCANNER = new Fault(Kind.PROTOCOL, Remedy.CALL_STAFF, "CODE-NO-DECODED-DATA");
    private static final Duration ANSWER = Duration.ofMillis(800);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(500);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Duration WHILE_LISTENING = Duration.ofMillis(8);
    private static final Duration BELIEVED = Duration.ofSeconds(3);
    private static final int UNANSWERED = 4;

    private final HidAddress where;
    private final Charset charset;

    /** The pieces of the code that is being read. */
    private final byte[] buffer = new byte[CodeScanner.MAX_BYTES];

    private int count;

    /** More came than a code may have. */
    private boolean tooLong;

    private Deadline rest = Deadline.in(Duration.ZERO);
    private @Nullable HidLine line;
    private @Nullable Layout layout;
    private @Nullable Ear ear;
    private Nameplate nameplate = Nameplate.BLANK;
    private DeviceState standing = new DeviceState.Opening();
    private Fault lost = DeviceThread.CLOSED;
    private Deadline nextQuestion = Deadline.in(Duration.ZERO);
    private int unanswered;

    HidWire(HidAddress where, Charset charset) {
        this.where = where;
        this.charset = charset;
    }

    @Override
    public Outcome<DeviceState> open(Turn turn) {
        return HidLine.open(turn, where).then(opened -> {
            line = opened;
            nameplate = opened.nameplate();
            Optional<Layout> found = Layout.of(opened.descriptor());
            if (found.isEmpty()) {
                return Outcome.failed(NO_SCANNER);
            }
            layout = found.get();
            return ask(turn).map(_ -> standing = DeviceState.ready());
        });
    }

    private HidLine line() {
        return Objects.requireNonNull(line);
    }

    /**
     * Asks for its report descriptor once more: every HID device has one, and answers even while it reads nothing. A kernel that keeps
     * descriptors answers for the device; there, being plugged in is all that is known.
     */
    private Outcome<Boolean> ask(Turn turn) {
        nextQuestion = Deadline.in(BETWEEN_QUESTIONS);
        return line().alive(turn, ANSWER).map(_ -> {
            turn.heard();
            unanswered = 0;
            return true;
        });
    }

    @Override
    public Outcome<Ear> listen(Turn turn, CodeListener listener) {
        end(REPLACED);
        return ask(turn).map(_ -> {
            // What was scanned before nobody asked for; the rest of a code under way has no beginning and is dropped.
            boolean underWay = count > 0 || tooLong;
            forget();
            take();
            tooLong = underWay;
            rest = Deadline.in(Frames.CUT_SHORT);
            Ear begun = new Ear(listener);
            ear = begun;
            return begun;
        });
    }

    private void end(Fault why) {
        if (ear != null) {
            ear.stop(why);
            ear = null;
        }
    }

    /** Takes the reports that have arrived, and tells the codes in them to whoever listens. */
    private void take() {
        Optional<Report> next = line().report();
        while (next.isPresent()) {
            byte[] bytes = next.get().bytes();
            Objects.requireNonNull(layout).piece(bytes).ifPresent(piece -> {
                add(bytes, piece);
                if (!piece.continued()) {
                    whole();
                }
            });
            Arrays.fill(bytes, (byte) 0);
            next = line().report();
        }
        if ((count > 0 || tooLong) && rest.passed()) {
            clear();
            tell(Outcome.failed(CodeText.CUT_SHORT));
        }
    }

    private void add(byte[] bytes, Layout.Piece piece) {
        int more = piece.to() - piece.from();
        tooLong = tooLong || more > buffer.length - count;
        if (!tooLong) {
            System.arraycopy(bytes, piece.from(), buffer, count, more);
            count += more;
        }
        rest = Deadline.in(Frames.CUT_SHORT);
    }

    private void whole() {
        // Scanners that are also set up for a serial line send its terminator along.
        int end = count;
        while (end > 0 && (buffer[end - 1] == '\r' || buffer[end - 1] == '\n')) {
            end--;
        }
        Outcome<CodeScanner.Code> code =
                tooLong ? Outcome.failed(CodeText.TOO_LONG) : CodeText.of(buffer, 0, end, charset);
        clear();
        tell(code);
    }

    private void tell(Outcome<CodeScanner.Code> code) {
        if (ear != null) {
            ear.scanned(code);
        }
    }

    private void clear() {
        Arrays.fill(buffer, (byte) 0);
        count = 0;
        tooLong = false;
    }

    @Override
    public DeviceState tend(Turn turn) {
        if (ear != null && ear.ended()) {
            ear = null;
        }
        take();
        Optional<Fault> unplugged = line().lost();
        if (unplugged.isPresent()) {
            return gone(unplugged.get());
        }
        if (!nextQuestion.passed()) {
            return standing;
        }
        switch (ask(turn)) {
            case Outcome.Done<Boolean> _ -> standing = DeviceState.ready();
            case Outcome.Failed<Boolean>(var fault) -> {
                unanswered++;
                if (fault.kind() == Kind.DISCONNECTED || unanswered >= UNANSWERED) {
                    return gone(fault);
                }
                standing = standing instanceof DeviceState.Unknown ? standing : new DeviceState.Unknown(Instant.now());
            }
        }
        return standing;
    }

    @Override
    public DeviceState examine(Turn turn) {
        nextQuestion = Deadline.in(Duration.ZERO);
        return tend(turn);
    }

    private DeviceState gone(Fault fault) {
        lost = fault;
        return new DeviceState.Absent(fault);
    }

    @Override
    public Duration rest(Pace pace) {
        return ear == null ? pace.between(BETWEEN_LOOKS) : WHILE_LISTENING;
    }

    @Override
    public Duration believedFor() {
        return BELIEVED;
    }

    @Override
    public Nameplate nameplate() {
        return nameplate;
    }

    @Override
    public void shut() {
        end(lost);
        if (line != null) {
            line.close();
            line = null;
        }
        layout = null;
        clear();
        lost = DeviceThread.CLOSED;
        unanswered = 0;
        standing = new DeviceState.Opening();
    }

    @Override
    public void forget() {
        clear();
        if (line != null) {
            line.forget();
        }
        if (ear != null && ear.ended()) {
            // Who has stopped listening may still hold what was heard.
            ear = null;
        }
    }
}
