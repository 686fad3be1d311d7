package banyan.kiosk.catalog;

import banyan.item.ItemKind;
import banyan.item.ServiceItem;
import banyan.item.WorkingDays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything this terminal offers now.
 *
 * @param byCode in the order in which lists show them
 * @param days counts the working days of promises
 */
public record Offers(Map<String, Offer> byCode, WorkingDays days) {
    /** How many items a list page shows. */
    public static final int A_PAGE = 4;

    /** Before the catalogue is loaded. */
    public static final Offers NONE = new Offers(Map.of(), WorkingDays.WEEKENDS_ONLY);

    /** These items in this order. */
    public static Offers of(Collection<ServiceItem> items, WorkingDays days) {
        var byCode = new LinkedHashMap<String, Offer>();
        items.forEach(item -> byCode.put(item.code(), Offer.of(item)));
        return new Offers(java.util.Collections.unmodifiableMap(byCode), days);
    }

    public Optional<Offer> offer(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    public List<Offer> of(ItemKind kind) {
        return byCode.values().stream()
                .filter(offer -> offer.item().kind() == kind)
                .toList();
    }

    /** The items of one page of a list. */
    public List<Offer> page(ItemKind kind, int page) {
        return of(kind).stream().skip((long) page * A_PAGE).limit(A_PAGE).toList();
    }

    public int pages(ItemKind kind) {
        return Math.max(1, Math.ceilDiv(of(kind).size(), A_PAGE));
    }

    /** The items of these codes that are offered, in this order; and then others, to four. */
    public List<Offer> frequent(List<String> codes) {
        return java.util.stream.Stream.concat(
                        codes.stream().flatMap(code -> offer(code).stream()), byCode.values().stream())
                .distinct()
                .limit(A_PAGE)
                .toList();
    }
}
