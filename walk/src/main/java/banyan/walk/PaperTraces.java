package banyan.walk;

import banyan.acceptance.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** What must lie in no file of a paper that was scanned or signed: its hash, however written, and any part of its bytes. */
final class PaperTraces {
    private static final int FRAGMENT = 48;

    /** Where in the paper the fragments are taken, in quarters of it. */
    private static final int[] QUARTERS = {1, 2, 3};

    private final Needles traces = new Needles();

    PaperTraces(List<byte[]> papers) {
        for (int i = 0; i < papers.size(); i++) {
            String paper = "paper %d".formatted(i + 1);
            byte[] bytes = papers.get(i);
            byte[] hash = HexFormat.of().parseHex(Sha256.of(bytes).hex());
            traces.add("the hash of " + paper, hash);
            traces.add("the hash of " + paper + " as hex", ascii(HexFormat.of().formatHex(hash)));
            traces.add("the hash of " + paper + " as hex", ascii(HexFormat.of().withUpperCase().formatHex(hash)));
            String base64 = Base64.getEncoder().withoutPadding().encodeToString(hash);
            // Its last character depends on what follows.
            traces.add("the hash of " + paper + " in Base64", ascii(base64.substring(0, base64.length() - 1)));
            for (int quarter : QUARTERS) {
                int from = bytes.length / 4 * quarter;
                if (from + FRAGMENT <= bytes.length) {
                    traces.add("a part of " + paper, Arrays.copyOfRange(bytes, from, from + FRAGMENT));
                }
            }
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The first trace that lies in a file under this folder. */
    Optional<String> foundUnder(Path folder) throws IOException {
        return traces.foundUnder(folder);
    }
}
