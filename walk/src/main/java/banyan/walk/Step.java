package banyan.walk;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One line of a journey. */
sealed interface Step {
    /** Touch a node by its id or its visible text. */
    record Tap(String target) implements Step {}

    /** Enter text into a field with the keys on the screen: this one, or the letters of the code on the paper that came out last. */
    record Type(String field, Optional<String> text) implements Step {}

    /** Something done to a device's twin: the action and its JSON body, as the simulator documents them. */
    record Device(String id, String action, Map<String, Object> body) implements Step {}

    /** Something is held before the code scanner: this code, or the one on the paper that came out last. */
    record Hold(Optional<String> code) implements Step {}

    /** Sign on the pad or on the screen. */
    record Sign(Surface surface, List<List<double[]>> strokes) implements Step {
        /** Where the pen writes. */
        enum Surface {
            PAD,
            SCREEN
        }
    }

    /** What the line between terminal and centre is like from now on. */
    record Network(FaultProxy.Line line) implements Step {}

    /** The centre's form has changed since: what was filled in before is not taken as it is. Or it is as it was. */
    record Form(boolean changed) implements Step {}

    /** The terminal's process dies at once, without a word. */
    record Kill() implements Step {}

    /** The terminal is started again on the same disk. */
    record Restart() implements Step {}

    /** Something must be true of the screen before the time is over. */
    record Expect(Sight sight, Duration within) implements Step {}

    /** The clocks of terminal and centre jump forward. */
    record Clock(Duration forward) implements Step {}

    /** They jump to the morning of the next day that is worked, when halls are open. */
    record WorkedMorning() implements Step {}

    /** What becomes of the terminal's disk. */
    record Disk(Harm harm) implements Step {
        enum Harm {
            FULL,
            FREE,
            /** The terminal's own key cannot be read any more: nothing can be kept. */
            SPOILED,
            /** The key is there again. */
            MENDED
        }
    }

    /**
     * A release is laid down at the centre: the present packages with something else in one file.
     *
     * @param file of the catalogue
     * @param notice what is said to all who come, in both languages; empty for nothing
     * @param closes why the terminal is out of service; empty where it is not
     * @param after how long from now it is to be shown
     * @param altered whether somebody has changed it at the centre after it was signed
     */
    record Release(String file, String old, String now, String notice, String closes, Duration after, boolean altered) implements Step {}

    /**
     * A clerk at the centre does something to the case whose receipt came out last.
     *
     * @param deed as the console's page calls it, such as {@code ASK}
     * @param body what belongs to it
     */
    record Clerk(String deed, Map<String, Object> body) implements Step {}

    /** A named picture, besides the one after each step. */
    record Shot(String name) implements Step {}

    /** The steps of a named block. */
    record Do(String block) implements Step {}

    /**
     * What is to be seen.
     *
     * @param texts each visible somewhere
     * @param absent none visible anywhere
     * @param ids each node there and visible
     * @param page the page's name
     * @param event the terminal has written this event since something was last done
     */
    record Sight(
            List<String> texts,
            List<String> absent,
            List<String> ids,
            Optional<String> page,
            Optional<String> event) {}

    /** A step with its place, for messages. */
    record Line(String file, int number, String words, Step step) {}
}
