package banyan.cache;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where the epochs' keys lie, beside the journal: two files that say the same, so that no damage to one of them costs an entry. One is
 * replaced after the other, each as a whole, and what it held before is overwritten.
 */
final class EpochFile {
    static final List<String> COPIES = List.of("epochs.1", "epochs.2");

    private static final byte[] MAGIC = "BANYANE1".getBytes(StandardCharsets.US_ASCII);
    private static final String PART = ".part";
    private static final String BEFORE = ".before";
    private static final int LARGEST = 8 << 20;

    private final Disk disk;
    private final Path folder;

    EpochFile(Disk disk, Path folder) {
        this.disk = disk;
        this.folder = folder;
    }

    /** Whether there is any. */
    boolean exists() {
        return COPIES.stream().anyMatch(name -> disk.exists(folder.resolve(name)));
    }

    /** Whether a journal lies here. Without epochs beside it, it is one of before there were epochs. */
    boolean hasJournal() throws IOException {
        return disk.list(folder).stream()
                .map(file -> String.valueOf(file.getFileName()))
                .anyMatch(name -> name.startsWith("journal."));
    }

    /** The records of each copy, in their order; none where a copy is missing. */
    List<List<EpochRecord>> read() throws IOException {
        List<List<EpochRecord>> copies = new ArrayList<>();
        for (String name : COPIES) {
            Path file = folder.resolve(name);
            copies.add(disk.exists(file) ? parsed(bytes(file)) : List.of());
        }
        return copies;
    }

    /** The records in the bytes of such a file, which may be anything. */
    static List<EpochRecord> parsed(byte[] file) {
        return EpochRecord.all(file, MAGIC.length);
    }

    private byte[] bytes(Path file) throws IOException {
        try (InputStream in = disk.open(file)) {
            return in.readNBytes(LARGEST);
        }
    }

    /** Whether both copies are there and say these records, and nothing is left of earlier ones. */
    boolean says(List<EpochRecord> records) throws IOException {
        byte[] right = file(records);
        for (String name : COPIES) {
            Path file = folder.resolve(name);
            if (!disk.exists(file) || disk.exists(before(file)) || !Arrays.equals(right, bytes(file))) {
                return false;
            }
        }
        return true;
    }

    /** Writes both copies, one after the other: at every moment one of them is whole. When it returns they survive a power cut. */
    void write(List<EpochRecord> records) throws IOException {
        byte[] bytes = file(records);
        disk.makeFolder(folder);
        for (String name : COPIES) {
            replace(folder.resolve(name), bytes);
        }
    }

    private void replace(Path file, byte[] bytes) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + PART);
        boolean _ = disk.delete(part);
        try (Disk.Output output = disk.create(part)) {
            Disk.writeAll(output, bytes, 0, bytes.length);
            output.force();
        }
        destroy(before(file));
        if (disk.exists(file)) {
            // Never a second name for it: what is overwritten next must not be what counts.
            disk.move(file, before(file));
        }
        disk.move(part, file);
        disk.flushFolder(folder);
        destroy(before(file));
    }

    /** A record that is no longer in use is a key that nobody is to find. */
    private void destroy(Path file) throws IOException {
        if (disk.exists(file)) {
            disk.overwrite(file, new byte[(int) Math.min(disk.size(file), LARGEST)]);
            boolean _ = disk.delete(file);
        }
    }

    private static Path before(Path file) {
        return file.resolveSibling(file.getFileName() + BEFORE);
    }

    private static byte[] file(List<EpochRecord> records) {
        byte[] bytes = Arrays.copyOf(MAGIC, MAGIC.length + records.size() * EpochRecord.LENGTH);
        int at = MAGIC.length;
        for (EpochRecord record : records) {
            System.arraycopy(record.bytes(), 0, bytes, at, EpochRecord.LENGTH);
            at += EpochRecord.LENGTH;
        }
        return bytes;
    }
}
