package banyan.kiosk.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Appends events to a file, one JSON object a line. Every value is a fixed identifier or a number, so nothing needs escaping.
 * Never fails a visit: when the disk takes nothing more, events are dropped and counted.
 */
public final class EventLog implements AutoCloseable {
    private static final long TURN_OVER_BYTES = 10_000_000;

    private final Path file;
    private final InstantSource clock;
    private FileChannel channel;
    private long dropped;

    private EventLog(Path file, InstantSource clock, FileChannel channel) {
        this.file = file;
        this.clock = clock;
        this.channel = channel;
    }

    /** Opens {@code events.jsonl} in this folder. */
    public static EventLog open(Path folder, InstantSource clock) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("events.jsonl");
        return new EventLog(file, clock, append(file));
    }

    /** Writes one down. From any thread. */
    public synchronized void write(Event event) {
        String line = line(event);
        try {
            if (channel.size() > TURN_OVER_BYTES) {
                channel.close();
                Files.move(file, file.resolveSibling("events-before.jsonl"), StandardCopyOption.REPLACE_EXISTING);
                channel = append(file);
            }
            ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException full) {
            dropped++;
        }
    }

    /** How many events the disk did not take. */
    public synchronized long dropped() {
        return dropped;
    }

    private String line(Event event) {
        StringBuilder line = new StringBuilder("{\"at\":\"")
                .append(clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .append("\",\"kind\":\"")
                .append(event.kind())
                .append('"');
        event.values().forEach((key, value) -> {
            line.append(",\"").append(key.name().toLowerCase(Locale.ROOT)).append("\":");
            switch (key.form()) {
                case CODE -> line.append('"').append(value).append('"');
                case NUMBER -> line.append(value);
            }
        });
        return line.append("}\n").toString();
    }

    private static FileChannel append(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    @Override
    public synchronized void close() throws IOException {
        channel.close();
    }
}
