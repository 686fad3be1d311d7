package banyan.driver.samv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.device.IdCard;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class TextBlockTest {
    private static final long SEED = 20261121;
    private static final int PHOTO = 1024;

    /** A record built field by field as the layout prints it, independent of the code under test. */
    private static byte[] record(String name, String birth, String validTo, String type) {
        StringBuilder text = new StringBuilder();
        text.append(pad(name, 15)).append(pad("1", 1)).append(pad("01", 2)).append(pad(birth, 8));
        text.append(pad("福建省福州市鼓楼区样张路1号101室", 35)).append(pad("350102199003071234", 18));
        text.append(pad("福州市公安局鼓楼分局", 15)).append(pad("20190520", 8)).append(pad(validTo, 8));
        text.append(pad(type.equals("J") ? "H00000001" : "", 14))
                .append(pad(type, 1))
                .append(pad("", 3));
        byte[] block = text.toString().getBytes(StandardCharsets.UTF_16LE);
        byte[] record = new byte[4 + block.length + PHOTO];
        record[0] = 1;
        record[2] = 4;
        System.arraycopy(block, 0, record, 4, block.length);
        for (int i = 0; i < PHOTO; i++) {
            record[4 + block.length + i] = (byte) i;
        }
        return record;
    }

    private static String pad(String text, int length) {
        return text + " ".repeat(length - text.length());
    }

    private static Optional<IdCard> parse(byte[] record) {
        return TextBlock.parse(record, 0, record.length);
    }

    private static IdCard resident() {
        return parse(record("张三丰", "19900307", "20390520", " ")).orElseThrow();
    }

    @Test
    void everyFieldIsReadFromItsPlace() {
        IdCard card = resident();
        assertEquals(IdCard.Type.RESIDENT, card.type());
        assertEquals("张三丰", card.name());
        assertEquals("1", card.sex());
        assertEquals("01", card.nation());
        assertEquals(LocalDate.of(1990, 3, 7), card.birth());
        assertEquals("福建省福州市鼓楼区样张路1号101室", card.address());
        assertEquals("350102199003071234", card.number());
        assertEquals("福州市公安局鼓楼分局", card.issuer());
        assertEquals(LocalDate.of(2019, 5, 20), card.validFrom());
        assertEquals(Optional.of(LocalDate.of(2039, 5, 20)), card.validTo());
    }

    @Test
    void thePhotoIsHandedOverAsItIs() {
        byte[] photo = resident().photo();
        assertEquals(PHOTO, photo.length);
        assertEquals((byte) 200, photo[200]);
    }

    /** The same record with a third length and so many bytes behind it. */
    private static byte[] withFingerprints(int length) {
        byte[] base = record("张三丰", "19900307", "20390520", " ");
        byte[] record = new byte[base.length + 2 + length];
        System.arraycopy(base, 0, record, 0, 4);
        record[4] = (byte) (length >> 8);
        record[5] = (byte) length;
        System.arraycopy(base, 4, record, 6, base.length - 4);
        for (int i = 0; i < length; i++) {
            record[base.length + 2 + i] = (byte) (i / 512 + 1);
        }
        return record;
    }

    /** The published frames have 1297, 1809 and 2321 bytes: preamble and length 7, status 3, checksum 1. */
    @Test
    void asManyFingerprintsAreHandedOverAsTheAnswerHas() {
        int[] published = {1297, 1809, 2321};
        for (int fingers = 0; fingers <= 2; fingers++) {
            byte[] record = withFingerprints(512 * fingers);
            assertEquals(published[fingers], 7 + 3 + record.length + 1);
            IdCard card = TextBlock.parseWithFingerprints(record, 0, record.length).orElseThrow();
            assertEquals("350102199003071234", card.number());
            assertArrayEquals(resident().photo(), card.photo());
            assertEquals(fingers, card.fingerprints().size());
            for (int finger = 0; finger < fingers; finger++) {
                byte[] expected = new byte[512];
                Arrays.fill(expected, (byte) (finger + 1));
                assertArrayEquals(expected, card.fingerprints().get(finger).record());
            }
        }
    }

    @Test
    void anAnswerWithoutTheThirdLengthOrWithAnotherIsNotOneWithFingerprints() {
        byte[] base = record("张三丰", "19900307", "20390520", " ");
        assertEquals(Optional.empty(), TextBlock.parseWithFingerprints(base, 0, base.length));
        for (int length : new int[] {1, 511, 513, 1536}) {
            byte[] record = withFingerprints(length);
            assertEquals(Optional.empty(), TextBlock.parseWithFingerprints(record, 0, record.length), "of " + length);
        }
    }

    @Test
    void aLongTermCardHasNoLastDay() {
        assertEquals(
                Optional.empty(),
                parse(record("张三丰", "19900307", "长期", " ")).orElseThrow().validTo());
    }

    @Test
    void aNameOutsideTheBasicPlaneStaysWhole() {
        assertEquals(
                "𠮷田",
                parse(record("𠮷田", "19900307", "20390520", " ")).orElseThrow().name());
    }

    @Test
    void aResidencePermitIsRecognisedByItsLetterAndHasAPassNumber() {
        IdCard card = parse(record("张三丰", "19900307", "20390520", "J")).orElseThrow();
        assertEquals(IdCard.Type.HK_MACAO_TAIWAN, card.type());
        assertEquals("H00000001", card.passNumber());
        assertEquals("", resident().passNumber());
    }

    private static byte[] block(String... fields) {
        byte[] text = String.join("", fields).getBytes(StandardCharsets.UTF_16LE);
        assertEquals(256, text.length);
        byte[] record = new byte[4 + text.length];
        record[0] = 1;
        System.arraycopy(text, 0, record, 4, text.length);
        return record;
    }

    @Test
    void aForeignersCardOf2017IsReadFromItsOwnPlaces() {
        IdCard card = parse(block(
                        pad("TESTWRIGHT, ANNA", 60),
                        "2",
                        "GBR110085031501",
                        "GBR",
                        pad("榕测安娜", 15),
                        "20180101",
                        "20280101",
                        "19850315",
                        "01",
                        "1500",
                        "I",
                        "   "))
                .orElseThrow();
        assertEquals(IdCard.Type.FOREIGNER_2017, card.type());
        assertEquals("榕测安娜", card.name());
        assertEquals("TESTWRIGHT, ANNA", card.latinName());
        assertEquals("2", card.sex());
        assertEquals("GBR110085031501", card.number());
        assertEquals("GBR", card.country());
        assertEquals("1500", card.issuer());
        assertEquals(LocalDate.of(1985, 3, 15), card.birth());
        assertEquals(LocalDate.of(2018, 1, 1), card.validFrom());
        assertEquals(Optional.of(LocalDate.of(2028, 1, 1)), card.validTo());
    }

    @Test
    void aForeignersCardOf2023HasItsLatinNameInTwoPieces() {
        IdCard card = parse(block(
                        pad("", 15),
                        "1",
                        "00",
                        "19850315",
                        "TESTWRIGHTSON-CANARY, ANNA MARIANN ",
                        "911156198503150123",
                        pad("", 15),
                        "20240101",
                        "20340101",
                        pad("SUSAN", 11),
                        "CAN",
                        "Y",
                        "   "))
                .orElseThrow();
        assertEquals(IdCard.Type.FOREIGNER_2023, card.type());
        assertEquals("", card.name());
        assertEquals("TESTWRIGHTSON-CANARY, ANNA MARIANN SUSAN", card.latinName());
        assertEquals("911156198503150123", card.number());
        assertEquals("CAN", card.country());
        assertEquals(LocalDate.of(1985, 3, 15), card.birth());
    }

    @Test
    void anUnknownTypeIsNotReadByHalf() {
        for (String type : new String[] {"Z", "1", "i", "字"}) {
            assertTrue(parse(record("张三丰", "19900307", "20390520", type)).isEmpty(), type);
        }
    }

    @Test
    void aDayThatDoesNotExistIsNoRecord() {
        assertTrue(parse(record("张三丰", "19900230", "20390520", " ")).isEmpty());
    }

    @Test
    void lengthsThatDoNotAddUpAreNoRecord() {
        byte[] record = record("张三丰", "19900307", "20390520", " ");
        record[3]++;
        assertTrue(parse(record).isEmpty());
    }

    @Test
    void aCardWithoutPhotoIsACard() {
        byte[] record = java.util.Arrays.copyOf(record("张三丰", "19900307", "20390520", " "), 4 + 256);
        record[2] = 0;
        assertArrayEquals(new byte[0], parse(record).orElseThrow().photo());
    }

    @Test
    void theCardDoesNotPrintItsHolder() {
        String text = resident().toString();
        assertFalse(text.contains("张") || text.contains("350102"), text);
    }

    @Test
    void anyBytesEndInACardOrNone() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        byte[] good = record("张三丰", "19900307", "20390520", " ");
        int cards = 0;
        for (int i = 0; i < 100_000; i++) {
            byte[] record = good.clone();
            for (int changes = random.nextInt(6); changes > 0; changes--) {
                record[random.nextInt(4 + 256)] = (byte) random.nextInt();
            }
            cards += TextBlock.parse(record, 0, random.nextInt(3) == 0 ? random.nextInt(record.length) : record.length)
                            .isPresent()
                    ? 1
                    : 0;
        }
        assertTrue(cards > 0 && cards < 100_000, "cards: " + cards);
    }
}
