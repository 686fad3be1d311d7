package banyan.conformance;

/** A hand at an identity card reader. */
public interface CardReaderRig extends Rig {
    /** Lays a card on the reader, in place of one that lies there. */
    void put(TestCard card);

    /** As above, a card that carries so many fingerprints. */
    default void put(TestCard card, int fingerprints) {
        throw new OutOfReach("no card with " + fingerprints + " fingerprints can be laid here");
    }

    /** Lifts the card. */
    void lift();

    /** The card will be pulled away in the middle of its next reading. */
    void pullDuringReading();

    /** From now on card and security module do not accept each other. */
    void refuse();

    /** From now on there are stray bytes before frames, pauses inside them, and damaged ones among them. */
    void makeNoise();
}
