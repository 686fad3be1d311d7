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
import banyan.item.LocalText;
import banyan.item.Material;
import banyan.item.Value;
import banyan.kiosk.catalog.Offer;
import banyan.kiosk.filing.Answer;
import banyan.kiosk.filing.Checklist;
import banyan.kiosk.filing.Filing;
import banyan.kiosk.filing.FingerPaper;
import banyan.kiosk.filing.FormDesk;
import banyan.kiosk.filing.ScannedPage;
import banyan.kiosk.visit.FilingPage.Form.Entry;
import banyan.kiosk.visit.Page.Guide.Finding;
import banyan.kiosk.visit.Page.Guide.GuidePrint;
import banyan.kiosk.visit.Page.Guide.Origin;
import banyan.kiosk.visit.Page.StepHead;
import banyan.kiosk.visit.ScanningPage.Materials.RowState;
import banyan.kiosk.visit.VisitState.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The pages of a request: guide, form, papers, signature, review. */
final class ShownFiling {
    private static final LocalText PAPERS = LocalText.of("材料", "Papers");
    private static final LocalText FETCHED = LocalText.of("自动取得", "Fetched");
    private static final LocalText SCANNED = LocalText.of("本机扫描", "Scanned here");
    private static final LocalText IN_CABINET = LocalText.of("原件放文件柜", "Into the cabinet");
    private static final LocalText SIGNATURE = LocalText.of("签名", "Signature");
    private static final LocalText FINGERPRINT = LocalText.of("指纹", "Fingerprint");
    private static final LocalText FINGER_GIVEN = LocalText.of("已按，只存特征点", "given, as points only");
    private static final LocalText FINGER_NOT_GIVEN = LocalText.of("没按，由工作人员核实", "not given, a clerk decides");
    private static final LocalText SIGNED_AT = LocalText.of("已签名", "signed");

