package banyan.kiosk.log;

import static banyan.kiosk.log.Key.CELL;
import static banyan.kiosk.log.Key.COUNT;
import static banyan.kiosk.log.Key.DEVICE;
import static banyan.kiosk.log.Key.FAULT;
import static banyan.kiosk.log.Key.ITEM;
import static banyan.kiosk.log.Key.MILLIS;
import static banyan.kiosk.log.Key.PAGES;
import static banyan.kiosk.log.Key.PLACE;
import static banyan.kiosk.log.Key.STAFF;
import static banyan.kiosk.log.Key.TRACE;

import java.util.Set;

/** Everything the terminal tells staff and fleet. The list in {@code docs/events.md} is made from this. */
public enum EventKind {
    TERMINAL_STARTED("The terminal's program has started.", MILLIS),
    TERMINAL_CLOSED("The terminal cannot keep anything and takes nothing; it looks again by itself.", FAULT),
    KEY_FOR_DEVELOPMENT("The device key stands in a file beside what it seals: whoever takes the disk has both. Said at every start."),
    TERMINAL_STOPPED("The terminal's program ends in good order."),
    CATALOGUE_LOADED("Service packages were loaded.", COUNT),
    PACKAGE_REFUSED("A service package was refused; the mistakes are on the console of whoever loads it.", COUNT),
    RELEASE_STORED("A release from the centre is here, whole and signed; it waits for its time. COUNT is its number.", COUNT),
    RELEASE_ACTIVE("A release is shown from now on; nobody was here when it was switched to. COUNT is its number.", COUNT),
    RELEASE_REFUSED("A release was not taken: not signed, altered, not newer, or the disk did not do. COUNT is its number.", COUNT, FAULT),
    RELEASE_ROLLED_BACK("A release did not work; the one before it is shown again. COUNT is its number.", COUNT, FAULT),
    RELEASE_DAMAGED("The copy of the release that was shown is damaged; the one before it is shown until it was fetched anew.", COUNT),
    DIRECTIVE_HEARD("The centre told this terminal to do something, and what came of it.", PLACE, FAULT),
    DEVICE_CHANGED("A device's state changed.", DEVICE, PLACE, FAULT),
    HOUSING_OPENED("The housing was opened or tampered with: an alarm. The visit ends and the screen is blank.", PLACE),
    HOUSING_CLOSED("The housing is closed again; visits can begin.", PLACE),
    KEYS_DESTROYED("The housing was forced, and the keys of what is kept were destroyed: the centre alone can open it. Call whoever carries it out."),
    KEYS_NOT_DESTROYED("The housing was forced, and the keys could not be destroyed: the centre has no copy of them, or the disk failed."),
    POWER_LOW("The battery will not last long; no new visit begins."),
    POWER_BACK("There is power enough again."),
    VISIT_BEGAN("Somebody began a visit."),
    VISIT_MOVED("The dialogue moved on.", PLACE),
    VISIT_ENDED("A visit ended, and why.", PLACE),
    VISIT_REFUSED("No visit can begin now.", FAULT),
    CARD_READ("A card was read and held good.", MILLIS),
    CARD_TROUBLE("A card did not do.", FAULT),
    BANK_CARD_READ("The number of a bank card was read.", MILLIS),
    BANK_CARD_TROUBLE("A bank card gave no number.", FAULT),
    CHIP_CARD_LEFT("A visitor is gone and a card is still in the chip card terminal: an alarm."),
    CHIP_CARD_TAKEN("The card that was left in the chip card terminal was taken out."),
    DECISION_TOLD("A citizen was told at the end of a request what its rules came to, or that a person decides, or that it was not heard in time.", PLACE),
    PROGRESS_TOLD("Somebody was told how a case stands, by the centre or by this terminal.", PLACE),
    PROGRESS_NOT_FOUND("Nobody was told how a case stands, and why not.", FAULT),
    SUPPLEMENT_BEGUN("Somebody begins to give what was asked for in a case."),
    APPOINTMENT_MADE("The centre said that an appointment is booked, changed, cancelled or checked in: which.", PLACE),
    APPOINTMENT_NOT_MADE("The centre did not say so, or did not say what there is.", FAULT),
    CASE_WITHDRAWN("A citizen took a case back, and the centre has said so."),
    CASE_NOT_WITHDRAWN("The centre did not say that a case was taken back as its citizen asked.", FAULT),
    CASES_TOLD("A citizen whose card was read was shown his cases, and how many.", COUNT),
    CASES_NOT_TOLD("A citizen was not shown his cases, and why not.", FAULT),
    RESULT_ISSUED("The centre issued the document of a decided case, to be printed here.", ITEM),
    RESULT_NOT_ISSUED("The document of a case was asked for and did not come.", FAULT),
    PAGE_SCANNED("A page was taken over.", ITEM, MILLIS),
    PAGE_REFUSED("A page was not taken over.", ITEM, FAULT),
    PILE_ENDED("A pile from the feeder ended, how, and how many pages of it were taken over.", ITEM, PAGES, PLACE, FAULT),
    SIGNATURE_REFUSED("The ink was not taken as a signature.", FAULT),
    SIGNED("A document was signed.", ITEM),
    FINGER_REFUSED("A fingertip's picture was not taken over.", FAULT),
    FINGER_GIVEN("A fingerprint's template was kept.", ITEM),
    FINGER_NOT_GIVEN("A citizen went on without a fingerprint.", ITEM, FAULT),
    SUBMISSION_KEPT("A submission is durable here.", ITEM),
    SUBMISSION_RECEIVED("The centre's signed receipt is stored.", ITEM, MILLIS),
    SUBMISSION_REFUSED("The centre refused a submission; staff must look.", ITEM, FAULT),
    CLERK_NAMED("The centre has named a clerk for a submission that it does not take as it is."),
    SUBMISSION_UNANSWERED("No receipt in time; the delivery goes on.", ITEM),
    CELL_OPENED("A cell of the cabinet was opened for a citizen's originals.", CELL),
    CELL_TROUBLE("A cell of the cabinet did not do what was asked.", CELL, FAULT),
    DEPOSIT_ENDED("What became of a cell that was opened for a citizen, and how sure that is.", CELL, PLACE),
    CELL_EMPTIED("Staff looked into a cell and emptied it: the custody log.", CELL, PLACE, STAFF),
    ENTRY_SENT_AGAIN("Staff sent again what the centre had not taken.", FAULT, STAFF),
    CENTRE_CHANGED("How the centre is reached has changed.", PLACE),
    JOURNAL_TROUBLE("The journal cannot keep anything now, or something is wrong with it.", FAULT),
    JOURNAL_EXAMINED("In the night the journal was looked over, and so many entries opened with their papers.", COUNT),
    JOURNAL_SALVAGED("A damaged journal was mended; so many lie aside. Staff must keep them.", COUNT),
    JOURNAL_CHAIN_BROKEN(
            "Somebody without its keys has changed the journal, in which way; so many rows are missing. Staff must look.",
            FAULT,
            COUNT),
    DAY_RECKONED("A day that is over was laid beside the centre's book; so many submissions were filed here.", COUNT),
    DAY_GAP("The two books of a day do not agree, in what and in how many; staff must look.", FAULT, COUNT),
    ENTRY_DAMAGED("So many entries, or papers of theirs, are not what was kept; staff must look.", COUNT),
    PRINT_BEGAN("A document was sent to the printer.", PAGES),
    PRINT_ENDED("A print job ended, and how.", PLACE, PAGES, FAULT),
    PRINT_FOUND("The printer said how a job of an earlier run had ended.", PAGES),
    RECEIPT_BEGAN("A receipt was sent to the receipt printer."),
    RECEIPT_ENDED("A receipt ended, and how.", PLACE, FAULT),
    PRINT_WAITS("The printer waits for somebody.", FAULT, PAGES),
    CERTIFICATE_ISSUED("The centre issued a certificate.", ITEM),
    CERTIFICATE_VOIDED("A certificate was voided.", ITEM),
    NAME_NOT_PRINTABLE("A document could not be drawn because a character has no glyph.", COUNT),
    HELP_ASKED("办不成事 was asked for.", TRACE, PLACE, FAULT),
    RATED("A case was rated.", COUNT),
    DRAFT_SAVED("The request as it now stands is durable here; a crash does not lose it.", MILLIS),
    DRAFT_KEPT("The draft of a crashed visit waits for its card."),
    DRAFT_REOPENED("The draft of a crashed visit was reopened."),
    DRAFT_DESTROYED("A draft was destroyed."),
    DRAFT_AT_CENTRE("The centre said under its signature that it keeps an unfinished form in its citizen's account.", ITEM),
    DRAFT_NOT_AT_CENTRE("It did not say so; the citizen was told, and asked again or cleared it.", FAULT),
    DRAFT_ON_PAPER("An unfinished form is durable here under a code, and the paper with the code is out.", ITEM),
    DRAFT_NOT_ON_PAPER("The paper is not surely out, or nothing could be kept; nothing is under the code.", FAULT),
    DRAFT_FOUND("The code of an unfinished form was held here, and the form was opened.", ITEM),
    DRAFT_TAKEN_UP("Somebody goes on here with a form from the account.", ITEM),
    WIPED("A visit's data were cleared.", COUNT),
    WIPE_FAILED("Something of a visit could not be cleared; staff must come.", PLACE),
    STAFF_REFUSED("Somebody was not let into the staff mode.", FAULT),
    UPKEEP_BEGAN("Staff took the terminal out of service.", STAFF),
    UPKEEP_ENDED("Staff left the terminal.", STAFF),
    UPKEEP_DONE("Staff were led through something and did it.", PLACE, STAFF),
    TEST_PAGE_JUDGED("Staff judged the test page.", PLACE, STAFF),
    REPORT_KEPT("A report of readiness was signed and is durable here.", PAGES),
    REPORT_RECEIVED("The centre has a report of readiness."),
    REPORT_REFUSED("The centre will not have a report of readiness; staff must look.", FAULT),
    TEST_SCAN_JUDGED("Staff judged the picture that a device took of the test page.", DEVICE, PLACE, STAFF),
    LEFT_BEHIND_FOUND("Staff found and put away what a visitor had left behind: the custody log.", PLACE, STAFF),
    BUG("Something happened that must not; the kind of exception and where.", PLACE, FAULT);

    private final String meaning;
    private final Set<Key> keys;

    EventKind(String meaning, Key... keys) {
        this.meaning = meaning;
        this.keys = Set.of(keys);
    }

    /** One sentence for the event list. */
    public String meaning() {
        return meaning;
    }

    /** The keys it may carry. */
    public Set<Key> keys() {
        return keys;
    }
}
