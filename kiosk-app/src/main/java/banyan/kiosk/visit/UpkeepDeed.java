package banyan.kiosk.visit;

import banyan.cache.Journal;
import banyan.kiosk.upkeep.Guidance;
import java.util.List;

/** What is to be done while the terminal is in the hands of staff. */
public sealed interface UpkeepDeed {
    /** Could anybody be let in? */
    record AskDoor() implements UpkeepDeed {}

    /** Read the staff card. */
    record ReadCard() implements UpkeepDeed {}

    /** The PIN is now this. */
    record NotePin(String text) implements UpkeepDeed {
        @Override
        public String toString() {
            return "NotePin[]";
        }
    }

    /** Try card and PIN. */
    record TryEntry() implements UpkeepDeed {}

    /** Examine every device. */
    record Examine() implements UpkeepDeed {}

    /** Print the test page. */
    record PrintTest() implements UpkeepDeed {}

    /** A person has judged the test page. */
    record NoteJudgement(boolean good) implements UpkeepDeed {}

    /** Have the test page taken. */
    record TakeTrial(UpkeepPost.Trial.From from) implements UpkeepDeed {}

    /** A person has judged the picture of the test page. */
    record NoteTrial(UpkeepPost.Trial.From from, boolean good) implements UpkeepDeed {}

    /** Nobody looks at the picture any more. */
    record ForgetTrial() implements UpkeepDeed {}

    /** Make and print the report of readiness. */
    record Report() implements UpkeepDeed {}

    /** Something was seen to. */
    record NoteDone(Guidance what) implements UpkeepDeed {}

    /** Something was found that a visitor had left behind. */
    record NoteFound(Guidance.Left what) implements UpkeepDeed {}

    /** Open this cell, and say when it is closed again. */
    record OpenCell(int cell) implements UpkeepDeed {}

    /** Wait no longer for its door. */
    record LeaveCell() implements UpkeepDeed {}

    /** A cell was emptied. */
    record NoteEmptied(int cell, boolean found) implements UpkeepDeed {}

    /** Look what is set aside. */
    record LookAside() implements UpkeepDeed {}

    /** Send these again, and look anew. */
    record SendAgain(List<Journal.Stuck> which) implements UpkeepDeed {
        public SendAgain {
            which = List.copyOf(which);
        }
    }

    /** Is anything left to do? */
    record AskReadiness() implements UpkeepDeed {}

    /** Staff go: what was read of their card is forgotten. */
    record Leave() implements UpkeepDeed {}
}
