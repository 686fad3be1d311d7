package banyan.conformance;

import org.opentest4j.TestAbortedException;

/**
 * Thrown by a rig for what cannot be done at its far end, such as silence of hardware that nobody can silence. The row of the report
 * then says "not applicable" with this reason; a twin has no such excuse.
 */
public final class OutOfReach extends TestAbortedException {
    private static final long serialVersionUID = 1;

    /** The reason, for the report. */
    public OutOfReach(String reason) {
        super(reason);
    }
}
