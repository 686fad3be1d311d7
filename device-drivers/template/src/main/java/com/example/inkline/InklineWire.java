package com.example.inkline;

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
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What runs on the pad's thread, and only there. */
final class InklineWire implements Wire {
    private static final Fault UNPLUGGED = new Fault(Kind.DISCONNECTED, Remedy.CALL_STAFF, "INKLINE-UNPLUGGED");
    private static final Fault SILENT = new Fault(Kind.TIMEOUT, Remedy.RESET, "INKLINE-SILENT");
    private static final Fault REPLACED = new Fault(Kind.CANCELLED, Remedy.RETRY, "INKLINE-REPLACED");
    private static final Duration ANSWER = Duration.ofMillis(400);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(500);
    private static final int CONNECTING_MILLIS = 500;
    private static final int UNANSWERED = 4;

    private final InetSocketAddress address;
    private final byte[] buffer = new byte[4 * Lines.LONGEST];
    private int count;
    private @Nullable Socket socket;
    private @Nullable Ink ink;
    private Nameplate nameplate = Nameplate.BLANK;
    private int[] limits = {1, 1, 1};
    private DeviceState standing = new DeviceState.Opening();
    private Fault lost = DeviceThread.CLOSED;
    private int unanswered;
    private Deadline asked = Deadline.in(BETWEEN_QUESTIONS);

    InklineWire(URI url) {
        address = new InetSocketAddress(url.getHost(), url.getPort());
    }

    @Override
    public Outcome<DeviceState> open(Turn turn) {
        try {
            socket = new Socket();
            socket.connect(address, CONNECTING_MILLIS);
            socket.setSoTimeout(1);
            socket.setTcpNoDelay(true);
        } catch (IOException _) {
            return Outcome.failed(UNPLUGGED);
        }
        return ask(turn, "?", 'I').map(_ -> standing = DeviceState.ready());
    }

    /** Sends a word and waits for the line that answers it; what else comes meanwhile is an older answer, or ink nobody waits for. */
    private Outcome<Boolean> ask(Turn turn, String word, char answer) {
        Deadline limit = Deadline.in(ANSWER);
        if (!send(word)) {
            return Outcome.failed(UNPLUGGED);
        }
        while (true) {
            Lines.Parsed parsed = Lines.parse(buffer, count);
            boolean answered =
                    parsed instanceof Lines.Parsed.Complete(int length) && buffer[0] == answer && understood(length);
            drop(Lines.length(parsed));
            if (answered) {
                turn.heard();
                unanswered = 0;
                return Outcome.done(true);
            }
            if (parsed instanceof Lines.Parsed.Incomplete) {
                Optional<Fault> over = turn.over();
                if (over.isPresent() || limit.passed()) {
                    return Outcome.failed(over.orElse(SILENT));
                }
                if (!take()) {
                    return Outcome.failed(UNPLUGGED);
                }
            }
        }
    }

    /** What the pad says of itself is kept; the other answers say nothing more than that they came. */
    private boolean understood(int length) {
        if (buffer[0] != 'I') {
            return true;
        }
        String[] words = Lines.words(buffer, length);
        if (words.length != 7 || !(words[4] + words[5] + words[6]).matches("[1-9][0-9]{2,17}")) {
            return false;
        }
        nameplate = new Nameplate(
                Optional.of(words[1]), Optional.of(words[2]), Optional.of(words[3]), Optional.empty());
        limits = new int[] {Integer.parseInt(words[4]), Integer.parseInt(words[5]), Integer.parseInt(words[6])};
        return true;
    }

    /** Begins a capture, in place of an earlier one. */
    Outcome<Ink> begin(Turn turn, InkListener listener) {
        if (ink != null) {
            ink.stopped(REPLACED);
            ink = null;
        }
        return ask(turn, "B", 'B').map(_ -> ink = new Ink(listener, (double) limits[0] / limits[1]));
    }

