package banyan.wire.child;

/**
 * What a driver does with a native library: a public class with a public constructor without arguments. All calls come from one
 * thread, one after the other. It may hang or bring its process down: that is what it is kept apart for.
 */
@FunctionalInterface
public interface ChildWork {
    /** The largest request and the largest answer, in bytes. */
    int MOST = 64 * 1024;

    /**
     * Does one thing. What may go wrong is part of the answer; an exception is a defect and ends the child.
     *
     * @param request never kept: it is overwritten afterwards
     * @return never kept either
     */
    byte[] answer(byte[] request);
}
