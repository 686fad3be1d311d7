package banyan.kiosk.ui;

import banyan.device.DeviceKind;
import banyan.device.DevicePart;
import banyan.device.DeviceState;
import banyan.device.Fault;
import banyan.device.Supply;
import banyan.item.Language;
import banyan.kiosk.documents.Area;
import banyan.kiosk.documents.Picture;
import banyan.kiosk.filing.page.Inspection;
import banyan.kiosk.identity.CardFlaw;
import banyan.kiosk.release.ContentLine;
import banyan.kiosk.upkeep.Guidance;
import banyan.kiosk.upkeep.Part;
import banyan.kiosk.upkeep.Printed;
import banyan.kiosk.upkeep.Readiness;
import banyan.kiosk.upkeep.ReportStanding;
import banyan.kiosk.upkeep.Waiting;
import banyan.kiosk.visit.Availability;
import banyan.kiosk.visit.FilingPage;
import banyan.kiosk.visit.FilingPage.Form;
import banyan.kiosk.visit.FilingPage.Form.Choice;
import banyan.kiosk.visit.FilingPage.Form.Editor;
import banyan.kiosk.visit.FilingPage.Form.Entry;
import banyan.kiosk.visit.FilingPage.Form.FieldView;
import banyan.kiosk.visit.FilingPage.Form.Source;
import banyan.kiosk.visit.FilingPage.Ink;
import banyan.kiosk.visit.FilingPage.Review;
import banyan.kiosk.visit.FilingPage.Signing;
import banyan.kiosk.visit.KeepingPage;
import banyan.kiosk.visit.KeepingPage.Later.Way;
import banyan.kiosk.visit.KeepingPage.PaperState;
import banyan.kiosk.visit.KeepingPage.PaperState.Outlet;
import banyan.kiosk.visit.KeepingPage.Received;
import banyan.kiosk.visit.KeepingPage.Submitting.Progress;
import banyan.kiosk.visit.Page;
import banyan.kiosk.visit.Page.Ended.Cleared;
import banyan.kiosk.visit.Page.Ended.How;
import banyan.kiosk.visit.Page.Ended.What;
import banyan.kiosk.visit.Page.Guide;
import banyan.kiosk.visit.Page.Home;
import banyan.kiosk.visit.Page.Identify;
import banyan.kiosk.visit.Page.ItemTile;
import banyan.kiosk.visit.Page.Section;
import banyan.kiosk.visit.Page.StepHead;
import banyan.kiosk.visit.Page.Truth;
import banyan.kiosk.visit.PaperPage;
import banyan.kiosk.visit.PaperPage.TroubleKind;
import banyan.kiosk.visit.PaperPage.WayOn;
import banyan.kiosk.visit.ProgressPage;
import banyan.kiosk.visit.ScanningPage.Materials;
import banyan.kiosk.visit.ScanningPage.Materials.Camera;
import banyan.kiosk.visit.ScanningPage.Materials.FeedEnd;
import banyan.kiosk.visit.ScanningPage.Materials.Feeder;
import banyan.kiosk.visit.ScanningPage.Materials.MaterialRow;
import banyan.kiosk.visit.ScanningPage.Materials.Pile;
import banyan.kiosk.visit.ScanningPage.Materials.RowState;
import banyan.kiosk.visit.Sheet;
import banyan.kiosk.visit.Snapshot;
import banyan.kiosk.visit.Snapshot.EndButton;
import banyan.kiosk.visit.Snapshot.Site;
import banyan.kiosk.visit.Snapshot.Strip;
import banyan.kiosk.visit.Snapshot.StripLine;
import banyan.kiosk.visit.StaffPage;
import banyan.kiosk.visit.UpkeepPost;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Every page and every sheet with the data of the design's pictures, in both languages. */
public final class Samples {
    private static final LocalDateTime EVENING = LocalDateTime.of(2026, 11, 20, 20, 46, 12);
    private static final LocalDate ANSWER = LocalDate.of(2026, 11, 27);
    private static final Fault UNPLUGGED =
            new Fault(Fault.Kind.DISCONNECTED, Fault.Remedy.CALL_STAFF, "PRINTER-UNPLUGGED");
    private static final DeviceState UNKNOWN = new DeviceState.Unknown(Instant.EPOCH);

    private final Language language;
    private final List<Sample> all = new ArrayList<>();
    private long number;

    /** A snapshot and its name. */
    public record Sample(String name, Snapshot snapshot) {
        @Override
        public String toString() {
            return name;
        }
    }

    private Samples(Language language) {
        this.language = language;
    }

    public static List<Sample> in(Language language) {
        Samples samples = new Samples(language);
        samples.pages();
        samples.troubles();
        samples.sheets();
        samples.upkeep();
        return List.copyOf(samples.all);
    }

    private String say(String chinese, String english) {
        return language == Language.ZH_CN ? chinese : english;
    }

    private void add(String name, Page page) {
        add(name, page, Optional.empty());
    }

    private void add(String name, Page page, Optional<Sheet> sheet) {
        all.add(new Sample(name, snapshot(page, sheet)));
    }

    Snapshot snapshot(Page page, Optional<Sheet> sheet) {
        return new Snapshot(
                ++number,
                language,
                false,
                new Site(say("鼓楼 24 小时大厅", "Gulou 24-hour Hall"), "0137"),
                page instanceof Page.Attract ? LocalDateTime.of(2026, 11, 20, 8, 31) : EVENING,
                strip(page, sheet),
                page,
                sheet);
    }

    private static Strip strip(Page page, Optional<Sheet> sheet) {
        Optional<String> name = Optional.of("张*丰");
        OptionalInt left = sheet.isPresent() && sheet.get() instanceof Sheet.IdleWarning warning
                ? OptionalInt.of(warning.secondsLeft())
                : OptionalInt.empty();
        if (page.ofStaff()) {
            return new Strip(Optional.empty(), StripLine.NOBODY, left, EndButton.NONE);
        }
        return switch (page) {
            case Page.Attract _ -> new Strip(Optional.empty(), StripLine.NOBODY, left, EndButton.NONE);
            case Page.Ended _ -> new Strip(Optional.empty(), StripLine.ENDED, left, EndButton.NONE);
            case Page.Identify identify -> {
                boolean read =
                        identify.trouble().filter(CardFlaw::wasRead).isPresent();
                StripLine line = read ? StripLine.NOTHING_KEPT : StripLine.NOTHING_READ;
                yield new Strip(Optional.empty(), line, left, EndButton.LEAVE);
            }
            case ProgressPage.AskProgress _, ProgressPage.Progress _ ->
                new Strip(Optional.empty(), StripLine.NOTHING_READ, left, EndButton.LEAVE);
            case KeepingPage.Received _ -> new Strip(name, StripLine.SUBMITTED, left, EndButton.END);
            case KeepingPage.Kept _ -> new Strip(name, StripLine.KEPT, left, EndButton.END);
            default -> new Strip(name, StripLine.SELF_BY_ID_CARD, left, EndButton.END);
        };
    }

