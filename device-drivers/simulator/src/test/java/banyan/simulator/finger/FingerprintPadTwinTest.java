package banyan.simulator.finger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import banyan.simulator.twin.Answer;
import banyan.simulator.twin.Fields;
import banyan.simulator.twin.Fixtures;
import banyan.simulator.wire.SerialEnd;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The module's side of the line, with the packets of the manuals. */
class FingerprintPadTwinTest {
    private static final String LOOK = "EF01FFFFFFFF010003010005";
    private static final String SEND_PICTURE = "EF01FFFFFFFF0100030A000E";
    private static final String PASSWORD = "EF01FFFFFFFF0100071300000000001B";
    private static final String OTHER_PASSWORD = "EF01FFFFFFFF0100071300000001001C";
    private static final String DONE = "EF01FFFFFFFF07000300000A";
    private static final int ANSWER = 12;

    @TempDir
    Path folder;

    private FingerprintPadTwin twin;
    private SerialEnd driver;

    @BeforeEach
    void open() throws IOException {
        twin = new FingerprintPadTwin(folder, new Fixtures(Optional.empty()));
        driver = new SerialEnd(twin.port());
        act("speed", "{\"baud\": 1000000}");
    }

    @AfterEach
    void close() throws IOException {
        driver.close();
        twin.close();
    }

    private void act(String action, String json) {
        assertInstanceOf(Answer.Done.class, twin.act(action, Fields.parse(json)), action);
    }

    @Test
    void thePasswordIsTheFirstOneOrWrong() throws IOException {
        assertEquals(DONE, driver.ask(PASSWORD, ANSWER));
        assertEquals("EF01FFFFFFFF07000313001D", driver.ask(OTHER_PASSWORD, ANSWER));
    }

    @Test
    void anEmptyGlassHasNoFinger() throws IOException {
        assertEquals("EF01FFFFFFFF07000302000C", driver.ask(LOOK, ANSWER));
    }

    @Test
    void aRequestThatIsDamagedIsSaidNotToBeWhole() throws IOException {
        assertEquals("EF01FFFFFFFF07000301000B", driver.ask("EF01FFFFFFFF010003010006", ANSWER));
    }

    @Test
    void withoutALookThereIsNoPicture() throws IOException {
        act("lay", "{\"seed\": 5}");
        assertEquals("EF01FFFFFFFF07000315001F", driver.ask(SEND_PICTURE, ANSWER));
    }

    @Test
    void aFingerThatMovesGivesNoPicture() throws IOException {
        act("lay", "{\"finger\": \"zhang-sanfeng\", \"moving\": true}");
        assertEquals("EF01FFFFFFFF07000303000D", driver.ask(LOOK, ANSWER));
    }

    @Test
    void theParametersAreThoseOfTheManualsExample() throws IOException {
        assertEquals(
                "EF01FFFFFFFF07001300" + "0000" + "0009" + "00C8" + "0003" + "FFFFFFFF" + "0002" + "0006" + "04F2",
                driver.ask("EF01FFFFFFFF0100030F0013", 28));
    }

    @Test
    void aPictureIsTwoPointsAByteInPortionsAndStaysAfterTheFingerIsLifted() throws IOException {
        act("lay", "{\"seed\": 5, \"impression\": 2}");
        assertEquals(DONE, driver.ask(LOOK, ANSWER));
        act("lift", "");
        assertEquals(DONE, driver.ask(SEND_PICTURE, ANSWER));
        byte[] wire = driver.receive(288 * 139);
        assertEquals("EF01FFFFFFFF020082", HexFormat.of().withUpperCase().formatHex(wire, 0, 9));
        assertEquals("EF01FFFFFFFF080082", HexFormat.of().withUpperCase().formatHex(wire, 287 * 139, 287 * 139 + 9));
        byte[] grey = Impression.of(5, 2).picture(256, 288);
        byte[] row = new byte[128];
        for (int i = 0; i < row.length; i++) {
            row[i] = (byte) ((grey[144 * 256 + 2 * i] & 0xF0) + ((grey[144 * 256 + 2 * i + 1] & 0xF0) >> 4));
        }
        assertArrayEquals(row, Arrays.copyOfRange(wire, 144 * 139 + 9, 144 * 139 + 137));
    }

    @Test
    void whatIsWrongWithALayingIsSaidAndNothingIsLaid() {
        String[] wrong = {
            "{\"finger\": \"nobody\"}", "{\"finger\": \"elder\", \"seed\": 3}", "{\"seed\": -1}", "{\"skin\": \"green\"}", "{\"smudge\": 2}"
        };
        for (String json : wrong) {
            assertInstanceOf(Answer.Refused.class, twin.act("lay", Fields.parse(json)), json);
        }
        assertFalse(twin.state().has("finger"));
    }
}
