package banyan.server.store;

import banyan.acceptance.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Papers that have arrived in part, a file each, named by its upload. What a file holds beyond what its row says was promised to
 * nobody and is cut off. No terminal has a name that begins with a dot, so the folder stands beside theirs.
 */
final class UploadFolder {
    private static final int PORTION = 64 * 1024;

    private final Path folder;

    UploadFolder(Path papers) throws IOException {
        this.folder = papers.resolve(".uploads");
        OwnFolder.make(folder);
    }

    Path file(UUID token) {
        return folder.resolve(token.toString());
    }

    /** How much of it is on the disk; nothing where there is no file. */
    long size(UUID token) throws IOException {
        try {
            return Files.size(file(token));
        } catch (NoSuchFileException none) {
            return 0;
        }
    }

    /** Writes from {@code from} on, over whatever stands there, and returns when it is durable. */
    PaperStore.Appended append(UUID token, long from, long most, Optional<Sha256> promised, InputStream bytes)
            throws IOException {
        try (FileChannel file = FileChannel.open(
                file(token), Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), OwnFolder.FILE)) {
            file.truncate(from);
            file.position(from);
            PaperStore.Appended appended = receive(file, from, most, promised, bytes);
            if (appended instanceof PaperStore.Appended.Held) {
                file.force(true);
                flushName(from);
            } else {
                file.truncate(from);
            }
            return appended;
        } catch (IOException failure) {
            // The row is not told, so what has been written counts for nothing, and is written over.
            if (String.valueOf(failure.getMessage()).contains("No space left")) {
                return new PaperStore.Appended.NoRoom();
            }
            throw failure;
        }
    }

    private static PaperStore.Appended receive(
            FileChannel file, long from, long most, Optional<Sha256> promised, InputStream bytes) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] portion = new byte[PORTION];
        long size = 0;
        try {
            for (int count = bytes.read(portion); count >= 0; count = bytes.read(portion)) {
                size += count;
                if (size > most) {
                    return new PaperStore.Appended.TooLong();
                }
                digest.update(portion, 0, count);
                ByteBuffer left = ByteBuffer.wrap(portion, 0, count);
                // On a full disk a write may take less than it was given and say nothing.
                while (left.hasRemaining()) {
                    file.write(left);
                }
            }
        } catch (Arrival.Broken broken) {
            if (promised.isPresent()) {
                return new PaperStore.Appended.Broken();
            }
            return new PaperStore.Appended.Held(from + size, false);
        }
        Sha256 hash = Sha256.of(digest.digest(), 0);
        return promised.stream().allMatch(hash::equals)
                ? new PaperStore.Appended.Held(from + size, true)
                : new PaperStore.Appended.Differs();
    }

    /** A file that has just been made is there for good only once its folder has been flushed. */
    private void flushName(long from) throws IOException {
        if (from == 0) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** The hash of all of it; read anew, for a hash that was half done cannot be put away. */
    Sha256 hash(UUID token) throws IOException {
        MessageDigest digest = Sha256.digest();
        byte[] portion = new byte[PORTION];
        try (InputStream bytes = Files.newInputStream(file(token))) {
            for (int count = bytes.read(portion); count >= 0; count = bytes.read(portion)) {
                digest.update(portion, 0, count);
            }
        }
        return Sha256.of(digest.digest(), 0);
    }

    void drop(UUID token) throws IOException {
        Files.deleteIfExists(file(token));
    }

    /** Removes the files of no upload and cuts the others to what was promised. */
    void tidy(Map<UUID, Long> received) throws IOException {
        Map<String, Long> byName = received.entrySet().stream()
                .collect(Collectors.toMap(one -> one.getKey().toString(), Map.Entry::getValue));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Optional<Long> promised = Optional.ofNullable(byName.get(String.valueOf(file.getFileName())));
                if (promised.isEmpty()) {
                    Files.delete(file);
                } else if (Files.size(file) > promised.get()) {
                    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                        channel.truncate(promised.get());
                    }
                }
            }
        }
    }
}
