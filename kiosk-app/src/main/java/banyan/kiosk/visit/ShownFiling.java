package banyan.kiosk.visit;

import banyan.device.DeviceKind;
import banyan.device.DeviceState;
import banyan.item.Check;
import banyan.item.ConditionState;
import banyan.item.DocumentValues;
import banyan.item.Fact;
import banyan.item.Field;
import banyan.item.FieldKind;
import banyan.item.FieldProblem;
import banyan.item.FormGroup;
import banyan.item.Language;
import banyan.item.Material;
import banyan.item.Value;
import banyan.kiosk.catalog.Offer;
import banyan.kiosk.filing.Answer;
import banyan.kiosk.filing.Filing;
import banyan.kiosk.filing.FingerPaper;
import banyan.kiosk.filing.FormDesk;
import banyan.kiosk.visit.FilingPage.Form.Entry;
import banyan.kiosk.visit.Page.Guide.Finding;
import banyan.kiosk.visit.Page.Guide.GuidePrint;
import banyan.kiosk.visit.Page.Guide.Origin;
import banyan.kiosk.visit.Page.StepHead;
import banyan.kiosk.visit.VisitState.Visitor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The pages of a request: guide, form, papers, signature, review. */
final class ShownFiling {
    private final Session session;
    private final Hands hands;
    private final ShownMaterials materials;
    private final ShownReview review;
    private final Options options = new Options();

    /** Months are tried against the item's rules one by one; so what was found for this very request is kept. */
    private static final class Options {
        private Optional<Filing> of = Optional.empty();
        private final Map<String, List<FormDesk.Option>> byField = new java.util.HashMap<>();

        List<FormDesk.Option> get(FormDesk desk, Field field, Filing filing, Language language) {
            if (of.isEmpty() || of.get() != filing) {
                byField.clear();
                of = Optional.of(filing);
            }
            return byField.computeIfAbsent(field.code() + language, _ -> desk.options(field, filing, language));
        }
    }

    ShownFiling(Session session, Hands hands) {
        this.session = session;
        this.hands = hands;
        materials = new ShownMaterials(session, hands);
        review = new ShownReview(session);
    }

    private Language language() {
        return session.language();
    }

    String title(Plan plan) {
        return session.offerOf(plan).item().title().in(language());
    }

    private StepHead head(Plan plan, int stage) {
        return new StepHead(title(plan), plan.counted(stage), plan.countedSteps());
    }

    Page.ItemTile tile(Offer offer, Visitor visitor) {
        return new Page.ItemTile(
                offer.item().code(),
                offer.item().shortTitle().in(language()),
                offer.item().plainWords().in(language()),
                offer.item().decidedBy().in(language()),
                offer.item().icon(),
                availability(offer, visitor));
    }

    /** What was begun in this visit goes on, however the devices stand. */
    private Availability availability(Offer offer, Visitor visitor) {
        return visitor.parked().containsKey(offer.item().code())
                ? new Availability.Now()
                : hands.availabilities().of(offer);
    }

    Page.Guide guide(Place.Guide place, Visitor visitor, Page.Truth printer) {
        Offer offer = session.offerOf(place.plan());
        Filing filing = session.filing(place.plan());
        FormDesk desk = session.desk(offer);
        boolean usable = printer == Page.Truth.READY || printer == Page.Truth.LOW;
        return new Page.Guide(
                tile(offer, visitor),
                offer.item().terms().promisedWorkingDays(),
                offer.item().terms().legalWorkingDays(),
                fee(offer),
                "",
                offer.item().decidedBy().in(language()),
                offer.item().hotline(),
                offer.item().conditions().stream()
                        .map(condition -> condition(
                                condition.text().in(language()),
                                offer.rules().state(condition, desk.situation(filing), language())))
                        .toList(),
                offer.item().materials().stream()
                        .map(material -> new Page.Guide.MaterialNeed(
                                material.title().in(language()), material.icon(), origin(material, filing)))
                        .toList(),
                place.plan().countedSteps(),
                offer.item().minutes(),
                place.print() == GuidePrint.POSSIBLE && !usable ? GuidePrint.NOT_POSSIBLE : place.print());
    }

