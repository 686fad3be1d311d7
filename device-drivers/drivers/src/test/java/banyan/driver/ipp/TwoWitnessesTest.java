package banyan.driver.ipp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.device.Fault;
import banyan.device.Fault.Kind;
import banyan.device.Fault.Remedy;
import banyan.driver.ipp.TwoWitnesses.Verdict;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rule of what IPP and SNMP amount to together, without a printer. */
class TwoWitnessesTest {
    private static final long SECOND = 1_000_000_000L;
    private static final PrinterLook WELL = ipp("");

    /** As IPP says it; blank for nothing that stops it. */
    private static PrinterLook ipp(String code) {
        Optional<Fault> trouble =
                code.isBlank() ? Optional.empty() : Optional.of(new Fault(Kind.MEDIA, Remedy.CALL_STAFF, code));
        return new PrinterLook(trouble, Set.of(), List.of(), Optional.empty());
    }

    /** As an agent says it: {@code status device bits}, then what is unlike a printer that is well, {@code COLUMN:row=value}. */
    private static Map<PrinterMib, Map<String, Long>> columns(String said) {
        Map<PrinterMib, Map<String, Long>> columns = new HashMap<>();
        for (String word : said.strip().split(" +", -1)) {
            String[] parts = word.split("[:=]", -1);
            columns.computeIfAbsent(PrinterMib.valueOf(parts[0]), _ -> new HashMap<>())
                    .put(parts[1], Long.decode(parts[2]));
        }
        return columns;
    }

    private static Testimony snmp(String said) {
        return Testimony.of(columns(said)).orElseThrow();
    }

