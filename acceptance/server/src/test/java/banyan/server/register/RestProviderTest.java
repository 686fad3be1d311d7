package banyan.server.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.server.register.DepartmentPeer.Manner;
import banyan.server.register.Registers.Queried;
import banyan.server.register.Registers.Why;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A department's system asked over HTTP by a description alone, well and in every bad way. */
class RestProviderTest {
    private static final String DESCRIPTION = """
            {"url": "%s", "tokenFile": "token", "deadlineMillis": %d, "atOnce": 2, "restSeconds": 5, "mostBytes": 10000, "items": {
              "fund": {
                "ask": {"idNo": "citizen", "begin": "parameter.from", "trace": "request", "end": "parameter.to"},
                "nothing": {"at": "/code", "is": "E404"},
                "values": {"total": {"at": "/data/sum"}},
                "tables": {"months": {"at": "/data/list", "columns": {
                  "month": {"at": "/ym"}, "state": {"at": "/st", "words": {"1": "paid", "2": "open"}}}}}
              }}}
            """;

    @TempDir
    Path folder;

    private DepartmentPeer peer;

    @BeforeEach
    void open() throws IOException {
        peer = new DepartmentPeer();
        Files.writeString(folder.resolve("token"), "s3cret\n");
    }

    @AfterEach
    void close() {
        peer.close();
    }

    @Test
    void theDescriptionAloneSaysWhatIsAskedAndWhatIsUnderstood() throws IOException {
        UUID request = UUID.randomUUID();
        Queried.Found found = assertInstanceOf(Queried.Found.class, provider(9_000).query(ask(request)));
        assertEquals(Map.of("total", "840.10"), found.values());
        assertEquals(List.of(Map.of("month", "2026-10", "state", "paid")), found.tables().get("months"));
        assertEquals(
                List.of("{\"begin\":\"2026-01\",\"idNo\":\"350102199003071234\",\"trace\":\"" + request + "\"}"), peer.asked);
        assertEquals(List.of("Bearer s3cret"), peer.tokens);
    }

    @ParameterizedTest
    @CsvSource({
        "BROKEN,ILL",
        "CUT,UNREACHED",
        "GARBAGE,NOT_UNDERSTOOD",
        "TOO_LARGE,TOO_LARGE",
        "TOO_LARGE_UNSAID,TOO_LARGE",
        "LACKS_ONE,NOT_UNDERSTOOD",
        "STRANGE_WORD,NOT_UNDERSTOOD",
        "REDIRECTS,ILL"
    })
    void whatIsNoAnswerIsNamedAndNothingOfItIsTold(Manner manner, Why why) throws IOException {
        peer.manner = manner;
        assertEquals(new Queried.Away(why), provider(9_000).query(ask(UUID.randomUUID())));
        assertEquals(1, peer.asked.size());
    }

    @Test
    void aDepartmentThatIsSilentIsNotWaitedFor() throws IOException {
        peer.manner = Manner.SILENT;
        assertEquals(new Queried.Away(Why.SLOW), provider(300).query(ask(UUID.randomUUID())));
    }

    @Test
    void oneThatIsNotThereIsAway() throws IOException {
        RestProvider provider = provider(9_000);
        peer.close();
        assertEquals(new Queried.Away(Why.UNREACHED), provider.query(ask(UUID.randomUUID())));
    }

    @Test
    void nothingOnRecordAndWrongParametersAreAnswers() throws IOException {
        RestProvider provider = provider(9_000);
        peer.manner = Manner.NOTHING;
        assertEquals(new Queried.Nothing(), provider.query(ask(UUID.randomUUID())));
        peer.manner = Manner.NOT_FOUND;
        assertEquals(new Queried.Nothing(), provider.query(ask(UUID.randomUUID())));
        peer.manner = Manner.REFUSES;
        assertEquals(new Queried.Wrong(List.of("from")), provider.query(ask(UUID.randomUUID())));
    }

    @Test
    void itIsTheOneForItsItemsAlone() throws IOException {
        RestProvider provider = provider(9_000);
        assertEquals("fund-office", provider.name());
        assertTrue(provider.has(ask(UUID.randomUUID())));
        assertFalse(provider.has(new Ask(
                UUID.randomUUID(), "other", "350102199003071234", Set.of("total"), new TreeMap<>(), LocalDate.of(2026, 11, 20))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "http://127.0.0.1:1/query|http://department.example/query|url must be",
                "\"atOnce\": 2|\"atOnce\": 200|atOnce must be",
                "/data/sum|data.sum|JSON pointer",
                "\"citizen\"|\"citizen.name\"|'ask' can say",
                "\"items\"|\"things\"|is not a provider's description"
            })
    void aDescriptionThatIsWrongIsToldBeforeAnythingStarts(String right, String wrong, String told) throws IOException {
        String text = DESCRIPTION.formatted("http://127.0.0.1:1/query", 500);
        assertTrue(text.contains(right), right);
        Files.writeString(folder.resolve("fund-office.json"), text.replace(right, wrong));
        String said = String.valueOf(assertThrows(IOException.class, () -> RestMapping.in(folder)).getMessage());
        assertTrue(said.contains("fund-office.json") && said.contains(told), said);
    }

    private RestProvider provider(int deadline) throws IOException {
        Files.writeString(folder.resolve("fund-office.json"), DESCRIPTION.formatted(peer.url(), deadline));
        return RestMapping.in(folder).getFirst();
    }

    private static Ask ask(UUID request) {
        return new Ask(
                request,
                "fund",
                "350102199003071234",
                Set.of("total", "months"),
                new TreeMap<>(Map.of("from", "2026-01")),
                LocalDate.of(2026, 11, 20));
    }
}