    @Override
    public DeviceState tend(Turn turn) {
        if (ink != null && ink.ended()) {
            ink = null;
            return judged(ask(turn, "E", 'E'));
        }
        if (!take()) {
            return gone(UNPLUGGED);
        }
        if (ink != null) {
            hand(ink);
            turn.heard();
            return standing = new DeviceState.Busy();
        }
        return asked.passed() ? examine(turn) : standing;
    }

    /** A pad that writes is heard by what it writes; any other is asked now. */
    @Override
    public DeviceState examine(Turn turn) {
        asked = Deadline.in(BETWEEN_QUESTIONS);
        return ink == null ? judged(ask(turn, "?", 'I')) : tend(turn);
    }

    private DeviceState judged(Outcome<Boolean> answer) {
        return switch (answer) {
            case Outcome.Done<Boolean> _ -> standing = DeviceState.ready();
            case Outcome.Failed<Boolean>(var fault) -> {
                unanswered++;
                if (fault.kind() == Kind.DISCONNECTED || unanswered >= UNANSWERED) {
                    yield gone(fault);
                }
                // Since when is said once, so that it is one state and not many.
                yield standing = standing instanceof DeviceState.Unknown ? standing : new DeviceState.Unknown(Instant.now());
            }
        };
    }

    private DeviceState gone(Fault fault) {
        lost = fault;
        return new DeviceState.Absent(fault);
    }

    /** Hands over what the pen wrote. */
    private void hand(Ink running) {
        boolean more = true;
        while (more) {
            Lines.Parsed parsed = Lines.parse(buffer, count);
            if (parsed instanceof Lines.Parsed.Complete(int length) && buffer[0] == 'P') {
                int[] point = Lines.numbers(buffer, length);
                if (point.length == 3) {
                    running.point(new PenPoint(
                            part(point[0], limits[0]),
                            part(point[1], limits[1]),
                            part(point[2] - 1, limits[2]),
                            point[2] > 0,
                            System.nanoTime()));
                }
            }
            drop(Lines.length(parsed));
            more = !(parsed instanceof Lines.Parsed.Incomplete) || count < buffer.length && arrived() > 0;
        }
    }

    private static double part(int value, int most) {
        return Math.clamp((double) value / most, 0, 1);
    }

    private boolean send(String word) {
        try {
            if (socket != null) {
                socket.getOutputStream().write(Lines.line(word));
                return true;
            }
        } catch (IOException _) {
            // It went away: said below.
        }
        return false;
    }

    /** Takes what has arrived; false where the pad is gone. */
    private boolean take() {
        return arrived() >= 0;
    }

    /** How many bytes have arrived within a millisecond; -1 where the pad is gone. */
    private int arrived() {
        if (socket == null || count == buffer.length) {
            return socket == null ? -1 : 0;
        }
        try {
            int more = socket.getInputStream().read(buffer, count, buffer.length - count);
            count += Math.max(0, more);
            return more;
        } catch (SocketTimeoutException _) {
            return 0;
        } catch (IOException _) {
            return -1;
        }
    }

    /** What was read is overwritten at once: a signature is personal. */
    private void drop(int bytes) {
        System.arraycopy(buffer, bytes, buffer, 0, count - bytes);
        Arrays.fill(buffer, count - bytes, count, (byte) 0);
        count -= bytes;
    }

    @Override
    public Duration rest(Pace pace) {
        return ink == null ? pace.between(Duration.ofMillis(100)) : Duration.ofMillis(4);
    }

    @Override
    public Duration believedFor() {
        return Duration.ofSeconds(3);
    }

    @Override
    public Nameplate nameplate() {
        return nameplate;
    }

    @Override
    public void shut() {
        if (ink != null) {
            ink.stopped(lost);
            ink = null;
        }
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException _) {
                // Closed is closed.
            }
            socket = null;
        }
        forget();
        lost = DeviceThread.CLOSED;
        unanswered = 0;
        standing = new DeviceState.Opening();
    }

    @Override
    public void forget() {
        drop(count);
    }
}
