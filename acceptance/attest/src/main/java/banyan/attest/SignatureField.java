package banyan.attest;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the signature stands in a PDF (ISO 32000-2, 12.8): {@code ByteRange} names all bytes but those of {@code Contents}, in
 * which the CMS is written in hexadecimal digits and zeros after it. What is looked at is the form that a terminal writes; nothing
 * of the PDF is interpreted.
 *
 * @param pdf all of it
 * @param from where {@code <} stands
 * @param to one after {@code >}
 * @param dictionary the words of the signature's dictionary
 */
record SignatureField(byte[] pdf, int from, int to, String dictionary) {
    private static final Pattern RANGE = Pattern.compile("/ByteRange \\[0 ([0-9]{1,9}) ([0-9]{1,9}) ([0-9]{1,9}) *\\]");
    private static final Pattern MADE = Pattern.compile("/M \\(D:([0-9]{14})([+-])([0-9]{2})'([0-9]{2})'\\)");
    private static final Pattern REASON = Pattern.compile("/Reason \\(([A-Z0-9 -]{1,40})\\)");
    private static final DateTimeFormatter PDF_TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmssxxx", Locale.ROOT);

    /** The last signature of a PDF; empty where there is none of this form, or where bytes lie beside what it covers. */
    static Optional<SignatureField> of(byte[] pdf) {
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        int at = text.lastIndexOf("/ByteRange");
        Matcher range = RANGE.matcher(text);
        if (at < 0 || !range.find(at) || range.start() != at) {
            return Optional.empty();
        }
        int from = Integer.parseInt(range.group(1));
        int to = Integer.parseInt(range.group(2));
        boolean whole = from > 0 && to > from + 1 && to <= pdf.length && to + Integer.parseInt(range.group(3)) == pdf.length;
        if (!whole || pdf[from] != '<' || pdf[to - 1] != '>' || !text.startsWith("/Contents ", from - "/Contents ".length())) {
            return Optional.empty();
        }
        int begin = text.lastIndexOf(" obj", from);
        int end = text.indexOf("endobj", to);
        // The signature and what it covers stand in one and the same dictionary, and nothing after it is another one.
        if (begin < 0 || end < 0 || at < begin || at > end) {
            return Optional.empty();
        }
        return Optional.of(new SignatureField(pdf, from, to, text.substring(begin, from) + text.substring(to, end)));
    }

    /** What is signed. */
    byte[] content() {
        var bytes = new ByteArrayOutputStream(pdf.length);
        bytes.write(pdf, 0, from);
        bytes.write(pdf, to, pdf.length - to);
        return bytes.toByteArray();
    }

    /** The signature with the zeros after it; empty where it is not hexadecimal as terminals write it. */
    Optional<byte[]> contents() {
        String digits = new String(pdf, from + 1, to - from - 2, StandardCharsets.ISO_8859_1);
        return digits.matches("(?:[0-9A-F]{2})+") ? Optional.of(HexFormat.of().parseHex(digits)) : Optional.empty();
    }

    Optional<Instant> made() {
        Matcher made = MADE.matcher(dictionary);
        try {
            return made.find()
                    ? Optional.of(OffsetDateTime.parse(
                                    made.group(1) + made.group(2) + made.group(3) + ":" + made.group(4), PDF_TIME)
                            .toInstant())
                    : Optional.empty();
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    String reason() {
        Matcher reason = REASON.matcher(dictionary);
        return reason.find() ? reason.group(1) : "";
    }

    @Override
    public String toString() {
        return "SignatureField[" + from + ", " + to + "]";
    }
}
