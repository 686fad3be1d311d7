/**
 * Native libraries in a process of their own. What a vendor's library does to its process, crash, hang or leak, it does to a small
 * child and not to the terminal: the child's end is the fault {@code <DEVICE>-CHILD-ENDED}, and it is started again as often as its
 * {@link banyan.wire.child.RestartBudget} allows; after that the device says {@code <DEVICE>-CHILD-KEEPS-ENDING} and somebody has
 * to come.
 *
 * <p>A driver puts all it does with the library into one {@link banyan.wire.child.ChildWork}: bytes in, bytes out, one request after
 * the other. Its wire holds a {@link banyan.wire.child.Worker} and asks it; the same work can run in a {@link
 * banyan.wire.child.ChildProcess} or, where a site wants so, on a {@link banyan.wire.child.ThreadWorker} of the terminal's own
 * process. Between the two processes go frames with a length that is bounded on both sides, over the child's standard input and
 * output: no file, no port. The end of its input is the child's end, so it never outlives the terminal, however that ends.
 */
@NullMarked
package banyan.wire.child;

import org.jspecify.annotations.NullMarked;
