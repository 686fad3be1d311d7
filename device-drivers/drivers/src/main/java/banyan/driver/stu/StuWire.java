package banyan.driver.stu;

import banyan.device.Deadline;
import banyan.device.DeviceState;
import banyan.device.DeviceThread;
import banyan.device.Fault;
import banyan.device.Fault.Kind;
import banyan.device.Fault.Remedy;
import banyan.device.Nameplate;
import banyan.device.Outcome;
import banyan.device.Pace;
import banyan.device.SignaturePad.InkListener;
import banyan.device.SignaturePad.PenPoint;
import banyan.device.Turn;
import banyan.device.Wire;
import banyan.driver.stu.StuReports.Capability;
import banyan.driver.stu.StuReports.Information;
import banyan.driver.stu.StuReports.Pen;
import banyan.wire.hid.HidAddress;
import banyan.wire.hid.HidLine;
import banyan.wire.hid.HidLine.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What runs on the pad's thread. */
final class StuWire implements Wire {
    private static final Fault GARBLED = new Fault(Kind.PROTOCOL, Remedy.RESET, "PAD-GARBLED");
    private static final Fault REPLACED = new Fault(Kind.CANCELLED, Remedy.RETRY, "PAD-REPLACED");

    private static final Duration ANSWER = Duration.ofMillis(400);
    private static final Duration WHILE_WRITING = Duration.ofMillis(4);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(500);
    private static final Duration BELIEVED = Duration.ofSeconds(3);
    private static final int UNANSWERED = 4;

    private final HidAddress where;
    private @Nullable HidLine line;
    private @Nullable Ink ink;
    private Capability limits = new Capability(1, 1, 1, 1, 1);
    private Nameplate nameplate = Nameplate.BLANK;
    private DeviceState standing = new DeviceState.Opening();
    private Fault lost = DeviceThread.CLOSED;
    private Deadline nextQuestion = Deadline.in(BETWEEN_QUESTIONS);
    private int unanswered;

    /** Whether the pen was last seen to touch. */
    private boolean touching;

    StuWire(HidAddress where) {
        this.where = where;
    }

    @Override
    public Outcome<DeviceState> open(Turn turn) {
        return HidLine.open(turn, where).then(opened -> {
            line = opened;
            return ask(turn).map(_ -> {
                nameplate = read(turn, opened);
                return standing = DeviceState.ready();
            });
        });
    }

    private HidLine line() {
        return Objects.requireNonNull(line);
    }

    /** Asks for the largest values, which is also how a pad without a pen shows that it lives. */
    private Outcome<Capability> ask(Turn turn) {
        nextQuestion = Deadline.in(BETWEEN_QUESTIONS);
        return line().feature(turn, StuReports.CAPABILITY, StuReports.MOST, ANSWER).then(report -> {
            Optional<Capability> said = StuReports.capability(report);
            if (said.isEmpty()) {
                return Outcome.failed(GARBLED);
            }
            turn.heard();
            limits = said.get();
            return Outcome.done(limits);
        });
    }

    /** What the pad says it is, and where it has no word of its own, what its USB strings say. */
    private static Nameplate read(Turn turn, HidLine line) {
        Nameplate usb = line.nameplate();
        Optional<Information> information = value(
                        line.feature(turn, StuReports.INFORMATION, StuReports.MOST, ANSWER))
                .flatMap(StuReports::information);
        Optional<String> serial = value(line.feature(turn, StuReports.SERIAL_NUMBER, StuReports.MOST, ANSWER))
                .flatMap(StuReports::serialNumber);
        return new Nameplate(
                usb.maker(),
                information.flatMap(Information::name).or(usb::model),
                serial.or(usb::serialNumber),
                information.map(Information::firmware));
    }

    private static Optional<byte[]> value(Outcome<byte[]> outcome) {
        return outcome instanceof Outcome.Done<byte[]>(var report) ? Optional.of(report) : Optional.empty();
    }