    private String itemTitle() {
        return say("灵活就业社会保险补贴申领", "Social insurance subsidy for the flexibly employed");
    }

    private StepHead step(int step) {
        return new StepHead(itemTitle(), step, 5);
    }

    private ItemTile subsidy() {
        return new ItemTile(
                "flexible-employment-subsidy",
                itemTitle(),
                say("自己交社保，政府按月补一部分", "You pay your own insurance; part of it is paid back monthly"),
                say("鼓楼区人社局", "Gulou Human Resources Bureau"),
                "hand-coins",
                new Availability.Now());
    }

    private ItemTile certificate() {
        return new ItemTile(
                "contribution-certificate",
                say("社会保险个人缴费证明", "Certificate of social insurance contributions"),
                say("查自己交了多少，当场打证明", "See what you paid and print it"),
                say("鼓楼区人社局", "Gulou Human Resources Bureau"),
                "shield-check",
                new Availability.Now());
    }

    private void pages() {
        add("01-attract", new Page.Attract(OptionalInt.of(286), Truth.READY, Truth.READY, Truth.READY, true));
        add("01-attract-nothing", new Page.Attract(OptionalInt.of(0), Truth.NEEDS_HELP, Truth.UNKNOWN, Truth.READY, true));
        add("01-attract-closed", new Page.Attract(OptionalInt.empty(), Truth.UNKNOWN, Truth.NEEDS_HELP, Truth.OFF, false));
        String notice = say(
                "本周六（11 月 28 日）9:00 至 12:00 大厅停电检修，这台机器不能办事；要办急事请到鼓楼区政务服务中心一楼，或拨打 12345 问清楚再来。",
                "On Saturday 28 November, 9:00–12:00, the hall has no power and this terminal is closed; or call 12345.");
        for (Page.Attract.Closed closed : Page.Attract.Closed.values()) {
            add(
                    "01-attract-notice-" + closed.ordinal(),
                    new Page.Attract(OptionalInt.of(286), Truth.READY, Truth.READY, Truth.READY, closed, Optional.of(notice)));
        }
        Home said = home();
        add("03-home-notice", new Home(said.part(), said.sections(), said.frequent(), Optional.of(notice), Optional.empty()));
        add("03-home-four-notice", new Home(said.part(), said.sections(), each(subsidy(), subsidy(), certificate(), subsidy()), Optional.of(notice), Optional.of(new Home.Waiting(itemTitle(), 29))));
        add("03-home-waiting", new Home(said.part(), said.sections(), said.frequent(), Optional.empty(), Optional.of(new Home.Waiting(itemTitle(), 1))));
        add("02-consent-card", new Identify(Identify.Phase.CONSENT, Optional.empty(), false));
        add("02-consent-lying", new Identify(Identify.Phase.CONSENT, Optional.empty(), true));
        add("02-reading", new Identify(Identify.Phase.READING, Optional.empty(), false));
        for (CardFlaw trouble : CardFlaw.values()) {
            add(
                    "02-card-" + trouble.name().toLowerCase(java.util.Locale.ROOT),
                    new Identify(Identify.Phase.CONSENT, Optional.of(trouble), false));
        }
        add("03-home", home());
        add("03-items", new Page.Items(Section.DECLARATION, List.of(subsidy(), certificate()), 1, 1));
        add(
                "03-items-many",
                new Page.Items(
                        Section.QUERY_AND_PRINT, List.of(certificate(), subsidy(), certificate(), subsidy()), 1, 3));
        lacking();
        add("05-item-guide", guide());
        add("05-guide-many", manyNeeds());
        add("05-resume", new Page.Resume(itemTitle(), 2, 5, 9));
        add("05-resume-account", new Page.Resume(itemTitle(), 2, 5, 29, true));
        for (KeepingPage.Later.Phase phase : KeepingPage.Later.Phase.values()) {
            Optional<LocalDateTime> end = phase == KeepingPage.Later.Phase.KEPT ? Optional.of(LocalDateTime.of(2026, 12, 20, 9, 0)) : Optional.empty();
            add("20-later-" + phase.ordinal(), new KeepingPage.Later(itemTitle(), phase, Way.ACCOUNT, true, end));
            add(
                    "20-later-paper-" + phase.ordinal(),
                    new KeepingPage.Later(itemTitle(), phase, Way.PAPER, true, Optional.empty()));
        }
        add("06-form", form(Optional.empty()));
        add("06-form-keyboard", form(Optional.of(new Editor("phone", "1380000267", 11))));
        add("06-form-insert-card", form(Optional.of(new Editor("account", "62170012", 19, true))));
        add("06-form-choices", choices());
        bankCards();
        progress();
        add("07-materials-scan", materials(false));
        add("07-materials-good", materials(true));
        add("07-materials-many", manyMaterials());
        add("07-materials-feeder", feeding(true, new Feeder.Resting(true, Optional.empty())));
        add("07-materials-feeding", feeding(true, new Feeder.Drawing(2, false)));
        add("07-materials-feed-stops", feeding(false, new Feeder.Drawing(1, true)));
        for (FeedEnd how : FeedEnd.values()) {
            add("07-materials-fed-" + how, feeding(false, new Feeder.Resting(true, Optional.of(new Pile(how, 12, 1)))));
        }
        add(
                "07-materials-feeder-gone",
                feeding(false, new Feeder.Resting(false, Optional.of(new Pile(FeedEnd.GONE, 2, 0)))));
        add("08-signature", signing(Signing.PadState.PAD, true));
        add("08-signature-screen", signing(Signing.PadState.SCREEN, false));
        fingers();
        deposits();
        add("09-review", review(true));
        add("09-review-unticked", review(false));
        add("09-review-long", longReview());
        add(
                "10a-submitting",
                new KeepingPage.Submitting(
                        itemTitle(), List.of(Progress.DONE, Progress.DONE, Progress.DOING, Progress.TO_DO)));
        add("10b-received", received(PaperState.State.PRINTED, OptionalInt.empty()));
        add("10b-received-trouble", received(PaperState.State.TROUBLE, OptionalInt.of(2)));
        add("10b-roll-out", received(rollOut(Outlet.SHEETS), OptionalInt.empty()));
        add("10b-roll-out-no-sheets", received(rollOut(Outlet.ROLL), OptionalInt.empty()));
        add(
                "10b-roll-unknown",
                received(
                        new PaperState(PaperState.State.UNKNOWN, 0, 1, Outlet.ROLL, Optional.empty(), Outlet.ROLL),
                        OptionalInt.empty()));
        add(
                "11-kept-offline",
                new KeepingPage.Kept(
                        itemTitle(),
                        EVENING,
                        Optional.of(LocalDateTime.of(2026, 11, 20, 20, 38)),
                        "榕 0137-8K42",
                        Optional.of("138****2671"),
                        "BANYAN:KEPT:0137-8K42",
                        new PaperState(PaperState.State.PRINTED, 1, 1)));
        add(
                "11-kept-refused",
                new KeepingPage.Kept(
                        itemTitle(),
                        EVENING,
                        Optional.empty(),
                        "榕 0137-8K42",
                        Optional.of("138****2671"),
                        "BANYAN:KEPT:0137-8K42",
                        new PaperState(PaperState.State.PRINTED, 1, 1),
                        Optional.empty(),
                        true));
        add(
                "11-kept-roll-out",
                new KeepingPage.Kept(
                        itemTitle(),
                        EVENING,
                        Optional.of(LocalDateTime.of(2026, 11, 20, 20, 38)),
                        "榕 0137-8K42",
                        Optional.of("138****2671"),
                        "BANYAN:KEPT:0137-8K42",
                        rollOut(Outlet.SHEETS)));
        add("12-setting", new PaperPage.Querying(certificate().title(), PaperPage.Querying.Work.SETTING));
        add("12-querying", new PaperPage.Querying(certificate().title(), PaperPage.Querying.Work.ASKING));
        add("13-result", result());
        add("13-print-progress", new PaperPage.Printing(certificate().title(), preview(), true, 0, 2, false, false));
        add("13-printed", new PaperPage.Printing(certificate().title(), preview(), true, 2, 2, false, true));
        add(
                "16-session-ended",
                new Page.Ended(
                        List.of(
                                new Cleared(What.IDENTITY, 1, How.CLEARED),
                                new Cleared(What.SCANS, 2, How.ONLY_SEALED),
                                new Cleared(What.SIGNATURE, 1, How.ONLY_SEALED),
                                new Cleared(What.PRINT_JOBS, 1, How.CLEARED)),
                        6,
                        true));
        add(
                "16-ended-finger",
                new Page.Ended(
                        List.of(
                                new Cleared(What.IDENTITY, 1, How.CLEARED),
                                new Cleared(What.DRAFT, 1, How.ONLY_SEALED),
                                new Cleared(What.FINGERPRINT, 1, How.ONLY_SEALED),
                                new Cleared(What.PRINT_JOBS, 1, How.CLEARED)),
                        6,
                        true));
        add(
                "16-ended-card-left",
                new Page.Ended(List.of(new Cleared(What.IDENTITY, 1, How.CLEARED)), 6, false, true));
        add(
                "16-ended-failed",
                new Page.Ended(
                        List.of(
                                new Cleared(What.IDENTITY, 1, How.CLEARED),
                                new Cleared(What.DRAFT, 1, How.CLEARED),
                                new Cleared(What.SCANS, 3, How.FAILED),
                                new Cleared(What.SIGNATURE, 1, How.CLEARED),
                                new Cleared(What.PRINT_JOBS, 0, How.CLEARED)),
                        6,
                        false));
    }

