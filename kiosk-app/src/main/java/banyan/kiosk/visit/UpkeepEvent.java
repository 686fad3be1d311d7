package banyan.kiosk.visit;

/** What happens while the terminal is in the hands of staff. */
public sealed interface UpkeepEvent {
    /** This site has named nobody who may come in. */
    record NobodyNamed() implements UpkeepEvent {}

    /** A card was read and is held until its PIN is there. */
    record CardHeld() implements UpkeepEvent {}

    /** The card could not be read. */
    record CardNotHeld() implements UpkeepEvent {}

    /** Card and PIN belong to somebody on the roster. */
    record Recognised() implements UpkeepEvent {}

    /** They do not, or nobody may try now. */
    record NotRecognised(UpkeepPost.Flaw why) implements UpkeepEvent {}

    /** Every device has answered or has not. */
    record Examined() implements UpkeepEvent {}

    /** There is a picture of the test page. */
    record TrialTaken() implements UpkeepEvent {}

    /** There is none. */
    record TrialFailed() implements UpkeepEvent {}

    /** The report is on paper, or is not. */
    record Reported(boolean printed) implements UpkeepEvent {}

    /** The cell's door is open. */
    record CellOpened() implements UpkeepEvent {}

    /** It is closed again. */
    record CellClosed() implements UpkeepEvent {}

    /** It is written down that it was emptied. */
    record CellNoted() implements UpkeepEvent {}

    /** The cabinet, or the book, did not do what was asked. */
    record CellFailed() implements UpkeepEvent {}

    /** It is known what is set aside. */
    record AsideSeen() implements UpkeepEvent {}

    /** Whether all that was to go again goes. */
    record AsideSent(boolean all) implements UpkeepEvent {}

    /** Whether nothing is left to do, so that service may begin. */
    record MayServe(boolean may) implements UpkeepEvent {}
}
