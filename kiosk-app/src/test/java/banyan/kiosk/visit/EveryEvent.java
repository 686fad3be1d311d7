package banyan.kiosk.visit;

import banyan.device.DeviceKind;
import banyan.item.Language;
import banyan.kiosk.identity.CardFlaw;
import banyan.kiosk.upkeep.Guidance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Small items and every event that can happen to a visit with them. */
final class EveryEvent {
    static final Plan DECLARATION = new Plan(
            "subsidy",
            true,
            List.of(
                    new Plan.Stage.Passed(),
                    new Plan.Stage.Form(2),
                    new Plan.Stage.Materials(List.of("proof", "account")),
                    new Plan.Stage.Sign(),
                    new Plan.Stage.Review(),
                    new Plan.Stage.Submit(),
                    new Plan.Stage.Print()));

    /** What is asked for in a case, as short as it can be: its steps are those of any request. */
    static final Plan ASKED = new Plan(
            "declaration-supplement",
            true,
            List.of(
                    new Plan.Stage.Passed(),
                    new Plan.Stage.Form(1),
                    new Plan.Stage.Review(),
                    new Plan.Stage.Submit(),
                    new Plan.Stage.Print()));

    static final Plan QUERY = new Plan("certificate", false, List.of(new Plan.Stage.Passed(), new Plan.Stage.Print()));

    static final Plan SHORT = new Plan(
            "notice",
            true,
            List.of(
                    new Plan.Stage.Passed(),
                    new Plan.Stage.Form(1),
                    new Plan.Stage.Fingerprint(),
                    new Plan.Stage.Review(),
                    new Plan.Stage.Submit()));

    static final Plan RESULT = new Plan("notice", false, List.of(new Plan.Stage.Collect()));

    private EveryEvent() {}

    /** Every event of a terminal that has these items, of which the first can be a crashed visit's. */
    static List<VisitEvent> with(Plan... plans) {
        var events = all();
        for (var plan : plans) {
            events.add(new VisitEvent.Asked(new Wish.OpenItem(plan.item())));
            for (boolean nameFits : new boolean[] {true, false}) {
                events.add(new VisitEvent.Opened(plan, nameFits, true));
                events.add(new VisitEvent.Opened(plan, nameFits, false));
            }
        }
        plans[0].targets().forEach(spot -> events.add(new VisitEvent.Reopened(plans[0], spot)));
        return events;
    }

    /** The same, and what can happen to the cases of whoever was recognised: beside one item, for they are reached from everywhere. */
    static List<VisitEvent> withCases(Plan plan) {
        var events = with(plan);
        for (Wish wish : List.of(new Wish.MyCases(), new Wish.OpenCase(1), new Wish.Collect())) {
            events.add(new VisitEvent.Asked(wish));
        }
        events.addAll(List.of(
                new VisitEvent.SupplementBegins(ASKED),
                new VisitEvent.SupplementNotHere(),
                new VisitEvent.CaseShown(true, 1, Set.of(ProgressPage.Progress.Way.values())),
                new VisitEvent.Collects(RESULT, true),
                new VisitEvent.Collects(RESULT, false),
                new VisitEvent.CasesHere(2),
                new VisitEvent.CasesHere(0),
                new VisitEvent.NoCases(ProgressPage.Cases.Flaw.OFFLINE),
                new VisitEvent.NoCases(ProgressPage.Cases.Flaw.TOO_MANY)));
        return events;
    }

