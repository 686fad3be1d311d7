package banyan.conformance;

import banyan.device.Auxiliaries.Sense;
import banyan.device.DeviceKind;

/**
 * A hand at the terminal's senses, and an eye on its lamps. Made with nobody there, housing closed, power on. Every sense is wired,
 * and so are the lamps beside {@link #LIT} and {@link #ALSO_LIT}; none beside {@link #NOT_WIRED}.
 */
public interface AuxiliariesRig extends Rig {
    /** A device with a lamp. */
    DeviceKind LIT = DeviceKind.ID_CARD_READER;

    /** Another. */
    DeviceKind ALSO_LIT = DeviceKind.PRINTER;

    /** One without. */
    DeviceKind NOT_WIRED = DeviceKind.AUXILIARIES;

    /** Makes something so, or not so. */
    void sense(Sense sense, boolean so);

    /** The next word about a sense, and only that, says the opposite; returns when it was said. */
    void glitch(Sense sense);

    /** Whether a lamp is lit now. */
    boolean lit(DeviceKind beside);

    /** How often a lamp went on since the rig was made. */
    int switchedOn(DeviceKind beside);

    /** From now on there are stray bytes before answers, and answers that are damaged. */
    void makeNoise();
}
