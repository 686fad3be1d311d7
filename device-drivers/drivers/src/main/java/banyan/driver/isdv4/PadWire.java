package banyan.driver.isdv4;

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
import banyan.driver.isdv4.Packets.Parsed;
import banyan.wire.SerialLine;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What runs on the pad's thread. */
final class PadWire implements Wire {
    private static final Fault SILENT = new Fault(Kind.TIMEOUT, Remedy.RESET, "PAD-SILENT");
    private static final Fault REPLACED = new Fault(Kind.CANCELLED, Remedy.RETRY, "PAD-REPLACED");

    /** A pad that was stopped needs this long before it can be asked (wacom_w8001.c). */
    private static final Duration SETTLING = Duration.ofMillis(250);

    private static final Duration ANSWER = Duration.ofMillis(400);

    /** While the pen writes: a packet takes 2.3 ms at 38400 baud, and is to be seen within 50. */
    private static final Duration WHILE_WRITING = Duration.ofMillis(4);

    private static final Duration BETWEEN_QUERIES = Duration.ofMillis(500);

    /** Whether the port is still there is looked at more often than the pad itself is asked. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private static final Duration BELIEVED = Duration.ofSeconds(3);
    private static final int UNANSWERED = 4;

    /** Start bit, eight bits, stop bit. */
    private static final double BITS_PER_BYTE = 10;

    private final String path;
    private final long nanosPerByte;
    private final int baud;
    private final byte[] buffer = new byte[64];
    private int count;
    private @Nullable SerialLine line;
    private @Nullable Ink ink;
    private Parsed.Limits limits = new Parsed.Limits(1, 1, 1, 0);
    private Nameplate nameplate = Nameplate.BLANK;
    private DeviceState standing = new DeviceState.Opening();
    private Fault lost = DeviceThread.CLOSED;
    private int unanswered;
    private Deadline asked = Deadline.in(BETWEEN_QUERIES);
    private long lastNanos = System.nanoTime();

    PadWire(String path, int baud) {
        this.path = path;
        this.baud = baud;
        this.nanosPerByte = Math.round(BITS_PER_BYTE / baud * 1e9);
    }

    /** The ink of one capture on its way to its listener. */
    final class Ink {
        private final InkListener listener;
        private final double aspect;
        private volatile boolean ended;
        private boolean touching;

        Ink(InkListener listener, double aspect) {
            this.listener = listener;
            this.aspect = aspect;
        }

        double aspect() {
            return aspect;
        }

        /** From any thread: no point that arrives later reaches the listener; the pad is stopped with the next look at it. */
        synchronized void end() {
            ended = true;
        }

        /** Under the same lock as the end: whoever has ended the capture has seen its last point. */
        private synchronized void point(PenPoint point) {
            if (!ended) {
                DeviceThread.tell(() -> listener.point(point));
            }
        }

        private void stopped(Fault fault) {
            if (!ended) {
                ended = true;
                DeviceThread.tell(() -> listener.stopped(fault));
            }
        }
    }

    @Override
    public Outcome<DeviceState> open(Turn turn) {
        return SerialLine.open(path, baud, "PAD").then(opened -> {
            line = opened;
            return opened.write(new byte[] {Packets.STOP}).then(_ -> {
                turn.pause(SETTLING);
                Outcome<Parsed.Limits> first = query(turn);
                // A pad that just got power may miss the first question.
                Outcome<Parsed.Limits> answered = first instanceof Outcome.Failed<Parsed.Limits> ? query(turn) : first;
                return answered.map(_ -> standing = DeviceState.ready());
            });
        });
    }

    @Override
    public Nameplate nameplate() {
        return nameplate;
    }

    private SerialLine line() {
        return Objects.requireNonNull(line);
    }

    /** Asks for the largest values, which is also how an idle pad shows that it lives. */
    private Outcome<Parsed.Limits> query(Turn turn) {
        line().discard();
        forget();
        return line().write(new byte[] {Packets.QUERY}).then(_ -> {
            Deadline limit = Deadline.in(ANSWER);
            while (true) {
                Parsed parsed = Packets.parse(buffer, count);
                drop(Packets.length(parsed));
                if (parsed instanceof Parsed.Limits found && found.x() > 0 && found.y() > 0 && found.pressure() > 0) {
                    turn.heard();
                    limits = found;
                    nameplate = new Nameplate(
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(Integer.toString(found.version())));
                    return Outcome.done(found);
                }
                if (parsed instanceof Parsed.Incomplete) {
                    if (limit.passed()) {
                        return Outcome.failed(SILENT);
                    }
                    if (!(line().await(turn, buffer, count, limit.left())
                            instanceof Outcome.Done<Integer>(var arrived))) {
                        return Outcome.failed(line().lost().or(turn::over).orElse(SILENT));
                    }
                    count += arrived;
                }
            }
        });
    }

