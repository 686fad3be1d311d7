package banyan.simulator.smartcard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.simulator.twin.Answer;
import banyan.simulator.twin.Fields;
import banyan.simulator.twin.Fixtures;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The card, with the test in the place of vpcd. */
class SmartCardTwinTest {
    private static final int PATIENCE_MILLIS = 10_000;

    private final SmartCardTwin twin = new SmartCardTwin(new Fixtures(Optional.empty()));
    private ServerSocket reader;

    @BeforeEach
    void listen() throws IOException {
        reader = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        reader.setSoTimeout(PATIENCE_MILLIS);
        assertInstanceOf(Answer.Done.class, act("reader", "{\"port\": " + reader.getLocalPort() + "}"));
    }

    @AfterEach
    void end() throws IOException {
        twin.close();
        reader.close();
    }

    private Answer act(String action, String json) {
        return twin.act(action, Fields.parse(json));
    }

    private Socket inserted() throws IOException {
        Socket card = reader.accept();
        card.setSoTimeout(PATIENCE_MILLIS);
        return card;
    }

    private static String ask(Socket card, String digits) throws IOException {
        byte[] asked = HexFormat.of().parseHex(digits);
        DataOutputStream out = new DataOutputStream(card.getOutputStream());
        out.writeShort(asked.length);
        out.write(asked);
        DataInputStream in = new DataInputStream(card.getInputStream());
        return HexFormat.of().withUpperCase().formatHex(in.readNBytes(in.readUnsignedShort()));
    }

    @Test
    void aCardFromAFixtureAnswersToResetAndGivesItsRecords() throws IOException {
        assertInstanceOf(Answer.Done.class, act("put", "{\"card\": \"social-security-card\"}"));
        try (Socket card = inserted()) {
            assertEquals("3B80800101", ask(card, "04"));
            assertEquals("6986", ask(card, "00B2072C00"));
            assertEquals("6A82", ask(card, "00A4040008A000000333010101"));
            assertEquals("9000", ask(card, "00A404000F7378312E73682EC9E7BBE1B1A3D5CF00"));
            assertEquals("07095331323334353637389000", ask(card, "00B2072C00"));
            assertEquals("6A83", ask(card, "00B2082C00"));
            assertEquals(5, twin.state().path("commands").intValue());
        }
    }

    @Test
    void aTerseCardHoldsItsAnswersBack() throws IOException {
        assertInstanceOf(Answer.Done.class, act("put", "{\"card\": \"medical-card\"}"));
        try (Socket card = inserted()) {
            assertEquals("610C", ask(card, "00A4040008F04D45444943414C"));
            assertEquals("6F0A8408F04D45444943414C9000", ask(card, "00C000000C"));
            assertEquals("6C0C", ask(card, "00B2010C00"));
            assertEquals("810A4D4330303031323334359000", ask(card, "00B2010C0C"));
            assertEquals("9000", ask(card, "00A4020002EF1500"));
            assertTrue(ask(card, "00B0000008").endsWith("9000"));
        }
    }

    @Test
    void aCardCanBeMuteLieAndBePulledInTheMiddle() throws IOException {
        act("mute", "");
        act("put", "{\"card\": \"bank-card\"}");
        try (Socket card = inserted()) {
            assertEquals("00", ask(card, "04"));
            act("lie", "");
            assertTrue(ask(card, "00A4040008A000000333010101").endsWith("9000"));
            assertTrue(ask(card, "00B2010C00").startsWith("707F"));
            act("pull-during-read", "{\"afterCommands\": 0}");
            new DataOutputStream(card.getOutputStream()).write(HexFormat.of().parseHex("000500B2010C00"));
            assertEquals(-1, card.getInputStream().read());
        }
    }

    @Test
    void aMistakeInACardIsNamedAndNothingIsPut() {
        Answer.Refused refused = assertInstanceOf(
                Answer.Refused.class,
                act("put", "{\"card\": {\"applications\": [{\"aid\": \"A0\", \"records\": 3}]}}"));
        assertTrue(refused.mistakes().contains("records must be a list"), () -> refused.toString());
        assertTrue(refused.mistakes().contains("aid must have 5 to 16 bytes"), () -> refused.toString());
        assertInstanceOf(Answer.Refused.class, act("put", "{\"card\": \"nobody\"}"));
        assertEquals(false, twin.state().path("card").booleanValue(true));
    }
}
