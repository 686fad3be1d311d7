package banyan.kiosk.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.device.ApplicationProfile;
import banyan.device.ApplicationProfile.Encoding;
import banyan.device.ApplicationProfile.Field;
import banyan.device.ApplicationProfile.Place;
import banyan.kiosk.config.CardProfileReader.Read;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardProfileReaderTest {
    private static ApplicationProfile ours(String name) throws IOException {
        String file = name + ".yaml";
        try (InputStream in = CardProfileReader.class.getResourceAsStream("/banyan/kiosk/cards/" + file)) {
            String text = new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
            Read read = CardProfileReader.read(file, text);
            return assertInstanceOf(Read.Right.class, read, read.toString()).profile();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"social-security", "bank-card", "medical-card"})
    void everyProfileOfOursIsRightAndNamedAsItsFile(String name) throws IOException {
        assertEquals(name, ours(name).name());
    }

    @Test
    void aProfileSaysWhatIsSelectedAndWhereEachThingStands() throws IOException {
        ApplicationProfile social = ours("social-security");
        assertEquals("7378312e73682ec9e7bbe1b1a3d5cf", HexFormat.of().formatHex(social.aid()));
        assertEquals("sx1.sh.社会保障", new String(social.aid(), Charset.forName("GBK")));
        assertEquals(
                List.of(
                        new Field("card-number", new Place.InRecord(5, 7, 0x07), Encoding.ASCII),
                        new Field("number", new Place.InRecord(6, 1, 0x08), Encoding.ASCII),
                        new Field("name", new Place.InRecord(6, 2, 0x09), Encoding.GB18030)),
                social.fields());
        assertEquals(
                List.of(new Field("number", new Place.Located(0x5A), Encoding.DIGITS)),
                ours("bank-card").fields());
        assertEquals(
                new Place.InFile(0xEF15, 0, 40), ours("medical-card").fields().getLast().place());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: a                                                            | 1 | `aid` needs a value",
                "aid: A0                                                            | 1 | 5 to 16 bytes",
                "x: {record: 5/7, as: ascii, on: 1}                                 | 4 | `on` is not known",
                "x: {record: 31/1, as: ascii}                                       | 4 | file must be 1 to 30",
                "x: {record: five, as: ascii}                                       | 4 | a place is",
                "x: {record: 5/7, data: 9F36, as: ascii}                            | 4 | a field has one of",
                "x: {file: EF15, length: 40, as: utf-8}                             | 4 | `as` is one of",
            })
    void aMistakeIsToldWithFileAndLine(String change, int line, String words) {
        String text = change.startsWith("x:")
                ? "name: a\naid: A000000333010101\nfields:\n  " + change.strip()
                : change.strip() + "\nfields:\n  y: {data: 9F36, as: hex}\n";
        Read.Wrong wrong = assertInstanceOf(Read.Wrong.class, CardProfileReader.read("p.yaml", text));
        assertTrue(
                wrong.mistakes().stream()
                        .anyMatch(one -> one.startsWith("p.yaml:" + line + ":") && one.contains(words)),
                () -> wrong.mistakes().toString());
    }
}
