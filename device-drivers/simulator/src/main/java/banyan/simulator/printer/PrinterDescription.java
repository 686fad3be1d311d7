package banyan.simulator.printer;

import static banyan.simulator.printer.IppAttribute.enums;
import static banyan.simulator.printer.IppAttribute.flag;
import static banyan.simulator.printer.IppAttribute.integer;
import static banyan.simulator.printer.IppAttribute.keywords;
import static banyan.simulator.printer.IppAttribute.range;
import static banyan.simulator.printer.IppAttribute.words;

import java.util.List;

/** What the printer says of itself: an A4 laser printer of one tray, black only. */
final class PrinterDescription {
    static final String A4 = "iso_a4_210x297mm";
    static final List<String> SIDES = List.of("one-sided", "two-sided-long-edge", "two-sided-short-edge");
    static final List<String> FORMATS = List.of(PrintDocument.PDF, PrintDocument.JPEG, PrintDocument.ANY);
    static final int MOST_COPIES = 99;

    /** Hundredths of a millimetre. */
    private static final int A4_WIDTH = 21_000;

    private static final int A4_LENGTH = 29_700;
    private static final int MARGIN = 423;

    private PrinterDescription() {}

    /** What never changes; one of the group {@code printer-description} or {@code job-template} each. */
    static List<IppAttribute> identity(String uri) {
        return List.of(
                words(IppValue.URI, "printer-uri-supported", uri),
                keywords("uri-security-supported", "none"),
                keywords("uri-authentication-supported", "none"),
                words(IppValue.NAME, "printer-name", "banyan-simulated-a4"),
                words(IppValue.TEXT, "printer-info", "Simulated A4 printer / 模拟打印机"),
                words(IppValue.TEXT, "printer-location", "simulator"),
                words(IppValue.TEXT, "printer-make-and-model", "Banyan Simulated A4 1"),
                words(
                        IppValue.TEXT,
                        "printer-device-id",
                        "MFG:Banyan;MDL:Simulated A4 1;CMD:PDF,JPEG;SN:SIM-A4-0001;"),
                words(IppValue.TEXT, "printer-firmware-string-version", "1.0"),
                words(IppValue.URI, "printer-uuid", "urn:uuid:5b2c0e7e-6c1f-4f0e-9d3a-0a4d9a4b1e01"),
                words(IppValue.URI, "printer-more-info", uri.replaceFirst("^ipp:", "http:")),
                keywords("ipp-versions-supported", "1.1", "2.0"),
                enums("operations-supported", IppService.OPERATIONS),
                words(IppValue.CHARSET, "charset-configured", "utf-8"),
                words(IppValue.CHARSET, "charset-supported", "utf-8", "us-ascii"),
                words(IppValue.LANGUAGE, "natural-language-configured", "en"),
                words(IppValue.LANGUAGE, "generated-natural-language-supported", "en"),
                words(IppValue.MIME_TYPE, "document-format-default", PrintDocument.ANY),
                words(IppValue.MIME_TYPE, "document-format-supported", FORMATS.toArray(String[]::new)),
                keywords("compression-supported", "none"),
                keywords("pdl-override-supported", "attempted"),
                flag("color-supported", false),
                integer("pages-per-minute", 30),
                flag("multiple-document-jobs-supported", false),
                integer("multiple-operation-time-out", Press.DOCUMENT_SECONDS),
                keywords(
                        "job-creation-attributes-supported",
                        "copies",
                        "sides",
                        "media",
                        "job-name",
                        "document-format",
                        "ipp-attribute-fidelity"),
                keywords("which-jobs-supported", "completed", "not-completed"));
    }

