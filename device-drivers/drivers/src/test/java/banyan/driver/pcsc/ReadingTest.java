package banyan.driver.pcsc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import banyan.device.ApplicationProfile;
import banyan.device.ApplicationProfile.Encoding;
import banyan.device.ApplicationProfile.Field;
import banyan.device.ApplicationProfile.Place;
import banyan.device.CardApplication;
import banyan.device.Fault;
import banyan.device.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class ReadingTest {
    private static final long SEED = 4201;
    private static final byte[] AID = HexFormat.of().parseHex("A000000333010101");
    private static final String SELECT = "00A4040008A00000033301010100";

    private final Map<String, String> card = new HashMap<>();
    private final List<String> sent = new ArrayList<>();

    private Outcome<byte[]> exchange(byte[] command) {
        String digits = HexFormat.of().formatHex(command).toUpperCase(Locale.ROOT);
        sent.add(digits);
        return Outcome.done(HexFormat.of().parseHex(card.getOrDefault(digits, "6A82")));
    }

    private Outcome<CardApplication> read(Field... fields) {
        return new Reading(this::exchange).read(List.of(new ApplicationProfile("one", AID, List.of(fields))));
    }

    private static Fault fault(Outcome<?> outcome) {
        return assertInstanceOf(Outcome.Failed.class, outcome).fault();
    }

    private static Map<String, String> fields(Outcome<CardApplication> outcome) {
        return assertInstanceOf(Outcome.Done.class, outcome).value() instanceof CardApplication found
                ? found.fields()
                : Map.of();
    }

    /** The commands as three public programs for social security cards and bank cards send them, byte for byte. */
    @Test
    void theCommandsAreThoseThatOthersSend() {
        HexFormat hex = HexFormat.of().withUpperCase();
        byte[] environment = hex.parseHex("7378312E73682EC9E7BBE1B1A3D5CF");
        assertEquals("00A404000F7378312E73682EC9E7BBE1B1A3D5CF00", hex.formatHex(Apdu.select(environment)));
        assertEquals("00A404000F7378312E73682EC9E7BBE1B1A3D5CF", hex.formatHex(Apdu.underT0(Apdu.select(environment))));
        assertEquals("00B2072C00", hex.formatHex(Apdu.readRecord(5, 7)));
        assertEquals("00B2013400", hex.formatHex(Apdu.underT0(Apdu.readRecord(6, 1))));
        assertEquals("00B2010C00", hex.formatHex(Apdu.readRecord(1, 1)));
        assertEquals("00A4020002EF0600", hex.formatHex(Apdu.selectFile(0xEF06)));
        assertEquals("80CA9F3600", hex.formatHex(Apdu.getData(0x9F36)));
        assertEquals("80A8000002830000", hex.formatHex(Apdu.getProcessingOptions(0)));
        assertEquals("00B0012C00", hex.formatHex(Apdu.readBinary(300, 256)));
    }

    @Test
    void theRecordsThatAnApplicationNamesAreAskedForOnceAndReadInTheirOrder() {
        card.put(SELECT, "6F08A5069F38039F66049000");
        card.put("80A8000006830400000000" + "00", "80067C00080102009000");
        card.put("00B2010C00", "70055F200241429000");
        card.put("00B2020C00", "70045A0212349000");
        Field number = new Field("number", new Place.Located(0x5A), Encoding.DIGITS);
        Field name = new Field("name", new Place.Located(0x5F20), Encoding.ASCII);
        assertEquals(Map.of("number", "1234", "name", "AB"), fields(read(number, name)));
        assertEquals(1, sent.stream().filter(command -> command.startsWith("80A8")).count());
    }

    @Test
    void aLocatorThatNamesMoreRecordsThanACardHasIsNotFollowed() {
        card.put(SELECT, "9000");
        card.put("80A8000002830000", "80067C000801FE009000");
        Field number = new Field("number", new Place.Located(0x5A), Encoding.HEX);
        assertEquals("SMART-CARD-UNREADABLE", fault(read(number)).code());
        assertEquals(2, sent.size());
    }

    @Test
    void textIsTakenAsTheProfileSaysOrNotAtAll() {
        byte[] bytes = HexFormat.of().parseHex("1234F0" + "D5C5C8FD0000" + "41420D");
        assertEquals(Optional.of("1234"), FieldText.of(bytes, 0, 3, Encoding.DIGITS));
        assertEquals(Optional.empty(), FieldText.of(bytes, 3, 5, Encoding.DIGITS));
        assertEquals(Optional.of("张三"), FieldText.of(bytes, 3, 9, Encoding.GB18030));
        assertEquals(Optional.empty(), FieldText.of(bytes, 3, 5, Encoding.ASCII));
        assertEquals(Optional.empty(), FieldText.of(bytes, 9, 12, Encoding.ASCII));
        assertEquals(Optional.of("1234f0"), FieldText.of(bytes, 0, 3, Encoding.HEX));
    }

    /** C14: what was read is in no text but its own. */
    @Test
    void neitherReadingNorCardSayWhatWasRead() {
        card.put(SELECT, "9000");
        card.put("00B2010C00", "5A0212349000");
        Outcome<CardApplication> done = read(new Field("number", new Place.InRecord(1, 1, 0x5A), Encoding.DIGITS));
        assertEquals("Done[value=CardApplication[one]]", done.toString());
    }

    /** C17: a card that answers anything at all to anything at all. */
    @Test
    void aHundredThousandMalformedCardsEndEachInAnOutcome() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        ApplicationProfile profile = new ApplicationProfile(
                "any",
                AID,
                List.of(
                        new Field("a", new Place.Located(0x5A), Encoding.DIGITS),
                        new Field("b", new Place.InRecord(1, 1, 0x70), Encoding.GB18030),
                        new Field("c", new Place.Data(0x9F36), Encoding.ASCII),
                        new Field("d", new Place.InFile(0xEF01, 0, 600), Encoding.HEX)));
        for (int i = 0; i < 100_000; i++) {
            int[] commands = {0};
            Outcome<CardApplication> _ = new Reading(command -> {
                        commands[0]++;
                        return Outcome.done(answer(random));
                    })
                    .read(List.of(profile));
            // A file of 600 bytes read byte by byte is the most that a card can make of it.
            if (commands[0] > 700) {
                throw new AssertionError("a card was asked " + commands[0] + " times");
            }
        }
    }

    private static byte[] answer(RandomGenerator random) {
        byte[] answer = new byte[2 + random.nextInt(24)];
        random.nextBytes(answer);
        if (random.nextInt(8) > 0) {
            answer[answer.length - 2] = (byte) 0x90;
            answer[answer.length - 1] = 0;
        }
        if (answer.length > 8 && random.nextBoolean()) {
            answer[0] = (byte) (random.nextBoolean() ? 0x94 : 0x80);
            answer[1] = (byte) (answer.length - 4);
        }
        return answer;
    }
}
