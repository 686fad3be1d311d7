package banyan.item.catalogue;

import banyan.item.FormCheck;
import banyan.item.Rules;
import banyan.item.ServiceItem;

/**
 * One item that can be done, with what judges its answers. Rules are compiled when they are first asked.
 *
 * @param folder its folder in the catalogue
 */
public record CatalogueEntry(ServiceItem item, Rules rules, FormCheck form, String folder, Authenticity authenticity) {
    static CatalogueEntry of(ServiceItem item, String folder, Authenticity authenticity) {
        var rules = new Rules(item);
        return new CatalogueEntry(item, rules, new FormCheck(item, rules), folder, authenticity);
    }
}
