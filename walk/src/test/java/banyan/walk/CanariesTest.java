package banyan.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CanariesTest {
    private static final String NAME = "张三丰";

    @TempDir
    private Path folder;

    @Test
    void aWordIsFoundInEachWayItMayHaveBeenWritten() throws IOException {
        found("`%s` in UTF-8", NAME.getBytes(StandardCharsets.UTF_8));
        found("`%s` in UTF-16LE", NAME.getBytes(StandardCharsets.UTF_16LE));
        found("`%s` in GB18030", NAME.getBytes(Charset.forName("GB18030")));
        byte[] hex = HexFormat.of().formatHex(NAME.getBytes(StandardCharsets.UTF_8)).getBytes(StandardCharsets.US_ASCII);
        found("`%s` as hex", hex);
        found("`%s` in Base64", Base64.getEncoder().encode((NAME + "，男").getBytes(Charset.forName("GB18030"))));
    }

    private void found(String how, byte[] bytes) throws IOException {
        byte[] file = new byte[bytes.length + 40];
        System.arraycopy(bytes, 0, file, 17, bytes.length);
        Files.write(folder.resolve("one"), file);
        assertEquals(
                Optional.of(how.formatted(NAME) + " in one"), new Canaries(List.of(NAME)).foundUnder(folder));
    }

    @Test
    void whatIsNotThereIsNotFound() throws IOException {
        Files.writeString(folder.resolve("one"), "张三");
        assertEquals(Optional.empty(), new Canaries(List.of(NAME)).foundUnder(folder));
    }

    @Test
    void aWordThatStandsInASealedFileByChanceIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Canaries(List.of("张三")).foundUnder(folder));
    }
}
