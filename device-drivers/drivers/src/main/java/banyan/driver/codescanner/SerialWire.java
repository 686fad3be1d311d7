package banyan.driver.codescanner;

import banyan.device.CodeScanner.CodeListener;
import banyan.device.Deadline;
import banyan.device.DeviceState;
import banyan.device.DeviceThread;
import banyan.device.Fault;
import banyan.device.Fault.Kind;
import banyan.device.Outcome;
import banyan.device.Pace;
import banyan.device.Turn;
import banyan.driver.codescanner.Frames.Parsed;
import banyan.wire.SerialLine;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A scanner on a serial line. */
final class SerialWire implements ScannerWire {
    private static final Duration ANSWER = Duration.ofMillis(800);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(500);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Duration WHILE_LISTENING = Duration.ofMillis(8);
    private static final Duration STEP = Duration.ofMillis(2);
    private static final Duration BELIEVED = Duration.ofSeconds(3);

    /** After so many unanswered questions the scanner is taken for gone, and its port is opened anew. */
    private static final int UNANSWERED = 4;

    private final String path;
    private final int baud;
    private final Frames frames;
    private final Charset charset;
    private final byte[] buffer = new byte[Frames.MAX_LENGTH + 64];
    private int count;
    private long lastNanos = System.nanoTime();

    /** A frame that was too long is being dropped. */
    private boolean endless;

    private @Nullable SerialLine line;
    private @Nullable Ear ear;
    private DeviceState standing = new DeviceState.Opening();
    private Fault lost = DeviceThread.CLOSED;
    private Optional<Deadline> answerDue = Optional.empty();
    private Deadline nextQuestion = Deadline.in(Duration.ZERO);
    private int unanswered;

    SerialWire(String path, int baud, Frames frames, Charset charset) {
        this.path = path;
        this.baud = baud;
        this.frames = frames;
        this.charset = charset;
    }

    @Override
    public Outcome<DeviceState> open(Turn turn) {
        return SerialLine.open(path, baud, "CODE").then(opened -> {
            line = opened;
            Outcome<Boolean> first = settled(turn);
            // A scanner that just got power may miss the first question.
            return (first instanceof Outcome.Failed<Boolean> ? settled(turn) : first).map(_ -> standing = ready());
        });
    }

    private DeviceState ready() {
        return frames.asked() ? DeviceState.ready() : new DeviceState.Ready(Set.of(NOT_ASKED));
    }

    private SerialLine line() {
        return Objects.requireNonNull(line);
    }

    /** Lets what was scanned before pass by, up to the pause after it, and hears whether the scanner answers. */
    private Outcome<Boolean> settled(Turn turn) {
        forget();
        line().discard();
        lastNanos = System.nanoTime();
        Outcome<Boolean> asked = ask();
        Deadline limit = Deadline.in(ANSWER);
        while (asked instanceof Outcome.Done<Boolean>) {
            take(turn);
            Optional<Fault> over = line().lost().or(turn::over);
            if (over.isPresent()) {
                return Outcome.failed(over.get());
            }
            if (answerDue.isEmpty() && count == 0 && paused()) {
                return Outcome.done(true);
            }
            if (limit.passed() && answerDue.isPresent()) {
                return Outcome.failed(SILENT);
            }
            if (limit.passed()) {
                // Somebody scans all the time: the end of what is under way is no code.
                forget();
                endless = true;
                return Outcome.done(true);
            }
            turn.pause(STEP);
        }
        return asked;
    }

    private boolean paused() {
        return System.nanoTime() - lastNanos >= Frames.AFTER_A_CODE.toNanos();
    }

    private Outcome<Boolean> ask() {
        if (!frames.asked()) {
            return Outcome.done(true);
        }
        answerDue = Optional.of(Deadline.in(ANSWER));
        nextQuestion = Deadline.in(BETWEEN_QUESTIONS);
        return line().write(Frames.QUESTION);
    }

