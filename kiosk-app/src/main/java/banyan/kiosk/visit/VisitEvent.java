package banyan.kiosk.visit;

import banyan.device.DeviceKind;
import banyan.kiosk.identity.CardFlaw;
import java.util.Set;

/** What happens to a visit: what the citizen asks for, and what devices, papers, the store and the clock have to say. */
public sealed interface VisitEvent {
    /** The citizen asks for something. */
    record Asked(Wish wish) implements VisitEvent {}

    /** The state's patience has run out. */
    record TimeUp() implements VisitEvent {}

    /** Somebody may ask how a case stands. {@code scanner}: the code scanner works. */
    record AdmittedToAsk(boolean scanner) implements VisitEvent {}

    /** A receipt's code was held before the scanner. */
    record CodeHeld() implements VisitEvent {}

    /** What was held, typed or asked for leads to nothing. */
    record NoProgress(ProgressPage.AskProgress.Flaw why) implements VisitEvent {}

    /**
     * It is known how the case stands.
     *
     * @param leaves so many pages of a clerk's words there are to read
     * @param ways what whoever asks may do about the case
     */
    record ProgressHere(int leaves, Set<ProgressPage.Progress.Way> ways) implements VisitEvent {}

    /** What is asked for in the case can be given now, by this plan. */
    record SupplementBegins(Plan plan) implements VisitEvent {}

    /**
     * The case that was asked about is shown once more.
     *
     * @param scanner the code scanner works
     */
    record CaseShown(boolean scanner, int leaves, Set<ProgressPage.Progress.Way> ways) implements VisitEvent {}

    /** It cannot be given here any more. */
    record SupplementNotHere() implements VisitEvent {}

    /** The citizen's cases are here, on so many pages; 0 where there is none. */
    record CasesHere(int pages) implements VisitEvent {}

    /** They are not. */
    record NoCases(ProgressPage.Cases.Flaw why) implements VisitEvent {}

    /**
     * The document of a case is wanted and can be printed here.
     *
     * @param nameFits the font can write the citizen's name
     */
    record Collects(Plan plan, boolean nameFits) implements VisitEvent {}

    /** The centre says that the case is taken back. {@code leaves}: so many pages of a clerk's words there are to read. */
    record Withdrawn(int leaves) implements VisitEvent {}

    /** The centre does not say that it is. {@code late}: it says that it cannot be any more; else nobody knows. */
    record NotWithdrawn(boolean late) implements VisitEvent {}

    /** Something about an appointment. */
    record Appointed(AppointmentEvent event) implements VisitEvent {}

    /** A chip card is in; it is being read. */
    record ChipIn() implements VisitEvent {}

    /** The bank card's number stands in the field. */
    record ChipRead() implements VisitEvent {}

    /** The card gave no number. */
    record ChipFailed(FilingPage.BankCard.Flaw why) implements VisitEvent {}

    /** No chip card is in any more. */
    record ChipOut() implements VisitEvent {}

    /** A new visit may begin: there is room to keep what it will submit. */
    record Admitted() implements VisitEvent {}

    /** No new visit now, for this reason. */
    record NotAdmitted(PaperPage.TroubleKind why) implements VisitEvent {}

    /** No visit can begin while the terminal is closed; the page says so already. */
    record NotNow() implements VisitEvent {}

    /** The housing was opened, or somebody tampered with it: what a citizen began ends at once. */
    record HousingOpened() implements VisitEvent {}

    /** Whoever was here has been gone for a while, by the presence sensor. */
    record NobodyNear() implements VisitEvent {}

    /** A card lies on the reader, or none does any more. */
    record CardLies(boolean lies) implements VisitEvent {}

    /** The card was read and holds. {@code draft}: a crashed visit of the same card left a draft. */
    record Identified(boolean draft) implements VisitEvent {}

    /** The card did not do. */
    record CardRefused(CardFlaw why) implements VisitEvent {}

    /** A device is usable now, or not. */
    record DeviceUsable(DeviceKind kind, boolean usable) implements VisitEvent {}

    /** The section's list has so many pages. */
    record Listed(Page.Section section, int pages) implements VisitEvent {}

    /**
     * The item was opened.
     *
     * @param nameFits the font can write the citizen's name, or no paper of this item carries it
     * @param available it can be begun now
     */
    record Opened(Plan plan, boolean nameFits, boolean available) implements VisitEvent {}

    /** The item whose guide is shown can be begun now. */
    record MayBegin() implements VisitEvent {}

    /** The centre has said under its signature that it keeps the draft. */
    record DraftKept() implements VisitEvent {}

    /** It has not said so. */
    record DraftNotKept() implements VisitEvent {}

    /** The draft of the code that was held is here and open. */
    record DraftHere() implements VisitEvent {}

    /** The centre cannot be reached, and a paper can be printed. */
    record PaperAlone() implements VisitEvent {}

    /** The draft of a crashed visit is open again, at this spot. */
    record Reopened(Plan plan, Plan.Spot spot) implements VisitEvent {}

    /** That draft is gone. */
    record NotReopened() implements VisitEvent {}

    /** The group holds. */
    record GroupGood() implements VisitEvent {}

    /** The group does not hold; the first field with a problem, if it is entered on a pad. */
    record GroupBad(java.util.Optional<String> field) implements VisitEvent {}

    /** The document as it would be now is the one that was signed. */
    record SignatureHolds() implements VisitEvent {}

