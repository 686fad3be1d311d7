package banyan.item;

/** Where else the same item can be done. */
public enum Channel {
    TERMINAL,
    WINDOW,
    WEB,
    PHONE
}
