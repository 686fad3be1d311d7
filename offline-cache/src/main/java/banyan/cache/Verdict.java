package banyan.cache;

/** What an answer means for the entry that was sent, and for those behind it. */
enum Verdict {
    /** The centre says that it has it; what it must prove by a receipt is looked at besides. */
    TAKEN,
    /** The centre has the payload and lacks papers, which it names. */
    LACKING,
    /** What went before has been lost or has moved on: ask where the centre stands and go on from there. */
    ANEW,
    /** The same will be refused again: set aside for staff, who can send it again. Others go on. */
    ASIDE,
    /** Not now, and it may be this very entry: it waits its own time, others go on. */
    ENTRY,
    /** Another transfer of the same is under way: this one comes again soon, others go on. */
    SOON,
    /** The centre will not have this terminal: its key, its number or its clock. Nothing is the fault of an entry, and it is never final. */
    TERMINAL,
    /** The centre is there and cannot take anything now: all wait, as long as it has asked for. */
    CENTRE,
    /** No answer, or none that is the centre's: nothing is known, and what was sent may have had its effect. */
    WAY
}