    private static List<VisitEvent> all() {
        var events = new ArrayList<VisitEvent>();
        wishes().forEach(wish -> events.add(new VisitEvent.Asked(wish)));
        for (var kind : DeviceKind.values()) {
            events.add(new VisitEvent.DeviceUsable(kind, true));
            events.add(new VisitEvent.DeviceUsable(kind, false));
        }
        events.add(new VisitEvent.HousingOpened());
        events.add(new VisitEvent.NobodyNear());
        events.add(new VisitEvent.NotNow());
        for (var trouble : CardFlaw.values()) {
            events.add(new VisitEvent.CardRefused(trouble));
        }
        for (var trouble : List.of(
                PaperPage.TroubleKind.STORE_FULL,
                PaperPage.TroubleKind.STORE_BROKEN,
                PaperPage.TroubleKind.PAPERS_TOO_LARGE)) {
            events.add(new VisitEvent.NotAdmitted(trouble));
            events.add(new VisitEvent.PageNotKept(trouble));
            events.add(new VisitEvent.NotAppended(trouble));
        }
        for (var trouble : List.of(
                PaperPage.TroubleKind.NETWORK_DOWN,
                PaperPage.TroubleKind.CENTRE_REFUSED,
                PaperPage.TroubleKind.RESULT_TAKEN)) {
            events.add(new VisitEvent.CertificateFailed(trouble));
        }
        for (var trouble : List.of(PaperPage.TroubleKind.PAPER_OUT, PaperPage.TroubleKind.PRINTER_GONE)) {
            for (int out = 0; out <= 1; out++) {
                events.add(new VisitEvent.PrintWaits(trouble, out));
                events.add(new VisitEvent.PrintBroken(trouble, out));
            }
        }
        for (int count = 0; count <= 2; count++) {
            events.add(new VisitEvent.PagesOut(count));
            events.add(new VisitEvent.PrintGoesOn(count));
            events.add(new VisitEvent.PrintStopped(count));
            events.add(new VisitEvent.PrintUncertain(count));
        }
        events.add(new VisitEvent.DocumentDrawn(2));
        events.add(new VisitEvent.CertificateHere(2));
        for (int which = 0; which <= 1; which++) {
            events.add(new VisitEvent.PageTaken(which));
            events.add(new VisitEvent.PageFed(which + 1));
            events.add(new VisitEvent.FeedEnded(ScanningPage.Materials.FeedEnd.DONE, which, true));
            events.add(new VisitEvent.MaterialPicked(which));
            events.add(new VisitEvent.MaterialsMissing(which));
        }
        for (boolean truth : new boolean[] {true, false}) {
            events.add(new VisitEvent.CardLies(truth));
            events.add(new VisitEvent.AdmittedToAsk(truth));
            events.add(new VisitEvent.FeederStands(truth));
            events.add(new VisitEvent.FeedEnded(ScanningPage.Materials.FeedEnd.JAM, 0, truth));
            events.add(new VisitEvent.Identified(truth));
            events.add(new VisitEvent.Reported(truth));
            events.add(new VisitEvent.EvaluationKept(truth));
        }
        for (var section : Page.Section.values()) {
            events.add(new VisitEvent.Listed(section, section == Page.Section.DECLARATION ? 2 : 1));
        }
        for (var poor : FilingPage.Signing.InkTrouble.values()) {
            events.add(new VisitEvent.InkPoor(poor));
        }
        for (var pad : FilingPage.Signing.PadState.values()) {
            events.add(new VisitEvent.InkFrom(pad));
        }
        for (var flaw : FilingPage.Fingerprint.Flaw.values()) {
            events.add(new VisitEvent.FingerPoor(flaw));
        }
        for (var flaw : FilingPage.BankCard.Flaw.values()) {
            events.add(new VisitEvent.ChipFailed(flaw));
        }
        for (var flaw : ProgressPage.AskProgress.Flaw.values()) {
            events.add(new VisitEvent.NoProgress(flaw));
        }
        for (var flaw : KeepingPage.Deposit.Flaw.values()) {
            events.add(new VisitEvent.CellFailed(flaw));
        }
        for (UpkeepEvent event : List.of(
                new UpkeepEvent.NobodyNamed(),
                new UpkeepEvent.CellOpened(),
                new UpkeepEvent.CellClosed(),
                new UpkeepEvent.CellNoted(),
                new UpkeepEvent.CellFailed(),
                new UpkeepEvent.CardHeld(),
                new UpkeepEvent.CardNotHeld(),
                new UpkeepEvent.Recognised(),
                new UpkeepEvent.NotRecognised(UpkeepPost.Flaw.NOT_RECOGNISED),
                new UpkeepEvent.Examined(),
                new UpkeepEvent.Reported(true),
                new UpkeepEvent.TrialTaken(),
                new UpkeepEvent.TrialFailed(),
                new UpkeepEvent.MayServe(true),
                new UpkeepEvent.MayServe(false))) {
            events.add(new VisitEvent.Upkept(event));
        }
        events.addAll(List.of(
                new VisitEvent.TimeUp(),
                new VisitEvent.Admitted(),
                new VisitEvent.MayBegin(),
                new VisitEvent.NotReopened(),
                new VisitEvent.DraftKept(),
                new VisitEvent.DraftNotKept(),
                new VisitEvent.PaperAlone(),
                new VisitEvent.DraftHere(),
                new VisitEvent.GroupGood(),
                new VisitEvent.GroupBad(Optional.empty()),
                new VisitEvent.GroupBad(Optional.of("phone")),
                new VisitEvent.SignatureHolds(),
                new VisitEvent.SignatureStale(),
                new VisitEvent.CameraLive(),
                new VisitEvent.CameraGone(),
                new VisitEvent.PageSteady(),
                new VisitEvent.PageRefused(),
                new VisitEvent.MaterialsGood(),
                new VisitEvent.InkGood(),
                new VisitEvent.Signed(),
                new VisitEvent.ChipIn(),
                new VisitEvent.ChipRead(),
                new VisitEvent.ChipOut(),
                new VisitEvent.CodeHeld(),
                new VisitEvent.ProgressHere(0, Set.of()),
                new VisitEvent.ProgressHere(2, Set.of(ProgressPage.Progress.Way.values())),
                new VisitEvent.Withdrawn(0),
                new VisitEvent.Appointed(new AppointmentEvent.Found(true)),
                new VisitEvent.Appointed(new AppointmentEvent.Found(false)),
                new VisitEvent.Appointed(new AppointmentEvent.TimesHere()),
                new VisitEvent.Appointed(new AppointmentEvent.Away()),
                new VisitEvent.Appointed(new AppointmentEvent.Picked()),
                new VisitEvent.Appointed(new AppointmentEvent.Done()),
                new VisitEvent.Appointed(new AppointmentEvent.Unanswered()),
                new VisitEvent.Appointed(new AppointmentEvent.Refused()),
                new VisitEvent.NotWithdrawn(true),
                new VisitEvent.NotWithdrawn(false),
                new VisitEvent.FingerHeld(),
                new VisitEvent.FingerLifted(),
                new VisitEvent.FingerMatched(),
                new VisitEvent.FingerKept(),
                new VisitEvent.Sealed(),
                new VisitEvent.OriginalsWait(),
                new VisitEvent.DoorOpened(),
                new VisitEvent.DoorClosed(),
                new VisitEvent.DepositEnded(),
                new VisitEvent.Appended(),
                new VisitEvent.PapersAtCentre(),
                new VisitEvent.ReceiptHeld(),
                new VisitEvent.CentreRefused(),
                new VisitEvent.PrintBegun(2),
                new VisitEvent.PrintTaken(),
                new VisitEvent.Printed(),
                new VisitEvent.Wiped()));
        return events;
    }