    /** The part with the longest name, without paper where the device says that it needs help. */
    private static DevicePart tray(DeviceState state) {
        return DevicePart.required(
                DevicePart.Kind.TRAY_CERTIFICATE,
                state instanceof DeviceState.NeedsHelp(var fault)
                        ? new DevicePart.Standing.Broken(fault)
                        : new DevicePart.Standing.Usable());
    }

    private Home home() {
        return new Home(
                Home.DayPart.EVENING,
                List.of(
                        new Home.SectionTile(Section.QUERY_AND_PRINT, 104),
                        new Home.SectionTile(Section.DECLARATION, 152)),
                List.of(certificate(), subsidy()));
    }

    /** Items whose devices fail, in every way in which they can. */
    private void lacking() {
        ItemTile printing = with(certificate(), lacks(DeviceKind.PRINTER, new DeviceState.Absent(UNPLUGGED)));
        ItemTile filing = with(subsidy(), lacks(DeviceKind.DOCUMENT_CAMERA, UNKNOWN));
        ItemTile none = with(subsidy(), new Availability.Lacking(DeviceKind.FINGERPRINT_PAD, Optional.empty()));
        ItemTile tray = with(
                certificate(),
                new Availability.Lacking(
                        DeviceKind.PRINTER,
                        Optional.of(new DeviceState.Ready(Set.of("TRAY-EMPTY"))),
                        Optional.of(DevicePart.Kind.TRAY_CERTIFICATE)));
        ItemTile closed = with(
                certificate(),
                new Availability.Closed(say("周一至周五 09:00–17:00；周六 09:00–12:00", "Mon to Fri 09:00–17:00; Sat 09:00–12:00")));
        Home plain = home();
        add("03-home-lacking", new Home(plain.part(), plain.sections(), List.of(printing, filing)));
        add("03-home-four-lacking", new Home(plain.part(), plain.sections(), each(printing, filing, none, closed)));
        add("03-home-four", new Home(plain.part(), plain.sections(), each(subsidy(), subsidy(), certificate(), subsidy())));
        add(
                "03-items-lacking",
                new Page.Items(Section.DECLARATION, each(printing, filing, none, closed), 1, 2));
        add("03-home-part-lacking", new Home(plain.part(), plain.sections(), List.of(tray, subsidy())));
        add("05-guide-part-lacking", with(manyNeeds(), tray));
        add("05-guide-lacking", with(manyNeeds(), filing));
        add("05-guide-closed", with(guide(), with(subsidy(), closed.availability())));
        add(
                "05-guide-query-lacking",
                new Guide(
                        printing,
                        0,
                        0,
                        say("不收费", "Free"),
                        "",
                        say("鼓楼区人社局", "Gulou HR Bureau"),
                        "0591-12333",
                        List.of(),
                        List.of(),
                        1,
                        1,
                        Guide.GuidePrint.NOT_POSSIBLE));
    }

    /** Each with a code of its own, as in a catalogue. */
    private static List<ItemTile> each(ItemTile... tiles) {
        List<ItemTile> each = new ArrayList<>();
        for (ItemTile tile : tiles) {
            each.add(new ItemTile(
                    tile.code() + each.size(),
                    tile.title(),
                    tile.plain(),
                    tile.department(),
                    tile.icon(),
                    tile.availability()));
        }
        return each;
    }

    private static Availability lacks(DeviceKind kind, DeviceState state) {
        return new Availability.Lacking(kind, Optional.of(state));
    }

    private static ItemTile with(ItemTile tile, Availability availability) {
        return new ItemTile(tile.code(), tile.title(), tile.plain(), tile.department(), tile.icon(), availability);
    }

    private static Guide with(Guide guide, ItemTile item) {
        return new Guide(
                item,
                guide.promisedDays(),
                guide.legalDays(),
                guide.fee(),
                guide.feeNote(),
                guide.decidedBy(),
                guide.phone(),
                guide.conditions(),
                guide.materials(),
                guide.steps(),
                guide.minutes(),
                guide.print());
    }

