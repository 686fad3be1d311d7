package banyan.conformance;

/** A hand at a cabinet's doors. Made with all of them closed; a door springs open when it is unlocked. Doors count from 1. */
public interface CabinetRig extends Rig {
    /** How many doors there are, two at least. */
    int doors();

    /** Pushes a door to. */
    void close(int door);

    /** Opens a door by force: its lock was not let go. */
    void force(int door);

    /** From now on a door's lock lets nothing open, whatever it is told. */
    void jam(int door);

    /** From now on what is known of a door contradicts itself: its contact says open, its lock that it is locked. */
    void contradict(int door);

    /** Holds a lock open as somebody would who went away in the middle. */
    void holdUnlocked(int door);

    /** How often a door was unlocked by its wire since the rig was made. */
    int unlocked(int door);

    /** Whether a door's lock is being held open now. */
    boolean held(int door);

    /** From now on there are stray bytes before answers, and answers that are damaged. */
    void makeNoise();
}
