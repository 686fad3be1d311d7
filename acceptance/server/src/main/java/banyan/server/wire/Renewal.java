package banyan.server.wire;

/** What became of a terminal's wish for another key. */
public enum Renewal {
    /** The new one is in force; the one before never again. */
    DONE,
    /** It was in force already. */
    DONE_BEFORE,
    /** The new one was replaced or revoked before. */
    SPENT,
    /** Not the one it names is in force. */
    OTHER
}
