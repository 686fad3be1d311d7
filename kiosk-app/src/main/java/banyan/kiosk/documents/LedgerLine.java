package banyan.kiosk.documents;

import banyan.acceptance.LedgerEntry;
import banyan.acceptance.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * One line of the print ledger: {@code 17 9f86d081884c7d65 PRINTED 2 2 502341 5d1e0a44}, that is job, certificate, what
 * happened, pages asked for, pages out, hours since 1970, and the checksum of all before it.
 */
record LedgerLine(long job, String certificate, Kind kind, int pages, int pagesOut, long hour) {
    private static final Pattern FORM =
            Pattern.compile("(\\d{1,18}) ([0-9a-f]{16}) ([A-Z]{1,10}) (\\d{1,6}) (\\d{1,6}) (\\d{1,9}) ([0-9a-f]{8})");

    enum Kind {
        ASKED,
        PRINTED,
        PARTLY,
        UNKNOWN,
        VOIDED,
        /** The oldest word about this job that was owed to the centre is owed no more; with job 0, all words before this line. */
        TOLD
    }

    /** As the centre is told it; only of a line that says how a job ended. */
    LedgerEntry entry() {
        return new LedgerEntry(job, certificate, pages, pagesOut, LedgerEntry.Ending.valueOf(kind.name()), hour);
    }

    /** A certificate's number is nobody's business on this disk; its hash serves to find it again. */
    static String nameOf(String certificate) {
        return Sha256.of(certificate.getBytes(StandardCharsets.UTF_8)).hex().substring(0, 16);
    }

    String text() {
        var fields =
                String.format(Locale.ROOT, "%d %s %s %d %d %d", job, certificate, kind.name(), pages, pagesOut, hour);
        return fields + " " + checksum(fields);
    }

    static Optional<LedgerLine> parse(String text) {
        var matcher = FORM.matcher(text);
        if (!matcher.matches()
                || !checksum(text.substring(0, text.length() - 9)).equals(matcher.group(7))) {
            return Optional.empty();
        }
        return kind(matcher.group(3))
                .map(kind -> new LedgerLine(
                        Long.parseLong(matcher.group(1)),
                        matcher.group(2),
                        kind,
                        Integer.parseInt(matcher.group(4)),
                        Integer.parseInt(matcher.group(5)),
                        Long.parseLong(matcher.group(6))));
    }

    private static Optional<Kind> kind(String name) {
        for (var kind : Kind.values()) {
            if (kind.name().equals(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private static String checksum(String fields) {
        var crc = new CRC32();
        crc.update(fields.getBytes(StandardCharsets.US_ASCII));
        return String.format(Locale.ROOT, "%08x", crc.getValue());
    }
}
