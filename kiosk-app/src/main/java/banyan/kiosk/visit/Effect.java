package banyan.kiosk.visit;

import banyan.item.Language;

/** What is to be done. The flow only asks; the visit does it and reports by a {@link VisitEvent}. */
public sealed interface Effect {
    /** Look whether a new visit can be kept. */
    record Admit() implements Effect {}

    /** Begin to use a device. */
    record Use(Device device) implements Effect {}

    /** Stop using a device. */
    record Leave(Device device) implements Effect {}

    /** What a place uses for as long as it lasts. */
    enum Device {
        /** Look for a card on the reader. */
        CARD_WATCH,
        /** The document camera's live picture. */
        CAMERA,
        /** The scanner's feeder: draws in what lies in it, from beginning to end. */
        FEEDER,
        /** The signature pad. */
        PAD,
        /** The fingerprint pad. */
        FINGER,
        /** The terminal for chip cards: waits for a card, reads it, waits until it is taken out. */
        CHIP_CARD,
        /** The code scanner listens. */
        CODES,
        /** The cabinet: a cell is opened, and its door watched until it is closed. */
        CABINET
    }

    /** Look whether somebody may ask how a case stands, which keeps nothing. */
    record AdmitToAsk() implements Effect {}

    /** Ask how the case stands whose receipt was held or typed. */
    record AskProgress() implements Effect {}

    /** Ask the centre for the cases of the citizen whose card was read. */
    record AskCases() implements Effect {}

    /** Find the case that stands here in the list. */
    record OpenCase(int page, int which) implements Effect {}

    /** Find out whether the document of the case at hand can be printed here. */
    record Collect() implements Effect {}

    /** Ask for the draft whose code was typed. */
    record AskTypedDraft() implements Effect {}

    /** Tell the centre that the citizen takes the case back. */
    record Withdraw() implements Effect {}

    /** Make ready what is asked for in the case, to be given here; the answer is begins or not here. */
    record BeginSupplement() implements Effect {}

    /** Say once more how the case stands that was asked about. */
    record ShowCase() implements Effect {}
    /** Do this about an appointment. */
    record Appointment(AppointmentDeed deed) implements Effect {}

    /** What was found, held and typed about a case is not needed any more. */
    record ForgetProgress() implements Effect {}

    /** A field of a paper's number or code holds this now. */
    record WriteCode(ProgressPage.AskProgress.Entry entry, String text) implements Effect {
        @Override
        public String toString() {
            return "WriteCode[" + entry + "]";
        }
    }

    /** Say whether the card reader can be used now. */
    record AskReader() implements Effect {}

    /** Read the card and judge it. */
    record ReadCard() implements Effect {}

    /** Remember that the citizen agreed to the card being read, and to which words. */
    record NoteAgreement() implements Effect {}

    /** A card was left lying that nobody may read: the reader forgets that it has seen it. */
    record ForgetCard() implements Effect {}

    /** Ask the centre what it knows, for prefilling and conditions. */
    record AskFacts(String item) implements Effect {}

    /** Count the pages of a section's list. */
    record List(Page.Section section) implements Effect {}

    /** Find the item, and whether the citizen's name can stand on its papers. */
    record Open(String item) implements Effect {}

    /** Print the guide; the screen's state of it follows the print events. */
    record PrintGuide(String item) implements Effect {}

    /** Begin the item's filing, prefilled. */
    record BeginFiling(String item) implements Effect {}

    /** Open the crashed visit's draft again. */
    record Reopen() implements Effect {}

    /** Destroy the crashed visit's draft. */
    record DestroyRefuge() implements Effect {}

    /** Ask the centre what lies in the citizen's account. */
    record LookInAccount() implements Effect {}

    /** Have the centre keep this item's request in the citizen's account. */
    record KeepDraft(String item) implements Effect {}

    /** Say whether paper is the only way to keep this item's request now. */
    record LookForWays(String item) implements Effect {}

    /** Keep this item's request under a code, for the centre, and print the code. */
    record PrintDraft(String item) implements Effect {}

    /** The paper with the code is out. */
    record DraftPaperOut() implements Effect {}

    /** The paper is not surely out: nothing is kept under its code. */
    record AbandonDraft() implements Effect {}

    /** Look whether who only asked may go on to a visit, which keeps something. */
    record AdmitFurther() implements Effect {}

    /** Go on with what lies in the account. */
    record TakeUp() implements Effect {}

