package com.example.inkline;

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

    Ink(InkListener listener, double aspect) {
        this.listener = listener;
        this.aspect = aspect;
    }

    @Override
    public double aspect() {
        return aspect;
    }

    @Override
    public void clear() {
        // This pad has no display of its own.
    }

    /** From any thread; under the same lock as each point, so that whoever has closed it has seen its last. */
    @Override
    public synchronized void close() {
        ended = true;
    }

    boolean ended() {
        return ended;
    }

    synchronized void point(PenPoint point) {
        if (!ended) {
            DeviceThread.tell(() -> listener.point(point));
        }
    }

    void stopped(Fault fault) {
        if (!ended) {
            ended = true;
            DeviceThread.tell(() -> listener.stopped(fault));
        }
    }
}
