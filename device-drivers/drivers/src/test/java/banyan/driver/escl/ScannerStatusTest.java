package banyan.driver.escl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.device.DevicePart;
import banyan.device.DevicePart.Kind;
import banyan.device.DevicePart.Standing;
import banyan.device.DeviceState;
import banyan.device.Fault;
import banyan.device.Scanner.Colour;
import banyan.device.Scanner.ScanJob;
import banyan.device.Scanner.Source;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScannerStatusTest {
    private static byte[] status(String state, String feeder) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <s:ScannerStatus xmlns:p="http://www.pwg.org/schemas/2010/12/sm"
                  xmlns:s="http://schemas.hp.com/imaging/escl/2011/05/03">
                  <p:Version>2.63</p:Version><p:State>%s</p:State><s:AdfState>%s</s:AdfState>
                  <s:Jobs><s:JobInfo><p:JobUri>http://here:80/eSCL/ScanJobs/7</p:JobUri><p:ImagesCompleted>3</p:ImagesCompleted>
                  <p:ImagesToTransfer>1</p:ImagesToTransfer><p:JobState>Aborted</p:JobState></s:JobInfo></s:Jobs>
                </s:ScannerStatus>
                """.formatted(state, feeder).getBytes(StandardCharsets.UTF_8);
    }

    private static ScannerStatus read(String state, String feeder) {
        return ScannerStatus.read(status(state, feeder)).orElseThrow();
    }

    @Test
    void whateverItsPrefixesAreItIsRead() {
        ScannerStatus status = read("Idle", "ScannerAdfLoaded");
        ScannerStatus.Job job = status.job("/eSCL/ScanJobs/7").orElseThrow();
        assertEquals(Optional.of(3), job.completed());
        assertEquals(Optional.of(1), job.toTransfer());
        assertTrue(job.aborted());
        assertFalse(status.feederEmpty());
        assertEquals(DeviceState.ready(), status.standing());
    }

    private static List<DevicePart> parts(String feeder, Source... sources) {
        return read("Idle", feeder).parts(Set.of(sources));
    }

    @Test
    void aFeederIsRequiredAndTheGlassBesideItIsNot() {
        assertEquals(
                List.of(
                        DevicePart.required(Kind.FEEDER, new Standing.Usable()),
                        DevicePart.required(Kind.COVER, new Standing.Usable()),
                        DevicePart.optional(Kind.GLASS, new Standing.Untold())),
                parts("ScannerAdfEmpty", Source.FEEDER, Source.FLATBED));
        assertEquals(
                List.of(DevicePart.required(Kind.GLASS, new Standing.Untold())), parts("", Source.FLATBED));
    }

    @Test
    void oneWordTellsOfFeederAndCover() {
        List<DevicePart> open = parts("ScannerAdfHatchOpen", Source.FEEDER);
        assertEquals(new Standing.Unknown(), open.getFirst().standing());
        assertEquals(List.of("SCANNER-COVER-OPEN"), codes(open));
        assertEquals(List.of("SCANNER-JAM"), codes(parts("ScannerAdfJam", Source.FEEDER_BOTH_SIDES)));
        assertEquals(new Standing.Untold(), parts("", Source.FEEDER).getFirst().standing());
    }

    private static List<String> codes(List<DevicePart> parts) {
        return parts.stream().flatMap(DevicePart::fault).map(Fault::code).toList();
    }

    @Test
    void eachStateOfTheFeederThatStopsPaperIsAFault() {
        Map.of(
                        "ScannerAdfJam", "SCANNER-JAM",
                        "ScannerAdfMultipickDetected", "SCANNER-DOUBLE-FEED",
                        "ScannerAdfHatchOpen", "SCANNER-COVER-OPEN",
                        "ScannerAdfDuplexPageTooLong", "SCANNER-PAGE-TOO-LONG",
                        "ScannerAdfDuplexPageTooShort", "SCANNER-PAGE-TOO-SHORT",
                        "ScannerAdfInputTrayFailed", "SCANNER-FEEDER-FAILED")
                .forEach((word, code) -> assertEquals(
                        Optional.of(code), read("Stopped", word).trouble().map(Fault::code), word));
        assertEquals(Optional.of("SCANNER-STOPPED"), read("Stopped", "ScannerAdfLoaded").trouble().map(Fault::code));
        assertTrue(read("Idle", "ScannerAdfEmpty").feederEmpty());
        assertEquals(new DeviceState.Busy(), read("Processing", "ScannerAdfProcessing").standing());
    }

    @Test
    void aDocumentTypeIsRefusedWhateverItNames() {
        String xxe = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><ScannerStatus><State>&e;</State></ScannerStatus>";
        assertEquals(Optional.empty(), ScannerStatus.read(xxe.getBytes(StandardCharsets.UTF_8)));
        String laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><ScannerStatus>&b;</ScannerStatus>";
        assertEquals(Optional.empty(), ScannerStatus.read(laughs.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void anotherDocumentIsNoStatus() {
        assertEquals(Optional.empty(), ScannerStatus.read("<html/>".getBytes(StandardCharsets.UTF_8)));
        assertEquals(Optional.empty(), ScannerStatus.read(new byte[0]));
    }

    @Test
    void aScannerWithAFeederOfOneSideAndARangeOfResolutions() {
        String xml = """
                <ScannerCapabilities><Version>2.0</Version><Adf><AdfSimplexInputCaps><MaxWidth>2550</MaxWidth>
                <MaxHeight>4200</MaxHeight><SettingProfiles><SettingProfile><ColorModes><ColorMode>RGB24</ColorMode></ColorModes>
                <SupportedResolutions><ResolutionRange><XResolutionRange><Min>100</Min><Max>600</Max><Step>50</Step>
                </XResolutionRange></ResolutionRange></SupportedResolutions></SettingProfile></SettingProfiles>
                </AdfSimplexInputCaps></Adf></ScannerCapabilities>
                """;
        ScannerCapabilities can = ScannerCapabilities.read(xml.getBytes(StandardCharsets.UTF_8)).orElseThrow();
        assertEquals(List.of(Source.FEEDER), List.copyOf(can.inputs().keySet()));
        ScannerCapabilities.Input feeder = can.inputs().values().iterator().next();
        assertEquals(150, feeder.resolution(120));
        assertEquals(100, feeder.resolution(20));
        assertEquals(600, feeder.resolution(601));
        assertEquals("RGB24", feeder.mode(Colour.GREY));
        String wish = new String(
                ScanSettings.of(
                        new ScanJob(Source.FEEDER, 120, Colour.COLOUR, 9), new Area(210, 297), can.version(), feeder),
                StandardCharsets.UTF_8);
        assertTrue(wish.contains("<scan:XResolution>150<") && wish.contains("<pwg:Width>2480<"), wish);
        assertTrue(wish.contains("<pwg:InputSource>Feeder<") && wish.contains("<scan:Duplex>false<"), wish);
    }
}
