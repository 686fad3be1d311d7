package banyan.acceptance;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * An issued certificate: everything the item's print template needs beyond the citizen's name and number, which the terminal
 * has from the card. Personal data: {@link #toString} gives none of it.
 *
 * @param request the name under which it was ordered
 * @param item code of the item
 * @param number of the certificate, unique at the centre
 * @param verificationCode what a stranger types or scans to see whether the paper is genuine: four groups of four letters and digits
 * @param verifyPath path and query of the public page about it, to be put behind the centre's public address
 * @param issuedAt by the centre's clock
 * @param values the item's single results by name, in the form its package asks for: {@code 1234.50}, {@code 2026-11}, a code
 * @param tables its results that are rows, by name, such as {@code months}; each row a value by column
 */
public record Certificate(
        UUID request,
        String item,
        String number,
        String verificationCode,
        String verifyPath,
        Instant issuedAt,
        SortedMap<String, String> values,
        SortedMap<String, List<SortedMap<String, String>>> tables) {
    public Certificate {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        TreeMap<String, List<SortedMap<String, String>>> rows = new TreeMap<>();
        tables.forEach((name, table) -> rows.put(
                name,
                table.stream()
                        .map(row -> Collections.unmodifiableSortedMap(new TreeMap<>(row)))
                        .toList()));
        tables = Collections.unmodifiableSortedMap(rows);
    }

    @Override
    public String toString() {
        return "Certificate[" + request + ", " + item + "]";
    }
}
