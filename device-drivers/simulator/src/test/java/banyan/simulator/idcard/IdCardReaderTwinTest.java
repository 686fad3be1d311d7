package banyan.simulator.idcard;

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
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdCardReaderTwinTest {
    private static final String RESET = "AAAAAA96690003 10FF EC";
    private static final String STATUS = "AAAAAA96690003 11FF ED";
    private static final String FIND = "AAAAAA96690003 2001 22";
    private static final String SELECT = "AAAAAA96690003 2002 21";
    private static final String READ = "AAAAAA96690003 3001 32";
    private static final String READ_WITH_FINGERS = "AAAAAA96690003 3010 23";
    private static final String READ_ADDRESS = "AAAAAA96690003 3003 30";
    private static final String DONE = "AAAAAA9669000400009094";
    private static final String FOUND = "AAAAAA9669000800009F0000000097";
    private static final String NOT_FOUND = "AAAAAA9669000400008084";
    private static final String SELECTED = "AAAAAA9669000C00009000000000000000009C";
    private static final String NOT_SELECTED = "AAAAAA9669000400008185";
    private static final String READ_FAILED = "AAAAAA9669000400004145";
    private static final int RECORD = 1295;

    @TempDir
    Path folder;

    private IdCardReaderTwin twin;
    private SerialEnd driver;

    @BeforeEach
    void open() throws IOException {
        twin = new IdCardReaderTwin(folder, 115_200, new Fixtures(Optional.empty()));
        driver = new SerialEnd(twin.port());
    }

    @AfterEach
    void close() throws IOException {
        driver.close();
        twin.close();
    }

    @Test
    void withoutACardNothingIsFound() throws IOException {
        assertEquals(NOT_FOUND, driver.ask(FIND, 11));
    }

    @Test
    void aCardIsFoundOnceUntilItIsLifted() throws IOException {
        put("zhang-sanfeng");
        assertEquals(FOUND, driver.ask(FIND, 15));
        assertEquals(NOT_FOUND, driver.ask(FIND, 11));
        act("lift", "");
        put("zhang-sanfeng");
        assertEquals(FOUND, driver.ask(FIND, 15));
    }

    @Test
    void aResetModuleFindsTheCardAgain() throws IOException {
        put("zhang-sanfeng");
        assertEquals(FOUND, driver.ask(FIND, 15));
        assertEquals(DONE, driver.ask(RESET, 11));
        assertEquals(FOUND, driver.ask(FIND, 15));
    }

    @Test
    void aCardThatWasNotFoundIsNotSelected() throws IOException {
        put("zhang-sanfeng");
        assertEquals(NOT_SELECTED, driver.ask(SELECT, 11));
    }

    @Test
    void aCardThatWasNotSelectedIsNotRead() throws IOException {
        put("zhang-sanfeng");
        assertEquals(FOUND, driver.ask(FIND, 15));
        assertEquals(READ_FAILED, driver.ask(READ, 11));
    }

    @Test
    void theRecordCarriesTheFixturesWordsAtTheirPlaces() throws IOException {
        byte[] record = read("zhang-sanfeng");
        assertEquals("AAAAAA9669050800009001000400", hex(record, 0, 14));
        String text = new String(record, 14, 256, StandardCharsets.UTF_16LE);
        assertEquals("张三丰", text.substring(0, 15).strip());
        assertEquals("1011990" + "0307", text.substring(15, 26));
        assertEquals("福建省福州市鼓楼区样张路1号101室", text.substring(26, 61).strip());
        assertEquals("350102199003071234", text.substring(61, 79));
        assertEquals("福州市公安局鼓楼分局", text.substring(79, 94).strip());
        assertEquals("2019052020390520", text.substring(94, 110));
        assertEquals(' ', text.charAt(124));
    }

    @Test
    void theRecordsChecksumIsRight() throws IOException {
        byte[] record = read("zhang-sanfeng");
        int sum = 0;
        for (int i = 5; i < record.length; i++) {
            sum ^= record[i];
        }
        assertEquals(0, sum);
    }

    @Test
    void aResidencePermitSaysWhatItIs() throws IOException {
        String text = new String(read("residence-permit"), 14, 256, StandardCharsets.UTF_16LE);
        assertEquals('J', text.charAt(124));
        assertEquals("H00000001", text.substring(110, 119));
    }

    @Test
    void aNameMayLieBeyondTheBasicPlane() throws IOException {
        String text = new String(read("rare-name"), 14, 256, StandardCharsets.UTF_16LE);
        assertEquals("王𠮷祥", text.substring(0, 15).strip());
    }

    @ParameterizedTest
    @CsvSource({"0, 1297", "1, 1809", "2, 2321"})
    void theRecordWithFingersHasItsPublishedLength(int fingers, int length) throws IOException {
        put("{\"name\":\"样张\",\"birth\":\"1990-01-01\",\"address\":\"样张\",\"number\":\"1\",\"issuer\":\"样张\","
                + "\"validFrom\":\"2020-01-01\",\"validTo\":\"长期\",\"fingers\":" + fingers + "}");
        select();
        driver.send(READ_WITH_FINGERS);
        byte[] record = driver.receive(length);
        assertEquals(length - 7, Byte.toUnsignedInt(record[5]) << 8 | Byte.toUnsignedInt(record[6]));
        assertEquals(DONE, driver.ask(STATUS, 11), "nothing follows the record");
    }

    @Test
    void aNewerAddressIsReadWhereThereIsOne() throws IOException {
        put("newer-address");
        select();
        driver.send(READ_ADDRESS);
        byte[] answer = driver.receive(81);
        assertEquals("福建省福州市马尾区样张大道10号", new String(answer, 10, 70, StandardCharsets.UTF_16LE).strip());
    }

    @Test
    void noNewerAddressIsSaidSo() throws IOException {
        put("zhang-sanfeng");
        select();
        assertEquals("AAAAAA9669000400009195", driver.ask(READ_ADDRESS, 11));
    }

    @ParameterizedTest
    @CsvSource({
        "AAAAAA96690003200123, AAAAAA9669000400001014",
        "AAAAAA96690001200122, AAAAAA9669000400001115",
        "AAAAAA96690003777703, AAAAAA9669000400002125",
        "AAAAAA9669000A2001, AAAAAA9669000400001115"
    })
    void aRequestThatIsNotRightIsAnsweredWithTheReason(String request, String answer) throws IOException {
        assertEquals(answer, driver.ask(request, 11));
    }

    @Test
    void aCardPulledDuringTheReadCutsTheRecord() throws IOException {
        put("zhang-sanfeng");
        select();
        act("pull-during-read", "{\"afterBytes\": 500}");
        driver.send(READ);
        assertEquals(READ_FAILED, hex(driver.receive(511), 500, 511));
        assertEquals(NOT_FOUND, driver.ask(FIND, 11));
    }

    @Test
    void aCardLiftedWhileTheRecordIsOnTheLineCutsIt() throws IOException {
        put("zhang-sanfeng");
        select();
        driver.send(READ);
        byte[] first = driver.receive(64);
        assertEquals("AAAAAA96690508", hex(first, 0, 7));
        act("lift", "");
        byte[] rest = new byte[0];
        while (!hex(rest, 0, rest.length).endsWith(READ_FAILED) && rest.length < RECORD) {
            byte[] next = driver.receive(1);
            rest = Arrays.copyOf(rest, rest.length + 1);
            rest[rest.length - 1] = next[0];
        }
        assertTrue(rest.length < RECORD - 64, "only " + rest.length + " bytes more came");
    }

    @Test
    void aRefusedCardIsNotRead() throws IOException {
        act("refuse", "{\"status\": 32}");
        put("zhang-sanfeng");
        select();
        assertEquals("AAAAAA9669000400003236", driver.ask(READ, 11));
    }

    @Test
    void aSilentReaderAnswersNothingUntilItIsHealed() throws IOException {
        act("silence", "");
        driver.send(STATUS);
        Await.until(() -> counted("11FF") == 1, "the command was heard");
        act("heal", "");
        assertEquals(NOT_FOUND, driver.ask(FIND, 11));
    }

    @Test
    void everyCommandIsCounted() throws IOException {
        put("zhang-sanfeng");
        select();
        for (int i = 0; i < 3; i++) {
            assertEquals(NOT_FOUND, driver.ask(FIND, 11));
        }
        assertEquals(List.of(4, 1, 0), List.of(counted("2001"), counted("2002"), counted("3001")));
    }

    @Test
    void theRecordTakesItsTimeOnTheLine() throws IOException {
        put("zhang-sanfeng");
        select();
        long before = System.nanoTime();
        driver.send(READ);
        assertEquals(RECORD, driver.receive(RECORD).length);
        // 1295 bytes of ten bits each at 115200 bits a second.
        assertTrue(System.nanoTime() - before >= 112_000_000L);
    }

    @Test
    void anUnpluggedReaderIsGoneAtOnce() {
        act("unplug", "");
        assertFalse(driver.alive());
        assertFalse(Files.exists(twin.port(), LinkOption.NOFOLLOW_LINKS));
    }

    @Test
    void aReaderPluggedInAgainAnswersUnderTheSameName() throws IOException {
        act("unplug", "");
        act("plug", "");
        try (SerialEnd again = new SerialEnd(twin.port())) {
            assertEquals(DONE, again.ask(STATUS, 11));
        }
    }

    @Test
    void whatTheDriverDidNotReadIsGoneWhenItOpensThePortAgain() throws IOException {
        put("zhang-sanfeng");
        select();
        driver.send(READ);
        assertEquals(100, driver.receive(100).length);
        driver.close();
        Await.until(
                () -> !twin.state().path("open").booleanValue()
                        && !twin.state().path("sending").booleanValue(),
                "the port is closed and the record over");
        driver = new SerialEnd(twin.port());
        Await.until(() -> twin.state().path("open").booleanValue(), "the port is open");
        assertEquals(DONE, driver.ask(STATUS, 11));
    }

    @Test
    void aChangedSpeedIsKeptUntilTheReaderIsUnplugged() throws IOException {
        assertEquals(DONE, driver.ask("AAAAAA96690003 6004 67", 11));
        assertEquals(9600, twin.state().path("baud").intValue());
        act("unplug", "");
        assertEquals(115_200, twin.state().path("baud").intValue());
    }

    @Test
    void aFlakyLineStillCarriesTheRecord() throws IOException {
        act("grade", "{\"grade\": \"flaky\"}");
        put("zhang-sanfeng");
        driver.send(FIND);
        Await.until(() -> counted("2001") == 1, "the command was heard");
        driver.send(SELECT);
        driver.send(READ);
        String all = hex(driver.receive(15 + 19 + RECORD), 0, 15 + 19 + RECORD);
        assertTrue(all.contains(FOUND) && all.contains(SELECTED) && all.contains("AAAAAA96690508000090"));
    }

    @Test
    void allMistakesInACardAreNamed() {
        Answer answer = twin.act(
                "put",
                Fields.parse("{\"card\": {\"name\": \"一二三四五六七八九十一二三四五六\", \"birth\": \"gestern\", \"hat\": 1}}"));
        List<String> mistakes = assertInstanceOf(Answer.Refused.class, answer).mistakes();
        assertEquals(
                List.of(
                        "card: name has more than 15 characters (UTF-16)",
                        "card: birth must be a date such as 1990-03-07, or 长期",
                        "card: address is missing",
                        "card: number is missing",
                        "card: issuer is missing",
                        "card: validFrom is missing",
                        "card: validTo is missing",
                        "card: there is no field hat"),
                mistakes);
    }

    private void select() throws IOException {
        assertEquals(FOUND, driver.ask(FIND, 15));
        assertEquals(SELECTED, driver.ask(SELECT, 19));
    }

    private byte[] read(String card) throws IOException {
        put(card);
        select();
        driver.send(READ);
        byte[] record = driver.receive(RECORD);
        assertEquals(RECORD, record.length);
        return record;
    }

    private void put(String card) {
        act("put", "{\"card\": " + (card.startsWith("{") ? card : '"' + card + '"') + "}");
    }

    private void act(String action, String json) {
        assertInstanceOf(Answer.Done.class, twin.act(action, Fields.parse(json)));
    }

    private int counted(String command) {
        return twin.state().path("commands").path(command).intValue(0);
    }

    private static String hex(byte[] bytes, int from, int to) {
        return HexFormat.of().withUpperCase().formatHex(bytes, from, Math.min(to, bytes.length));
    }
}