    static List<IppAttribute> jobTemplate(Press press) {
        String[] sides = SIDES.toArray(String[]::new);
        return List.of(
                integer("copies-default", 1),
                range("copies-supported", 1, MOST_COPIES),
                keywords("sides-default", sides[0]),
                keywords("sides-supported", sides),
                keywords("media-default", A4),
                keywords("media-supported", A4),
                keywords("media-ready", A4),
                new IppAttribute("media-col-default", List.of(mediaColumn(Supplies.MAIN))),
                new IppAttribute("media-col-ready", ready(press)),
                keywords("media-col-supported", "media-size", "media-source", "media-type"),
                new IppAttribute("media-size-supported", List.of(mediaSize())),
                keywords("media-source-supported", press.trays().toArray(String[]::new)),
                keywords("media-type-supported", "stationery"),
                integer("media-bottom-margin-supported", MARGIN),
                integer("media-left-margin-supported", MARGIN),
                integer("media-right-margin-supported", MARGIN),
                integer("media-top-margin-supported", MARGIN),
                enums("orientation-requested-default", 3),
                enums("orientation-requested-supported", 3, 4, 5, 6),
                keywords("output-bin-default", "face-down"),
                keywords("output-bin-supported", "face-down"),
                keywords("print-color-mode-default", "monochrome"),
                keywords("print-color-mode-supported", "auto", "monochrome"),
                enums("print-quality-default", 4),
                enums("print-quality-supported", 4),
                new IppAttribute("printer-resolution-default", List.of(new IppValue.Resolution(600, 600))),
                new IppAttribute("printer-resolution-supported", List.of(new IppValue.Resolution(600, 600))),
                enums("finishings-default", 3),
                enums("finishings-supported", 3),
                integer("job-priority-default", 50),
                integer("job-priority-supported", 1));
    }

    /** What lies in the trays; where nothing lies, IPP has no value for it. */
    private static List<IppValue> ready(Press press) {
        List<IppValue> columns = press.trays().stream()
                .filter(tray -> press.sheets(tray) > 0)
                .map(PrinterDescription::mediaColumn)
                .toList();
        return columns.isEmpty() ? List.of(new IppValue.Word(IppValue.NO_VALUE, "")) : columns;
    }

    private static IppValue mediaColumn(String tray) {
        return new IppValue.Collection(List.of(
                new IppAttribute("media-size", List.of(mediaSize())),
                keywords("media-source", tray),
                keywords("media-type", "stationery")));
    }

    private static IppValue mediaSize() {
        return new IppValue.Collection(List.of(integer("x-dimension", A4_WIDTH), integer("y-dimension", A4_LENGTH)));
    }

    /** How it stands right now. */
    static List<IppAttribute> standing(Press press, boolean accepting, int queued) {
        int toner = press.toner().percent;
        return List.of(
                enums("printer-state", press.printerState()),
                keywords("printer-state-reasons", press.reasons().toArray(String[]::new)),
                words(IppValue.TEXT, "printer-state-message", ""),
                flag("printer-is-accepting-jobs", accepting),
                integer("queued-job-count", queued),
                integer("printer-up-time", press.upTime()),
                integer("printer-impressions-completed", press.impressions()),
                words(IppValue.NAME, "marker-names", "Black toner"),
                keywords("marker-types", "toner-cartridge"),
                words(IppValue.NAME, "marker-colors", "#000000"),
                integer("marker-levels", toner),
                integer("marker-low-levels", 10),
                integer("marker-high-levels", 100),
                supply(
                        "printer-supply",
                        "type=tonerCartridge;maxcapacity=100;level=" + toner
                                + ";class=supplyThatIsConsumed;unit=percent;colorantname=black;"),
                words(IppValue.TEXT, "printer-supply-description", "Black toner"),
                new IppAttribute(
                        "printer-input-tray",
                        press.trays().stream()
                                .<IppValue>map(tray -> new IppValue.Other(
                                        IppValue.OCTETS,
                                        "type=sheetFeedAutoRemovableTray;mediafeed=0;mediaxfeed=0;maxcapacity="
                                                + Supplies.TRAY_SHEETS + ";level=" + press.sheets(tray)
                                                + ";status=0;name=" + tray + ";"))
                                .toList()));
    }

    private static IppAttribute supply(String name, String text) {
        return new IppAttribute(name, List.of(new IppValue.Other(IppValue.OCTETS, text)));
    }
}
