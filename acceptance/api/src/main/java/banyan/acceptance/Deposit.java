package banyan.acceptance;

import java.time.Instant;
import java.util.List;

/**
 * What became of a cell of a terminal's document cabinet that was opened for one request. It goes under a name of its own; the first
 * stands. What lies in a cell was looked at by nobody: only whoever takes it out can say more.
 *
 * @param about the submission whose originals they are
 * @param cell its number, from 1
 * @param materials codes of the materials whose originals it was opened for
 * @param how how sure that is
 * @param at when it was opened, by the terminal's clock
 */
public record Deposit(SubmissionId about, int cell, List<String> materials, How how, Instant at) {
    /** No cabinet has more cells. */
    public static final int MOST_CELLS = 256;

    public Deposit {
        materials = List.copyOf(materials);
    }

    /** How sure it is that the originals lie there. */
    public enum How {
        /** The door was seen closed, and the citizen has said that they are in it. */
        DEPOSITED,
        /** The door was seen closed, and the citizen has said that nothing is in it. */
        EMPTY,
        /** Nobody has said so, or the door was not seen closed, or the power went: somebody must look. */
        UNCERTAIN
    }
}
