package banyan.driver.stu;

import banyan.device.DeviceThread;
import banyan.device.Fault;
import banyan.device.SignaturePad.Capture;
import banyan.device.SignaturePad.InkListener;
import banyan.device.SignaturePad.PenPoint;

/** The ink of one capture on its way to its listener. */
final class Ink implements Capture {
    private final InkListener listener;
    private final double aspect;
    private volatile boolean ended;
    private volatile boolean toBeCleared;

    Ink(InkListener listener, double aspect) {
        this.listener = listener;
        this.aspect = aspect;
    }

    boolean ended() {
        return ended;
    }

    /** Whether the display is to be cleared, said once. */
    boolean takeClearing() {
        boolean wanted = toBeCleared;
        toBeCleared = false;
        return wanted;
    }

    @Override
    public double aspect() {
        return aspect;
    }

    /** From any thread: the display is cleared with the next look at the pad. */
    @Override
    public void clear() {
        toBeCleared = true;
    }

    /** From any thread: no point that arrives later reaches the listener; the pad is stopped with the next look at it. */
    @Override
    public synchronized void close() {
        ended = true;
    }

    /** Under the same lock as the end: whoever has ended the capture has seen its last point. */
    synchronized void point(PenPoint point) {
        if (!ended) {
            DeviceThread.tell(() -> listener.point(point));
        }
    }

    void stop(Fault fault) {
        if (!ended) {
            ended = true;
            DeviceThread.tell(() -> listener.stopped(fault));
        }
    }
}