    private static final String IDLE = "PRINTER_STATUS:=3 DEVICE_STATUS:=2 ERROR_STATE:=0 ";
    private static final String JAM = "PRINTER_STATUS:=1 DEVICE_STATUS:=5 ERROR_STATE:=0x20 ";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock = """
            what a printer says over SNMP                                                | stops it           | and shows signs of
            PRINTER_STATUS:=3 DEVICE_STATUS:=2 ERROR_STATE:=0                            |                    |
            PRINTER_STATUS:=4 DEVICE_STATUS:=2 ERROR_STATE:=0                            |                    |
            PRINTER_STATUS:=1 DEVICE_STATUS:=5 ERROR_STATE:=0x20                         | PAPER-JAM          | PAPER-JAM
            PRINTER_STATUS:=3 DEVICE_STATUS:=2 ERROR_STATE:=0x20                         | PAPER-JAM          | PAPER-JAM
            PRINTER_STATUS:=1 DEVICE_STATUS:=5 ERROR_STATE:=0x10                         | PRINTER-COVER-OPEN | PRINTER-COVER-OPEN
            PRINTER_STATUS:=3 COVER_STATUS:1=4 COVER_STATUS:2=3                          | PRINTER-COVER-OPEN | PRINTER-COVER-OPEN
            PRINTER_STATUS:=3 COVER_STATUS:1=5                                           | PRINTER-COVER-OPEN | PRINTER-COVER-OPEN
            PRINTER_STATUS:=1 DEVICE_STATUS:=5 ERROR_STATE:=0x40                         | PRINTER-STOPPED    | PRINTER-STOPPED
            PRINTER_STATUS:=1 DEVICE_STATUS:=5 ERROR_STATE:=0x02                         | PAPER-OUT          | PAPER-OUT
            PRINTER_STATUS:=1 ERROR_STATE:=0x02                                          | PAPER-OUT          | PAPER-OUT
            PRINTER_STATUS:=3 DEVICE_STATUS:=3 ERROR_STATE:=0x02                         |                    | PAPER-OUT
            PRINTER_STATUS:=3 DEVICE_STATUS:=3 ERROR_STATE:=0 INPUT_LEVEL:1=9 INPUT_LEVEL:2=0 |               | PAPER-OUT
            PRINTER_STATUS:=3 DEVICE_STATUS:=2 ERROR_STATE:=0 INPUT_LEVEL:1=-2           |                    |
            PRINTER_STATUS:=1 DEVICE_STATUS:=5 ERROR_STATE:=0x08                         | TONER-OUT          | TONER-OUT
            PRINTER_STATUS:=3 DEVICE_STATUS:=3 SUPPLY_CLASS:1=3 SUPPLY_LEVEL:1=0         |                    | TONER-OUT
            PRINTER_STATUS:=3 DEVICE_STATUS:=3 SUPPLY_CLASS:1=4 SUPPLY_LEVEL:1=0         |                    |
            PRINTER_STATUS:=1 DEVICE_STATUS:=5 ERROR_STATE:=0x1000                       | OUTPUT-FULL        | OUTPUT-FULL
            PRINTER_STATUS:=1 DEVICE_STATUS:=5 ERROR_STATE:=0x100                        | TRAY-MISSING       | TRAY-MISSING
            PRINTER_STATUS:=1 DEVICE_STATUS:=5 ERROR_STATE:=0                            | PRINTER-STOPPED    | PRINTER-STOPPED
            PRINTER_STATUS:=5 DEVICE_STATUS:=5 ERROR_STATE:=0                            |                    |
            PRINTER_STATUS:=1 DEVICE_STATUS:=2 ERROR_STATE:=0                            |                    |
            PRINTER_STATUS:=3 ERROR_STATE:=0x85                                          |                    |
            PRINTER_STATUS:=3 ALERT_SEVERITY:1=3 ALERT_CODE:1=8                          | PAPER-JAM          | PAPER-JAM
            PRINTER_STATUS:=3 ALERT_SEVERITY:1=4 ALERT_CODE:1=8                          |                    |
            PRINTER_STATUS:=3 ALERT_SEVERITY:1=3 ALERT_CODE:1=4711                       | PRINTER-TROUBLE    | PRINTER-TROUBLE
            PRINTER_STATUS:=3 ALERT_SEVERITY:7=3                                         | PRINTER-TROUBLE    | PRINTER-TROUBLE
            """,
            useHeadersInDisplayName = true)
    void whatSnmpSaysIsJudged(String said, String stops, String signs) {
        Testimony testimony = snmp(said);
        assertEquals(Optional.ofNullable(stops), testimony.trouble().map(Fault::code));
        assertEquals(signs == null ? Set.of() : Set.copyOf(Arrays.asList(signs.split(" ", -1))), testimony.signs());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock = """
            by IPP             | by SNMP                                                                  | contradict
                               | PRINTER_STATUS:=3 DEVICE_STATUS:=2 ERROR_STATE:=0                        | false
                               | PRINTER_STATUS:=1 DEVICE_STATUS:=5 ERROR_STATE:=0x20                     | true
                               | PRINTER_STATUS:=3 DEVICE_STATUS:=3 ERROR_STATE:=0x02                     | false
            PAPER-JAM          | PRINTER_STATUS:=1 DEVICE_STATUS:=5 ERROR_STATE:=0x20                     | false
            PAPER-JAM          | PRINTER_STATUS:=1 DEVICE_STATUS:=5 ERROR_STATE:=0x10                     | false
            PAPER-JAM          | PRINTER_STATUS:=3 DEVICE_STATUS:=2 ERROR_STATE:=0                        | true
            PAPER-JAM          | PRINTER_STATUS:=3 DEVICE_STATUS:=3 ERROR_STATE:=0x02                     | true
            PAPER-OUT          | PRINTER_STATUS:=3 DEVICE_STATUS:=3 ERROR_STATE:=0 INPUT_LEVEL:2=0        | false
            PAPER-OUT          | PRINTER_STATUS:=3 DEVICE_STATUS:=2 ERROR_STATE:=0 INPUT_LEVEL:2=9        | true
            PAPER-OUT          | PRINTER_STATUS:=3                                                        | false
            PRINTER-COVER-OPEN | PRINTER_STATUS:=3 DEVICE_STATUS:=2 ERROR_STATE:=0                        | true
            PRINTER-STOPPED    | PRINTER_STATUS:=3 DEVICE_STATUS:=2 ERROR_STATE:=0                        | false
            PAPER-WRONG-SIZE   | PRINTER_STATUS:=3 DEVICE_STATUS:=2 ERROR_STATE:=0                        | false
            PRINTER-NOT-ACCEPTING | PRINTER_STATUS:=3 DEVICE_STATUS:=2 ERROR_STATE:=0                     | false
            """,
            useHeadersInDisplayName = true)
    void onlyWhatBothHaveWordsForIsCompared(String ipp, String snmp, boolean contradict) {
        assertEquals(contradict, TwoWitnesses.contradict(ipp(ipp == null ? "" : ipp), snmp(snmp)));
    }

    @Test
    void anAgentThatHasNoPrinterSaysNothing() {
        assertEquals(Optional.empty(), Testimony.of(Map.of()));
        assertEquals(Optional.empty(), Testimony.of(columns("DEVICE_STATUS:=2 INPUT_LEVEL:1=0")));
    }

    @Test
    void twoReadingsAroundAChangeAreNoLie() {
        var both = new TwoWitnesses();
        both.heard(snmp(IDLE));
        assertEquals(Verdict.AGREED, both.judge(WELL, 0));
        assertEquals(Verdict.IN_DOUBT, both.judge(ipp("PAPER-JAM"), SECOND));
        assertTrue(both.unsettled(ipp("PAPER-JAM")), "both are looked at again at once");
        both.heard(snmp(JAM));
        assertEquals(Verdict.AGREED, both.judge(ipp("PAPER-JAM"), 2 * SECOND));
        assertFalse(both.unsettled(ipp("PAPER-JAM")));
        // The doubt of before is no part of this one.
        assertEquals(Verdict.IN_DOUBT, both.judge(WELL, 4 * SECOND));
        assertEquals(Verdict.IN_DOUBT, both.judge(WELL, 5 * SECOND + SECOND / 2 - 1));
        both.heard(snmp(IDLE));
        assertEquals(Verdict.AGREED, both.judge(WELL, 6 * SECOND));
    }

    @Test
    void whoContradictEachOtherForTooLongDisagreeUntilTheyAgree() {
        var both = new TwoWitnesses();
        both.heard(snmp(JAM));
        assertEquals(Verdict.IN_DOUBT, both.judge(WELL, -SECOND));
        both.heard(snmp(JAM));
        assertEquals(Verdict.DISAGREED, both.judge(WELL, SECOND));
        assertEquals(Verdict.DISAGREED, both.judge(WELL, 100 * SECOND));
        both.heard(snmp(IDLE));
        assertEquals(Verdict.AGREED, both.judge(WELL, 101 * SECOND));
    }

    @Test
    void oneLostDatagramIsNoSilenceAndTwoAre() {
        var both = new TwoWitnesses();
        both.heard(snmp(IDLE));
        both.unheard();
        assertTrue(both.unsettled(WELL), "it is asked again at once");
        assertEquals(Verdict.AGREED, both.judge(WELL, 0));
        both.unheard();
        assertEquals(Verdict.SILENT, both.judge(WELL, 0));
        assertFalse(both.unsettled(WELL), "who is silent is asked in its time");
        assertEquals(Verdict.SILENT, both.judge(ipp("PAPER-JAM"), 9 * SECOND), "old words contradict nobody");
        both.heard(snmp(IDLE));
        assertEquals(Verdict.AGREED, both.judge(WELL, 10 * SECOND));
    }

    @Test
    void silenceDoesNotTakeAContradictionBack() {
        var both = new TwoWitnesses();
        both.heard(snmp(JAM));
        assertEquals(Verdict.IN_DOUBT, both.judge(WELL, 0));
        assertEquals(Verdict.DISAGREED, both.judge(WELL, 2 * SECOND));
        both.unheard();
        both.unheard();
        assertEquals(Verdict.DISAGREED, both.judge(WELL, 60 * SECOND));
        both.startAnew();
        assertEquals(Verdict.AGREED, both.judge(WELL, 61 * SECOND), "the printer was away: nothing of before is left");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock = """
            before                     | after                      | one side | pages
            LIFE_COUNT:1=10            | LIFE_COUNT:1=13            | true     | 3
            LIFE_COUNT:1=10            | LIFE_COUNT:1=13            | false    | 3
            LIFE_COUNT:1=10 COUNTER_UNIT:1=8 | LIFE_COUNT:1=12 COUNTER_UNIT:1=8 | false | 4
            LIFE_COUNT:1=10 COUNTER_UNIT:1=8 | LIFE_COUNT:1=12 COUNTER_UNIT:1=8 | true  | 2
            LIFE_COUNT:1=10            | LIFE_COUNT:1=10            | true     | 0
            LIFE_COUNT:1=10            | LIFE_COUNT:1=9             | true     |
            LIFE_COUNT:1=10            | LIFE_COUNT:1=12 COUNTER_UNIT:1=8 | true |
            LIFE_COUNT:1=10 COUNTER_UNIT:1=11 | LIFE_COUNT:1=12 COUNTER_UNIT:1=11 | true |
            PRINTER_STATUS:=3          | LIFE_COUNT:1=10            | true     |
            """,
            useHeadersInDisplayName = true)
    void pagesAreCountedInSidesOrSheets(String before, String after, boolean oneSided, Integer pages) {
        assertEquals(Optional.ofNullable(pages), snmp(after).pagesSince(snmp(before).count(), oneSided));
    }
}
