package banyan.kit.transcript;

import banyan.conformance.Tap.Direction;
import banyan.kit.transcript.Transcript.Line;
import banyan.simulator.wire.SerialWire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The device's side of a transcript, on a serial port of our own. What the driver asks is looked for among what was asked then; the
 * answers to the same question come in their order, and the last one again and again: a driver may ask how the device is more often
 * than it did that day, and nothing else may be different.
 */
public final class Replay implements AutoCloseable {
    private static final int AT_ONCE_BAUD = 4_000_000;

    /** How the answers are cut up. */
    public enum Portions {
        /** As they were recorded. */
        WHOLE,
        /** One byte at a time. */
        BYTE_BY_BYTE,
        /** All that comes together in one piece. */
        MERGED
    }

    /** So much later is no longer the same answer: what a person did came by itself. */
    private static final long BY_ITSELF_MILLIS = 100;

    /** Nobody waits longer than this for what a person did. */
    private static final long LONGEST_MILLIS = 2000;

    /** A question and what came until the next. */
    private record Exchange(Line question, List<Line> answers) {
        int length() {
            return question.bytes().length;
        }

        /** How long after what was before it an answer came. */
        long pause(int answer) {
            long before = answer == 0 ? question.millis() : answers.get(answer - 1).millis();
            long pause = answers.get(answer).millis() - before;
            return pause < BY_ITSELF_MILLIS ? 0 : Math.min(pause, LONGEST_MILLIS);
        }
    }

    private final List<Exchange> exchanges = new ArrayList<>();
    private final Map<String, Integer> used = new HashMap<>();
    private final Portions portions;
    private final SerialWire wire;
    private byte[] pending = new byte[0];
    private volatile Optional<String> unexpected = Optional.empty();
    private volatile boolean closed;

    /** A device that says what the device said then. */
    public Replay(Transcript transcript, Portions portions) {
        this.portions = portions;
        for (Line line : transcript.lines()) {
            if (line.direction() == Direction.TO_DEVICE) {
                exchanges.add(new Exchange(line, new ArrayList<>()));
            } else if (exchanges.isEmpty()) {
                throw new IllegalArgumentException("a transcript begins with what the driver sends");
            } else {
                exchanges.getLast().answers().add(line);
            }
        }
        try {
            wire = new SerialWire(
                    "replay", Files.createTempDirectory("banyan-replay"), AT_ONCE_BAUD, new byte[0], false, this::heard);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        wire.plug();
    }

    /** The port that the driver opens. */
    public Path port() {
        return wire.link();
    }

    /** What the driver sent that was never sent then; empty while there was nothing. */
    public Optional<String> unexpected() {
        return unexpected;
    }

    private void heard(byte[] bytes, int count) {
        byte[] all = Arrays.copyOf(pending, pending.length + count);
        System.arraycopy(bytes, 0, all, pending.length, count);
        pending = all;
        Optional<Exchange> next = next();
        while (next.isPresent()) {
            pending = Arrays.copyOfRange(pending, next.get().length(), pending.length);
            answer(next.get());
            next = next();
        }
        if (pending.length > 0 && exchanges.stream().noneMatch(exchange -> exchange.question().fits(pending, pending.length))) {
            unexpected = Optional.of(HexFormat.of().formatHex(pending));
            pending = new byte[0];
        }
    }

    private Optional<Exchange> next() {
        // What is hidden fits anything, so what is said in the open goes before it.
        Optional<Exchange> first = exchanges.stream()
                .filter(exchange -> exchange.length() <= pending.length && exchange.question().fits(pending, pending.length))
                .min(Comparator.comparingInt(exchange -> exchange.question().hidden().cardinality()));
        if (first.isEmpty()) {
            return first;
        }
        String question = first.get().question().hex();
        List<Exchange> same = exchanges.stream()
                .filter(exchange -> exchange.question().hex().equals(question))
                .toList();
        int turn = used.merge(question, 1, Integer::sum) - 1;
        return Optional.of(same.get(Math.min(turn, same.size() - 1)));
    }

    /** What came by itself comes so much later again, whatever is asked meanwhile. */
    private void answer(Exchange exchange) {
        int at = 0;
        while (at < exchange.answers().size() && exchange.pause(at) == 0) {
            at++;
        }
        say(exchange.answers().subList(0, at));
        if (at < exchange.answers().size()) {
            int from = at;
            Thread _ = Thread.ofVirtual().start(() -> sayLater(exchange, from));
        }
    }

    private void sayLater(Exchange exchange, int from) {
        int at = from;
        while (at < exchange.answers().size()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(exchange.pause(at)));
            int to = at + 1;
            while (to < exchange.answers().size() && exchange.pause(to) == 0) {
                to++;
            }
            if (closed) {
                return;
            }
            say(exchange.answers().subList(at, to));
            at = to;
        }
    }

    private void say(List<Line> answers) {
        switch (portions) {
            case WHOLE -> answers.forEach(answer -> wire.send(answer.bytes()));
            case BYTE_BY_BYTE -> answers.forEach(answer -> {
                for (byte one : answer.bytes()) {
                    wire.send(new byte[] {one});
                }
            });
            case MERGED -> {
                ByteArrayOutputStream all = new ByteArrayOutputStream();
                answers.forEach(answer -> all.writeBytes(answer.bytes()));
                wire.send(all.toByteArray());
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        wire.close();
    }
}
