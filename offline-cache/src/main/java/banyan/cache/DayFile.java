package banyan.cache;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which days have been reckoned, in a small file: one line {@code through DAY}, and a line {@code open DAY} for each before it that is
 * to be looked at again. Days only. Where it is lost, days are reckoned once more, with one effect.
 */
final class DayFile {
    private static final Logger LOG = LoggerFactory.getLogger(DayFile.class);
    private static final int LARGEST = 1 << 20;

    private final Disk disk;
    private final Path file;

    /** What it says. */
    record Said(LocalDate through, SortedSet<LocalDate> open) {
        /** This day has been looked at. */
        Said with(LocalDate day, boolean closed) {
            SortedSet<LocalDate> now = new TreeSet<>(open);
            boolean _ = closed ? now.remove(day) : now.add(day);
            return new Said(day.isAfter(through) ? day : through, now);
        }
    }

    DayFile(Disk disk, Path folder) {
        this.disk = disk;
        this.file = folder.resolve("days");
    }

    /** Empty where there is none, or none that can be understood. */
    Optional<Said> read() {
        if (!disk.exists(file)) {
            return Optional.empty();
        }
        try (InputStream from = disk.open(file)) {
            return parsed(new String(from.readNBytes(LARGEST), StandardCharsets.US_ASCII));
        } catch (IOException unreadable) {
            LOG.warn("DAYS-UNREADABLE");
            return Optional.empty();
        }
    }

    private static Optional<Said> parsed(String text) {
        try {
            Optional<LocalDate> through = Optional.empty();
            SortedSet<LocalDate> open = new TreeSet<>();
            for (String line : text.lines().toList()) {
                String[] words = line.split(" ", 2);
                LocalDate day = LocalDate.parse(words.length == 2 ? words[1] : "");
                if (words[0].equals("through")) {
                    through = Optional.of(day);
                } else {
                    boolean _ = open.add(day);
                }
            }
            return through.map(last -> new Said(last, open));
        } catch (DateTimeException notDays) {
            return Optional.empty();
        }
    }

    /** Whether it is on the disk. */
    boolean write(Said said) {
        List<String> lines = new ArrayList<>();
        lines.add("through " + said.through());
        said.open().forEach(day -> lines.add("open " + day));
        byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.US_ASCII);
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            boolean _ = disk.delete(part);
            try (Disk.Output output = disk.create(part)) {
                Disk.writeAll(output, bytes, 0, bytes.length);
                output.force();
            }
            disk.move(part, file);
            disk.flushFolder(file.resolveSibling(""));
            return true;
        } catch (IOException nextTime) {
            LOG.warn("DAYS-UNWRITABLE");
            return false;
        }
    }
}
