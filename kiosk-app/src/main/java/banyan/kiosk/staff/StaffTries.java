package banyan.kiosk.staff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * How often somebody has tried in vain to open the staff mode. After five times there is a pause that doubles with each further
 * one. It is kept on the disk, so that switching the terminal off and on does not shorten it.
 */
public final class StaffTries {
    private static final int FREE = 5;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(15);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int DOUBLINGS = 10;

    private final Path file;
    private final InstantSource clock;
    private int failures;
    private Instant until = Instant.EPOCH;

    /** Reads what is known; a file that cannot be read counts as the last free try. */
    public StaffTries(Path file, InstantSource clock) {
        this.file = file;
        this.clock = clock;
        if (Files.exists(file)) {
            try {
                String[] parts = Files.readString(file, StandardCharsets.US_ASCII).strip().split(" ", -1);
                failures = Math.clamp(Integer.parseInt(parts[0]), 0, Integer.MAX_VALUE - 1);
                until = Instant.ofEpochSecond(Long.parseLong(parts[1]));
            } catch (IOException | RuntimeException unreadable) {
                failures = FREE - 1;
            }
        }
    }

    /** How long nobody may try; empty: now. */
    public synchronized Optional<Duration> pause() {
        Duration left = Duration.between(clock.instant(), until);
        // A clock that was set back must not lock staff out for years.
        Duration believed = left.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : left;
        return believed.isPositive() ? Optional.of(believed) : Optional.empty();
    }

    /** Somebody tried in vain. */
    public synchronized void failed() {
        failures++;
        if (failures >= FREE) {
            Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - FREE, DOUBLINGS));
            until = clock.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
        }
        write();
    }

    /** Somebody was recognised. */
    public synchronized void succeeded() {
        failures = 0;
        until = Instant.EPOCH;
        write();
    }

    /** What cannot be written still counts until the program ends. */
    private void write() {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        var bytes = ByteBuffer.wrap((failures + " " + until.getEpochSecond()).getBytes(StandardCharsets.US_ASCII));
        try (FileChannel channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException full) {
            // Said by the room that is missing, elsewhere.
        }
    }
}
