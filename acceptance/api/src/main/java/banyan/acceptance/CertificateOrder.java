package banyan.acceptance;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Asks for a certificate. The name under which it is asked is the request's path, chosen by the terminal once; the same order
 * under the same name brings the same certificate, however often.
 *
 * @param item code of the query-and-print item
 * @param name of the citizen, as on the card
 * @param number citizen identification number
 * @param parameters the item's own, such as {@code from} and {@code to} as {@code 2026-01}
 */
public record CertificateOrder(String item, String name, String number, SortedMap<String, String> parameters) {
    public CertificateOrder {
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }

    @Override
    public String toString() {
        return "CertificateOrder[" + item + "]";
    }
}
