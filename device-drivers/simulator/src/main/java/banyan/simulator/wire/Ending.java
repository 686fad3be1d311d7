package banyan.simulator.wire;

import org.jspecify.annotations.Nullable;

/** The end of a thread that has been told to stop, waited for even by one that is interrupted meanwhile. */
public final class Ending {
    private Ending() {}

    public static void await(@Nullable Thread thread) {
        boolean interrupted = false;
        while (thread != null && thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
