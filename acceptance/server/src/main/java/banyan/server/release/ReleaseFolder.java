package banyan.server.release;

import banyan.acceptance.Release;
import banyan.acceptance.Release.Kind;
import banyan.acceptance.ReleaseFile;
import banyan.acceptance.Sha256;
import banyan.server.store.OwnFolder;
import banyan.server.wire.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The signed releases of a centre: {@code NUMBER.full.json} and {@code NUMBER.delta.json}, and below {@code files} every file under
 * its hash. A release is there when its full manifest is, which is written last.
 */
public final class ReleaseFolder {
    private static final Pattern FULL = Pattern.compile("([1-9][0-9]{0,15})\\.full\\.json");

    private final Path folder;

    public ReleaseFolder(Path folder) {
        this.folder = folder;
    }

    /** The number of the newest; empty where there is none. */
    public OptionalLong newest() throws IOException {
        if (!Files.isDirectory(folder)) {
            return OptionalLong.empty();
        }
        try (Stream<Path> names = Files.list(folder)) {
            return names.map(path -> FULL.matcher(path.getFileName().toString()))
                    .filter(java.util.regex.Matcher::matches)
                    .mapToLong(name -> Long.parseLong(name.group(1)))
                    .max();
        }
    }

    /** A release's manifest as it was signed; empty where there is none, such as a delta of the first one. */
    public Optional<Release> manifest(long number, Kind kind) throws IOException {
        return read(manifestAt(number, kind)).flatMap(json -> Json.read(json, Release.class));
    }

    /** The bytes of this hash. */
    public Optional<byte[]> file(Sha256 hash) throws IOException {
        return read(fileAt(hash));
    }

    private static Optional<byte[]> read(Path file) throws IOException {
        return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    void put(Sha256 hash, byte[] bytes) throws IOException {
        if (!Files.exists(fileAt(hash))) {
            write(folder.resolve("files"), hash.hex(), bytes);
        }
    }

    void put(Release release) throws IOException {
        write(folder, name(release.number(), release.kind()), Json.write(release));
    }

    private Path fileAt(Sha256 hash) {
        return folder.resolve("files").resolve(hash.hex());
    }

    private Path manifestAt(long number, Kind kind) {
        return folder.resolve(name(number, kind));
    }

    private static String name(long number, Kind kind) {
        return number + "." + kind.name().toLowerCase(Locale.ROOT) + ".json";
    }

    private static void write(Path within, String name, byte[] bytes) throws IOException {
        OwnFolder.make(within);
        Path part = within.resolve("." + name + ".part");
        Files.deleteIfExists(part);
        Files.createFile(part, OwnFolder.FILE);
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                int _ = channel.write(left);
            }
            channel.force(true);
        }
        Files.move(part, within.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel channel = FileChannel.open(within, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Whether the stored file of this name is whole, for whoever packs. */
    boolean holds(ReleaseFile file) throws IOException {
        return file(file.hash()).filter(bytes -> Sha256.of(bytes).equals(file.hash())).isPresent();
    }
}
