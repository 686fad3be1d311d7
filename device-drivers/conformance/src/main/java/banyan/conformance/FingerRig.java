package banyan.conformance;

import banyan.device.FingerprintPad.FingerImage;

/** A hand at a fingerprint pad, with more than one finger. */
public interface FingerRig extends Rig {
    /** What is wrong with a laying. */
    enum Flaw {
        /** The skin is dry: its ridges break into grains. */
        DRY,
        /** The skin is wet: its ridges run together. */
        WET,
        /** Only an edge of the finger lies there. */
        PARTIAL
    }

    /** Lays a finger on the pad, in place of one that lies there. Each laying of the same finger is a little different. */
    void lay(int finger, int laying);

    /** Lays a finger of which no good picture can come about. */
    void layPoorly(Flaw flaw);

    /** Lays a finger and goes on moving it. */
    void layMoving();

    /** Lifts the finger. */
    void lift();

    /** What the glass shows of such a laying, a byte a point; {@link OutOfReach} where nobody can know, as with a person's finger. */
    byte[] shown(int finger, int laying);

    /** What this picture was on the wire, so that it can be looked for in memory. */
    byte[] onTheWire(FingerImage image);

    /** From now on there are stray bytes before packets, pauses inside them, and damaged ones among them. */
    void makeNoise();
}
