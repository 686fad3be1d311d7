package banyan.server.wire;

import banyan.acceptance.KeyFiles;
import banyan.server.store.OwnFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Public keys that somebody has put into the centre's folder, one file {@code number.pub} each: how a terminal is introduced by hand. */
public final class TerminalFiles {
    private static final Logger LOG = LoggerFactory.getLogger(TerminalFiles.class);
    private static final String ENDING = ".pub";

    private final Path folder;

    public TerminalFiles(Path folder) throws IOException {
        this.folder = folder;
        OwnFolder.make(folder);
    }

    /** Puts one there, over an older one. */
    public void write(String number, PublicKey key) throws IOException {
        if (!Names.isTerminal(number)) {
            throw new IllegalArgumentException("not a terminal's number: " + number);
        }
        KeyFiles.writePublic(file(number), key);
    }

    /** The key in this terminal's file; empty where there is none that can be read. */
    Optional<PublicKey> read(String number) {
        if (!Names.isTerminal(number) || !Files.exists(file(number))) {
            return Optional.empty();
        }
        try {
            return Optional.of(KeyFiles.readPublic(file(number)));
        } catch (IOException notAKey) {
            LOG.warn("TERMINAL-KEY-UNREADABLE terminal={}", number);
            return Optional.empty();
        }
    }

    /** The numbers for which there is a file. */
    List<String> numbers() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .filter(Names::isTerminal)
                    .sorted()
                    .toList();
        }
    }

    private Path file(String number) {
        return folder.resolve(number + ENDING);
    }
}
