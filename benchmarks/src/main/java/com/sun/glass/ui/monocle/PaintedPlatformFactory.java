package com.sun.glass.ui.monocle;

/** The toolkit's platform without a display, with a screen that says when it is painted: {@code -Dmonocle.platform=Painted}. */
final class PaintedPlatformFactory extends HeadlessPlatformFactory {
    @Override
    protected NativePlatform createNativePlatform() {
        return new HeadlessPlatform() {
            @Override
            protected NativeScreen createScreen() {
                return new PaintedScreen();
            }
        };
    }
}
