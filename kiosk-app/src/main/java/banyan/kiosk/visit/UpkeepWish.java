package banyan.kiosk.visit;

import banyan.cache.Journal;
import banyan.kiosk.upkeep.Guidance;
import java.util.List;

/** What staff ask for. */
public sealed interface UpkeepWish {
    /** The staff mode. */
    record Open() implements UpkeepWish {}

    /** Out of it again. */
    record Leave() implements UpkeepWish {}

    /** The PIN is now this. */
    record Pin(String text) implements UpkeepWish {
        @Override
        public String toString() {
            return "Pin[]";
        }
    }

    /** The PIN is complete. */
    record Enter() implements UpkeepWish {}

    /** Examine every device. */
    record Examine() implements UpkeepWish {}

    /** Print the test page. */
    record PrintTest() implements UpkeepWish {}

    /** Try the camera or the scanner with the test page. */
    record TryScan() implements UpkeepWish {}

    /** Take the test page that lies there. */
    record TakeTrial(UpkeepPost.Trial.From from) implements UpkeepWish {}

    /** The test page is good, or not; or its picture. */
    record Judge(boolean good) implements UpkeepWish {}

    /** Print the report of readiness. */
    record Report() implements UpkeepWish {}

    /** Open the terminal for service. */
    record Serve() implements UpkeepWish {}

    /** Be led through this. */
    record Lead(Guidance through) implements UpkeepWish {}

    /** The cabinet's cells. */
    record ShowCells() implements UpkeepWish {}

    /** Open this cell to empty it. */
    record OpenCell(int cell) implements UpkeepWish {}

    /** It is empty now; something lay in it, or nothing. */
    record Emptied(boolean found) implements UpkeepWish {}

    /** What is set aside. */
    record ShowSetAside() implements UpkeepWish {}

    /** Send these again. */
    record SendAgain(List<Journal.Stuck> which) implements UpkeepWish {
        public SendAgain {
            which = List.copyOf(which);
        }
    }

    /** This was found. */
    record Found(Guidance.Left what) implements UpkeepWish {}
}
