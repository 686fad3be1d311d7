package banyan.kiosk.ui;

import banyan.item.Language;
import banyan.kiosk.identity.CardFlaw;
import banyan.kiosk.visit.FilingPage.Form.Choice;
import banyan.kiosk.visit.FilingPage.Form.Editor;
import banyan.kiosk.visit.FilingPage.Signing;
import banyan.kiosk.visit.KeepingPage;
import banyan.kiosk.visit.KeepingPage.Later.Way;
import banyan.kiosk.visit.KeepingPage.PaperState;
import banyan.kiosk.visit.KeepingPage.PaperState.Outlet;
import banyan.kiosk.visit.KeepingPage.Submitting.Progress;
import banyan.kiosk.visit.Page;
import banyan.kiosk.visit.Page.Ended.Cleared;
import banyan.kiosk.visit.Page.Ended.How;
import banyan.kiosk.visit.Page.Ended.What;
import banyan.kiosk.visit.Page.Home;
import banyan.kiosk.visit.Page.Identify;
import banyan.kiosk.visit.Page.Section;
import banyan.kiosk.visit.Page.Truth;
import banyan.kiosk.visit.PaperPage;
import banyan.kiosk.visit.PaperPage.TroubleKind;
import banyan.kiosk.visit.PaperPage.WayOn;
import banyan.kiosk.visit.ScanningPage.Materials.FeedEnd;
import banyan.kiosk.visit.ScanningPage.Materials.Feeder;
import banyan.kiosk.visit.ScanningPage.Materials.Pile;
import banyan.kiosk.visit.Sheet;
import banyan.kiosk.visit.Snapshot;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Every page and every sheet with the data of the design's pictures, in both languages. */
public final class Samples extends SampleChapter {
    private final FilingSamples filing;
    private final GuideSamples guides;
    private final KeepingSamples keeping;
    private final SupplementSamples supplement;
    private final ProgressSamples progress;
    private final StaffSamples staff;

    /** A snapshot and its name. */
    public record Sample(String name, Snapshot snapshot) {
        @Override
        public String toString() {
            return name;
        }
    }

    private Samples(SampleBook book) {
        super(book);
        filing = new FilingSamples(book);
        guides = new GuideSamples(book);
        keeping = new KeepingSamples(book, filing);
        supplement = new SupplementSamples(book);
        progress = new ProgressSamples(book);
        staff = new StaffSamples(book, guides);
    }

