package banyan.kiosk.visit;

import banyan.item.Field;
import banyan.item.FormGroup;
import banyan.item.Language;
import banyan.item.LocalText;
import banyan.kiosk.catalog.Offer;
import banyan.kiosk.filing.Answer;
import banyan.kiosk.filing.Checklist;
import banyan.kiosk.filing.Filing;
import banyan.kiosk.filing.FingerPaper;
import banyan.kiosk.filing.FormDesk;
import java.util.ArrayList;
import java.util.List;

/** What stands on the review: answers, papers, signatures and finger, in groups that each lead back to where they were given. */
final class ShownReview {
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

    ShownReview(Session session) {
        this.session = session;
    }

    private Language language() {
        return session.language();
    }

    /** The groups in the order of the plan, each with its way back. */
    List<FilingPage.Review.Group> groups(Plan plan, Offer offer, Filing filing) {
        FormDesk desk = session.desk(offer);
        var groups = new ArrayList<FilingPage.Review.Group>();
        int target = 0;
        for (Plan.Spot spot : plan.targets()) {
            switch (plan.stages().get(spot.stage())) {
                case Plan.Stage.Form _ -> groups.add(answers(desk, offer, filing, spot, target));
                case Plan.Stage.Materials _ -> groups.add(papers(offer, filing, target));
                case Plan.Stage.Sign _ -> addSignatures(groups, offer, filing, target);
                case Plan.Stage.Fingerprint _ -> groups.add(finger(filing, target));
                case Plan.Stage.Passed _, Plan.Stage.Review _, Plan.Stage.Submit _, Plan.Stage.Print _, Plan.Stage.Collect _ ->
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
