package banyan.simulator.idcard;

import banyan.simulator.twin.Fields;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An invented identity card, as the reader hands it out: 256 bytes of text in UTF-16LE, a photo that is opaque bytes,
 * perhaps fingerprints, perhaps a newer address. What is written on it need not be right: a wrong check digit or a date
 * long past is part of the fixture.
 */
public final class Card {
    static final int TEXT_BYTES = 256;
    static final int PHOTO_BYTES = 1024;
    static final int FINGER_BYTES = 512;
    static final int ADDRESS_CHARACTERS = 35;
    private static final int TYPE_OFFSET = 248;
    private static final int LATIN_NAME = 35;
    private static final int LATIN_NAME_ON = 11;
    private static final String NO_END = "长期";

    private final String label;
    private final byte[] text;
    private final byte[] photo;
    private final byte[] fingers;
    private final Optional<byte[]> newestAddress;

    private Card(String label, byte[] text, byte[] photo, byte[] fingers, Optional<byte[]> newestAddress) {
        this.label = label;
        this.text = text;
        this.photo = photo;
        this.fingers = fingers;
        this.newestAddress = newestAddress;
    }

    /** The fixture's name, not the person's. */
    String label() {
        return label;
    }

    /** The answer to "read base": two lengths, text, photo. */
    byte[] base() {
        return concat(lengths(text.length, photo.length), text, photo);
    }

    /** The answer to "read base and fingers": three lengths, text, photo, fingers. */
    byte[] baseAndFingers() {
        return concat(lengths(text.length, photo.length, fingers.length), text, photo, fingers);
    }

    Optional<byte[]> newestAddress() {
        return newestAddress.map(byte[]::clone);
    }

    /** Reads a fixture; its mistakes are added to {@code into}'s, and the card is then of no use. */
    static Card read(String label, ObjectNode json, Fields into) {
        Fields fields = Fields.of(json);
        fields.any("note");
        byte[] text = fields.text("text").isPresent() ? rawText(fields) : text(fields);
        byte[] photo = opaque(fields, "photo", PHOTO_BYTES);
        int fingers = fields.number("fingers", 0, 2, 0);
        Optional<byte[]> address =
                fields.text("newestAddress").map(value -> padded(fields, "newestAddress", value, ADDRESS_CHARACTERS));
        fields.mistakes().forEach(mistake -> into.mistaken("card: " + mistake));
        return new Card(label, text, photo, noise(label.hashCode(), fingers * FINGER_BYTES), address);
    }

    /** The layout that the type's letter stands for. */
    private static byte[] text(Fields fields) {
        String type = fields.text("type").orElse("");
        StringBuilder text = new StringBuilder();
        switch (type) {
            case "I" -> foreigner2017(text, fields);
            case "Y" -> foreigner2023(text, fields);
            default -> resident(text, fields);
        }
        text.repeat(' ', TYPE_OFFSET / 2 - text.length());
        append(text, fields, "type", 1, type);
        text.repeat(' ', TEXT_BYTES / 2 - text.length());
        return text.toString().getBytes(StandardCharsets.UTF_16LE);
    }

    /** The resident's layout, which the residence permit shares but for its last fields. */
    private static void resident(StringBuilder text, Fields fields) {
        append(text, fields, "name", 15, required(fields, "name"));
        append(text, fields, "sex", 1, fields.text("sex").orElse("1"));
        append(text, fields, "nation", 2, fields.text("nation").orElse("01"));
        append(text, fields, "birth", 8, date(fields, "birth"));
        append(text, fields, "address", ADDRESS_CHARACTERS, required(fields, "address"));
        append(text, fields, "number", 18, required(fields, "number"));
        append(text, fields, "issuer", 15, required(fields, "issuer"));
        append(text, fields, "validFrom", 8, date(fields, "validFrom"));
        append(text, fields, "validTo", 8, date(fields, "validTo"));
        append(text, fields, "passNumber", 9, fields.text("passNumber").orElse(""));
        append(text, fields, "timesIssued", 2, fields.text("timesIssued").orElse(""));
    }

