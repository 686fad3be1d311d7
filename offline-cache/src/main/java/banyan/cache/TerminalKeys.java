package banyan.cache;

import banyan.acceptance.KeyAlgorithm;
import banyan.acceptance.KeyFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A terminal's folder of keys: {@code terminal.key} (0600) and {@code terminal.pub}, {@code centre.pub}, {@code escrow.pub} where the centre has
 * one; {@code terminal.key.next} and {@code terminal.pub.next} while another key is being agreed upon.
 */
public final class TerminalKeys {
    private static final Logger LOG = LoggerFactory.getLogger(TerminalKeys.class);
    private static final String SECRET = "terminal.key";
    private static final String SHOWN = "terminal.pub";
    private static final String NEXT = ".next";

    private final Path folder;
    private final Path secret;

    /** @param folder made where it is missing, for its owner alone */
    public TerminalKeys(Path folder) throws IOException {
        this(folder.resolve(SECRET), folder);
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    private TerminalKeys(Path secret, Path folder) {
        this.folder = folder;
        this.secret = secret;
    }

    /** The folder around this file, which is the terminal's private key. */
    public static TerminalKeys around(Path secret) {
        return new TerminalKeys(secret, secret.toAbsolutePath().resolveSibling(""));
    }

    /** The pair in force. */
    KeyPair inForce() throws IOException {
        return new KeyPair(KeyFiles.readPublic(shown()), KeyFiles.readPrivate(secret));
    }

    /** The pair that is to come: the one that was made before and never agreed upon, or a new one. */
    KeyPair next(KeyAlgorithm algorithm) throws IOException {
        Optional<PrivateKey> made = read(of(secret));
        if (made.isPresent() && Files.exists(of(shown()))) {
            return new KeyPair(KeyFiles.readPublic(of(shown())), made.get());
        }
        // Nobody was told of half a pair: it is durable before it is sent.
        forgetNext();
        KeyPair pair = algorithm.newPair();
        KeyFiles.writePublic(of(shown()), pair.getPublic());
        KeyFiles.writePrivate(of(secret), pair.getPrivate());
        durable();
        return pair;
    }

    /** Whether another key is being agreed upon. */
    public boolean hasNext() {
        return Files.exists(of(secret));
    }

    /** The private keys that may be in force though this one is not any more: one that was put in its place, one that is to come. */
    List<PrivateKey> otherThan(PrivateKey known) {
        return Stream.of(secret, of(secret))
                .flatMap(file -> read(file).stream())
                .filter(key -> !Arrays.equals(key.getEncoded(), known.getEncoded()))
                .toList();
    }

    /** This key has been found to be in force. */
    void inForce(PrivateKey key) {
        Optional<PrivateKey> next = read(of(secret));
        if (next.isPresent() && Arrays.equals(next.get().getEncoded(), key.getEncoded())) {
            try {
                promote();
            } catch (IOException full) {
                LOG.warn("TERMINAL-KEY-NOT-PROMOTED");
            }
        }
    }

    private static Optional<PrivateKey> read(Path file) {
        try {
            return Files.exists(file) ? Optional.of(KeyFiles.readPrivate(file)) : Optional.empty();
        } catch (IOException half) {
            return Optional.empty();
        }
    }

    /** What was to come is in force. The private key moves last: as long as it has not, the next try does all of this again. */
    public void promote() throws IOException {
        Files.copy(of(shown()), shown(), StandardCopyOption.REPLACE_EXISTING);
        Files.move(of(secret), secret, StandardCopyOption.ATOMIC_MOVE);
        Files.deleteIfExists(of(shown()));
        durable();
    }

    void forgetNext() throws IOException {
        Files.deleteIfExists(of(secret));
        Files.deleteIfExists(of(shown()));
    }

    /** Which centre this terminal is known to. */
    void centre(PublicKey key, Optional<byte[]> escrow) throws IOException {
        KeyFiles.writePublic(folder.resolve("centre.pub"), key);
        if (escrow.isPresent()) {
            Optional<PublicKey> read = KeyFiles.escrowPublic(escrow.get());
            if (read.isPresent()) {
                KeyFiles.writePublic(folder.resolve("escrow.pub"), read.get());
            }
        }
    }

    private Path shown() {
        return folder.resolve(SHOWN);
    }

    private static Path of(Path file) {
        return file.resolveSibling(file.getFileName() + NEXT);
    }

    private void durable() throws IOException {
        try (FileChannel opened = FileChannel.open(folder, StandardOpenOption.READ)) {
            opened.force(true);
        }
    }
}
