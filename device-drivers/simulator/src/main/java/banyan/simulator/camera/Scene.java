package banyan.simulator.camera;

import java.util.Optional;

/**
 * What the camera looks at.
 *
 * @param page the sheet on the desk, if there is one
 * @param millimetres the length of its longer side
 * @param rotation how far it is turned from upright, in degrees, clockwise
 * @param cutOff whether its lower part lies beyond the picture's edge
 * @param covered whether a hand lies on it
 * @param blurred whether the camera is out of focus
 */
record Scene(
        Optional<Page> page,
        int millimetres,
        double rotation,
        boolean cutOff,
        boolean covered,
        boolean blurred,
        Desk desk,
        Light light) {
    static final int A4_MILLIMETRES = 297;
    static final double CARELESS_DEGREES = 2.2;

    enum Desk {
        DARK,
        WHITE
    }

    enum Light {
        /** A window on the left, and somebody standing in the light of the lower right corner. */
        SHADOW,
        EVEN
    }

    static Scene empty() {
        return new Scene(
                Optional.empty(), A4_MILLIMETRES, CARELESS_DEGREES, false, false, false, Desk.DARK, Light.SHADOW);
    }

    Scene withPage(Optional<Page> now) {
        return new Scene(now, millimetres, rotation, cutOff, covered, blurred, desk, light);
    }

    Scene withCovered(boolean now) {
        return new Scene(page, millimetres, rotation, cutOff, now, blurred, desk, light);
    }
}
