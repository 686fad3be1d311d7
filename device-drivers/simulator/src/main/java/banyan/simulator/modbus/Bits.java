package banyan.simulator.modbus;

/** What a slave has at its terminals. Addresses that are not there are a refusal. */
public interface Bits {
    /** How many discrete inputs there are, from 0. */
    int inputs();

    /** How many coils there are, from 0. */
    int coils();

    /** Whether an input is made. */
    boolean input(int address);

    /** Whether a coil is on. */
    boolean coil(int address);

    /** Switches a coil. */
    void coil(int address, boolean on);
}
