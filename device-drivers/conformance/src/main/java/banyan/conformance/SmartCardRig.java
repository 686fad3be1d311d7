package banyan.conformance;

/** A hand at a smart card terminal. The plug is whatever is between driver and reader: a cable, or the service that owns it. */
public interface SmartCardRig extends Rig {
    /** Puts a card in, in place of one that is in; it is seen soon after. */
    void put(TestChip card);

    /** Pulls the card out. */
    void pull();

    /** The card will be pulled out in the middle of its next reading. */
    void pullDuringReading();

    /** Puts in a card that does not answer to reset. */
    void putMute();

    /** From now on the lengths in records run past their end. */
    void lieAboutLengths();

    /** How many commands cards have received since the rig was made. */
    int commands();
}
