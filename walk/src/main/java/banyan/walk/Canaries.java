package banyan.walk;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Words that must not be found in any file, in whichever way they may have been written there. */
record Canaries(List<String> words) {
    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, Charset.forName("GB18030"));

    /** The first file under these folders that holds one of the words, and how. */
    Optional<String> foundUnder(List<Path> folders) throws IOException {
        List<byte[]> needles = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (String word : words) {
            for (Charset charset : CHARSETS) {
                byte[] plain = word.getBytes(charset);
                add(needles, names, plain, "`%s` in %s".formatted(word, charset));
                add(
                        needles,
                        names,
                        HexFormat.of().formatHex(plain).getBytes(StandardCharsets.US_ASCII),
                        "`%s` as hex".formatted(word));
                add(needles, names, base64(plain), "`%s` in Base64".formatted(word));
            }
            add(
                    needles,
                    names,
                    new StringBuilder(word).reverse().toString().getBytes(StandardCharsets.UTF_8),
                    "`%s` reversed".formatted(word));
        }
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    byte[] bytes = Files.readAllBytes(file);
                    for (int i = 0; i < needles.size(); i++) {
                        if (contains(bytes, needles.get(i))) {
                            return Optional.of(names.get(i) + " in " + folder.relativize(file));
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static void add(List<byte[]> needles, List<String> names, byte[] needle, String name) {
        // Two bytes are found in any file by chance.
        if (needle.length >= 4) {
            needles.add(needle);
            names.add(name);
        }
    }

    /** Without its last characters, which depend on what follows. */
    private static byte[] base64(byte[] plain) {
        String text = Base64.getEncoder().withoutPadding().encodeToString(plain);
        return text.substring(0, plain.length / 3 * 4).getBytes(StandardCharsets.US_ASCII);
    }

    static boolean contains(byte[] hay, byte[] needle) {
        outer:
        for (int at = 0; at <= hay.length - needle.length; at++) {
            for (int i = 0; i < needle.length; i++) {
                if (hay[at + i] != needle[i]) {
                    continue outer;
                }
            }
            return true;
        }
        return false;
    }
}
