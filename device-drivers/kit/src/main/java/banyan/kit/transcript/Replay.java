package banyan.kit.transcript;

import banyan.conformance.Tap.Direction;
import banyan.simulator.wire.SerialWire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        /** All that answers one question in one piece. */
        MERGED
    }

    /** A question and what came until the next. */
    private record Exchange(byte[] question, List<byte[]> answers) {}

    private final List<Exchange> exchanges = new ArrayList<>();
    private final Map<String, Integer> used = new HashMap<>();
    private final Portions portions;
    private final SerialWire wire;
    private byte[] pending = new byte[0];
    private volatile Optional<String> unexpected = Optional.empty();

    /** A device that says what the device said then. */
    public Replay(Transcript transcript, Portions portions) {
        this.portions = portions;
        for (Transcript.Line line : transcript.lines()) {
            if (line.direction() == Direction.TO_DEVICE) {
                exchanges.add(new Exchange(line.bytes(), new ArrayList<>()));
            } else if (exchanges.isEmpty()) {
                throw new IllegalArgumentException("a transcript begins with what the driver sends");
            } else {
                exchanges.getLast().answers().add(line.bytes());
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
            pending = Arrays.copyOfRange(pending, next.get().question().length, pending.length);
            answer(next.get());
            next = next();
        }
        if (pending.length > 0 && exchanges.stream().noneMatch(exchange -> startsWith(exchange.question(), pending))) {
            unexpected = Optional.of(HexFormat.of().formatHex(pending));
            pending = new byte[0];
        }
    }

    private Optional<Exchange> next() {
        List<Exchange> same = exchanges.stream()
                .filter(exchange -> startsWith(pending, exchange.question()))
                .toList();
        if (same.isEmpty()) {
            return Optional.empty();
        }
        byte[] question = same.getFirst().question();
        List<Exchange> exactly =
                same.stream().filter(exchange -> Arrays.equals(exchange.question(), question)).toList();
        int turn = used.merge(HexFormat.of().formatHex(question), 1, Integer::sum) - 1;
        return Optional.of(exactly.get(Math.min(turn, exactly.size() - 1)));
    }

    private static boolean startsWith(byte[] whole, byte[] start) {
        return start.length <= whole.length && Arrays.equals(whole, 0, start.length, start, 0, start.length);
    }

    private void answer(Exchange exchange) {
        switch (portions) {
            case WHOLE -> exchange.answers().forEach(wire::send);
            case BYTE_BY_BYTE -> exchange.answers().forEach(answer -> {
                for (byte one : answer) {
                    wire.send(new byte[] {one});
                }
            });
            case MERGED -> {
                ByteArrayOutputStream all = new ByteArrayOutputStream();
                exchange.answers().forEach(all::writeBytes);
                wire.send(all.toByteArray());
            }
        }
    }

    @Override
    public void close() {
        wire.close();
    }
}
