package banyan.conformance;

/** A hand at a camera. */
public interface CameraRig extends Rig {
    /** Puts before it what it is there to see, which makes the middle of its picture lighter: a page on the tray, a person. */
    void show();

    /** Takes it away again. */
    void takeAway();

    /** From now on the live picture does not change any more, though it keeps coming. */
    void freeze();
}