    private Guide guide() {
        return new Guide(
                subsidy(),
                5,
                20,
                say("不收费", "Free"),
                say("任何人都不能收钱", "Nobody may charge"),
                say("鼓楼区人社局", "Gulou HR Bureau"),
                "0591-12333",
                List.of(
                        new Guide.Condition(
                                say("已登记灵活就业", "Registered as flexibly employed"),
                                Guide.Finding.FOUND,
                                say("查到了：2025年3月起", "found: since March 2025")),
                        new Guide.Condition(
                                say("自己按时交社保", "Pays own insurance on time"),
                                Guide.Finding.FOUND,
                                say("查到了：已连交 14 个月", "found: 14 months running")),
                        new Guide.Condition(
                                say("女满40岁、男满50岁，或就业困难", "A woman of 40, a man of 50, or hard to place"),
                                Guide.Finding.NOT_FOUND,
                                "")),
                List.of(
                        new Guide.MaterialNeed(say("身份证", "ID card"), "id-card", Guide.Origin.READ_FROM_CARD),
                        new Guide.MaterialNeed(
                                say("就业登记证", "Employment registration"), "file-badge", Guide.Origin.E_LICENCE),
                        new Guide.MaterialNeed(
                                say("社会保障卡", "Social security card"), "credit-card", Guide.Origin.UNKNOWN),
                        new Guide.MaterialNeed(
                                say("灵活就业证明（网店页面或证明信）", "Proof of flexible employment (shop page or letter)"),
                                "scan-line",
                                Guide.Origin.SCAN_HERE)),
                5,
                6,
                Guide.GuidePrint.POSSIBLE);
    }

    private void bankCards() {
        String account = say("发放银行卡", "Bank card");
        for (var phase : FilingPage.BankCard.Phase.values()) {
            add("23-bank-card-" + phase, new FilingPage.BankCard(step(2), "account", account, phase, false, Optional.empty()));
        }
        add(
                "23-bank-card-read",
                new FilingPage.BankCard(
                        step(2), "account", account, FilingPage.BankCard.Phase.REMOVING, true, Optional.empty()));
        for (var flaw : FilingPage.BankCard.Flaw.values()) {
            var phase = switch (flaw) {
                case MOVED -> FilingPage.BankCard.Phase.WAITING;
                case MUTE, OTHER, UNREADABLE, FORGOTTEN -> FilingPage.BankCard.Phase.REMOVING;
                case GONE -> FilingPage.BankCard.Phase.STOPPED;
            };
            add("23-bank-card-" + flaw, new FilingPage.BankCard(step(2), "account", account, phase, false, Optional.of(flaw)));
        }
    }

    private void progress() {
        for (var phase : ProgressPage.AskProgress.Phase.values()) {
            add("24-ask-" + phase, ask(phase, Optional.empty()));
        }
        for (var flaw : ProgressPage.AskProgress.Flaw.values()) {
            boolean closed = flaw == ProgressPage.AskProgress.Flaw.TOO_MANY;
            add(
                    "24-ask-held-" + flaw,
                    ask(closed ? ProgressPage.AskProgress.Phase.CLOSED : ProgressPage.AskProgress.Phase.HOLDING, Optional.of(flaw)));
            add("24-ask-typed-" + flaw, ask(ProgressPage.AskProgress.Phase.TYPING, Optional.of(flaw)));
        }
        add("24-progress", new ProgressPage.Progress(atCentre(false)));
        add("24-progress-late", new ProgressPage.Progress(atCentre(true)));
        add(
                "24-progress-unknown-item",
                new ProgressPage.Progress(new ProgressPage.Progress.Known.AtCentre(
                        "350120260427", Optional.empty(), EVENING, Optional.empty(), ANSWER, false, List.of())));
        for (var waiting : ProgressPage.Progress.Waiting.values()) {
            add(
                    "24-progress-kept-" + waiting,
                    new ProgressPage.Progress(new ProgressPage.Progress.Known.KeptHere("0137-8K42", waiting)));
        }
        for (boolean late : List.of(false, true)) {
            add(
                    "24-progress-clerk" + (late ? "-late" : ""),
                    new ProgressPage.Progress(new ProgressPage.Progress.Known.WithClerk(
                            "0137-8K42", EVENING, "欧阳慕容静怡", "0591-83251234", ANSWER, late)));
        }
        for (boolean arriving : List.of(false, true)) {
            add(
                    "24-progress-elsewhere" + (arriving ? "-arriving" : ""),
                    new ProgressPage.Progress(
                            new ProgressPage.Progress.Known.Elsewhere("0138-8K42", "0138", arriving)));
        }
    }

    private static ProgressPage.AskProgress ask(ProgressPage.AskProgress.Phase phase, Optional<ProgressPage.AskProgress.Flaw> flaw) {
        return new ProgressPage.AskProgress(
                phase, true, "350120260427", "4827109", ProgressPage.AskProgress.Entry.CODE, flaw);
    }

    private ProgressPage.Progress.Known atCentre(boolean late) {
        return new ProgressPage.Progress.Known.AtCentre(
                "350120260427",
                Optional.of(itemTitle()),
                EVENING,
                Optional.of(EVENING.minusMinutes(2)),
                ANSWER,
                late,
                List.of(
                        new ProgressPage.Progress.Stage(say("已受理", "Received"), say("刚才", "Just now"), "check", Optional.of(EVENING)),
                        new ProgressPage.Progress.Stage(
                                say("人社局审核", "Bureau decides"),
                                say("11月27日前", "By 27 Nov"),
                                "user-round-check",
                                Optional.empty()),
                        new ProgressPage.Progress.Stage(
                                say("短信告诉您", "You get a text"), say("当天", "Same day"), "message-square-text", Optional.empty()),
                        new ProgressPage.Progress.Stage(
                                say("补贴到卡", "Money arrives"),
                                say("次月 15 日前", "By the 15th after"),
                                "banknote",
                                Optional.empty())));
    }

    private Form form(Optional<Editor> editor) {
        return new Form(
                step(2),
                say("补贴发给谁、发到哪", "Who gets it, and where"),
                say("标着来源的已替您填好，请看一眼对不对", "What has a source is filled in for you; please check it"),
                List.of(
                        new FieldView(
                                "name",
                                say("申领人", "Applicant"),
                                "",
                                Entry.SHOWN,
                                "张*丰",
                                Optional.of(Source.ID_CARD),
                                false,
                                List.of(),
                                Optional.empty()),
                        new FieldView(
                                "account",
                                say("发放银行卡", "Bank card"),
                                "",
                                Entry.DIGITS,
                                say("工行 尾号 0381", "ICBC ending 0381"),
                                Optional.of(Source.SOCIAL_CARD),
                                true,
                                List.of(),
                                Optional.empty()),
                        new FieldView(
                                "phone",
                                say("手机号", "Mobile phone"),
                                say("收通知用", "for the answer"),
                                Entry.DIGITS,
                                "138 **** 267",
                                Optional.of(Source.LAST_FILING),
                                true,
                                List.of(),
                                Optional.of(say(
                                        "手机号是 11 位，这里只有 10 位。请补上最后 1 位。",
                                        "A mobile number has 11 digits; here are 10. Please add the last one."))),
                        new FieldView(
                                "helper",
                                say("代办人证件号", "Helper's ID number"),
                                say("没有就不填", "only if there is one"),
                                Entry.ID_NUMBER,
                                "",
                                Optional.of(Source.TO_FILL),
                                true,
                                List.of(),
                                Optional.empty())),
                editor,
                false);
    }