    /** Have the centre destroy what lies in the account. */
    record DropDraft() implements Effect {}

    /** Can this item be begun now? Nothing is told where it cannot: its guide says why. */
    record AskWhether(String item) implements Effect {}

    /** Keep the draft where a crash cannot take it, for ten minutes. */
    record SaveDraft(Plan plan, Plan.Spot spot) implements Effect {}

    /** Open the pad of a field with its value. */
    record Edit(String field) implements Effect {}

    /** The pad's text is now this. */
    record Write(String field, String text) implements Effect {
        @Override
        public String toString() {
            return "Write[" + field + "]";
        }
    }

    /** The field is done: check it. */
    record Commit(String field) implements Effect {}

    /** Take a choice. */
    record Choose(String field, String value) implements Effect {
        @Override
        public String toString() {
            return "Choose[" + field + "]";
        }
    }

    /** Does the group hold? */
    record CheckGroup(int stage, int group) implements Effect {}

    /** Is the document as it would be now the one that was signed? */
    record CheckSignature(int stage) implements Effect {}

    /** Take a still, develop it, store it. {@code forced}: the citizen pressed the button. */
    record TakeStill(int stage, int material, boolean forced) implements Effect {}

    /** Say whether there is a feeder, and whether it can be used now. */
    record AskFeeder() implements Effect {}

    /** Draw no further sheet in; what was drawn in is taken over. */
    record StopFeeding() implements Effect {}

    /** Drop a scanned page. */
    record DropPage(String material, int page) implements Effect {}

    /** The original of this material goes into the cabinet, or not. */
    record LeaveOriginal(int stage, String material, boolean yes) implements Effect {}

    /** Write down what became of the cell. */
    record EndDeposit(banyan.acceptance.Deposit.How how) implements Effect {}

    /** Choose the first material that is not complete. */
    record PickMaterial(int stage) implements Effect {}

    /** Are all papers there? */
    record CheckMaterials(int stage) implements Effect {}

    /** Draw the document to be signed, and begin without ink. */
    record DrawDocument(int stage) implements Effect {}

    /** Ink from the screen. */
    record Ink(Wish.Touched touch) implements Effect {}

    /** Clear the ink on screen, pad and document. */
    record ClearInk() implements Effect {}

    /** Are these strokes a signature? */
    record JudgeInk() implements Effect {}

    /** Put the signature on the document and make both papers of the submission. */
    record TakeSignature(int stage) implements Effect {}

    /** Go on without a finger; the request says so. */
    record WithoutFinger() implements Effect {}

    /** Go on with the finger that was given before. */
    record CheckFinger() implements Effect {}

    /** Seal the draft and give it to the journal; {@code stage} is where a crash before the seal goes on. */
    record Seal(int stage) implements Effect {}

    /** The draft has become a submission: forget it and its copy for crashes. */
    record ForgetFiling(String item) implements Effect {}

    /** Print the receipt, which the centre's receipt in store allows. */
    record PrintReceipt() implements Effect {}

    /** Print the slip of what is kept here. */
    record PrintSlip() implements Effect {}

    /** Ask the centre for the certificate, in place of an earlier one. */
    record Query(String item) implements Effect {}

    /** The certificate that came out badly does not hold any more. */
    record VoidCertificate() implements Effect {}

    /** Another period. */
    record Period(String value) implements Effect {}

    /** Print the certificate. */
    record PrintCertificate() implements Effect {}

    /** Stop what is being printed. */
    record StopPrinting() implements Effect {}

    /** What was printed is in the citizen's hand, as far as he says so. */
    record NoteTaken() implements Effect {}

    /** Forget the certificate and its pictures. */
    record ForgetCertificate() implements Effect {}

    /** Keep an evaluation for sending, with the reasons chosen. */
    record SendEvaluation(int level) implements Effect {}

    /** A reason was ticked or not. */
    record NoteReason(String code, boolean on) implements Effect {}

    /** Keep a 办不成事 for sending. */
    record Report() implements Effect {}

    /** Speak and print in this language. */
    record Speak(Language language) implements Effect {}

    /** Draw again what is shown of a certificate, in the language now chosen. */
    record DrawCertificate() implements Effect {}

    /** Something of the staff's own. */
    record Upkeep(UpkeepDeed deed) implements Effect {}

    /** Clear everything of this citizen and write the receipt of it. */
    record Wipe() implements Effect {}

    /** Nobody is here any more: language and counters begin anew. */
    record Reset() implements Effect {}
}
