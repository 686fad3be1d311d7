package banyan.simulator.cabinet;

/**
 * A door with a spring that pushes it open, a bolt that is thrown when it is pushed to, and a coil that draws the bolt. Contact and
 * bolt each have a switch.
 */
final class Door {
    /** What its contact says. */
    enum Contact {
        /** How the door stands. */
        TRUE,
        /** The opposite. */
        FALSE,
        /** That it is open, whatever it is. */
        OPEN,
        /** That it is closed, whatever it is. */
        CLOSED
    }

    private boolean shut = true;
    private boolean thrown = true;
    private boolean coil;
    private boolean jammed;
    private Contact contact = Contact.TRUE;
    private int unlocked;

    boolean shut() {
        return shut;
    }

    boolean thrown() {
        return thrown;
    }

    boolean coil() {
        return coil;
    }

    boolean jammed() {
        return jammed;
    }

    Contact contact() {
        return contact;
    }

    /** How often its coil was switched on. */
    int unlocked() {
        return unlocked;
    }

    void coil(boolean on) {
        if (on && !coil) {
            unlocked++;
        }
        coil = on;
        if (on && !jammed) {
            thrown = false;
            shut = false;
        } else if (!on && shut && !jammed) {
            thrown = true;
        }
    }

    /** A hand pushes it to: it stays there unless its coil holds the bolt. */
    void push() {
        if (!coil || jammed) {
            shut = true;
            thrown = true;
        }
    }

    /** A tool opens it; the bolt stays where it is. */
    void force() {
        shut = false;
    }

    void jam() {
        jammed = true;
    }

    void contact(Contact says) {
        contact = says;
    }

    /** What the switch of its contact says. */
    boolean contactShut() {
        return switch (contact) {
            case TRUE -> shut;
            case FALSE -> !shut;
            case OPEN -> false;
            case CLOSED -> true;
        };
    }

    /** Whole again; open or closed as it is. */
    void heal() {
        jammed = false;
        contact = Contact.TRUE;
        thrown = shut;
    }
}
