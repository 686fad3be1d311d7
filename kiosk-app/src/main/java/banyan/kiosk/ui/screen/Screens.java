package banyan.kiosk.ui.screen;

import banyan.kiosk.text.Texts;
import banyan.kiosk.ui.screen.appointment.AppointmentChoiceScreen;
import banyan.kiosk.ui.screen.appointment.AppointmentScreen;
import banyan.kiosk.ui.screen.catalog.GuideScreen;
import banyan.kiosk.ui.screen.catalog.HomeScreen;
import banyan.kiosk.ui.screen.catalog.ItemsScreen;
import banyan.kiosk.ui.screen.documents.PrintingScreen;
import banyan.kiosk.ui.screen.documents.QueryingScreen;
import banyan.kiosk.ui.screen.documents.ResultScreen;
import banyan.kiosk.ui.screen.documents.TroubleScreen;
import banyan.kiosk.ui.screen.filing.BankCardScreen;
import banyan.kiosk.ui.screen.filing.DepositScreen;
import banyan.kiosk.ui.screen.filing.FingerprintScreen;
import banyan.kiosk.ui.screen.filing.FormScreen;
import banyan.kiosk.ui.screen.filing.KeptScreen;
import banyan.kiosk.ui.screen.filing.LaterScreen;
import banyan.kiosk.ui.screen.filing.MaterialsScreen;
import banyan.kiosk.ui.screen.filing.ReceivedScreen;
import banyan.kiosk.ui.screen.filing.ReviewScreen;
import banyan.kiosk.ui.screen.filing.SigningScreen;
import banyan.kiosk.ui.screen.filing.SubmittingScreen;
import banyan.kiosk.ui.screen.identity.IdentifyScreen;
import banyan.kiosk.ui.screen.progress.AskProgressScreen;
import banyan.kiosk.ui.screen.progress.CasesScreen;
import banyan.kiosk.ui.screen.progress.NewsScreen;
import banyan.kiosk.ui.screen.progress.ProgressScreen;
import banyan.kiosk.ui.screen.progress.WithdrawScreen;
import banyan.kiosk.ui.screen.upkeep.CellsScreen;
import banyan.kiosk.ui.screen.upkeep.JudgeScreen;
import banyan.kiosk.ui.screen.upkeep.LedScreen;
import banyan.kiosk.ui.screen.upkeep.MaintenanceScreen;
import banyan.kiosk.ui.screen.upkeep.SetAsideScreen;
import banyan.kiosk.ui.screen.upkeep.StaffSignInScreen;
import banyan.kiosk.ui.screen.upkeep.TestScanScreen;
import banyan.kiosk.ui.screen.visit.AttractScreen;
import banyan.kiosk.ui.screen.visit.EndedScreen;
import banyan.kiosk.ui.screen.visit.ResumeScreen;
import banyan.kiosk.visit.AppointmentPage;
import banyan.kiosk.visit.FilingPage;
import banyan.kiosk.visit.KeepingPage;
import banyan.kiosk.visit.Page;
import banyan.kiosk.visit.PaperPage;
import banyan.kiosk.visit.ProgressPage;
import banyan.kiosk.visit.ScanningPage;
import banyan.kiosk.visit.Snapshot;
import banyan.kiosk.visit.StaffPage;

/** Which screen shows which page. */
public final class Screens {
    private Screens() {}

    /** A screen, and the structure of the records it can show. */
    public record Shown<P extends Page>(Class<P> kind, Screen<P> screen, Object structure, Texts texts) {
        /** Shows the next snapshot on the same nodes, where its page has the same structure. */
        public boolean update(Snapshot snapshot) {
            if (!kind.isInstance(snapshot.page())) {
                return false;
            }
            P page = kind.cast(snapshot.page());
            if (!screen.structure(page).equals(structure)) {
                return false;
            }
            screen.show(page, snapshot);
            return true;
        }
    }

