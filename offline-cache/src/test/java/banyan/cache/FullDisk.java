package banyan.cache;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Fills a small file system to the last byte and looks at what was said and what is. Its argument is a folder on it, made for
 * instance with {@code mount -t tmpfs -o size=40m none FOLDER}; its class path is the module's test class path.
 */
final class FullDisk {
    private static final int PAPER = 300_000;
    private static final long RESERVE = 4 << 20;

    private FullDisk() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Path filler = folder.resolve("filler");
        Map<String, byte[]> promised = new HashMap<>();
        try (Journal journal = open(folder)) {
            PageStore pages = PageStore.open(folder, VisitKey.random());
            List<Sealed> prepared = new ArrayList<>();
            for (int round = 0; round < 5; round++) {
                prepared.add(Given.sealed(journal, Given.pages(pages, PAPER)));
            }
            say("with room", journal.room());
            fill(filler);
            say("filled", journal.room());
            say("page", pages.put(new byte[PAPER]));
            int full = 0;
            for (int round = 0; full == 0; round++) {
                Sealed sealed = round < prepared.size() ? prepared.get(round) : Given.sealed(journal, List.of());
                switch (journal.append(sealed, pages, Given.SOON)) {
                    case Appended.Kept _ -> promised.put(sealed.number(), sealed.payload());
                    case Appended.Full() -> full++;
                    case Appended.Failed(var code) -> throw new AssertionError(code);
                    case Appended.Unsure() -> throw new AssertionError("unsure");
                }
            }
            say("kept before it was full", promised.size());
            Files.delete(filler);
            say("with room again", journal.room());
            Sealed later = Given.sealed(journal, Given.pages(pages, PAPER));
            say(
                    "kept again",
                    journal.append(later, pages, Given.SOON).getClass().getSimpleName());
            promised.put(later.number(), later.payload());
        }
        check(folder, promised);
    }

    private static Journal open(Path folder) {
        return switch (Journal.open(folder, Given.vault(folder), Given.TERMINAL, InstantSource.system(), RESERVE)) {
            case Journal.Opening.Open(var journal) -> journal;
            case Journal.Opening.Refused(var code) -> throw new AssertionError(code);
        };
    }

    private static void fill(Path filler) throws IOException {
        try (var out = Files.newOutputStream(filler)) {
            byte[] block = new byte[64 * 1024];
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            say("filler", Files.size(filler));
        }
    }

    private static void check(Path folder, Map<String, byte[]> promised) throws IOException {
        try (Journal journal = open(folder)) {
            int whole = 0;
            for (Pending entry : journal.pending()) {
                Outgoing out = journal.read(entry).orElseThrow();
                for (Head.KeptPaper paper : out.papers()) {
                    journal.read(paper, new ByteArrayOutputStream());
                }
                if (!java.util.Arrays.equals(promised.remove(entry.number()), out.payload())) {
                    throw new AssertionError("kept what was not promised, or another");
                }
                whole++;
            }
            if (!promised.isEmpty()) {
                throw new AssertionError("lost " + promised.size());
            }
            say("whole after restart", whole);
        }
    }

    private static void say(String what, Object value) {
        System.out.println(what + ": " + value);
    }
}
