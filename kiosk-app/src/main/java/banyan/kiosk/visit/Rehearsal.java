package banyan.kiosk.visit;

import banyan.item.ItemKind;
import banyan.kiosk.catalog.Offer;
import banyan.kiosk.catalog.Offers;
import banyan.kiosk.visit.VisitState.Ended;
import banyan.kiosk.visit.VisitState.Open;
import banyan.kiosk.visit.VisitState.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The places to which a first visitor will come, as they are with nobody's data. What a program does for the first time takes it
 * several times as long: so it is done while nobody waits for it.
 */
final class Rehearsal {
    private Rehearsal() {}

    /** In the order in which a visitor comes to them; of each kind of item the first one stands for all. */
    static List<VisitState> scenes(Offers offers) {
        var scenes = new ArrayList<VisitState>();
        for (Page.Identify.Phase phase : Page.Identify.Phase.values()) {
            scenes.add(open(Visitor.UNKNOWN, new Place.Identify(phase, Optional.empty(), false)));
        }
        Stream.of(ItemKind.values())
                .flatMap(kind -> offers.of(kind).stream().limit(1))
                .flatMap(Rehearsal::places)
                .forEach(place -> scenes.add(open(Visitor.UNKNOWN.known(), place)));
        scenes.add(new Ended(true, false));
        return scenes;
    }

    private static Open open(Visitor visitor, Place place) {
        return new Open(place, visitor, Optional.empty());
    }

    private static Stream<Place> places(Offer offer) {
        Plan plan = Plans.of(offer);
        Place home = new Place.Home();
        Stream<Place> before = Stream.of(Page.Section.values())
                .filter(section -> Shown.kind(section) == offer.item().kind())
                .flatMap(section -> Stream.of(home, new Place.Items(section, 0, 1)));
        Stream<Place> guide = plan.declaration()
                ? Stream.of(new Place.Guide(plan, Page.Guide.GuidePrint.POSSIBLE, true, home))
                : Stream.empty();
        Stream<Place> stages =
                IntStream.range(0, plan.stages().size()).boxed().flatMap(stage -> places(plan, stage));
        return Stream.of(before, guide, stages).flatMap(one -> one);
    }

    /** What is shown only with a paper at hand, such as a signature or a print job, is left out. */
    private static Stream<Place> places(Plan plan, int stage) {
        return switch (plan.stages().get(stage)) {
            case Plan.Stage.Form(int groups) ->
                IntStream.range(0, groups)
                        .mapToObj(group -> new Place.Form(plan, stage, group, Optional.empty(), false));
            case Plan.Stage.Materials _ -> Stream.of(ScanningPlace.Materials.at(plan, stage, false));
            case Plan.Stage.Fingerprint _ -> Stream.of(SigningPlace.Fingerprint.at(plan, stage, false));
            case Plan.Stage.Review _ -> Stream.of(new Place.Review(plan, stage, false));
            case Plan.Stage.Print _ ->
                plan.declaration() ? Stream.empty() : Stream.of(new CertificatePlace.Querying(plan, stage, false));
            case Plan.Stage.Passed _, Plan.Stage.Sign _, Plan.Stage.Submit _, Plan.Stage.Collect _ -> Stream.empty();
        };
    }
}