    /** Begins a capture, in place of an earlier one. */
    Outcome<Ink> begin(Turn turn, InkListener listener) {
        if (ink != null) {
            ink.stopped(REPLACED);
            ink = null;
        }
        // Asked first whether it is there at all: a pad says nothing to being started.
        return query(turn).then(_ -> line().write(new byte[] {Packets.START})).map(_ -> {
            forget();
            Ink begun = new Ink(listener, (double) limits.x() / limits.y());
            ink = begun;
            return begun;
        });
    }

    @Override
    public DeviceState tend(Turn turn) {
        if (ink != null && ink.ended) {
            return stop(turn);
        }
        return ink == null ? check(turn) : write(turn, ink);
    }

    /** A pad that writes is heard by what it writes; any other is asked now. */
    @Override
    public DeviceState examine(Turn turn) {
        asked = Deadline.in(Duration.ZERO);
        return tend(turn);
    }

    private DeviceState stop(Turn turn) {
        ink = null;
        forget();
        if (line().write(new byte[] {Packets.STOP}) instanceof Outcome.Failed<Boolean>(var fault)) {
            return gone(fault);
        }
        turn.pause(SETTLING);
        return standing = DeviceState.ready();
    }

    private DeviceState check(Turn turn) {
        Optional<Fault> unplugged = line().lost();
        if (unplugged.isPresent()) {
            return gone(unplugged.get());
        }
        if (!asked.passed()) {
            return standing;
        }
        asked = Deadline.in(BETWEEN_QUERIES);
        return switch (query(turn)) {
            case Outcome.Done<Parsed.Limits> _ -> {
                unanswered = 0;
                yield standing = DeviceState.ready();
            }
            case Outcome.Failed<Parsed.Limits>(var fault) -> {
                unanswered++;
                if (fault.kind() == Kind.DISCONNECTED || unanswered >= UNANSWERED) {
                    yield gone(fault);
                }
                if (!(standing instanceof DeviceState.Unknown)) {
                    standing = new DeviceState.Unknown(Instant.now());
                }
                yield standing;
            }
        };
    }

    private DeviceState gone(Fault fault) {
        lost = fault;
        return new DeviceState.Absent(fault);
    }

    /** Hands over what the pen wrote. A pen that is away says nothing, so a line that is open counts as heard. */
    private DeviceState write(Turn turn, Ink running) {
        int arrived = line().read(buffer, count);
        while (arrived > 0) {
            long now = System.nanoTime();
            count += arrived;
            Parsed parsed = Packets.parse(buffer, count);
            while (!(parsed instanceof Parsed.Incomplete)) {
                drop(Packets.length(parsed));
                if (parsed instanceof Parsed.Pen pen) {
                    hand(running, pen, now - count * nanosPerByte);
                }
                parsed = Packets.parse(buffer, count);
            }
            arrived = turn.over().isPresent() ? 0 : line().read(buffer, count);
        }
        Optional<Fault> fault = line().lost();
        if (fault.isPresent()) {
            return gone(fault.get());
        }
        turn.heard();
        return standing = new DeviceState.Busy();
    }

    /** A point, at the time its last byte arrived: what came after it in the same portion came later. */
    private void hand(Ink running, Parsed.Pen pen, long nanos) {
        boolean touching = pen.near() && pen.touching();
        if (!pen.near() && !running.touching || running.ended) {
            return;
        }
        running.touching = touching;
        lastNanos = Math.max(lastNanos, nanos);
        PenPoint point = new PenPoint(
                part(pen.x(), limits.x()),
                part(pen.y(), limits.y()),
                touching ? part(pen.pressure(), limits.pressure()) : 0,
                touching,
                lastNanos);
        running.point(point);
    }

    private static double part(int value, int most) {
        return Math.clamp((double) value / most, 0, 1);
    }

    private void drop(int bytes) {
        System.arraycopy(buffer, bytes, buffer, 0, count - bytes);
        Arrays.fill(buffer, count - bytes, count, (byte) 0);
        count -= bytes;
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
    public void shut() {
        if (ink != null) {
            ink.stopped(lost);
            ink = null;
        }
        if (line != null) {
            line.close();
            line = null;
        }
        forget();
        lost = DeviceThread.CLOSED;
        unanswered = 0;
        standing = new DeviceState.Opening();
    }

    @Override
    public void forget() {
        Arrays.fill(buffer, (byte) 0);
        count = 0;
    }
}
