package banyan.simulator.scanner;

import java.util.Optional;

/**
 * A sheet of paper.
 *
 * @param front what is on its front
 * @param back what is on its back; empty: nothing
 */
record Sheet(Side front, Optional<Side> back) {
    /**
     * One side.
     *
     * @param label the fixture's name
     * @param file its picture
     */
    record Side(String label, byte[] file) {
        @Override
        public String toString() {
            return "Side[" + label + "]";
        }
    }
}