    private Form choices() {
        return new Form(
                step(3),
                say("现在的工作", "Your work now"),
                say("选最接近的一项", "Choose what comes closest"),
                List.of(
                        new FieldView(
                                "kind",
                                say("做哪一类工作", "Kind of work"),
                                "",
                                Entry.CHOICE,
                                "",
                                Optional.of(Source.TO_FILL),
                                true,
                                List.of(
                                        new Choice("shop", say("在家开网店", "running an online shop"), true),
                                        new Choice("ride", say("送外卖、送快递", "delivering food or parcels"), false),
                                        new Choice("drive", say("开网约车", "driving for hire"), false),
                                        new Choice("stall", say("摆摊、开小店", "keeping a stall or small shop"), false),
                                        new Choice("home", say("做家政", "doing housework for others"), false),
                                        new Choice("jobs", say("打零工", "doing odd jobs"), false)),
                                Optional.empty()),
                        new FieldView(
                                "goods",
                                say("主要卖什么", "Mostly selling"),
                                "",
                                Entry.CHOICE,
                                "",
                                Optional.of(Source.TO_FILL),
                                true,
                                List.of(
                                        new Choice("tea", say("卖茶叶", "tea"), false),
                                        new Choice("food", say("卖吃的", "food"), false),
                                        new Choice("clothes", say("卖衣服鞋帽", "clothes and shoes"), false),
                                        new Choice("household", say("卖日用品", "household goods"), false)),
                                Optional.empty()),
                        new FieldView(
                                "since",
                                say("从何时起", "Since"),
                                "",
                                Entry.MONTH,
                                say("2025年3月", "March 2025"),
                                Optional.of(Source.LAST_FILING),
                                true,
                                List.of(
                                        new Choice("2025-02", say("2025年2月", "February 2025"), false),
                                        new Choice("2025-03", say("2025年3月", "March 2025"), true),
                                        new Choice("2025-04", say("2025年4月", "April 2025"), false)),
                                Optional.empty()),
                        new FieldView(
                                "hard",
                                say("我属于就业困难人员", "I am registered as hard to place"),
                                "",
                                Entry.TICK,
                                "false",
                                Optional.empty(),
                                true,
                                List.of(),
                                Optional.empty())),
                Optional.empty(),
                false);
    }

    private Materials materials(boolean good) {
        Camera camera = new Camera.Live(
                SamplePapers.tray(),
                SamplePapers.trayCorners(),
                good ? Optional.empty() : Optional.of(Materials.Hint.COVERED),
                new Materials.Qualities(true, true, true, good),
                good);
        return new Materials(
                step(3),
                List.of(
                        new MaterialRow(
                                "id-card",
                                say("身份证", "ID card"),
                                say("刚才读取", "just read"),
                                RowState.NOT_NEEDED,
                                0,
                                0,
                                0,
                                List.of()),
                        new MaterialRow(
                                "registration",
                                say("就业登记证", "Employment registration"),
                                say("电子证照，印章已验", "electronic, seal checked"),
                                RowState.FETCHED,
                                0,
                                0,
                                0,
                                List.of()),
                        new MaterialRow(
                                "social-card",
                                say("社会保障卡", "Social security card"),
                                say("正面", "front side"),
                                RowState.COMPLETE,
                                1,
                                1,
                                1,
                                List.of(SamplePapers.letter(language))),
                        new MaterialRow(
                                "proof",
                                say("灵活就业证明", "Proof of flexible employment"),
                                say("网店页面或证明信，1–3 页", "shop page or letter, 1–3 pages"),
                                good ? RowState.SCANNED : RowState.WAITING,
                                good ? 1 : 0,
                                1,
                                3,
                                good ? List.of(SamplePapers.letter(language), SamplePapers.certificate()) : List.of())),
                3,
                camera,
                new Feeder.None(),
                good ? 0 : 1,
                false);
    }

    private Materials manyMaterials() {
        Materials four = materials(true);
        List<MaterialRow> rows = new ArrayList<>(four.rows());
        rows.add(new MaterialRow(
                "payment",
                say("社会保险缴费凭证", "Proof of payment"),
                say("最近一次的缴费单", "the latest slip"),
                RowState.SCANNED,
                1,
                1,
                2,
                List.of(SamplePapers.letter(language))));
        return new Materials(four.head(), rows, 4, four.camera(), new Feeder.None(), 0, false);
    }

    /** With a feeder in the site, and a page seen on the tray or not. */
    private Materials feeding(boolean page, Feeder feeder) {
        Materials many = manyMaterials();
        Camera camera = page
                ? many.camera()
                : new Camera.Live(
                        SamplePapers.tray(),
                        new float[0],
                        Optional.of(Materials.Hint.NO_PAGE),
                        new Materials.Qualities(false, false, false, false),
                        false);
        return new Materials(many.head(), many.rows(), 3, camera, feeder, 0, false);
    }

    private Guide manyNeeds() {
        Guide plain = guide();
        List<Guide.MaterialNeed> needs = new ArrayList<>(plain.materials());
        needs.add(new Guide.MaterialNeed(say("社会保险缴费凭证", "Proof of payment"), "scan-line", Guide.Origin.SCAN_HERE));
        return new Guide(
                new ItemTile(
                        plain.item().code(),
                        say("灵活就业社保补贴", "Social insurance subsidy"),
                        plain.item().plain(),
                        plain.item().department(),
                        plain.item().icon(),
                        new Availability.Now()),
                plain.promisedDays(),
                plain.legalDays(),
                plain.fee(),
                "",
                plain.decidedBy(),
                plain.phone(),
                plain.conditions(),
                needs,
                plain.steps(),
                plain.minutes(),
                Guide.GuidePrint.PRINTING);
    }

