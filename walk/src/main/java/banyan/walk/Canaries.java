package banyan.walk;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Words that must not be found in any file, in whichever way they may have been written there. Each must be so long that it does not stand
 * in a sealed file by chance.
 */
record Canaries(List<String> words) {
    /** Four given bytes stand in a journey's sealed files about once in a hundred times; five in some thirty thousand. */
    private static final int SHORTEST = 5;

    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, Charset.forName("GB18030"));

    /** The first file under this folder that holds one of the words, and how. */
    Optional<String> foundUnder(Path folder) throws IOException {
        Needles needles = new Needles();
        for (String word : words) {
            for (Charset charset : CHARSETS) {
                byte[] plain = word.getBytes(charset);
                add(needles, "`%s` in %s".formatted(word, charset), plain);
                add(
                        needles,
                        "`%s` as hex".formatted(word),
                        HexFormat.of().formatHex(plain).getBytes(StandardCharsets.US_ASCII));
                add(needles, "`%s` in Base64".formatted(word), base64(plain));
            }
            add(
                    needles,
                    "`%s` reversed".formatted(word),
                    new StringBuilder(word).reverse().toString().getBytes(StandardCharsets.UTF_8));
        }
        return needles.foundUnder(folder);
    }

    private static void add(Needles needles, String what, byte[] needle) {
        if (needle.length < SHORTEST) {
            throw new IllegalArgumentException(what + " may be found by chance: choose a longer word");
        }
        needles.add(what, needle);
    }

    /** Without its last characters, which depend on what follows. */
    private static byte[] base64(byte[] plain) {
        String text = Base64.getEncoder().withoutPadding().encodeToString(plain);
        return text.substring(0, plain.length / 3 * 4).getBytes(StandardCharsets.US_ASCII);
    }
}