    private static void foreigner2017(StringBuilder text, Fields fields) {
        append(text, fields, "latinName", 60, required(fields, "latinName"));
        append(text, fields, "sex", 1, fields.text("sex").orElse("1"));
        append(text, fields, "number", 15, required(fields, "number"));
        append(text, fields, "country", 3, required(fields, "country"));
        append(text, fields, "name", 15, fields.text("name").orElse(""));
        append(text, fields, "validFrom", 8, date(fields, "validFrom"));
        append(text, fields, "validTo", 8, date(fields, "validTo"));
        append(text, fields, "birth", 8, date(fields, "birth"));
        append(text, fields, "version", 2, fields.text("version").orElse("01"));
        append(text, fields, "issuer", 4, fields.text("issuer").orElse(""));
    }

    /** Its Latin name goes on behind the dates where it is longer than its first place. */
    private static void foreigner2023(StringBuilder text, Fields fields) {
        String latin = new String(
                padded(fields, "latinName", required(fields, "latinName"), LATIN_NAME + LATIN_NAME_ON),
                StandardCharsets.UTF_16LE);
        append(text, fields, "name", 15, fields.text("name").orElse(""));
        append(text, fields, "sex", 1, fields.text("sex").orElse("1"));
        append(text, fields, "timesIssued", 2, fields.text("timesIssued").orElse("00"));
        append(text, fields, "birth", 8, date(fields, "birth"));
        text.append(latin, 0, LATIN_NAME);
        append(text, fields, "number", 18, required(fields, "number"));
        text.repeat(' ', 15);
        append(text, fields, "validFrom", 8, date(fields, "validFrom"));
        append(text, fields, "validTo", 8, date(fields, "validTo"));
        text.append(latin, LATIN_NAME, LATIN_NAME + LATIN_NAME_ON);
        append(text, fields, "country", 3, required(fields, "country"));
    }

    /** Any other layout, given byte by byte. */
    private static byte[] rawText(Fields fields) {
        String hex = fields.text("text").orElse("");
        if (hex.length() != 2 * TEXT_BYTES || !hex.chars().allMatch(HexFormat::isHexDigit)) {
            fields.mistaken("text must be " + TEXT_BYTES + " bytes in hexadecimal");
            return new byte[TEXT_BYTES];
        }
        return HexFormat.of().parseHex(hex);
    }

    private static String required(Fields fields, String name) {
        Optional<String> value = fields.text(name);
        if (value.isEmpty()) {
            fields.mistaken(name + " is missing");
        }
        return value.orElse("");
    }

    /** As eight digits on the card; a fixture writes it as 1990-03-07, or as 长期 for no end. */
    private static String date(Fields fields, String name) {
        String value = required(fields, name);
        if (value.equals(NO_END) || value.isEmpty()) {
            return value;
        }
        try {
            return LocalDate.parse(value).format(DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException _) {
            fields.mistaken(name + " must be a date such as 1990-03-07, or " + NO_END);
            return "";
        }
    }

    private static void append(StringBuilder text, Fields fields, String name, int width, String value) {
        text.append(new String(padded(fields, name, value, width), StandardCharsets.UTF_16LE));
    }

    private static byte[] padded(Fields fields, String name, String value, int width) {
        if (value.length() > width) {
            fields.mistaken(name + " has more than " + width + " characters (UTF-16)");
        }
        String cut = value.substring(0, Math.min(width, value.length()));
        return (cut + " ".repeat(width - cut.length())).getBytes(StandardCharsets.UTF_16LE);
    }

    /** {@code {"seed": 7}} or {@code {"base64": "…"}}: the format is closed, so bytes are all there can be. */
    private static byte[] opaque(Fields fields, String name, int size) {
        JsonNode node = fields.any(name).orElse(null);
        if (node == null) {
            return noise(0, size);
        }
        if (node.path("seed").isIntegralNumber()) {
            return noise(node.path("seed").longValue(), size);
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(node.path("base64").stringValue(""));
            if (bytes.length == size) {
                return bytes;
            }
        } catch (IllegalArgumentException _) {
            // Said below, together with a wrong size.
        }
        fields.mistaken(name + " must be {\"seed\": number} or {\"base64\": " + size + " bytes}");
        return noise(0, size);
    }

    private static byte[] noise(long seed, int size) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static byte[] lengths(int... values) {
        byte[] bytes = new byte[values.length * 2];
        for (int i = 0; i < values.length; i++) {
            bytes[2 * i] = (byte) (values[i] >> 8);
            bytes[2 * i + 1] = (byte) values[i];
        }
        return bytes;
    }

    private static byte[] concat(byte[]... parts) {
        byte[] all = new byte[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    @Override
    public String toString() {
        return "Card[" + label + "]";
    }
}