    private void deposits() {
        List<String> originals = List.of(say("灵活就业证明", "Proof of flexible employment"), say("社会保险缴费凭证", "Proof of payment"));
        for (var phase : KeepingPage.Deposit.Phase.values()) {
            for (boolean again : new boolean[] {false, true}) {
                add(
                        "11-deposit-" + phase.ordinal() + (again ? "-again" : ""),
                        new KeepingPage.Deposit(
                                itemTitle(),
                                phase,
                                phase == KeepingPage.Deposit.Phase.ASKING ? 0 : 128,
                                originals,
                                Optional.empty(),
                                Optional.empty(),
                                true,
                                again));
            }
        }
        for (var flaw : KeepingPage.Deposit.Flaw.values()) {
            for (var phase : List.of(KeepingPage.Deposit.Phase.ASKING, KeepingPage.Deposit.Phase.OPEN, KeepingPage.Deposit.Phase.CLOSED)) {
                add(
                        "11-deposit-flaw-" + flaw.ordinal() + "-" + phase.ordinal(),
                        new KeepingPage.Deposit(
                                itemTitle(),
                                phase,
                                3,
                                originals,
                                Optional.of(flaw),
                                Optional.empty(),
                                flaw == KeepingPage.Deposit.Flaw.STUCK || flaw == KeepingPage.Deposit.Flaw.NOT_CLOSED,
                                false));
            }
        }
        for (var how : banyan.item.DocumentValues.InCabinet.values()) {
            var there = Optional.of(new KeepingPage.Originals(how, 128));
            Received plain = received(PaperState.State.PRINTED, OptionalInt.empty());
            add(
                    "10b-originals-" + how.ordinal(),
                    new Received(
                            plain.itemTitle(),
                            plain.at(),
                            plain.acceptanceNumber(),
                            plain.answerBy(),
                            plain.phone(),
                            plain.qr(),
                            plain.paper(),
                            plain.next(),
                            plain.rated(),
                            plain.rating(),
                            plain.reasons(),
                            there));
            add(
                    "11-originals-" + how.ordinal(),
                    new KeepingPage.Kept(
                            itemTitle(),
                            EVENING,
                            Optional.of(LocalDateTime.of(2026, 11, 20, 20, 38)),
                            "榕 0137-8K42",
                            Optional.of("138****2671"),
                            "BANYAN:KEPT:0137-8K42",
                            new PaperState(PaperState.State.PRINTED, 1, 1),
                            there,
                            false));
        }
        Materials many = manyMaterials();
        for (var cabinet : Materials.Cabinet.values()) {
            for (Feeder feeder : List.of(new Feeder.None(), new Feeder.Resting(true, Optional.empty()))) {
                List<MaterialRow> rows = new ArrayList<>(many.rows());
                if (cabinet == Materials.Cabinet.CHOSEN) {
                    MaterialRow row = rows.get(4);
                    rows.set(
                            4,
                            new MaterialRow(
                                    row.code(), row.title(), row.detail(), RowState.IN_CABINET, 0, 1, 1, List.of()));
                }
                add(
                        "07-cabinet-" + cabinet.ordinal() + (feeder instanceof Feeder.None ? "" : "-feeder"),
                        new Materials(many.head(), rows, 4, many.camera(), feeder, cabinet, 0, false));
            }
        }
    }

    private void cells() {
        List<StaffPage.Cells.Row> rows = new ArrayList<>();
        for (int cell = 1; cell <= 7; cell++) {
            rows.add(new StaffPage.Cells.Row(cell * 18, LocalDateTime.of(2026, 11, 20, 8 + cell, 38), cell % 2 == 0));
        }
        add("17-cells", new StaffPage.Cells(rows, 0, UpkeepPost.Cells.Phase.LIST, false));
        add("17-cells-failed", new StaffPage.Cells(rows, 0, UpkeepPost.Cells.Phase.LIST, true));
        add("17-cells-none", new StaffPage.Cells(List.of(), 0, UpkeepPost.Cells.Phase.LIST, false));
        for (var phase : UpkeepPost.Cells.Phase.values()) {
            if (phase != UpkeepPost.Cells.Phase.LIST) {
                add("17-cells-" + phase.ordinal(), new StaffPage.Cells(rows, 128, phase, false));
            }
        }
    }

    private void setAside() {
        List<StaffPage.SetAside.Row> rows = new ArrayList<>();
        rows.add(aside(java.util.Optional.empty(), "0137-8K42", "SUBMISSION-DIFFERS"));
        for (var kind : banyan.cache.Note.Kind.values()) {
            boolean unproven = kind == banyan.cache.Note.Kind.EVALUATION;
            rows.add(aside(java.util.Optional.of(kind), "0137-T21", unproven ? "EVALUATION-UNPROVEN" : "RECORD-DIFFERS"));
        }
        rows.add(1, aside(java.util.Optional.empty(), "0137-9M07", "ANSWERS-INVALID"));
        rows.add(2, aside(java.util.Optional.empty(), "0137-Q3X8", "CERTIFICATE-UNKNOWN"));
        rows.add(3, aside(java.util.Optional.empty(), "0137-Q3X9", "PAPER-DAMAGED"));
        rows.add(aside(java.util.Optional.empty(), "0137-Q3X7", "A-CODE-OF-TOMORROW"));
        for (var phase : UpkeepPost.SetAside.Phase.values()) {
            add("17-set-aside-" + phase.ordinal(), new StaffPage.SetAside(rows, phase));
        }
        // The later ones, which the first page has no room for.
        add("17-set-aside-others", new StaffPage.SetAside(rows.reversed(), UpkeepPost.SetAside.Phase.LIST));
        add("17-set-aside-middle", new StaffPage.SetAside(rows.subList(6, 10), UpkeepPost.SetAside.Phase.LIST));
        add("17-set-aside-none", new StaffPage.SetAside(List.of(), UpkeepPost.SetAside.Phase.LIST));
        add("17-set-aside-all-sent", new StaffPage.SetAside(List.of(), UpkeepPost.SetAside.Phase.SENT));
    }

    private static StaffPage.SetAside.Row aside(
            java.util.Optional<banyan.cache.Note.Kind> kind, String number, String code) {
        java.time.Instant hour = java.time.Instant.parse("2026-11-20T12:00:00Z");
        return new StaffPage.SetAside.Row(
                new banyan.cache.Journal.Stuck(kind, number, hour, code), java.time.LocalDate.of(2026, 11, 20));
    }

    /** At a site that has not every class of device. */
    private static StaffPage.Maintenance smaller(StaffPage.Maintenance board) {
        List<Part> parts = board.readiness().parts().stream()
                .filter(part -> !(part.subject() instanceof Part.Subject.OfDevice(var kind, _, _)
                        && (kind == DeviceKind.FACE_CAMERA || kind == DeviceKind.SMART_CARD_TERMINAL)))
                .toList();
        return board(board, parts);
    }

    private static StaffPage.Maintenance board(StaffPage.Maintenance board, List<Part> parts) {
        return new StaffPage.Maintenance(
                board.staff(),
                board.minutesLeft(),
                new Readiness(parts),
                board.waiting(),
                board.printed(),
                board.offlineSince(),
                board.report(),
                board.doing(),
                board.content());
    }

    private static StaffPage.Maintenance withCells(StaffPage.Maintenance board, Part.Standing standing) {
        List<Part> parts = new ArrayList<>();
        parts.add(Part.of(Part.Own.CELLS, standing, Optional.of("CELL")));
        board.readiness().parts().stream().filter(part -> !part.is(Part.Own.CELLS)).forEach(parts::add);
        return board(board, parts);
    }

    private void fingers() {
        for (var phase : FilingPage.Fingerprint.Phase.values()) {
            for (boolean held : new boolean[] {false, true}) {
                add(
                        "08-finger-" + phase.ordinal() + (held ? "-held" : ""),
                        new FilingPage.Fingerprint(step(4), phase, held, Optional.empty(), true, held));
            }
        }
        for (var flaw : FilingPage.Fingerprint.Flaw.values()) {
            boolean usable = flaw != FilingPage.Fingerprint.Flaw.GONE;
            add(
                    "08-finger-flaw-" + flaw.ordinal(),
                    new FilingPage.Fingerprint(
                            step(4), FilingPage.Fingerprint.Phase.ASKING, false, Optional.of(flaw), usable, false));
        }
    }