    /** Nothing was signed, or the document has changed since. */
    record SignatureStale() implements VisitEvent {}

    /** The live picture comes. */
    record CameraLive() implements VisitEvent {}

    /** The camera is gone. */
    record CameraGone() implements VisitEvent {}

    /** A page has lain well and still for long enough. */
    record PageSteady() implements VisitEvent {}

    /** A page was taken and is stored; the material to scan next. */
    record PageTaken(int next) implements VisitEvent {}

    /** The still was not taken over; the screen says why. */
    record PageRefused() implements VisitEvent {}

    /** There is a feeder, and it can be used now or not. */
    record FeederStands(boolean usable) implements VisitEvent {}

    /** So many pages of the pile are durable here. */
    record PageFed(int pages) implements VisitEvent {}

    /**
     * The pile has ended.
     *
     * @param next the material to scan next
     * @param usable whether another can be put in now
     */
    record FeedEnded(ScanningPage.Materials.FeedEnd how, int next, boolean usable) implements VisitEvent {}

    /** Pages could not be written to the disk. */
    record PageNotKept(PaperPage.TroubleKind why) implements VisitEvent {}

    /** The material to scan next. */
    record MaterialPicked(int which) implements VisitEvent {}

    /** All papers that are needed are there. */
    record MaterialsGood() implements VisitEvent {}

    /** A paper is missing: this one. */
    record MaterialsMissing(int which) implements VisitEvent {}

    /** The document to sign is drawn. */
    record DocumentDrawn(int pages) implements VisitEvent {}

    /** Ink comes from the pad now, or from the screen. */
    record InkFrom(FilingPage.Signing.PadState pad) implements VisitEvent {}

    /** These strokes are a signature. */
    record InkGood() implements VisitEvent {}

    /** These strokes are none. */
    record InkPoor(FilingPage.Signing.InkTrouble why) implements VisitEvent {}

    /** The signature stands on the document. */
    record Signed() implements VisitEvent {}

    /** The picture of a finger is good; another is wanted. */
    record FingerHeld() implements VisitEvent {}

    /** A picture of a finger was not taken over, or none came. */
    record FingerPoor(FilingPage.Fingerprint.Flaw why) implements VisitEvent {}

    /** No finger lies there any more. */
    record FingerLifted() implements VisitEvent {}

    /** Both pictures are of one finger. */
    record FingerMatched() implements VisitEvent {}

    /** The template, or the word that none was given, is kept. */
    record FingerKept() implements VisitEvent {}

    /** The submission is sealed: named, hashed, and no longer to be changed. */
    record Sealed() implements VisitEvent {}

    /** The journal has answered after its fsync. */
    record Appended() implements VisitEvent {}

    /** The journal could not take it; nothing of it is kept. */
    record NotAppended(PaperPage.TroubleKind why) implements VisitEvent {}

    /** Originals of what is just being kept go into the cabinet. */
    record OriginalsWait() implements VisitEvent {}

    /** The door of the cell is seen open. */
    record DoorOpened() implements VisitEvent {}

    /** It is seen closed again. */
    record DoorClosed() implements VisitEvent {}

    /** The cabinet, or the book of its cells, did not do what was asked. */
    record CellFailed(KeepingPage.Deposit.Flaw why) implements VisitEvent {}

    /** What became of the cell is written down. */
    record DepositEnded() implements VisitEvent {}

    /** Every paper of the submission is at the centre. */
    record PapersAtCentre() implements VisitEvent {}

    /** The centre's receipt has been verified and is in store. */
    record ReceiptHeld() implements VisitEvent {}

    /** The centre will not take this submission as it is. */
    record CentreRefused() implements VisitEvent {}

    /** The certificate is here and drawn. */
    record CertificateHere(int pages) implements VisitEvent {}

    /** The certificate did not come. */
    record CertificateFailed(PaperPage.TroubleKind why) implements VisitEvent {}

    /** A document of so many pages is on its way to the printer. */
    record PrintBegun(int pages) implements VisitEvent {}

    /** The printer has the whole document. */
    record PrintTaken() implements VisitEvent {}

    /** So many pages of the job have come out. */
    record PagesOut(int pages) implements VisitEvent {}

    /** The printer waits for somebody; the job is not lost. */
    record PrintWaits(PaperPage.TroubleKind why, int pagesOut) implements VisitEvent {}

    /** It goes on. */
    record PrintGoesOn(int pagesOut) implements VisitEvent {}

    /** All pages are out. */
    record Printed() implements VisitEvent {}

    /** Stopped after so many pages. */
    record PrintStopped(int pagesOut) implements VisitEvent {}

    /** It will not be printed; so many pages are known to have come out. */
    record PrintBroken(PaperPage.TroubleKind why, int pagesOut) implements VisitEvent {}

    /** Nobody can tell how many pages came out. */
    record PrintUncertain(int atLeast) implements VisitEvent {}

    /** 办不成事 is durable here, or could not be kept. */
    record Reported(boolean kept) implements VisitEvent {}

    /** The outbox has the evaluation, or could not keep it. Only then is anybody thanked. */
    record EvaluationKept(boolean kept) implements VisitEvent {}

    /** Something of the staff's own. */
    record Upkept(UpkeepEvent event) implements VisitEvent {}

    /** Nothing of the citizen is left but what was sealed; the wipe receipt is there. */
    record Wiped() implements VisitEvent {}
}
