package banyan.conformance;

/** A hand that holds codes before a code scanner. */
public interface CodeRig extends Rig {
    /** Holds a code before it, and returns when all of it is on the wire. */
    void scan(byte[] code);

    /** As {@link #scan}, but only a part of it is ever sent. */
    void scanHalf(byte[] code);

    /** What this code is on the wire, so that it can be looked for in memory. */
    byte[] onTheWire(byte[] code);

    /** From now on the line is as bad as this bus can be: stray bytes before codes, or reports that are none. */
    void makeNoise();
}