    private Signing signing(Signing.PadState pad, boolean signed) {
        List<float[]> strokes = signed
                ? List.of(
                        new float[] {.10f, .2f, .6f, .16f, .18f, .7f, .15f, .4f, .7f, .10f, .42f, .7f, .14f, .7f, .8f},
                        new float[] {.22f, .2f, .6f, .24f, .5f, .8f, .32f, .75f, .8f},
                        new float[] {.45f, .3f, .7f, .56f, .28f, .8f},
                        new float[] {.44f, .7f, .7f, .6f, .6f, .8f},
                        new float[] {.70f, .35f, .7f, .86f, .3f, .8f},
                        new float[] {.78f, .1f, .7f, .77f, .9f, .9f})
                : List.of();
        return new Signing(
                step(4),
                SamplePapers.letter(language),
                0.45,
                List.of(new Area(0.24, 0.385, 0.3, 0.05)),
                1,
                1,
                "7F3A91C2",
                new Ink(strokes, 2.4),
                pad,
                signed ? Optional.empty() : Optional.of(Signing.InkTrouble.TAP_ONLY));
    }

    private Review review(boolean ticked) {
        return new Review(
                step(5),
                List.of(
                        new Review.Group(
                                say("谁来申领", "Applicant"),
                                List.of(
                                        new Review.Row(say("姓名", "Name"), "张*丰"),
                                        new Review.Row(say("证件号", "ID number"), "350102********1239"),
                                        new Review.Row(say("手机号", "Mobile"), "138****2671")),
                                1,
                                false),
                        new Review.Group(
                                say("补贴发到哪", "Payment"),
                                List.of(
                                        new Review.Row(
                                                say("银行卡", "Bank card"),
                                                say("工商银行 尾号 0381（社会保障卡）", "ICBC ending 0381 (social card)")),
                                        new Review.Row(
                                                say("申领时间", "Period"),
                                                say("2025年10月 – 2026年9月，共 12 个月", "Oct 2025 – Sep 2026, 12 months"))),
                                2,
                                false),
                        new Review.Group(
                                say("现在的工作", "Work"),
                                List.of(
                                        new Review.Row(say("工作内容", "Kind"), say("在家开网店，卖茶叶", "Online shop, tea")),
                                        new Review.Row(say("从何时起", "Since"), say("2025年3月", "March 2025"))),
                                3,
                                false),
                        new Review.Group(
                                say("材料 4 份，都齐了", "4 documents, all in"),
                                List.of(
                                        new Review.Row(
                                                say("自动取得", "Fetched"),
                                                say("身份证、就业登记证、社会保障卡", "ID card, registration, social card")),
                                        new Review.Row(
                                                say("本机扫描", "Scanned here"), say("灵活就业证明，2 页", "Proof, 2 pages")),
                                        new Review.Row(say("承诺书", "Letter"), say("已签名 20:41", "signed 20:41"))),
                                4,
                                true)),
                ANSWER,
                5,
                say("鼓楼区人社局", "Gulou HR Bureau"),
                say("不收费", "Free"),
                ticked);
    }

    /** The groups of the item that is really filed: more of them, and more rows. */
    private Review longReview() {
        Review plain = review(true);
        List<Review.Group> groups = new ArrayList<>(plain.groups());
        List<Review.Row> rows = new ArrayList<>(groups.getFirst().rows());
        rows.add(new Review.Row(say("发放银行卡", "Bank card"), say("尾号 0381", "ending 0381")));
        groups.set(0, new Review.Group(groups.getFirst().title(), rows, 0, true));
        groups.add(new Review.Group(
                say("签名", "Signature"),
                List.of(new Review.Row(say("灵活就业承诺书", "Commitment letter"), say("已签名 20:41", "signed 20:41"))),
                5,
                false));
        return new Review(
                plain.head(), groups, plain.answerBy(), plain.promisedDays(), plain.decidedBy(), plain.fee(), true);
    }

    private Received received(PaperState.State paper, OptionalInt rated) {
        return received(new PaperState(paper, 1, 1), rated);
    }

    private Received received(PaperState paper, OptionalInt rated) {
        return new Received(
                itemTitle(),
                EVENING,
                "350120260427",
                ANSWER,
                Optional.of("138****2671"),
                "BANYAN:350120260427",
                paper,
                List.of(
                        new Received.Next(say("已受理", "Received"), say("刚才", "just now"), "check"),
                        new Received.Next(say("人社局审核", "Review"), say("11月27日前", "by 27 Nov"), "user-round-check"),
                        new Received.Next(say("告诉您结果", "Answer"), say("当天", "same day"), "message-square-text"),
                        new Received.Next(say("补贴到卡", "Payment"), say("次月 15 日前", "by the 15th"), "banknote")),
                rated,
                rated.isPresent() ? KeepingPage.Rating.NOTED : KeepingPage.Rating.FREE,
                List.of());
    }

    private static PaperState rollOut(Outlet again) {
        return new PaperState(
                PaperState.State.TROUBLE, 0, 1, Outlet.ROLL, Optional.of(PaperPage.TroubleKind.PAPER_OUT), again);
    }

    private PaperPage.Preview preview() {
        return new PaperPage.Preview(
                SamplePapers.certificate(),
                List.of(new float[] {.12f, .196f, .03f, .026f}, new float[] {.285f, .196f, .12f, .026f}),
                1,
                2);
    }

    private PaperPage.Result result() {
        return new PaperPage.Result(
                certificate().title(),
                preview(),
                List.of(
                        new Choice("year", say("今年", "This year"), true),
                        new Choice("last-year", say("去年", "Last year"), false),
                        new Choice("all", say("全部", "All"), false)),
                Truth.READY);
    }

    private void troubles() {
        for (TroubleKind kind : TroubleKind.values()) {
            boolean printing = kind.ordinal() <= TroubleKind.PRINT_UNCERTAIN.ordinal();
            String name = kind == TroubleKind.PAPER_OUT
                    ? "14-paper-out"
                    : "14-trouble-" + kind.name().toLowerCase(java.util.Locale.ROOT);
            add(
                    name,
                    new PaperPage.Trouble(
                            kind,
                            printing ? 1 : 0,
                            printing ? 2 : 0,
                            printing ? Optional.of(LocalDateTime.of(2026, 11, 20, 20, 47)) : Optional.empty(),
                            printing
                                    ? List.of(WayOn.WAIT, WayOn.RETRY, WayOn.LATER, WayOn.WITHOUT_PAPER, WayOn.BACK)
                                    : List.of(WayOn.RETRY, WayOn.OTHER_WAY, WayOn.END, WayOn.BACK),
                            "0137-2047-P",
                            !printing));
        }
    }

