package banyan.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaperTracesTest {
    private static final long SEED = 20261122;

    @TempDir
    Path folder;

    private static byte[] noise(long seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private Optional<String> found(byte[] paper, byte[]... parts) throws IOException {
        try (var out = Files.newOutputStream(folder.resolve("any.file"))) {
            for (byte[] part : parts) {
                out.write(part);
            }
        }
        return new PaperTraces(List.of(paper)).foundUnder(folder);
    }

    @Test
    void aHashIsFoundHoweverItIsWritten() throws IOException {
        byte[] paper = noise(SEED, 4000);
        String hex = Sha256.of(paper).hex();
        byte[] raw = HexFormat.of().parseHex(hex);
        byte[] other = noise(SEED + 1, 999);
        assertTrue(found(paper, other, raw, other).isPresent());
        assertTrue(found(paper, other, hex.getBytes(StandardCharsets.US_ASCII), other).isPresent());
        assertTrue(found(paper, other, hex.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII), other).isPresent());
        assertTrue(found(paper, other, Base64.getEncoder().encode(raw), other).isPresent());
    }

    @Test
    void aPartOfThePaperIsFound() throws IOException {
        byte[] paper = noise(SEED, 4000);
        assertTrue(found(paper, noise(SEED + 1, 500), Arrays.copyOfRange(paper, 1900, 2200)).isPresent());
    }

    @Test
    void whatIsSomethingElseIsNotFound() throws IOException {
        assertEquals(Optional.empty(), found(noise(SEED, 4000), noise(SEED + 1, 9000)));
    }
}
