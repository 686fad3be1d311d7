package banyan.walk;

import banyan.acceptance.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What must lie in no file of a paper that was scanned or signed: its hash, however written, and any part of its bytes. */
final class PaperTraces {
    private static final int FRAGMENT = 48;

    /** Where in the paper the fragments are taken, in quarters of it. */
    private static final int[] QUARTERS = {1, 2, 3};

    private final List<Trace> traces = new ArrayList<>();

    private record Trace(String what, byte[] bytes) {}

    PaperTraces(List<byte[]> papers) {
        for (int i = 0; i < papers.size(); i++) {
            String paper = "paper %d".formatted(i + 1);
            byte[] bytes = papers.get(i);
            byte[] hash = HexFormat.of().parseHex(Sha256.of(bytes).hex());
            add("the hash of " + paper, hash);
            add("the hash of " + paper + " as hex", ascii(HexFormat.of().formatHex(hash)));
            add("the hash of " + paper + " as hex", ascii(HexFormat.of().withUpperCase().formatHex(hash)));
            String base64 = Base64.getEncoder().withoutPadding().encodeToString(hash);
            // Its last character depends on what follows.
            add("the hash of " + paper + " in Base64", ascii(base64.substring(0, base64.length() - 1)));
            for (int quarter : QUARTERS) {
                int from = bytes.length / 4 * quarter;
                if (from + FRAGMENT <= bytes.length) {
                    add("a part of " + paper, Arrays.copyOfRange(bytes, from, from + FRAGMENT));
                }
            }
        }
    }

    private void add(String what, byte[] bytes) {
        traces.add(new Trace(what, bytes));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The first trace that lies in a file under this folder. */
    Optional<String> foundUnder(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] hay = Files.readAllBytes(file);
                for (Trace trace : traces) {
                    if (Canaries.contains(hay, trace.bytes())) {
                        return Optional.of(trace.what() + " in " + folder.relativize(file));
                    }
                }
            }
        }
        return Optional.empty();
    }
}