    private static Page.Guide.Condition condition(String text, ConditionState state) {
        return switch (state) {
            case ConditionState.Found(var detail) -> new Page.Guide.Condition(text, Finding.FOUND, detail);
            case ConditionState.NotFound() -> new Page.Guide.Condition(text, Finding.NOT_FOUND, "");
            case ConditionState.Unknown() -> new Page.Guide.Condition(text, Finding.UNKNOWN, "");
        };
    }

    private static Origin origin(Material material, Filing filing) {
        return switch (material.source()) {
            case Material.IdCard _ -> Origin.READ_FROM_CARD;
            case Material.Scan _ -> Origin.SCAN_HERE;
            case Material.Held held ->
                switch (filing.facts().get(held.fact())) {
                    case Fact.Known _ -> Origin.E_LICENCE;
                    case Fact.Nothing _ ->
                        held.otherwise() instanceof Material.ScanIt ? Origin.SCAN_HERE : Origin.UNKNOWN;
                    case Fact.Unknown _ -> Origin.UNKNOWN;
                };
        };
    }

    private String fee(Offer offer) {
        return DocumentValues.of(offer.item()).get("item.fee").orElse(new Value.Text(""))
                        instanceof Value.Localised(var text)
                ? text.in(language())
                : "";
    }

    FilingPage.Form form(Place.Form place) {
        Offer offer = session.offerOf(place.plan());
        Filing filing = session.filing(place.plan());
        FormDesk desk = session.desk(offer);
        FormGroup group = FilingHand.group(offer, place.stage(), place.group())
                .orElseThrow(() -> new IllegalStateException("a form without this group"));
        List<FieldProblem> problems = desk.problems(group, filing, language());
        Map<String, String> sentences = problems.stream()
                .filter(problem -> filing.looked().contains(problem.field()))
                .collect(Collectors.toMap(FieldProblem::field, FieldProblem::sentence, (first, _) -> first));
        return new FilingPage.Form(
                head(place.plan(), place.stage()),
                group.question().in(language()),
                group.help().in(language()),
                desk.visible(group, filing).stream()
                        .map(field -> field(desk, field, filing, Optional.ofNullable(sentences.get(field.code()))))
                        .toList(),
                editor(offer, place),
                problems.isEmpty());
    }

    private Optional<FilingPage.Form.Editor> editor(Offer offer, Place.Form place) {
        return hands.filing()
                .editing()
                .filter(open -> place.editing().equals(Optional.of(open.field())))
                .flatMap(open -> offer.item()
                        .field(open.field())
                        .map(field -> new FilingPage.Form.Editor(
                                open.field(), open.text(), FilingHand.longest(field.kind()), byCard(field))));
    }

    /** Whether the number of this field can be read off a bank card here and now. */
    private boolean byCard(Field field) {
        return field.checks().contains(new Check.BuiltIn(Check.KnownCheck.BANK_CARD))
                && session.equipment().chips().isPresent()
                && session.state(DeviceKind.SMART_CARD_TERMINAL)
                        .filter(DeviceState::usable)
                        .isPresent();
    }

    FilingPage.BankCard bankCard(Place.BankCard place) {
        String label = session.offerOf(place.plan())
                .item()
                .field(place.field())
                .map(field -> field.label().in(language()))
                .orElse("");
        return new FilingPage.BankCard(
                head(place.plan(), place.stage()), place.field(), label, place.phase(), place.read(), place.flaw());
    }

    private FilingPage.Form.FieldView field(FormDesk desk, Field field, Filing filing, Optional<String> problem) {
        Optional<Answer> answer = Optional.ofNullable(filing.answers().get(field.code()));
        String kept = answer.map(Answer::value).orElse("");
        List<FilingPage.Form.Choice> choices = field.editable()
                ? options.get(desk, field, filing, language()).stream()
                        .map(option -> new FilingPage.Form.Choice(
                                option.value(), option.label(), option.value().equals(kept)))
                        .toList()
                : List.of();
        String shown = field.kind() instanceof FieldKind.Tick || kept.isEmpty() ? kept : field.show(kept, language());
        return new FilingPage.Form.FieldView(
                field.code(),
                field.label().in(language()),
                field.hint().in(language()),
                entry(field, choices),
                shown,
                source(field, answer),
                field.editable(),
                choices,
                problem);
    }