    private static List<Wish> wishes() {
        var wishes = new ArrayList<Wish>(List.of(
                new Wish.Here(),
                new Wish.Start(),
                new Wish.Agree(),
                new Wish.Back(),
                new Wish.GoHome(),
                new Wish.End(),
                new Wish.EndForSure(),
                new Wish.Later(),
                new Wish.KeepDraft(),
                new Wish.LaterBy(KeepingPage.Later.Way.ACCOUNT),
                new Wish.LaterBy(KeepingPage.Later.Way.PAPER),
                new Wish.TakeUp(),
                new Wish.Stay(),
                new Wish.Slow(),
                new Wish.ShowLanguages(),
                new Wish.ShowConsentText(),
                new Wish.ReadNews(),
                new Wish.TurnPage(1),
                new Wish.TurnPage(-1),
                new Wish.Begin(),
                new Wish.PrintGuide(),
                new Wish.ResumeDraft(true),
                new Wish.ResumeDraft(false),
                new Wish.Edit("phone"),
                new Wish.Type("phone", "1"),
                new Wish.Choose("kind", "shop"),
                new Wish.DoneEditing(),
                new Wish.InsertCard("phone"),
                new Wish.CheckProgress(),
                new Wish.Withdraw(),
                new Wish.Supplement(),
                new Wish.Appointments(),
                new Wish.Appoint(AppointmentPage.Deed.BOOK),
                new Wish.Appoint(AppointmentPage.Deed.CHANGE),
                new Wish.Appoint(AppointmentPage.Deed.CANCEL),
                new Wish.Appoint(AppointmentPage.Deed.CHECK_IN),
                new Wish.Choose("appointment", "1"),
                new Wish.AskByKeys(true),
                new Wish.AskByKeys(false),
                new Wish.Edit("code"),
                new Wish.Edit("draft"),
                new Wish.Type("draft", "0"),
                new Wish.Next(),
                new Wish.Shoot(),
                new Wish.Feed(),
                new Wish.StopFeeding(),
                new Wish.SelectMaterial("account"),
                new Wish.SelectMaterial("unheard-of"),
                new Wish.DropPage("proof", 0),
                new Wish.LeaveOriginal("proof", true),
                new Wish.LeaveOriginal("proof", false),
                new Wish.OpenCell(),
                new Wish.Deposited(true),
                new Wish.Deposited(false),
                new Wish.LookAtDoor(),
                new Wish.WithoutDeposit(),
                new Wish.Touched(0.5f, 0.5f, 0.5f, true),
                new Wish.ClearInk(),
                new Wish.UseSignature(),
                new Wish.WithoutFinger(),
                new Wish.TurnDocument(1),
                new Wish.ZoomIn(),
                new Wish.Tick(true),
                new Wish.Tick(false),
                new Wish.Submit(),
                new Wish.ChoosePeriod("12"),
                new Wish.Print(),
                new Wish.StopPrinting(),
                new Wish.Taken(),
                new Wish.Misprinted(),
                new Wish.PrintAgain(),
                new Wish.CannotDo(),
                new Wish.Reason("slow", true),
                new Wish.GiveReasons(),
                new Wish.Another()));
        for (UpkeepWish wish : List.of(
                new UpkeepWish.Open(),
                new UpkeepWish.Leave(),
                new UpkeepWish.Pin("1"),
                new UpkeepWish.Enter(),
                new UpkeepWish.Examine(),
                new UpkeepWish.PrintTest(),
                new UpkeepWish.Judge(true),
                new UpkeepWish.Judge(false),
                new UpkeepWish.Report(),
                new UpkeepWish.TryScan(),
                new UpkeepWish.TakeTrial(UpkeepPost.Trial.From.CAMERA),
                new UpkeepWish.Serve(),
                new UpkeepWish.Lead(Guidance.CHANGE_PAPER),
                new UpkeepWish.Lead(Guidance.LEFT_BEHIND),
                new UpkeepWish.ShowSetAside(),
                new UpkeepWish.SendAgain(List.of(new banyan.cache.Journal.Stuck(
                        java.util.Optional.empty(), "0137-8K42", java.time.Instant.EPOCH, "ANSWERS-INVALID"))),
                new UpkeepWish.ShowCells(),
                new UpkeepWish.OpenCell(1),
                new UpkeepWish.Emptied(true),
                new UpkeepWish.Found(Guidance.Left.CARD))) {
            wishes.add(new Wish.OfStaff(wish));
        }
        for (int number = -1; number <= DECLARATION.targets().size(); number++) {
            wishes.add(new Wish.Change(number));
        }
        for (var section : Page.Section.values()) {
            wishes.add(new Wish.OpenSection(section));
        }
        for (var language : Language.values()) {
            wishes.add(new Wish.Speak(language));
        }
        for (var way : PaperPage.WayOn.values()) {
            wishes.add(new Wish.Take(way));
        }
        for (int level = 0; level <= 6; level++) {
            wishes.add(new Wish.Rate(level));
        }
        return wishes;
    }
}