    /** Builds the screen of a snapshot's page, and shows the page on it. */
    public static Shown<?> of(Snapshot snapshot, View view) {
        return switch (snapshot.page()) {
            case Page.Attract page ->
                shown(Page.Attract.class, page, new AttractScreen(view, snapshot), snapshot, view);
            case Page.Identify page -> shown(Page.Identify.class, page, new IdentifyScreen(view, page), snapshot, view);
            case Page.Home page -> shown(Page.Home.class, page, new HomeScreen(view, page), snapshot, view);
            case Page.Items page -> shown(Page.Items.class, page, new ItemsScreen(view, page), snapshot, view);
            case Page.Resume page -> shown(Page.Resume.class, page, new ResumeScreen(view, page), snapshot, view);
            case Page.Guide page -> shown(Page.Guide.class, page, new GuideScreen(view, page), snapshot, view);
            case FilingPage.Form page -> shown(FilingPage.Form.class, page, new FormScreen(view, page), snapshot, view);
            case FilingPage.BankCard page -> shown(FilingPage.BankCard.class, page, new BankCardScreen(view, page), snapshot, view);
            case AppointmentPage.AppointmentChoice page ->
                shown(AppointmentPage.AppointmentChoice.class, page, new AppointmentChoiceScreen(view, page), snapshot, view);
            case AppointmentPage.Appointment page ->
                shown(AppointmentPage.Appointment.class, page, new AppointmentScreen(view, page), snapshot, view);
            case ProgressPage.AskProgress page ->
                shown(ProgressPage.AskProgress.class, page, new AskProgressScreen(view, page), snapshot, view);
            case ProgressPage.News page -> shown(ProgressPage.News.class, page, new NewsScreen(view, page), snapshot, view);
            case ProgressPage.Cases page -> shown(ProgressPage.Cases.class, page, new CasesScreen(view, page), snapshot, view);
            case ProgressPage.Withdraw page ->
                shown(ProgressPage.Withdraw.class, page, new WithdrawScreen(view, page), snapshot, view);
            case ProgressPage.Progress page -> shown(ProgressPage.Progress.class, page, new ProgressScreen(view, page), snapshot, view);
            case ScanningPage.Materials page ->
                shown(ScanningPage.Materials.class, page, new MaterialsScreen(view, page), snapshot, view);
            case FilingPage.Signing page -> shown(FilingPage.Signing.class, page, new SigningScreen(view, page), snapshot, view);
            case FilingPage.Fingerprint page ->
                shown(FilingPage.Fingerprint.class, page, new FingerprintScreen(view, page), snapshot, view);
            case FilingPage.Review page -> shown(FilingPage.Review.class, page, new ReviewScreen(view, page), snapshot, view);
            case KeepingPage.Later page -> shown(KeepingPage.Later.class, page, new LaterScreen(view, page), snapshot, view);
            case KeepingPage.Submitting page ->
                shown(KeepingPage.Submitting.class, page, new SubmittingScreen(view, page), snapshot, view);
            case KeepingPage.Deposit page -> shown(KeepingPage.Deposit.class, page, new DepositScreen(view, page), snapshot, view);
            case KeepingPage.Received page -> shown(KeepingPage.Received.class, page, new ReceivedScreen(view, page), snapshot, view);
            case KeepingPage.Kept page -> shown(KeepingPage.Kept.class, page, new KeptScreen(view, page), snapshot, view);
            case PaperPage.Querying page -> shown(PaperPage.Querying.class, page, new QueryingScreen(view, page), snapshot, view);
            case PaperPage.Result page -> shown(PaperPage.Result.class, page, new ResultScreen(view, page), snapshot, view);
            case PaperPage.Printing page -> shown(PaperPage.Printing.class, page, new PrintingScreen(view, page), snapshot, view);
            case PaperPage.Trouble page -> shown(PaperPage.Trouble.class, page, new TroubleScreen(view, page), snapshot, view);
            case StaffPage.StaffSignIn page ->
                shown(StaffPage.StaffSignIn.class, page, new StaffSignInScreen(view, page), snapshot, view);
            case StaffPage.Maintenance page ->
                shown(StaffPage.Maintenance.class, page, new MaintenanceScreen(view, page), snapshot, view);
            case StaffPage.TestScan page -> shown(StaffPage.TestScan.class, page, new TestScanScreen(view, page), snapshot, view);
            case StaffPage.JudgeTestPage page ->
                shown(StaffPage.JudgeTestPage.class, page, new JudgeScreen(view), snapshot, view);
            case StaffPage.Led page -> shown(StaffPage.Led.class, page, new LedScreen(view, page), snapshot, view);
            case StaffPage.SetAside page ->
                shown(StaffPage.SetAside.class, page, new SetAsideScreen(view, page), snapshot, view);
            case StaffPage.Cells page -> shown(StaffPage.Cells.class, page, new CellsScreen(view, page), snapshot, view);
            case Page.Ended page -> shown(Page.Ended.class, page, new EndedScreen(view, page), snapshot, view);
        };
    }

    private static <P extends Page> Shown<P> shown(
            Class<P> kind, P page, Screen<P> screen, Snapshot snapshot, View view) {
        screen.show(page, snapshot);
        return new Shown<>(kind, screen, screen.structure(page), view.texts());
    }
}