    @Override
    public Outcome<Ear> listen(Turn turn, CodeListener listener) {
        end(REPLACED);
        return settled(turn).map(_ -> {
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

    /** Takes what has arrived, and tells the codes in it to whoever listens. */
    private void take(Turn turn) {
        int arrived = line().read(buffer, count);
        while (arrived > 0) {
            count += arrived;
            lastNanos = System.nanoTime();
            understand(turn);
            arrived = line().read(buffer, count);
        }
        understand(turn);
        if (!frames.asked() && line().lost().isEmpty()) {
            turn.heard();
        }
    }

    private void understand(Turn turn) {
        Parsed parsed = next();
        while (!(parsed instanceof Parsed.Incomplete)) {
            switch (parsed) {
                case Parsed.Code code -> {
                    if (ear != null) {
                        ear.scanned(CodeText.of(buffer, code.from(), code.to(), charset));
                    }
                }
                case Parsed.Answer _ -> {
                    turn.heard();
                    answerDue = Optional.empty();
                    unanswered = 0;
                }
                case Parsed.Refused refused -> refuse(refused.fault());
                case Parsed.Endless _ -> endless = true;
                case Parsed.Garbage _, Parsed.Incomplete _ -> {}
            }
            drop(Frames.length(parsed, count));
            parsed = next();
        }
    }

    private Parsed next() {
        Duration pause = Duration.ofNanos(System.nanoTime() - lastNanos);
        if (endless) {
            if (!paused()) {
                return count > 0 ? new Parsed.Garbage(count) : new Parsed.Incomplete();
            }
            endless = false;
            refuse(CodeText.TOO_LONG);
        }
        return frames.parse(buffer, count, pause);
    }

    private void refuse(Fault fault) {
        if (ear != null) {
            ear.scanned(Outcome.failed(fault));
        }
    }

    private void drop(int bytes) {
        System.arraycopy(buffer, bytes, buffer, 0, count - bytes);
        Arrays.fill(buffer, count - bytes, count, (byte) 0);
        count -= bytes;
    }

    @Override
    public DeviceState tend(Turn turn) {
        if (ear != null && ear.ended()) {
            ear = null;
            forget();
        }
        take(turn);
        Optional<Fault> unplugged = line().lost();
        if (unplugged.isPresent()) {
            return gone(unplugged.get());
        }
        if (answerDue.isPresent() && answerDue.get().passed()) {
            answerDue = Optional.empty();
            unanswered++;
            if (unanswered >= UNANSWERED) {
                return gone(SILENT);
            }
            // Since when is said once, so that it is one state and not many.
            standing = standing instanceof DeviceState.Unknown ? standing : new DeviceState.Unknown(Instant.now());
        } else if (answerDue.isEmpty() && unanswered == 0) {
            standing = ready();
        }
        if (answerDue.isEmpty() && nextQuestion.passed() && ask() instanceof Outcome.Failed<Boolean>(var fault)) {
            return gone(fault);
        }
        return standing;
    }

    @Override
    public DeviceState examine(Turn turn) {
        return switch (settledBesideListening(turn)) {
            case Outcome.Done<Boolean> _ -> standing = ready();
            case Outcome.Failed<Boolean>(var fault) ->
                fault.kind() == Kind.DISCONNECTED ? gone(fault) : new DeviceState.Unknown(Instant.now());
        };
    }

    /** Asks now; codes that come meanwhile are told. */
    private Outcome<Boolean> settledBesideListening(Turn turn) {
        Outcome<Boolean> asked = ask();
        Deadline limit = Deadline.in(ANSWER);
        while (asked instanceof Outcome.Done<Boolean> && answerDue.isPresent()) {
            take(turn);
            Optional<Fault> over = line().lost().or(turn::over);
            if (over.isPresent() || limit.passed()) {
                return Outcome.failed(over.orElse(SILENT));
            }
            turn.pause(STEP);
        }
        return asked;
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
    public void shut() {
        end(lost);
        if (line != null) {
            line.close();
            line = null;
        }
        forget();
        lost = DeviceThread.CLOSED;
        answerDue = Optional.empty();
        unanswered = 0;
        standing = new DeviceState.Opening();
    }

    @Override
    public void forget() {
        Arrays.fill(buffer, (byte) 0);
        count = 0;
        endless = false;
        if (ear != null && ear.ended()) {
            // Who has stopped listening may still hold what was heard.
            ear = null;
        }
    }
}
