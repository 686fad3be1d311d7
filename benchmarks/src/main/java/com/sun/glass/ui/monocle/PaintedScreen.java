package com.sun.glass.ui.monocle;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicReference;

/** A screen in memory that tells of every frame, at the moment at which its pixels are there. */
public final class PaintedScreen extends HeadlessScreen {
    private static final AtomicReference<Onlooker> ONLOOKER = new AtomicReference<>((_, _) -> {});

    /** Is told of frames, on the JavaFX thread. */
    @FunctionalInterface
    public interface Onlooker {
        /**
         * A frame is there.
         *
         * @param nanos {@link System#nanoTime()} of the moment
         * @param pixels the whole screen, four bytes each, line after line; valid only now
         */
        void painted(long nanos, ByteBuffer pixels);
    }

    /** From now on this one is told. */
    public static void tell(Onlooker onlooker) {
        ONLOOKER.set(onlooker);
    }

    @Override
    public void uploadPixels(Buffer pixels, int x, int y, int width, int height, float alpha) {
        super.uploadPixels(pixels, x, y, width, height, alpha);
        ONLOOKER.get().painted(System.nanoTime(), getScreenCapture());
    }
}
