package banyan.server.wire;

import banyan.acceptance.KeyFiles;
import banyan.server.store.OwnFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The terminals this centre has been introduced to: their public keys, one file {@code number.pub} each. */
public final class Terminals {
    private static final Logger LOG = LoggerFactory.getLogger(Terminals.class);

    private static final String END = ".pub";

    private final Path folder;
    private final Map<String, PublicKey> known = new ConcurrentHashMap<>();

    public Terminals(Path folder) throws IOException {
        this.folder = folder;
        OwnFolder.make(folder);
    }

    /** Makes a terminal known, now and after the next start; a new key takes the place of an older one. */
    public void introduce(String number, PublicKey key) throws IOException {
        if (!Names.isTerminal(number)) {
            throw new IllegalArgumentException("not a terminal's number: " + number);
        }
        KeyFiles.writePublic(file(number), key);
        known.put(number, key);
    }

    /** Its key. A file that was put there while the centre runs is found too. */
    public Optional<PublicKey> key(String number) {
        if (!Names.isTerminal(number)) {
            return Optional.empty();
        }
        PublicKey key = known.get(number);
        if (key != null) {
            return Optional.of(key);
        }
        if (!Files.exists(file(number))) {
            return Optional.empty();
        }
        try {
            PublicKey read = KeyFiles.readPublic(file(number));
            known.put(number, read);
            return Optional.of(read);
        } catch (IOException notAKey) {
            LOG.warn("TERMINAL-KEY-UNREADABLE terminal={}", number);
            return Optional.empty();
        }
    }

    /** The numbers of all that were introduced. */
    public Set<String> numbers() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(END))
                    .map(name -> name.substring(0, name.length() - END.length()))
                    .filter(Names::isTerminal)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private Path file(String number) {
        return folder.resolve(number + END);
    }
}
