package banyan.simulator.cabinet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.simulator.twin.Answer;
import banyan.simulator.twin.Fields;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The cabinet's twin, asked by a master that nobody here wrote: {@code mbpoll}, over libmodbus. */
class DocumentCabinetTwinTest {
    private static final Pattern VALUE = Pattern.compile("\\[(\\d+)]:\\s+([01])");

    @TempDir
    Path folder;

    private DocumentCabinetTwin twin;

    @BeforeEach
    void open() {
        twin = new DocumentCabinetTwin(folder, 19_200);
    }

    @AfterEach
    void close() {
        twin.close();
    }

    private String mbpoll(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("mbpoll", "-m", "rtu", "-a", "1", "-b", "19200", "-P", "none", "-0", "-o", "2"));
        command.addAll(List.of(arguments));
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException missing) {
            throw new AssertionError("to have mbpoll: apt-get install --no-install-recommends mbpoll", missing);
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(10, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), said);
        return said;
    }

    /** Bits as a text of zeros and ones. */
    private String read(String kind, int from, int count) throws IOException, InterruptedException {
        String said = mbpoll(
                "-t", kind, "-r", Integer.toString(from), "-c", Integer.toString(count), "-1",
                twin.port().toString());
        StringBuilder bits = new StringBuilder();
        VALUE.matcher(said).results().forEach(found -> bits.append(found.group(2)));
        return bits.toString();
    }

    private JsonNode door(int door) {
        return twin.state().path("doors").path(door - 1);
    }

    @Test
    void aClosedCabinetReadsAsOne() throws IOException, InterruptedException {
        assertEquals("111111110000000011111111", read("1", 0, 24));
        assertEquals("00000000", read("0", 0, 8));
    }

    @Test
    void aCoilOpensItsDoorAndAHandClosesIt() throws IOException, InterruptedException {
        String _ = mbpoll("-t", "0", "-r", "2", twin.port().toString(), "1");
        assertEquals("110111110000000011011111", read("1", 0, 24));
        String _ = mbpoll("-t", "0", "-r", "2", twin.port().toString(), "0");
        assertInstanceOf(Answer.Done.class, twin.act("close", Fields.parse("{\"door\": 3}")));
        assertEquals("111111110000000011111111", read("1", 0, 24));
        assertEquals(1, door(3).path("unlocked").intValue());
    }

    @Test
    void aJammedDoorStaysShut() throws IOException, InterruptedException {
        assertInstanceOf(Answer.Done.class, twin.act("jam", Fields.parse("{\"door\": 1}")));
        String _ = mbpoll("-t", "0", "-r", "0", twin.port().toString(), "1");
        assertTrue(door(1).path("closed").booleanValue());
        assertEquals("1", read("0", 0, 1));
    }

    @Test
    void thereIsNoNinthDoor() {
        assertInstanceOf(Answer.Refused.class, twin.act("jam", Fields.parse("{\"door\": 9}")));
    }
}
