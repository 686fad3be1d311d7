package banyan.conformance;

/** A hand at a document camera. */
public interface CameraRig extends Rig {
    /** Lays a page on the desk. */
    void layPage();

    /** Takes it away. */
    void takePageAway();

    /** From now on the live picture does not change any more, though it keeps coming. */
    void freeze();
}
