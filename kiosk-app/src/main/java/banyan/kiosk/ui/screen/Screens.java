package banyan.kiosk.ui.screen;

import banyan.kiosk.text.Texts;
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
import banyan.kiosk.ui.screen.filing.MaterialsScreen;
import banyan.kiosk.ui.screen.filing.ReceivedScreen;
import banyan.kiosk.ui.screen.filing.ReviewScreen;
import banyan.kiosk.ui.screen.filing.SigningScreen;
import banyan.kiosk.ui.screen.filing.SubmittingScreen;
import banyan.kiosk.ui.screen.identity.IdentifyScreen;
import banyan.kiosk.ui.screen.progress.AskProgressScreen;
import banyan.kiosk.ui.screen.progress.ProgressScreen;
import banyan.kiosk.ui.screen.upkeep.CellsScreen;
import banyan.kiosk.ui.screen.upkeep.JudgeScreen;
import banyan.kiosk.ui.screen.upkeep.LedScreen;
import banyan.kiosk.ui.screen.upkeep.MaintenanceScreen;
import banyan.kiosk.ui.screen.upkeep.StaffSignInScreen;
import banyan.kiosk.ui.screen.upkeep.TestScanScreen;
import banyan.kiosk.ui.screen.visit.AttractScreen;
import banyan.kiosk.ui.screen.visit.EndedScreen;
import banyan.kiosk.ui.screen.visit.ResumeScreen;
import banyan.kiosk.visit.Page;
import banyan.kiosk.visit.Snapshot;

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
            case Page.Resume page -> shown(Page.Resume.class, page, new ResumeScreen(view), snapshot, view);
            case Page.Guide page -> shown(Page.Guide.class, page, new GuideScreen(view, page), snapshot, view);
            case Page.Form page -> shown(Page.Form.class, page, new FormScreen(view, page), snapshot, view);
            case Page.BankCard page -> shown(Page.BankCard.class, page, new BankCardScreen(view, page), snapshot, view);
            case Page.AskProgress page ->
                shown(Page.AskProgress.class, page, new AskProgressScreen(view, page), snapshot, view);
            case Page.Progress page -> shown(Page.Progress.class, page, new ProgressScreen(view, page), snapshot, view);
            case Page.Materials page ->
                shown(Page.Materials.class, page, new MaterialsScreen(view, page), snapshot, view);
            case Page.Signing page -> shown(Page.Signing.class, page, new SigningScreen(view, page), snapshot, view);
            case Page.Fingerprint page ->
                shown(Page.Fingerprint.class, page, new FingerprintScreen(view, page), snapshot, view);
            case Page.Review page -> shown(Page.Review.class, page, new ReviewScreen(view, page), snapshot, view);
            case Page.Submitting page ->
                shown(Page.Submitting.class, page, new SubmittingScreen(view, page), snapshot, view);
            case Page.Deposit page -> shown(Page.Deposit.class, page, new DepositScreen(view, page), snapshot, view);
            case Page.Received page -> shown(Page.Received.class, page, new ReceivedScreen(view, page), snapshot, view);
            case Page.Kept page -> shown(Page.Kept.class, page, new KeptScreen(view, page), snapshot, view);
            case Page.Querying page -> shown(Page.Querying.class, page, new QueryingScreen(view, page), snapshot, view);
            case Page.Result page -> shown(Page.Result.class, page, new ResultScreen(view, page), snapshot, view);
            case Page.Printing page -> shown(Page.Printing.class, page, new PrintingScreen(view, page), snapshot, view);
            case Page.Trouble page -> shown(Page.Trouble.class, page, new TroubleScreen(view, page), snapshot, view);
            case Page.StaffSignIn page ->
                shown(Page.StaffSignIn.class, page, new StaffSignInScreen(view, page), snapshot, view);
            case Page.Maintenance page ->
                shown(Page.Maintenance.class, page, new MaintenanceScreen(view, page), snapshot, view);
            case Page.TestScan page -> shown(Page.TestScan.class, page, new TestScanScreen(view, page), snapshot, view);
            case Page.JudgeTestPage page ->
                shown(Page.JudgeTestPage.class, page, new JudgeScreen(view), snapshot, view);
            case Page.Led page -> shown(Page.Led.class, page, new LedScreen(view, page), snapshot, view);
            case Page.Cells page -> shown(Page.Cells.class, page, new CellsScreen(view, page), snapshot, view);
            case Page.Ended page -> shown(Page.Ended.class, page, new EndedScreen(view, page), snapshot, view);
        };
    }

    private static <P extends Page> Shown<P> shown(
            Class<P> kind, P page, Screen<P> screen, Snapshot snapshot, View view) {
        screen.show(page, snapshot);
        return new Shown<>(kind, screen, screen.structure(page), view.texts());
    }
}
