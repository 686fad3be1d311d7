package banyan.kiosk.filing;

import banyan.acceptance.CaseProof;
import banyan.acceptance.CaseStand;
import banyan.acceptance.CaseStand.Thing.Kind;
import banyan.acceptance.Progress;
import banyan.kiosk.catalog.Offer;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What is asked for in a case, ready to be given here.
 *
 * @param offer only what is asked for, as an item of its own
 * @param number of the case
 * @param ask which of its asks
 * @param proof by what whoever gives it is entitled to the case
 */
public record Supplementing(Offer offer, String number, UUID ask, CaseProof proof) {
    /**
     * Makes it of how the case stands.
     *
     * @param item of the case, as this terminal offers it
     * @return empty where nothing is asked for, or where it cannot all be given at a terminal
     */
    public static Optional<Supplementing> of(Progress progress, CaseProof proof, Offer item) {
        return progress.stand()
                .flatMap(CaseStand::asked)
                .flatMap(asked -> item.supplement(codes(asked, Kind.FIELD), codes(asked, Kind.MATERIAL))
                        .map(offer -> new Supplementing(offer, progress.number(), asked.ask(), proof)));
    }

    private static Set<String> codes(CaseStand.Asked asked, Kind kind) {
        return asked.things().stream()
                .filter(thing -> thing.kind() == kind)
                .map(CaseStand.Thing::code)
                .collect(Collectors.toSet());
    }

    @Override
    public String toString() {
        return "Supplementing[" + offer.item().code() + "]";
    }
}
