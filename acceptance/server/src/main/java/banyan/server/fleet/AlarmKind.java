package banyan.server.fleet;

/** What somebody must see to. Of each kind a terminal has one alarm at most that is open. */
public enum AlarmKind {
    /** Its housing was opened. */
    TAMPER,
    /** It cannot keep anything, or a device that it needs does not work. */
    DEVICE_DOWN,
    /** Nothing can be printed for want of paper. */
    PAPER_OUT,
    /** It was heard before and is not any more. */
    SILENCE,
    /** Far more than usual of what citizens ask for is refused. */
    REFUSALS
}
