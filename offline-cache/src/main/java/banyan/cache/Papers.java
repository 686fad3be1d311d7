package banyan.cache;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The papers that the journal has taken over: second names, in a folder of its own, of pages that are on the disk already. */
final class Papers {
    private static final Logger LOG = LoggerFactory.getLogger(Papers.class);
    static final String FOLDER = "papers";

    private final Disk disk;
    private final Path folder;

    Papers(Disk disk, Path cache) {
        this.disk = disk;
        this.folder = cache.resolve(FOLDER);
    }

    static String newName() {
        return HexFormat.of().formatHex(Randomness.bytes(16));
    }

    /** Takes the pages over under these names; when it returns they survive a power cut. */
    void take(List<Path> pages, List<String> names) throws IOException {
        if (pages.isEmpty()) {
            return;
        }
        disk.makeFolder(folder);
        for (int at = 0; at < pages.size(); at++) {
            disk.link(pages.get(at), folder.resolve(names.get(at)));
        }
        disk.flushFolder(folder);
    }

    /** Opens one paper with its own key. {@link SealedFile.Broken} where it is not what was kept. */
    void read(Head.KeptPaper paper, OutputStream clear) throws IOException {
        try (InputStream sealed = disk.open(folder.resolve(paper.file()))) {
            SealedFile.read(sealed, paper.key(), clear);
        }
    }

    /** Opens a part of one paper into the beginning of {@code clear}. */
    void read(Head.KeptPaper paper, long from, byte[] clear, int length) throws IOException {
        try (InputStream sealed = disk.open(folder.resolve(paper.file()))) {
            SealedFile.read(sealed, paper.key(), paper.size(), from, clear, length);
        }
    }

    /** Removes papers. One that stays cannot be read, for its key is gone, and is tried again at the next start. */
    void remove(List<String> names) {
        for (String name : names) {
            try {
                boolean _ = disk.delete(folder.resolve(name));
            } catch (IOException stays) {
                LOG.warn("PAPER-NOT-REMOVED");
            }
        }
    }

    /** The names of all that lie here, of entries or of nothing. */
    List<String> names() throws IOException {
        return disk.list(folder).stream()
                .map(file -> String.valueOf(file.getFileName()))
                .toList();
    }
}
