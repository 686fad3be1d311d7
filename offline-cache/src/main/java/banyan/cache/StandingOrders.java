package banyan.cache;

import banyan.acceptance.Directive;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;

/**
 * What the centre has said of this terminal until it says otherwise: that it is closed, and a notice. In one small file, flushed and
 * renamed into place, so that a terminal that was closed is closed when it comes back. From any thread.
 */
public final class StandingOrders {
    private static final int LARGEST = 16 << 10;

    private final Path file;
    private volatile Held held;

    /** What is held; each in its latest word. */
    record Held(Optional<Directive> closure, Optional<Directive> notice) {
        static final Held NOTHING = new Held(Optional.empty(), Optional.empty());

        Held with(Directive order) {
            return switch (order.kind()) {
                case OUT_OF_SERVICE -> new Held(Optional.of(order), notice);
                case BACK_IN_SERVICE -> new Held(Optional.empty(), notice);
                case NOTICE -> new Held(closure, Optional.of(order));
                case FETCH_CATALOGUE, RESTART, SEND_LOG -> this;
            };
        }
    }

    private StandingOrders(Path file, Held held) {
        this.file = file;
        this.held = held;
    }

    /** Those that were held when the program ended. A file that does not read is none: the centre can say it again, and sees that it is open. */
    public static StandingOrders open(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                return new StandingOrders(file, Held.NOTHING);
            }
            return new StandingOrders(file, Wire.read(Files.readAllBytes(file), Held.class).orElse(Held.NOTHING));
        } catch (IOException noneOrUnreadable) {
            return new StandingOrders(file, Held.NOTHING);
        }
    }

    /** Holds this; false where the disk did not keep it, and then nothing has changed. */
    public synchronized boolean take(Directive order) {
        Held next = held.with(order);
        if (next.equals(held)) {
            return true;
        }
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (FileChannel out = FileChannel.open(
                    beside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(Wire.write(next));
                while (bytes.hasRemaining()) {
                    int _ = out.write(bytes);
                }
                out.force(true);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException disk) {
            return false;
        }
        held = next;
        return true;
    }

    /** Why nobody can begin now; empty while it is not so. */
    public Optional<Directive> closure(Instant now) {
        return held.closure().filter(one -> holds(one, now));
    }

    /** What is said to all who come; empty where nothing is. */
    public Optional<Directive> notice(Instant now) {
        return held.notice().filter(one -> holds(one, now));
    }

    private static boolean holds(Directive one, Instant now) {
        return one.until().filter(until -> !now.isBefore(until)).isEmpty();
    }
}
