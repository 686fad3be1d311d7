package banyan.simulator.printer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IppCodecTest {
    /** RFC 8010, appendix A.1: a Print-Job request. */
    private static final byte[] PRINT_JOB = bytes(
            "0101 0002 00000001 01",
            "47 0012",
            text("attributes-charset"),
            "0005",
            text("utf-8"),
            "48 001B",
            text("attributes-natural-language"),
            "0005",
            text("en-us"),
            "45 000B",
            text("printer-uri"),
            "002C",
            text("ipp://printer.example.com/ipp/print/pinetree"),
            "42 0008",
            text("job-name"),
            "0006",
            text("foobar"),
            "22 0016",
            text("ipp-attribute-fidelity"),
            "0001 01",
            "02",
            "21 0006",
            text("copies"),
            "0004 00000014",
            "44 0005",
            text("sides"),
            "0013",
            text("two-sided-long-edge"),
            "03",
            text("%!PDF..."));

    /** After RFC 8010, section 3.1.6 and appendix A.6: a collection within a collection. */
    private static final byte[] COLLECTION = bytes(
            "0101 0005 00000001 01",
            "47 0012",
            text("attributes-charset"),
            "0005",
            text("utf-8"),
            "02",
            "34 0009",
            text("media-col"),
            "0000",
            "4A 0000 000A",
            text("media-size"),
            "34 0000 0000",
            "4A 0000 000B",
            text("x-dimension"),
            "21 0000 0004 00005208",
            "4A 0000 000B",
            text("y-dimension"),
            "21 0000 0004 00007404",
            "37 0000 0000",
            "4A 0000 000A",
            text("media-type"),
            "44 0000 000A",
            text("stationery"),
            "37 0000 0000",
            "03");

    @Test
    void theStandardsPrintJobIsRead() {
        IppCodec.Received read = IppCodec.read(PRINT_JOB).orElseThrow();
        assertEquals(IppService.PRINT_JOB, read.message.code());
        assertEquals(
                Optional.of("foobar"), read.message.group(IppGroup.OPERATION).word("job-name"));
        assertEquals(Optional.of(20), read.message.group(IppGroup.JOB).whole("copies"));
        assertEquals("%!PDF...", new String(read.document, StandardCharsets.US_ASCII));
    }

    @Test
    void theStandardsPrintJobIsWrittenAsItWasRead() {
        IppCodec.Received read = IppCodec.read(PRINT_JOB).orElseThrow();
        assertArrayEquals(Arrays.copyOf(PRINT_JOB, PRINT_JOB.length - 8), IppCodec.write(read.message));
    }

    @Test
    void aCollectionIsReadAndWrittenByteForByte() {
        assertArrayEquals(COLLECTION, IppCodec.write(IppCodec.read(COLLECTION).orElseThrow().message));
    }

    @Test
    void furtherValuesBelongToTheAttributeBeforeThem() {
        IppMessage message = new IppMessage(
                2,
                0,
                0,
                7,
                List.of(new IppGroup(IppGroup.PRINTER, List.of(IppAttribute.keywords("a", "x", "y", "z")))));
        assertEquals(message, IppCodec.read(IppCodec.write(message)).orElseThrow().message);
    }

    @Test
    void bytesThatBreakOffAreNoMessage() {
        for (int length = 0; length < PRINT_JOB.length - 8; length++) {
            assertEquals(Optional.empty(), IppCodec.read(Arrays.copyOf(PRINT_JOB, length)), "after " + length);
        }
    }

    private static String text(String words) {
        return HexFormat.of().formatHex(words.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] bytes(String... hex) {
        return HexFormat.of().parseHex(String.join("", hex).replace(" ", ""));
    }
}
