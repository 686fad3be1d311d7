package banyan.simulator.twin;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What became of an action. */
public sealed interface Answer {
    /** Done; the device now stands so. */
    record Done(ObjectNode state) implements Answer {}

    /** Nothing was done, because of these mistakes in the request. */
    record Refused(List<String> mistakes) implements Answer {
        public Refused {
            mistakes = List.copyOf(mistakes);
        }

        public Refused(String mistake) {
            this(List.of(mistake));
        }
    }

    /** There is no such device or action. */
    record NotFound(String what) implements Answer {}
}
