package banyan.kiosk.visit;

import banyan.device.DeviceState;
import banyan.item.DocumentValues;
import banyan.item.Value;
import banyan.kiosk.catalog.Offer;
import java.util.Collection;
import java.util.OptionalInt;

/** What can be begun now: the hours of an item, and the devices it cannot be done without, as they stand at this moment. */
final class Availabilities {
    private final Session session;

    Availabilities(Session session) {
        this.session = session;
    }

    /** For somebody who is here already. */
    Availability of(Offer offer) {
        if (!open(offer)) {
            return new Availability.Closed(hours(offer));
        }
        return Required.lacking(offer.item().devices(), session::stands)
                .<Availability>map(lacking -> lacking)
                .orElseGet(Availability.Now::new);
    }

    boolean now(Offer offer) {
        return of(offer) instanceof Availability.Now;
    }

    /**
     * How many of these somebody could do who came now. Empty while that is not known: before the catalogue is read, and while the
     * devices that all of them wait for are being made ready.
     */
    OptionalInt count(Collection<Offer> offers) {
        if (offers.isEmpty()) {
            return OptionalInt.empty();
        }
        var open = offers.stream().filter(this::open).toList();
        var lacking = open.stream()
                .flatMap(offer -> Required.lacking(Required.fromTheBeginning(offer.item()), session::stands).stream())
                .toList();
        int can = open.size() - lacking.size();
        boolean settling = lacking.stream()
                .anyMatch(one -> one.state().filter(DeviceState.Opening.class::isInstance).isPresent());
        return can == 0 && settling ? OptionalInt.empty() : OptionalInt.of(can);
    }

    private boolean open(Offer offer) {
        return offer.item().opening().openAt(session.clock().now());
    }

    private String hours(Offer offer) {
        return DocumentValues.of(offer.item()).get("item.opening").orElse(new Value.Text(""))
                        instanceof Value.Localised(var text)
                ? text.in(session.language())
                : "";
    }
}
