package banyan.conformance;

import banyan.device.ApplicationProfile;
import banyan.device.ApplicationProfile.Encoding;
import banyan.device.ApplicationProfile.Field;
import banyan.device.ApplicationProfile.Place;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A chip card that a rig can put in: one application of an invented person, and what a reading by its profile must give.
 *
 * @param profile how it is read
 * @param records what READ RECORD gives
 * @param data what GET DATA gives, under its tag
 * @param files what READ BINARY gives, under the file's identifier
 * @param options the answer to GET PROCESSING OPTIONS; empty where the card knows no such command
 * @param fields what a reading gives
 */
public record TestChip(
        ApplicationProfile profile,
        List<Stored> records,
        Map<Integer, byte[]> data,
        Map<Integer, byte[]> files,
        byte[] options,
        Map<String, String> fields) {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String NAME = "张试样卡人";
    private static final String LONG_TEXT = "样张区迁居路".repeat(48);

    /** A record, whole. */
    public record Stored(int file, int record, byte[] bytes) {}

    /** In the manner of a social security card: plain TLV, one thing a record. */
    public static final TestChip SOCIAL = new TestChip(
            new ApplicationProfile(
                    "social",
                    hex("7378312E73682EC9E7BBE1B1A3D5CF"),
                    List.of(
                            new Field("card", new Place.InRecord(5, 7, 0x07), Encoding.ASCII),
                            new Field("number", new Place.InRecord(6, 1, 0x08), Encoding.ASCII),
                            new Field("name", new Place.InRecord(6, 2, 0x09), Encoding.GB18030))),
            List.of(
                    new Stored(5, 7, tlv("07", ascii("S98765432"))),
                    new Stored(6, 1, tlv("08", ascii("350102199003079876"))),
                    new Stored(6, 2, tlv("09", filled(NAME.getBytes(GB18030), 30)))),
            Map.of(),
            Map.of(),
            new byte[0],
            Map.of("card", "S98765432", "number", "350102199003079876", "name", NAME));

    /** In the manner of a bank card: templates, and the application says where its records are. */
    public static final TestChip BANK = new TestChip(
            new ApplicationProfile(
                    "bank",
                    hex("A000000333010101"),
                    List.of(
                            new Field("number", new Place.Located(0x5A), Encoding.DIGITS),
                            new Field("counter", new Place.Data(0x9F36), Encoding.HEX))),
            List.of(
                    new Stored(1, 1, tlv("70", tlv("5F20", ascii("YANGKA/SHI")))),
                    new Stored(1, 2, tlv("70", tlv("5A", hex("6212349876543210123F"))))),
            Map.of(0x9F36, tlv("9F36", hex("0041"))),
            Map.of(),
            tlv("77", tlv("82", hex("7C00")), tlv("94", hex("08010200"))),
            Map.of("number", "6212349876543210123", "counter", "0041"));

    /** In the manner of an older card: a transparent file, longer than one command gives. */
    public static final TestChip FILED = new TestChip(
            new ApplicationProfile(
                    "filed",
                    hex("F04D4544494353"),
                    List.of(new Field("text", new Place.InFile(0xEF15, 4, 580), Encoding.GB18030))),
            List.of(),
            Map.of(),
            Map.of(0xEF15, joined(hex("00000000"), filled(LONG_TEXT.getBytes(GB18030), 600))),
            new byte[0],
            Map.of("text", LONG_TEXT));

    /** The same card, whose holder has another number. */
    public TestChip withNumber(String number) {
        List<Stored> changed = records.stream()
                .map(one -> one.file() == 6 && one.record() == 1 ? new Stored(6, 1, tlv("08", ascii(number))) : one)
                .toList();
        return new TestChip(
                profile,
                changed,
                data,
                files,
                options,
                Map.of("card", fields.get("card"), "number", number, "name", fields.get("name")));
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] filled(byte[] bytes, int length) {
        return Arrays.copyOf(bytes, length);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** With a length of one byte. */
    private static byte[] tlv(String tag, byte[]... parts) {
        byte[] value = joined(parts);
        return joined(hex(tag), new byte[] {(byte) value.length}, value);
    }
}