    /** Begins a capture, in place of an earlier one. */
    Outcome<Ink> begin(Turn turn, InkListener listener) {
        if (ink != null) {
            ink.stop(REPLACED);
            ink = null;
        }
        return ask(turn)
                .then(said -> line().setFeature(turn, StuReports.writingArea(said), ANSWER))
                .then(_ -> line().setFeature(turn, StuReports.clearScreen(), ANSWER))
                .then(_ -> line().setFeature(turn, StuReports.inkMode(true), ANSWER))
                .map(_ -> {
                    // What the pen did before nobody asked for.
                    forget();
                    touching = false;
                    Ink begun = new Ink(listener, (double) limits.x() / limits.y());
                    ink = begun;
                    return begun;
                });
    }

    @Override
    public DeviceState tend(Turn turn) {
        Ink running = ink;
        if (running != null && running.ended()) {
            ink = null;
            forget();
            // The next to come must not find what the last has written.
            var _ = line().setFeature(turn, StuReports.inkMode(false), ANSWER);
            var _ = line().setFeature(turn, StuReports.clearScreen(), ANSWER);
        } else if (running != null && running.takeClearing()) {
            var _ = line().setFeature(turn, StuReports.clearScreen(), ANSWER);
        }
        take(turn);
        Optional<Fault> unplugged = line().lost();
        if (unplugged.isPresent()) {
            return gone(unplugged.get());
        }
        if (nextQuestion.passed()) {
            return check(turn);
        }
        standing = stands();
        return standing;
    }

    private DeviceState stands() {
        if (unanswered > 0) {
            return standing;
        }
        return ink == null ? DeviceState.ready() : new DeviceState.Busy();
    }

    @Override
    public DeviceState examine(Turn turn) {
        nextQuestion = Deadline.in(Duration.ZERO);
        return tend(turn);
    }

    private DeviceState check(Turn turn) {
        switch (ask(turn)) {
            case Outcome.Done<Capability> _ -> {
                unanswered = 0;
                standing = stands();
            }
            case Outcome.Failed<Capability>(var fault) -> {
                unanswered++;
                if (fault.kind() == Kind.DISCONNECTED || unanswered >= UNANSWERED) {
                    return gone(fault);
                }
                standing = standing instanceof DeviceState.Unknown ? standing : new DeviceState.Unknown(Instant.now());
            }
        }
        return standing;
    }

    private DeviceState gone(Fault fault) {
        lost = fault;
        return new DeviceState.Absent(fault);
    }

    /** Hands over what the pen wrote; without a capture it is overwritten. */
    private void take(Turn turn) {
        Optional<Report> next = line().report();
        while (next.isPresent()) {
            Report report = next.get();
            Ink running = ink;
            if (running != null) {
                StuReports.pen(report.bytes(), limits).ifPresent(pen -> hand(running, pen, report.nanos()));
            }
            Arrays.fill(report.bytes(), (byte) 0);
            next = turn.over().isPresent() ? Optional.empty() : line().report();
        }
    }

    private void hand(Ink running, Pen pen, long nanos) {
        if (!pen.near() && !touching) {
            return;
        }
        touching = pen.touching();
        running.point(new PenPoint(
                (double) pen.x() / limits.x(),
                (double) pen.y() / limits.y(),
                pen.touching() ? (double) pen.pressure() / limits.pressure() : 0,
                pen.touching(),
                nanos));
    }

    @Override
    public Duration rest(Pace pace) {
        return ink == null ? pace.between(BETWEEN_LOOKS) : WHILE_WRITING;
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
        if (ink != null) {
            ink.stop(lost);
            ink = null;
        }
        if (line != null) {
            line.close();
            line = null;
        }
        lost = DeviceThread.CLOSED;
        unanswered = 0;
        standing = new DeviceState.Opening();
    }

    @Override
    public void forget() {
        if (line != null) {
            line.forget();
        }
        if (ink != null && ink.ended()) {
            ink = null;
        }
    }
}
