package banyan.item.catalogue;

import banyan.item.ServiceItem;
import banyan.item.WorkingDays;
import java.util.List;
import java.util.Optional;

/**
 * What loading a catalogue came to: the items that are whole, and every mistake in the others.
 *
 * @param entries by item code
 * @param workingDays of the catalogue's calendar
 */
public record CatalogueReport(List<CatalogueEntry> entries, List<Mistake> mistakes, WorkingDays workingDays) {
    public CatalogueReport {
        entries = List.copyOf(entries);
        mistakes = List.copyOf(mistakes);
    }

    public List<ServiceItem> items() {
        return entries.stream().map(CatalogueEntry::item).toList();
    }

    public Optional<CatalogueEntry> find(String code) {
        return entries.stream()
                .filter(entry -> entry.item().code().equals(code))
                .findFirst();
    }

    /** Compiles all rules, so that no citizen waits for it: for a thread that has time. */
    public void warm() {
        entries.forEach(entry -> entry.rules().warm());
    }
}
