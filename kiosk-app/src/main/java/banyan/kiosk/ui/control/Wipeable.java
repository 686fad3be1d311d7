package banyan.kiosk.ui.control;

/** Something on a screen that holds what belongs to a citizen, beyond short texts. */
public interface Wipeable {
    /** Overwrites it. Nothing may be shown afterwards. */
    void wipe();
}