    private static Entry entry(Field field, List<FilingPage.Form.Choice> choices) {
        if (!field.editable()) {
            return Entry.SHOWN;
        }
        return switch (field.kind()) {
            case FieldKind.Choice _ -> Entry.CHOICE;
            case FieldKind.Tick _ -> Entry.TICK;
            case FieldKind.Digits _, FieldKind.Phone _ -> Entry.DIGITS;
            case FieldKind.IdNumber _ -> Entry.ID_NUMBER;
            case FieldKind.Month _ -> Entry.MONTH;
            case FieldKind.Text _ -> choices.isEmpty() ? Entry.SHOWN : Entry.CHOICE;
            case FieldKind.Date _, FieldKind.Money _ -> Entry.SHOWN;
        };
    }

    private static Optional<FilingPage.Form.Source> source(Field field, Optional<Answer> answer) {
        if (answer.isEmpty()) {
            return field.editable() ? Optional.of(FilingPage.Form.Source.TO_FILL) : Optional.empty();
        }
        return Optional.of(
                switch (answer.get().source()) {
                    case ID_CARD -> FilingPage.Form.Source.ID_CARD;
                    case SOCIAL_CARD -> FilingPage.Form.Source.SOCIAL_CARD;
                    case BANK_CARD -> FilingPage.Form.Source.BANK_CARD;
                    case LICENCE, REGISTER -> FilingPage.Form.Source.E_LICENCE;
                    case LAST_FILING -> FilingPage.Form.Source.LAST_FILING;
                    case CITIZEN -> FilingPage.Form.Source.FILLED;
                });
    }

    ScanningPage.Materials materials(ScanningPlace.Materials place) {
        return materials.materials(place, head(place.plan(), place.stage()));
    }

    Page signing(SigningPlace.Signing place) {
        return hands.signing()
                .shown()
                .filter(_ -> place.pages() > 0)
                .<Page>map(shown -> {
                    SigningHand.Leaf leaf = shown.leaf(place.page());
                    return new FilingPage.Signing(
                            head(place.plan(), place.stage()),
                            leaf.paper().picture(leaf.page()),
                            leaf.paper().plan(leaf.page()).end(),
                            leaf.paper().plan(leaf.page()).signatures(),
                            place.page() + 1,
                            place.pages(),
                            leaf.paper().paper().checkCode().inWords(),
                            new FilingPage.Ink(
                                    hands.signing().ink().strokes(),
                                    hands.signing().ink().aspect()),
                            place.pad(),
                            place.trouble());
                })
                // A fraction of a second, until the document is drawn.
                .orElseGet(() -> new PaperPage.Querying(title(place.plan()), PaperPage.Querying.Work.SETTING));
    }

    FilingPage.Fingerprint fingerprint(SigningPlace.Fingerprint place, Page.Truth pad) {
        return new FilingPage.Fingerprint(
                head(place.plan(), place.stage()),
                place.phase(),
                place.held(),
                place.flaw(),
                pad == Page.Truth.READY || pad == Page.Truth.LOW,
                session.filing(place.plan()).finger().filter(FingerPaper::given).isPresent());
    }

    FilingPage.Review review(Place.Review place) {
        Offer offer = session.offerOf(place.plan());
        Filing filing = session.filing(place.plan());
        var terms = offer.item().terms();
        return new FilingPage.Review(
                head(place.plan(), place.stage()),
                review.groups(place.plan(), offer, filing),
                session.equipment().offers().get().days().after(session.clock().today(), terms.promisedWorkingDays()),
                terms.promisedWorkingDays(),
                offer.item().decidedBy().in(language()),
                fee(offer),
                place.ticked(),
                place.plan().supplement());
    }
}
