package banyan.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.device.Fault.Kind;
import banyan.device.Fault.Remedy;
import banyan.device.FaultRow.Reader;
import banyan.device.FaultRow.Retry;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultTableTest {
    private static final String SENTENCES = """
              citizen zh-Hans {device}断开了。 | 请问工作人员。
              citizen zh-Hant {device}斷開了。 | 請問工作人員。
              citizen en The {device} is gone. | Please ask.
              staff zh-Hans {device}断开了。 | 请插好。
              staff zh-Hant {device}斷開了。 | 請插好。
              staff en The {device} is gone. | Plug it in.
            """;
    private static final String NOUN = """
            device LOCKER DOCUMENT_CABINET
              zh-Hans 柜子
              zh-Hant 櫃子
              en locker
            """;
    private static final Fault UNPLUGGED = new Fault(Kind.DISCONNECTED, Remedy.CALL_STAFF, "LOCKER-UNPLUGGED");

    private static String fault(String code) {
        return "fault " + code + " DISCONNECTED CALL_STAFF deviceNotReady after-remedy\n" + SENTENCES;
    }

    @Test
    void aSharedEndingIsSaidWithTheNounOfItsDevice() {
        var table = FaultTable.of("a", NOUN + fault("*-UNPLUGGED"));
        assertEquals(List.of(), table.mistakes());
        assertEquals(new Told("柜子断开了。", "请问工作人员。"), table.told(UNPLUGGED, Reader.CITIZEN, Tongue.HANS));
        assertEquals(new Told("The locker is gone.", "Plug it in."), table.told(UNPLUGGED, Reader.STAFF, Tongue.EN));
        assertEquals(Retry.AFTER_REMEDY, table.retry(UNPLUGGED));
    }

    @Test
    void aWholeCodeGoesBeforeAnEndingAndALongEndingBeforeAShortOne() {
        var table = FaultTable.of("a", fault("*-UNPLUGGED") + fault("*-B-UNPLUGGED") + fault("LOCKER-UNPLUGGED"));
        assertEquals(
                Optional.of("LOCKER-UNPLUGGED"), table.fault("LOCKER-UNPLUGGED").map(FaultRow::name));
        assertEquals(Optional.of("*-B-UNPLUGGED"), table.fault("A-B-UNPLUGGED").map(FaultRow::name));
        assertEquals(Optional.of("*-UNPLUGGED"), table.fault("B-UNPLUGGED").map(FaultRow::name));
        assertEquals(Optional.empty(), table.fault("UNPLUGGED"));
    }

    @Test
    void aNumberAtTheEndStandsForEveryNumber() {
        var table = FaultTable.of("a", fault("*-HTTP-#"));
        assertTrue(table.fault("PRINTER-HTTP-503").isPresent());
        assertTrue(table.fault("CAMERA-HTTP-0A").isPresent());
        assertTrue(table.fault("CAMERA-HTTP-NONE").isEmpty());
    }

    @Test
    void aMistakeNamesFileLineAndRemedyAndLeavesOnlyItsOwnRowOut() {
        var table = FaultTable.of("faults.txt", """
                fault A-GONE DISCONECTED CALL_STAFF deviceNotReady after-remedy
                """ + SENTENCES + """

                        fault B-GONE DISCONNECTED CALL_STAFF notAWord whenever
                          citizen zh-Hans 断开了。
                          citizen en {person} is gone. | Ask.
                        nonsense
                        """ + fault("C-GONE"));
        assertEquals(Set.of("C-GONE"), table.faults().keySet());
        String mistakes = String.join("\n", table.mistakes());
        assertTrue(mistakes.contains("faults.txt:1: `DISCONECTED` is no Kind; known: DISCONNECTED, "), mistakes);
        assertTrue(mistakes.contains("faults.txt:9: `notAWord` is no completion or error code; known: "), mistakes);
        assertTrue(mistakes.contains("faults.txt:9: `WHENEVER` is no Retry; known: AT_ONCE, "), mistakes);
        assertTrue(mistakes.contains("faults.txt:9: citizen zh-Hans: write what happened, `|`, and what"), mistakes);
        assertTrue(mistakes.contains("faults.txt:9: citizen en: `{person}` is no gap; only {device} is"), mistakes);
        assertTrue(
                mistakes.contains("faults.txt:9: the sentences for staff zh-Hant are missing; add a line"), mistakes);
        assertTrue(mistakes.contains("faults.txt:12: `nonsense` begins no block; use device, fault,"), mistakes);
    }

    @Test
    void aSentenceThatTheScreenDoesNotHoldIsAMistake() {
        var table = FaultTable.of("a", fault("A-GONE").replace("请问工作人员。", "请".repeat(25)));
        assertEquals(
                List.of("a:1: citizen zh-Hans: “%s” has 25 characters; the screen holds 24".formatted("请".repeat(25))),
                table.mistakes());
    }

    @Test
    void everyJarBringsItsRowsAndTheSecondOfTheSameNameIsAMistake(@TempDir Path folder) throws IOException {
        URL mine = jar(folder, "mine", fault("A-GONE"));
        URL theirs = jar(folder, "theirs", fault("B-GONE") + fault("A-GONE"));
        try (var loader = new URLClassLoader(new URL[] {mine, theirs}, null)) {
            var table = FaultTable.read(loader);
            assertEquals(Set.of("A-GONE", "B-GONE"), table.faults().keySet());
            assertEquals(
                    List.of(theirs + FaultTable.RESOURCE + ":8: `fault A-GONE` has a row already; keep one",
                            FaultTable.RESOURCE + ": the shared rows are not on the class path; keep the jars apart"),
                    table.mistakes());
        }
    }

    private static URL jar(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve(name).resolve(FaultTable.RESOURCE);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return folder.resolve(name).toUri().toURL();
    }

    @Test
    void everyStateOfEveryKindOfDeviceIsSaid() {
        var table = FaultTable.installed();
        for (DeviceKind kind : DeviceKind.values()) {
            for (DeviceState state : List.of(
                    new DeviceState.Absent(UNPLUGGED),
                    new DeviceState.Opening(),
                    DeviceState.ready(),
                    new DeviceState.Ready(Set.of("PAPER-LOW", "A-NEW-ONE")),
                    new DeviceState.Busy(),
                    new DeviceState.NeedsHelp(new Fault(Kind.HARDWARE, Remedy.CALL_STAFF, "NEVER-HEARD-OF")),
                    new DeviceState.Unknown(Instant.EPOCH),
                    new DeviceState.Closed())) {
                for (Tongue tongue : Tongue.values()) {
                    for (Reader reader : Reader.values()) {
                        var told = table.told(kind, state, reader, tongue);
                        assertEquals(
                                state instanceof DeviceState.Ready(var some) ? Math.max(1, some.size()) : 1,
                                told.size());
                        assertTrue(told.stream().noneMatch(one -> one.toString().contains("{")), told.toString());
                    }
                }
            }
        }
    }

    @Test
    void aCodeThatNobodyKnowsIsSaidAndNeverTriedAgainByItself() {
        var fault = new Fault(Kind.HARDWARE, Remedy.RETRY, "NEVER-HEARD-OF");
        var table = FaultTable.installed();
        assertEquals(Retry.ASK, table.retry(fault));
        assertEquals(
                "打印机现在用不了。",
                table.told(DeviceKind.PRINTER, fault, Reader.CITIZEN, Tongue.HANS)
                        .what());
    }

    @Test
    void theTablesOwnRowsHaveNoMistake() {
        assertEquals(List.of(), FaultTable.installed().mistakes());
        for (DeviceKind kind : DeviceKind.values()) {
            assertTrue(!FaultTable.installed().noun(kind, Tongue.EN).equals("device"), kind.name());
        }
    }
}
