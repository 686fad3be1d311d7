package banyan.kiosk.visit;

import banyan.item.Material;
import banyan.item.ServiceItem;
import banyan.item.Step;
import banyan.kiosk.catalog.Offer;
import java.util.Optional;

/** What the dialogue must know of an item, made from its package: a new package needs no code. */
final class Plans {
    private Plans() {}

    static Plan of(Offer offer) {
        return new Plan(
                offer.item().code(),
                offer.declaration(),
                offer.item().steps().stream().map(step -> stage(offer, step)).toList());
    }

    /** What is done to have the document of a decided case. */
    static Plan ofResult(Offer offer) {
        return new Plan(offer.item().code(), false, java.util.List.of(new Plan.Stage.Collect()));
    }

    private static Plan.Stage stage(Offer offer, Step step) {
        return switch (step) {
            case Step.Identify _ -> new Plan.Stage.Passed();
            case Step.Form form -> {
                int groups = offer.groups(form).size();
                yield groups == 0 || offer.besidePreview(form) ? new Plan.Stage.Passed() : new Plan.Stage.Form(groups);
            }
            case Step.Materials _ -> new Plan.Stage.Materials(codes(offer.item()));
            case Step.Sign _ -> new Plan.Stage.Sign();
            case Step.Fingerprint _ -> new Plan.Stage.Fingerprint();
            case Step.Review _ -> new Plan.Stage.Review();
            case Step.Submit _ -> new Plan.Stage.Submit();
            case Step.Print _ -> new Plan.Stage.Print();
        };
    }

    private static java.util.List<String> codes(ServiceItem item) {
        return item.materials().stream().map(Material::code).toList();
    }

    /** The plan of the item that this place belongs to; empty where it belongs to none. */
    static Optional<Plan> at(Place place) {
        return switch (place) {
            case Place.Filing filing -> Optional.of(filing.plan());
            case Place.Guide guide -> Optional.of(guide.plan());
            case Place.Submitting submitting -> Optional.of(submitting.plan());
            case Place.Later later -> Optional.of(later.plan());
            case Place.Deposit deposit -> Optional.of(deposit.plan());
            case SubmittedPlace.Received received -> Optional.of(received.plan());
            case SubmittedPlace.Kept kept -> Optional.of(kept.plan());
            case CertificatePlace.Querying querying -> Optional.of(querying.plan());
            case CertificatePlace.Result result -> Optional.of(result.plan());
            case CertificatePlace.Printing printing -> Optional.of(printing.plan());
            case Place.Trouble trouble -> at(trouble.from());
            case Place.Identify _,
                    ProgressPlace.AskProgress _,
                    ProgressPlace.Cases _,
                    ProgressPlace.Progress _,
                    ProgressPlace.News _,
                    ProgressPlace.Withdrawing _,
                    AppointmentPlace.Appointing _,
                    Place.Resume _,
                    Place.Home _,
                    Place.Items _ -> Optional.empty();
        };
    }
}