    private void sheets() {
        add("15-idle-warning", home(), Optional.of(new Sheet.IdleWarning(20, 30, false)));
        add("15-idle-kept", home(), Optional.of(new Sheet.IdleWarning(8, 30, true)));
        add("20-confirm-end", form(Optional.empty()), Optional.of(new Sheet.ConfirmEnd(false)));
        add("20-confirm-end-later", form(Optional.empty()), Optional.of(new Sheet.ConfirmEnd(false, true)));
        add("20-confirm-end-sealed", home(), Optional.of(new Sheet.ConfirmEnd(true)));
        add("20-languages", home(), Optional.of(new Sheet.Languages()));
        add(
                "20-consent-text",
                new Identify(Identify.Phase.CONSENT, Optional.empty(), false),
                Optional.of(new Sheet.ConsentText()));
        add("20-zoom", result(), Optional.of(new Sheet.Zoom(preview())));
        add("20-cannot-do", home(), Optional.of(new Sheet.CannotDo("0137-2047-P", true)));
        add("20-cannot-do-lost", home(), Optional.of(new Sheet.CannotDo("0137-2047-P", false)));
        add(
                "20-reasons",
                received(PaperState.State.PRINTED, OptionalInt.of(2)),
                Optional.of(new Sheet.Reasons(2, Set.of("slow"), OptionalInt.of(1))));
    }

    private void upkeep() {
        for (UpkeepPost.SignIn.Asks asks : UpkeepPost.SignIn.Asks.values()) {
            add("17-sign-in-" + asks.ordinal(), new StaffPage.StaffSignIn(asks, asks.ordinal(), Optional.empty()));
        }
        for (UpkeepPost.Flaw flaw : UpkeepPost.Flaw.values()) {
            add("17-sign-in-flaw-" + flaw.ordinal(), new StaffPage.StaffSignIn(UpkeepPost.SignIn.Asks.PIN, 0, Optional.of(flaw)));
        }
        add("17-staff-maintenance", board(true, UpkeepPost.Doing.NOTHING));
        add("17-staff-ready", board(false, UpkeepPost.Doing.EXAMINING));
        StaffPage.Maintenance well = board(false, UpkeepPost.Doing.NOTHING);
        for (ContentLine content : List.of(
                ContentLine.INSTALLED,
                well.content(),
                new ContentLine(1204, Optional.of(LocalDateTime.of(2026, 10, 12, 9, 0)), Optional.of(139L), Optional.empty()))) {
            add("17-staff-content-" + content.number(), new StaffPage.Maintenance(
                    well.staff(), well.minutesLeft(), new Readiness(well.readiness().parts().stream().filter(part -> part.standing() != Part.Standing.TO_DO && part.standing() != Part.Standing.UNKNOWN).toList()),
                    well.waiting(), well.printed(), well.offlineSince(), Optional.empty(), well.doing(), content));
        }
        for (ReportStanding.Way way : ReportStanding.Way.values()) {
            for (ReportStanding.Paper paper : ReportStanding.Paper.values()) {
                add(
                        "17-report-" + way.ordinal() + "-" + paper.ordinal(),
                        board(false, Optional.of(new ReportStanding(paper, way)), UpkeepPost.Doing.REPORTED));
            }
        }
        add("17-judge", new StaffPage.JudgeTestPage());
        List<UpkeepPost.Trial.From> both = List.of(UpkeepPost.Trial.From.values());
        for (UpkeepPost.Trial.From from : both) {
            for (UpkeepPost.Trial.Step step : UpkeepPost.Trial.Step.values()) {
                add(
                        "17-scan-" + from.ordinal() + "-" + step.ordinal(),
                        new StaffPage.TestScan(
                                step,
                                from,
                                step == UpkeepPost.Trial.Step.FAILED ? List.of(from) : both,
                                step == UpkeepPost.Trial.Step.SHOWN
                                        ? Optional.of(new Inspection(grey(620, 877), grey(900, 300)))
                                        : Optional.empty()));
            }
        }
        for (Guidance through : Guidance.values()) {
            for (int step = 0; step < through.steps(); step++) {
                add("17-led-" + through.ordinal() + "-" + step, new StaffPage.Led(through, step));
            }
        }
        cells();
        setAside();
        add("17-staff-cells", withCells(board(false, UpkeepPost.Doing.NOTHING), Part.Standing.ATTENTION));
        add("17-staff-cells-faults", withCells(smaller(board(true, UpkeepPost.Doing.NOTHING)), Part.Standing.ATTENTION));
        add("17-staff-cells-uncertain", withCells(board(false, UpkeepPost.Doing.NOTHING), Part.Standing.TO_DO));
        add("17-staff-ask", home(), Optional.of(new Sheet.StaffAsk()));
    }

    private static Picture grey(int width, int height) {
        int[] argb = new int[width * height];
        Arrays.fill(argb, 0xFFC8C8C8);
        return new Picture(width, height, argb);
    }

    private static StaffPage.Maintenance board(boolean faults, UpkeepPost.Doing doing) {
        return board(faults, Optional.empty(), doing);
    }

    private static StaffPage.Maintenance board(boolean faults, Optional<ReportStanding> report, UpkeepPost.Doing doing) {
        List<Part> parts = new ArrayList<>();
        for (DeviceKind kind : DeviceKind.values()) {
            DeviceState state =
                    switch (kind) {
                        case PRINTER ->
                            faults
                                    ? new DeviceState.NeedsHelp(new Fault(
                                            Fault.Kind.MEDIA, Fault.Remedy.REFILL, "PRINTER-MEDIA-EMPTY"))
                                    : DeviceState.ready();
                        case AUXILIARIES ->
                            faults ? new DeviceState.Unknown(java.time.Instant.EPOCH) : DeviceState.ready();
                        case RECEIPT_PRINTER -> new DeviceState.Ready(Set.of("RECEIPT-PAPER-LOW"));
                        default -> DeviceState.ready();
                    };
            List<Supply> supplies = kind == DeviceKind.PRINTER
                    ? List.of(new Supply("tray-1", Supply.Kind.SHEETS, new Supply.Level.Pieces(240)))
                    : List.of();
            parts.add(Part.of(kind.name(), kind, state, supplies, List.of(tray(state))));
        }
        for (Part.Own own : Part.Own.values()) {
            parts.add(Part.of(own, Part.Standing.READY, Optional.empty()));
        }
        return new StaffPage.Maintenance(
                "3302",
                14,
                new Readiness(parts),
                new Waiting(3, 1, 0, 0, 0),
                new Printed(613, faults ? 612 : 613, java.util.OptionalInt.of(6)),
                faults ? Optional.of(LocalDateTime.of(2026, 11, 20, 20, 38)) : Optional.empty(),
                report,
                doing,
                faults
                        ? new ContentLine(1204, Optional.of(LocalDateTime.of(2026, 10, 12, 9, 0)), Optional.of(39L), Optional.empty())
                        : new ContentLine(1205, Optional.of(LocalDateTime.of(2026, 11, 19, 9, 0)), Optional.empty(), Optional.of(1206L)));
    }
}
