package banyan.simulator.printer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Where sheets come to lie: each a file of its own in one folder. Guarded by the {@link Press} that owns it. */
final class OutTray {
    private final Path folder;
    private final List<Paper> papers = new ArrayList<>();

    OutTray(Path folder) {
        this.folder = folder;
        clear();
    }

    List<Paper> papers() {
        return List.copyOf(papers);
    }

    /** @param pages the document's pages on this sheet, counted from 0 */
    void put(int job, List<Integer> pages, PrintDocument document) {
        int number = papers.size() + 1;
        Path file = folder.resolve("sheet-%04d.pdf".formatted(number));
        document.print(pages, file);
        List<Integer> counted = pages.stream().map(page -> page + 1).toList();
        papers.add(new Paper(number, job, counted, document.pages(), file));
    }

    /** Takes away what lies there, and what an earlier run has left; other files are not touched. */
    void clear() {
        papers.clear();
        try {
            Files.createDirectories(folder);
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    if (file.getFileName().toString().matches("sheet-\\d{4,}\\.pdf")) {
                        Files.deleteIfExists(file);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