    private final Session session;
    private final Hands hands;
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
        Filing filing = session.filing(place.plan());
        Checklist list = Checklist.of(session.offerOf(place.plan()), filing);
        ScanningPage.Materials.Camera camera = switch (place.camera()) {
            case STARTING -> new ScanningPage.Materials.Camera.Starting();
            case GONE -> new ScanningPage.Materials.Camera.Gone();
            case LIVE -> hands.scanning().camera();
        };
        return new ScanningPage.Materials(
                head(place.plan(), place.stage()),
                list.lines().stream().map(line -> row(line, filing)).toList(),
                place.current(),
                camera,
                feeder(place.feeder()),
                cabinet(list, place.current()),
                list.missing(),
                place.busy());
    }

    private ScanningPage.Materials.Cabinet cabinet(Checklist list, int current) {
        var cabinet = session.equipment().cabinet();
        boolean ever = list.lines().stream().anyMatch(line -> line.way() == Checklist.Way.SCAN && line.material().inCabinet());
        if (cabinet.isEmpty() || !ever) {
            return ScanningPage.Materials.Cabinet.NONE;
        }
        Optional<Checklist.Line> line = list.lines().stream().skip(Math.max(0, current)).findFirst();
        if (line.filter(Checklist.Line::inCabinet).isPresent()) {
            return ScanningPage.Materials.Cabinet.CHOSEN;
        }
        if (line.filter(Checklist.Line::mayBeLeft).isEmpty()) {
            return ScanningPage.Materials.Cabinet.NOT_THIS;
        }
        if (!cabinet.get().usable()) {
            return ScanningPage.Materials.Cabinet.UNUSABLE;
        }
        return cabinet.get().free().isPresent() ? ScanningPage.Materials.Cabinet.OFFERED : ScanningPage.Materials.Cabinet.FULL;
    }

    private ScanningPage.Materials.Feeder feeder(ScanningPlace.Feeder feeder) {
        return switch (feeder) {
            case ScanningPlace.Feeder.None() -> new ScanningPage.Materials.Feeder.None();
            case ScanningPlace.Feeder.Resting(boolean usable, var last) ->
                new ScanningPage.Materials.Feeder.Resting(
                        usable, last.map(how -> hands.feeding().pile(how)));
            case ScanningPlace.Feeder.Drawing(int pages, boolean stopping) ->
                new ScanningPage.Materials.Feeder.Drawing(pages, stopping);
        };
    }

    private ScanningPage.Materials.MaterialRow row(Checklist.Line line, Filing filing) {
        Material material = line.material();
        return new ScanningPage.Materials.MaterialRow(
                material.code(),
                material.title().in(language()),
                material.hint().in(language()),
                state(line),
                line.pages(),
                line.fewest(),
                line.most(),
                filing.pagesOf(material.code()).stream()
                        .map(ScannedPage::thumbnail)
                        .toList());
    }

    private static RowState state(Checklist.Line line) {
        return switch (line.way()) {
            case CARD -> RowState.NOT_NEEDED;
            case HELD -> RowState.FETCHED;
            case DEPARTMENT -> RowState.LATER;
            case SCAN -> {
                if (line.inCabinet()) {
                    yield RowState.IN_CABINET;
                }
                if (line.pages() == 0) {
                    yield RowState.WAITING;
                }
                yield line.complete() ? RowState.COMPLETE : RowState.SCANNED;
            }
        };
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
                groups(place.plan(), offer, filing),
                session.equipment().offers().get().days().after(session.clock().today(), terms.promisedWorkingDays()),
                terms.promisedWorkingDays(),
                offer.item().decidedBy().in(language()),
                fee(offer),
                place.ticked());
    }

    private List<FilingPage.Review.Group> groups(Plan plan, Offer offer, Filing filing) {
        FormDesk desk = session.desk(offer);
        var groups = new ArrayList<FilingPage.Review.Group>();
        int target = 0;
        for (Plan.Spot spot : plan.targets()) {
            switch (plan.stages().get(spot.stage())) {
                case Plan.Stage.Form _ -> groups.add(answers(desk, offer, filing, spot, target));
                case Plan.Stage.Materials _ -> groups.add(papers(offer, filing, target));
                case Plan.Stage.Sign _ -> addSignatures(groups, offer, filing, target);
                case Plan.Stage.Fingerprint _ -> groups.add(finger(filing, target));
                case Plan.Stage.Passed _, Plan.Stage.Review _, Plan.Stage.Submit _, Plan.Stage.Print _ ->
                    throw new IllegalStateException("no target of a change");
            }
            target++;
        }
        return groups;
    }

    private FilingPage.Review.Group answers(FormDesk desk, Offer offer, Filing filing, Plan.Spot spot, int target) {
        FormGroup group = FilingHand.group(offer, spot.stage(), spot.part())
                .orElseThrow(() -> new IllegalStateException("a form without this group"));
        var rows = new ArrayList<FilingPage.Review.Row>();
        for (Field field : desk.visible(group, filing)) {
            Answer answer = filing.answers().get(field.code());
            if (answer != null) {
                rows.add(new FilingPage.Review.Row(field.label().in(language()), field.show(answer.value(), language())));
            }
        }
        return new FilingPage.Review.Group(group.title().in(language()), rows, target, false);
    }

    private FilingPage.Review.Group papers(Offer offer, Filing filing, int target) {
        var fetched = new ArrayList<String>();
        var rows = new ArrayList<FilingPage.Review.Row>();
        for (var line : Checklist.of(offer, filing).lines()) {
            String title = line.material().title().in(language());
            if (line.way() != Checklist.Way.SCAN) {
                fetched.add(title);
            } else if (line.inCabinet()) {
                rows.add(new FilingPage.Review.Row(IN_CABINET.in(language()), title));
            } else if (line.pages() > 0) {
                rows.add(new FilingPage.Review.Row(SCANNED.in(language()), pages(title, line.pages())));
            }
        }
        if (!fetched.isEmpty()) {
            String between = language() == Language.ZH_CN ? "、" : ", ";
            rows.addFirst(new FilingPage.Review.Row(FETCHED.in(language()), String.join(between, fetched)));
        }
        return new FilingPage.Review.Group(PAPERS.in(language()), rows, target, true);
    }

    private String pages(String title, int pages) {
        return switch (language()) {
            case ZH_CN -> "%s，%d 页".formatted(title, pages);
            case EN -> "%s, %d %s".formatted(title, pages, pages == 1 ? "page" : "pages");
        };
    }

    private FilingPage.Review.Group finger(Filing filing, int target) {
        boolean given = filing.finger().filter(FingerPaper::given).isPresent();
        String title = FINGERPRINT.in(language());
        return new FilingPage.Review.Group(
                title,
                List.of(new FilingPage.Review.Row(title, (given ? FINGER_GIVEN : FINGER_NOT_GIVEN).in(language()))),
                target,
                false);
    }

    /** What was signed stands with the papers it goes with; a group of its own only where there are none. */
    private void addSignatures(List<FilingPage.Review.Group> groups, Offer offer, Filing filing, int target) {
        FilingPage.Review.Group signed = signatures(offer, filing, target);
        if (groups.isEmpty() || !groups.getLast().look()) {
            groups.add(signed);
            return;
        }
        FilingPage.Review.Group papers = groups.removeLast();
        var rows = new ArrayList<>(papers.rows());
        rows.addAll(signed.rows());
        groups.add(new FilingPage.Review.Group(papers.title(), rows, papers.editTarget(), true));
    }

    private FilingPage.Review.Group signatures(Offer offer, Filing filing, int target) {
        var rows = filing.signed().values().stream()
                .map(document -> new FilingPage.Review.Row(
                        offer.item()
                                .template(document.template())
                                .map(template -> template.title().in(language()))
                                .orElse(""),
                        SIGNED_AT.in(language()) + " "
                                + document.at().toLocalTime().toString()))
                .toList();
        return new FilingPage.Review.Group(SIGNATURE.in(language()), rows, target, false);
    }
}
