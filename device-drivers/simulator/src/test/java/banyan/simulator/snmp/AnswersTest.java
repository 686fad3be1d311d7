package banyan.simulator.snmp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The agent's answers to questions that net-snmp 5.9.3 sent. */
class AnswersTest {
    private static final String GET_2C =
            "302c02010104067075626c6963a01f0204191dd0780201000201003011300f060b2b060102011903050101010500";
    private static final String GET_NEXT_2C =
            "302b02010104067075626c6963a11e02042435e12b0201000201003010300e060a2b060102012b0a0201040500";
    private static final String GET_BULK_2C =
            "302702010104067075626c6963a51a02047797e3d602010002010a300c300a06062b060102012b0500";
    private static final String GET_1 =
            "302c02010004067075626c6963a01f0204765a64790201000201003011300f060b2b060102011903050101010500";
    private static final String GET_NEXT_1 =
            "302b02010004067075626c6963a11e0204083cb0b40201000201003010300e060a2b060102012b0a0201040500";

    private final NavigableMap<Oid, Variable> printer = new TreeMap<>();

    private Optional<String> answer(String question) {
        byte[] bytes = HexFormat.of().parseHex(question);
        return new Answers("public").to(bytes, bytes.length, printer).map(HexFormat.of()::formatHex);
    }

    @Test
    void aGetIsAnsweredUnderItsOwnNumber() {
        printer.put(Oid.of("1.3.6.1.2.1.25.3.5.1.1.1"), new Variable.Whole(3));
        assertEquals(
                Optional.of("302d02010104067075626c6963a2200204191dd07802010002010030123010060b2b06010201190305010101020103"),
                answer(GET_2C));
        assertEquals(
                Optional.of("302d02010004067075626c6963a2200204765a647902010002010030123010060b2b06010201190305010101020103"),
                answer(GET_1));
    }

    @Test
    void aGetNextIsAnsweredWithTheNextInTheOrderOfNumbersAndNotOfDigits() {
        printer.put(Oid.of("1.3.6.1.2.1.43.10.2.1.4.1.10"), new Variable.Counter(7));
        printer.put(Oid.of("1.3.6.1.2.1.43.10.2.1.4.1.2"), new Variable.Counter(4_294_967_295L));
        assertEquals(
                Optional.of("303202010104067075626c6963a22502042435e12b0201000201003017301506"
                        + "0c2b060102012b0a0201040102" + "410500ffffffff"),
                answer(GET_NEXT_2C));
    }

    @Test
    void whereNothingIsEachVersionSaysSoInItsWay() {
        assertTrue(answer(GET_2C).orElseThrow().endsWith("8100"), "noSuchInstance");
        assertTrue(answer(GET_NEXT_2C).orElseThrow().endsWith("8200"), "endOfMibView");
        assertTrue(answer(GET_1).orElseThrow().contains("020102020101"), "noSuchName, the first");
        assertTrue(answer(GET_NEXT_1).orElseThrow().contains("020102020101"), "noSuchName, the first");
    }

    @Test
    void whatItDoesNotKnowIsAGeneralError() {
        assertTrue(answer(GET_BULK_2C).orElseThrow().contains("02047797e3d6020105020100"));
    }

    @Test
    void underAnotherNameNobodyIsAnswered() {
        assertEquals(Optional.empty(), answer(GET_2C.replace("7075626c6963", "7075626c6964")));
    }

    /** Whatever the bytes are, there is an answer or none. */
    @Test
    void brokenMessagesAreNeverMoreThanUnanswered() {
        Random random = new Random(161);
        printer.put(Oid.of("1.3.6.1.2.1.43.10.2.1.4.1.1"), new Variable.Counter(1));
        Answers answers = new Answers("public");
        int unanswered = 0;
        for (int round = 0; round < 200_000; round++) {
            byte[] bytes = HexFormat.of().parseHex(round % 2 == 0 ? GET_NEXT_2C : GET_1);
            for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            unanswered += answers.to(bytes, random.nextInt(bytes.length + 1), printer).isEmpty() ? 1 : 0;
        }
        assertTrue(unanswered > 100_000, "only " + unanswered);
    }
}
