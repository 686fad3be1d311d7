package banyan.server.register;

import java.time.LocalDate;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;

/**
 * A query for a certificate, as a provider hears it.
 *
 * @param request the terminal's name for it, under which the department can find the call again
 * @param item code of the item: it is the purpose
 * @param citizen identification number
 * @param results the names of what is wanted
 * @param parameters the item's own
 */
public record Ask(
        UUID request,
        String item,
        String citizen,
        Set<String> results,
        SortedMap<String, String> parameters,
        LocalDate today) {
    @Override
    public String toString() {
        return "Ask[" + request + ", " + item + "]";
    }
}