    public static List<Sample> in(Language language) {
        SampleBook book = new SampleBook(language);
        Samples samples = new Samples(book);
        samples.pages();
        samples.troubles();
        samples.sheets();
        samples.staff.upkeep();
        return book.all();
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
        Home said = guides.home();
        add("03-home-notice", new Home(said.part(), said.sections(), said.frequent(), Optional.of(notice), Optional.empty()));
        add("03-home-four-notice", new Home(said.part(), said.sections(), guides.each(book.subsidy(), book.subsidy(), book.certificate(), book.subsidy()), Optional.of(notice), Optional.of(new Home.Waiting(itemTitle(), 29))));
        add("03-home-waiting", new Home(said.part(), said.sections(), said.frequent(), Optional.empty(), Optional.of(new Home.Waiting(itemTitle(), 1))));
        add("02-consent-card", new Identify(Identify.Phase.CONSENT, Optional.empty(), false));
        add("02-consent-lying", new Identify(Identify.Phase.CONSENT, Optional.empty(), true));
        add("02-reading", new Identify(Identify.Phase.READING, Optional.empty(), false));
        for (CardFlaw trouble : CardFlaw.values()) {
            add(
                    "02-card-" + trouble.name().toLowerCase(java.util.Locale.ROOT),
                    new Identify(Identify.Phase.CONSENT, Optional.of(trouble), false));
        }
        add("03-home", guides.home());
        add("03-items", new Page.Items(Section.DECLARATION, List.of(book.subsidy(), book.certificate()), 1, 1));
        add(
                "03-items-many",
                new Page.Items(
                        Section.QUERY_AND_PRINT, List.of(book.certificate(), book.subsidy(), book.certificate(), book.subsidy()), 1, 3));
        guides.lacking();
        add("05-item-guide", guides.guide());
        add("05-guide-many", guides.manyNeeds());
        add("05-resume", new Page.Resume(itemTitle(), 2, 5, 9));
        add("05-resume-account", new Page.Resume(itemTitle(), 2, 5, 29, true));
        for (KeepingPage.Later.Phase phase : KeepingPage.Later.Phase.values()) {
            Optional<LocalDateTime> end = phase == KeepingPage.Later.Phase.KEPT ? Optional.of(LocalDateTime.of(2026, 12, 20, 9, 0)) : Optional.empty();
            add("20-later-" + phase.ordinal(), new KeepingPage.Later(itemTitle(), phase, Way.ACCOUNT, true, end));
            add(
                    "20-later-paper-" + phase.ordinal(),
                    new KeepingPage.Later(itemTitle(), phase, Way.PAPER, true, Optional.empty()));
        }
        add("06-form", filing.form(Optional.empty()));
        add("06-form-keyboard", filing.form(Optional.of(new Editor("phone", "1380000267", 11))));
        add("06-form-insert-card", filing.form(Optional.of(new Editor("account", "62170012", 19, true))));
        add("06-form-choices", filing.choices());
        filing.bankCards();
        progress.progress();
        new AppointmentSamples(book).appointments();
        add("07-materials-scan", filing.materials(false));
        add("07-materials-good", filing.materials(true));
        add("07-materials-many", filing.manyMaterials());
        add("07-materials-feeder", filing.feeding(true, new Feeder.Resting(true, Optional.empty())));
        add("07-materials-feeding", filing.feeding(true, new Feeder.Drawing(2, false)));
        add("07-materials-feed-stops", filing.feeding(false, new Feeder.Drawing(1, true)));
        for (FeedEnd how : FeedEnd.values()) {
            add("07-materials-fed-" + how, filing.feeding(false, new Feeder.Resting(true, Optional.of(new Pile(how, 12, 1)))));
        }
        add(
                "07-materials-feeder-gone",
                filing.feeding(false, new Feeder.Resting(false, Optional.of(new Pile(FeedEnd.GONE, 2, 0)))));
        add("08-signature", filing.signing(Signing.PadState.PAD, true));
        add("08-signature-screen", filing.signing(Signing.PadState.SCREEN, false));
        filing.fingers();
        keeping.deposits();
        add("09-review", filing.review(true));
        add("09-review-unticked", filing.review(false));
        add("09-review-long", filing.longReview());
        add(
                "10a-submitting",
                new KeepingPage.Submitting(
                        itemTitle(), List.of(Progress.DONE, Progress.DONE, Progress.DOING, Progress.TO_DO)));
        supplement.all(filing.review(true), keeping.received(PaperState.State.PRINTED, OptionalInt.empty()));
        add("10b-received", keeping.received(PaperState.State.PRINTED, OptionalInt.empty()));
        add("10b-received-trouble", keeping.received(PaperState.State.TROUBLE, OptionalInt.of(2)));
        add("10b-roll-out", keeping.received(keeping.rollOut(Outlet.SHEETS), OptionalInt.empty()));
        add("10b-roll-out-no-sheets", keeping.received(keeping.rollOut(Outlet.ROLL), OptionalInt.empty()));
        add(
                "10b-roll-unknown",
                keeping.received(
                        new PaperState(PaperState.State.UNKNOWN, 0, 1, Outlet.ROLL, Optional.empty(), Outlet.ROLL),
                        OptionalInt.empty()));
        add(
                "11-kept-offline",
                new KeepingPage.Kept(
                        itemTitle(),
                        SampleBook.EVENING,
                        Optional.of(LocalDateTime.of(2026, 11, 20, 20, 38)),
                        "榕 0137-8K42",
                        Optional.of("138****2671"),
                        "BANYAN:KEPT:0137-8K42",
                        new PaperState(PaperState.State.PRINTED, 1, 1)));
        add(
                "11-kept-refused",
                new KeepingPage.Kept(
                        itemTitle(),
                        SampleBook.EVENING,
                        Optional.empty(),
                        "榕 0137-8K42",
                        Optional.of("138****2671"),
                        "BANYAN:KEPT:0137-8K42",
                        new PaperState(PaperState.State.PRINTED, 1, 1),
                        Optional.empty(),
                        true,
                        false));
        add(
                "11-kept-roll-out",
                new KeepingPage.Kept(
                        itemTitle(),
                        SampleBook.EVENING,
                        Optional.of(LocalDateTime.of(2026, 11, 20, 20, 38)),
                        "榕 0137-8K42",
                        Optional.of("138****2671"),
                        "BANYAN:KEPT:0137-8K42",
                        keeping.rollOut(Outlet.SHEETS)));
        add("12-setting", new PaperPage.Querying(book.certificate().title(), PaperPage.Querying.Work.SETTING));
        add("12-querying", new PaperPage.Querying(book.certificate().title(), PaperPage.Querying.Work.ASKING));
        add("13-result", result());
        add("13-print-progress", new PaperPage.Printing(book.certificate().title(), preview(), true, 0, 2, false, false));
        add("13-printed", new PaperPage.Printing(book.certificate().title(), preview(), true, 2, 2, false, true));
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

    private PaperPage.Preview preview() {
        return new PaperPage.Preview(
                SamplePapers.certificate(),
                List.of(new float[] {.12f, .196f, .03f, .026f}, new float[] {.285f, .196f, .12f, .026f}),
                1,
                2);
    }

    private PaperPage.Result result() {
        return new PaperPage.Result(
                book.certificate().title(),
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
        add("15-idle-warning", guides.home(), Optional.of(new Sheet.IdleWarning(20, 30, false)));
        add("15-idle-kept", guides.home(), Optional.of(new Sheet.IdleWarning(8, 30, true)));
        add("20-confirm-end", filing.form(Optional.empty()), Optional.of(new Sheet.ConfirmEnd(false)));
        add("20-confirm-end-later", filing.form(Optional.empty()), Optional.of(new Sheet.ConfirmEnd(false, true)));
        add("20-confirm-end-sealed", guides.home(), Optional.of(new Sheet.ConfirmEnd(true)));
        add("20-languages", guides.home(), Optional.of(new Sheet.Languages()));
        add(
                "20-consent-text",
                new Identify(Identify.Phase.CONSENT, Optional.empty(), false),
                Optional.of(new Sheet.ConsentText()));
        add("20-zoom", result(), Optional.of(new Sheet.Zoom(preview())));
        add("20-cannot-do", guides.home(), Optional.of(new Sheet.CannotDo("0137-2047-P", true)));
        add("20-cannot-do-lost", guides.home(), Optional.of(new Sheet.CannotDo("0137-2047-P", false)));
        add(
                "20-reasons",
                keeping.received(PaperState.State.PRINTED, OptionalInt.of(2)),
                Optional.of(new Sheet.Reasons(2, Set.of("slow"), OptionalInt.of(1))));
    }
}
