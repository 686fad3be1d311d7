package banyan.cache;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The device's key as 64 hexadecimal digits in a file: one that is handed over is read, one of ours is made and destroyed too. */
final class DeviceKeyFile {
    /** There is no such key. */
    static final String NONE = "DEVICE-KEY-MISSING";

    private static final Logger LOG = LoggerFactory.getLogger(DeviceKeyFile.class);
    private static final int KEY = 32;

    private DeviceKeyFile() {}

    /** The key that wraps from now on; made where it is in a file of ours and there is none. */
    static Read now(DeviceKey key, Disk disk) {
        return switch (key) {
            case DeviceKey.Credential(var file) -> handedOver(file);
            case DeviceKey.Development(var file) -> readOrMade(file, disk);
        };
    }

    /** The key until now, where another takes its place. */
    static Read before(DeviceKey key) {
        if (!Files.exists(key.before(), LinkOption.NOFOLLOW_LINKS)) {
            return new Read.No(NONE);
        }
        return switch (key) {
            case DeviceKey.Credential _ -> handedOver(key.before());
            case DeviceKey.Development _ -> read(key.before());
        };
    }

    /** Of a key in a file of ours nothing is to remain. */
    static void destroy(Path file) {
        try {
            if (Files.exists(file)) {
                new OsDisk().overwrite(file, new byte[(int) Files.size(file)]);
                Files.delete(file);
            }
        } catch (IOException stays) {
            LOG.warn("DEVICE-KEY-NOT-REMOVED");
        }
    }

    /** What became of reading a key. */
    sealed interface Read {
        record Key(byte[] key) implements Read {
            @Override
            public String toString() {
                return "Key";
            }
        }

        record No(String code) implements Read {}
    }

    /** Who may read a credential is the service manager's affair: where it grants by access lists, the file's mode does not show it. */
    private static Read handedOver(Path file) {
        try {
            return parsed(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            return new Read.No("DEVICE-KEY-UNREADABLE");
        }
    }

    private static Read readOrMade(Path file, Disk disk) {
        Read read = read(file);
        return read.equals(new Read.No(NONE)) ? make(file, disk) : read;
    }

    private static Read read(Path keyFile) {
        try {
            Set<PosixFilePermission> rights = Files.getPosixFilePermissions(keyFile, LinkOption.NOFOLLOW_LINKS);
            if (!Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE)
                    .containsAll(rights)) {
                return new Read.No("DEVICE-KEY-EXPOSED");
            }
            return parsed(Files.readAllBytes(keyFile));
        } catch (NoSuchFileException none) {
            return new Read.No(NONE);
        } catch (IOException unreadable) {
            return new Read.No("DEVICE-KEY-UNREADABLE");
        }
    }

    private static Read parsed(byte[] text) {
        try {
            byte[] key = HexFormat.of().parseHex(new String(text, StandardCharsets.US_ASCII).strip());
            return key.length == KEY ? new Read.Key(key) : new Read.No("DEVICE-KEY-DAMAGED");
        } catch (IllegalArgumentException notHexadecimal) {
            return new Read.No("DEVICE-KEY-DAMAGED");
        } finally {
            Arrays.fill(text, (byte) 0);
        }
    }

    private static Read make(Path keyFile, Disk disk) {
        byte[] key = Randomness.bytes(KEY);
        byte[] text = (HexFormat.of().formatHex(key) + "\n").getBytes(StandardCharsets.US_ASCII);
        Path folder = keyFile.toAbsolutePath().getParent();
        Path part = keyFile.resolveSibling(keyFile.getFileName() + ".part");
        try {
            if (folder != null) {
                disk.makeFolder(folder);
            }
            boolean _ = disk.delete(part);
            try (Disk.Output output = disk.create(part)) {
                Disk.writeAll(output, text, 0, text.length);
                output.force();
            }
            disk.move(part, keyFile);
            if (folder != null) {
                disk.flushFolder(folder);
            }
            LOG.info("DEVICE-KEY-MADE");
            return new Read.Key(key);
        } catch (IOException failure) {
            return new Read.No(Disk.isFull(failure) ? "DISK-FULL" : "DEVICE-KEY-UNWRITABLE");
        } finally {
            Arrays.fill(text, (byte) 0);
        }
    }
}
