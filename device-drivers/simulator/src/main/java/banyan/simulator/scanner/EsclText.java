package banyan.simulator.scanner;

import java.util.List;
import java.util.stream.Collectors;

/** The scanner's documents, as devices write them. */
final class EsclText {
    static final List<Integer> RESOLUTIONS = List.of(75, 100, 150, 200, 300, 600);

    private static final String NAMESPACES = "xmlns:pwg=\"http://www.pwg.org/schemas/2010/12/sm\""
            + " xmlns:scan=\"http://schemas.hp.com/imaging/escl/2011/05/03\"";
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private EsclText() {}

    static String capabilities() {
        return HEAD
                + """
                <scan:ScannerCapabilities %s>
                  <pwg:Version>2.63</pwg:Version>
                  <pwg:MakeAndModel>Banyan Twin Feeder</pwg:MakeAndModel>
                  <scan:Manufacturer>Banyan</scan:Manufacturer>
                  <pwg:SerialNumber>TWIN-0001</pwg:SerialNumber>
                  <scan:Platen><scan:PlatenInputCaps>%s</scan:PlatenInputCaps></scan:Platen>
                  <scan:Adf>
                    <scan:AdfSimplexInputCaps>%s</scan:AdfSimplexInputCaps>
                    <scan:AdfDuplexInputCaps>%s</scan:AdfDuplexInputCaps>
                    <scan:FeederCapacity>%d</scan:FeederCapacity>
                    <scan:AdfOptions>
                      <scan:AdfOption>DetectPaperLoaded</scan:AdfOption>
                      <scan:AdfOption>Duplex</scan:AdfOption>
                    </scan:AdfOptions>
                  </scan:Adf>
                </scan:ScannerCapabilities>
                """.formatted(NAMESPACES, input(), input(), input(), Feeder.CAPACITY);
    }

    private static String input() {
        return """

                <scan:MinWidth>16</scan:MinWidth><scan:MaxWidth>2550</scan:MaxWidth>
                <scan:MinHeight>16</scan:MinHeight><scan:MaxHeight>3508</scan:MaxHeight>
                <scan:SettingProfiles><scan:SettingProfile>
                  <scan:ColorModes><scan:ColorMode>Grayscale8</scan:ColorMode><scan:ColorMode>RGB24</scan:ColorMode></scan:ColorModes>
                  <scan:DocumentFormats><pwg:DocumentFormat>image/jpeg</pwg:DocumentFormat></scan:DocumentFormats>
                  <scan:SupportedResolutions><scan:DiscreteResolutions>%s</scan:DiscreteResolutions></scan:SupportedResolutions>
                </scan:SettingProfile></scan:SettingProfiles>
                """.formatted(RESOLUTIONS.stream()
                .map(dpi -> "<scan:DiscreteResolution><scan:XResolution>" + dpi + "</scan:XResolution><scan:YResolution>"
                        + dpi + "</scan:YResolution></scan:DiscreteResolution>")
                .collect(Collectors.joining()));
    }

    /** A job as the status tells it. */
    record JobLine(String path, String uuid, String state, String reason, int completed, int toTransfer) {}

    static String status(String state, String adfState, List<JobLine> jobs) {
        String lines = jobs.stream()
                .map(job -> """
                        <scan:JobInfo>
                          <pwg:JobUri>%s</pwg:JobUri>
                          <pwg:JobUuid>%s</pwg:JobUuid>
                          <pwg:ImagesCompleted>%d</pwg:ImagesCompleted>
                          <pwg:ImagesToTransfer>%d</pwg:ImagesToTransfer>
                          <pwg:JobState>%s</pwg:JobState>
                          <pwg:JobStateReasons><pwg:JobStateReason>%s</pwg:JobStateReason></pwg:JobStateReasons>
                        </scan:JobInfo>
                        """.formatted(
                                job.path(), job.uuid(), job.completed(), job.toTransfer(), job.state(), job.reason()))
                .collect(Collectors.joining());
        return HEAD
                + """
                <scan:ScannerStatus %s>
                  <pwg:Version>2.63</pwg:Version>
                  <pwg:State>%s</pwg:State>
                  <scan:AdfState>%s</scan:AdfState>
                  <scan:Jobs>%s</scan:Jobs>
                </scan:ScannerStatus>
                """.formatted(NAMESPACES, state, adfState, lines);
    }
}
