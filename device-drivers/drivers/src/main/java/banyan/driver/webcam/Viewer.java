package banyan.driver.webcam;

import banyan.device.DeviceThread;
import banyan.device.DocumentCamera.Frame;
import banyan.device.DocumentCamera.FrameListener;
import banyan.device.DocumentCamera.LiveView;
import banyan.device.Fault;

/** Who watches the live picture, until it is ended by them or by a fault. */
final class Viewer implements LiveView {
    private final FrameListener listener;
    private volatile boolean ended;

    Viewer(FrameListener listener) {
        this.listener = listener;
    }

    boolean ended() {
        return ended;
    }

    void show(Frame frame) {
        if (!ended) {
            DeviceThread.tell(() -> listener.frame(frame));
        }
    }

    void stop(Fault fault) {
        if (!ended) {
            ended = true;
            DeviceThread.tell(() -> listener.stopped(fault));
        }
    }

    /** From any thread: no later frame reaches the listener; the camera is stopped with the next look at it. */
    @Override
    public void close() {
        ended = true;
    }
}
