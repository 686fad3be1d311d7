package banyan.simulator.pad;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.simulator.twin.Answer;
import banyan.simulator.twin.Fields;
import banyan.simulator.twin.Fixtures;
import banyan.simulator.wire.Await;
import banyan.simulator.wire.SerialEnd;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignaturePadTwinTest {
    private static final String QUERY_ANSWER = "C012600B5C7F0700000201";
    private static final String TWO_STROKES =
            "{\"strokes\": [[[0, 0, 0.5, 0], [1, 1, 1, 10]], [{\"x\": 0.5, \"y\": 0.5, \"p\": 0, \"t\": 20}]], \"pace\": \"fast\"}";

    @TempDir
    Path folder;

    private SignaturePadTwin twin;
    private SerialEnd driver;

    @BeforeEach
    void open() throws IOException {
        twin = new SignaturePadTwin(folder, 38_400, new Fixtures(Optional.empty()));
        driver = new SerialEnd(twin.port());
    }

    @AfterEach
    void close() throws IOException {
        driver.close();
        twin.close();
    }

    @Test
    void aQueryIsAnsweredWithTheGreatestValues() throws IOException {
        assertEquals(QUERY_ANSWER, ask('*', 11));
    }

    @Test
    void strokesArriveAsPensThatComeTouchLiftAndGo() throws IOException {
        start();
        act("sign", TWO_STROKES);
        assertEquals(
                String.join(
                        "",
                        "A00000000000000000", // near at 0,0
                        "A10000000000040000", // touching, pressure 512
                        "A112600B5C7F070000", // touching at the far corner, full pressure
                        "A012600B5C00000000", // lifted there
                        "A00930056E00000000", // near the middle
                        "A10930056E01000000", // touching, as light as can be
                        "A00930056E00000000", // lifted
                        "800000000000000000"), // gone
                hex(driver.receive(72)));
    }

    @Test
    void nothingIsSentBeforeThePadIsStarted() throws IOException {
        act("sign", TWO_STROKES);
        assertEquals(QUERY_ANSWER, ask('*', 11));
        assertEquals(0, twin.state().path("packets").intValue());
    }

    @Test
    void aStoppedPadSendsNothing() throws IOException {
        start();
        send('0');
        Await.until(() -> !started(), "the pad has stopped");
        act("sign", TWO_STROKES);
        assertEquals(QUERY_ANSWER, ask('*', 11));
    }

    @Test
    void aSignatureAtItsRealPaceTakesItsTime() throws IOException {
        start();
        long before = System.nanoTime();
        act("sign", "{\"strokes\": [[[0, 0, 1, 0], [0.1, 0, 1, 120]]]}");
        assertTrue(System.nanoTime() - before >= 120_000_000L);
    }

    @Test
    void aBuiltInSignatureIsPlayedByName() throws IOException {
        start();
        act("sign", "{\"signature\": \"zhang-sanfeng\", \"pace\": \"fast\", \"wait\": false}");
        Await.until(() -> twin.state().path("packets").intValue() > 200, "the strokes are on their way");
    }

    @Test
    void anUnpluggedPadEndsTheSignature() throws IOException {
        start();
        act("sign", "{\"signature\": \"zhang-sanfeng\", \"wait\": false}");
        act("unplug", "");
        assertFalse(driver.alive());
        assertFalse(twin.state().path("drawing").booleanValue());
    }

    @Test
    void aHostileLineKeepsEveryPacketWhole() throws IOException {
        act("grade", "{\"grade\": \"hostile\"}");
        start();
        act("sign", "{\"strokes\": [[[1, 1, 1, 0]]], \"pace\": \"fast\"}");
        StringBuilder all = new StringBuilder();
        while (!all.toString().endsWith("800000000000000000") && all.length() < 1000) {
            all.append(hex(driver.receive(1)));
        }
        assertTrue(all.toString().contains("A112600B5C7F070000"), all::toString);
    }

    @Test
    void aPointOutsideThePadIsRefused() {
        Answer answer = twin.act("sign", Fields.parse("{\"strokes\": [[[1.5, 0, 1, 0]]]}"));
        assertInstanceOf(Answer.Refused.class, answer);
    }

    private void start() throws IOException {
        send('1');
        Await.until(this::started, "the pad has started");
    }

    private boolean started() {
        return twin.state().path("started").booleanValue();
    }

    private void act(String action, String json) {
        assertInstanceOf(Answer.Done.class, twin.act(action, Fields.parse(json)));
    }

    private void send(char command) throws IOException {
        driver.send(hex(String.valueOf(command).getBytes(StandardCharsets.US_ASCII)));
    }

    private String ask(char command, int count) throws IOException {
        send(command);
        return hex(driver.receive(count));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }
}
