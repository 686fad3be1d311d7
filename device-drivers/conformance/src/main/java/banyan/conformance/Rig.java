package banyan.conformance;

import banyan.device.DeviceDriver;
import banyan.device.DeviceSettings;

/**
 * A hand at the far end of a device's wire: what a person with the device before them could do to it. Made anew for each test;
 * when it is made, the far end is plugged in, healthy and empty. Each method returns when the far end has changed.
 */
public interface Rig extends AutoCloseable {
    /** The driver under test. */
    DeviceDriver driver();

    /** Settings that lead to the far end. */
    DeviceSettings settings();

    /** Pulls the plug, also in the middle of something. */
    void unplug();

    /** Puts the plug in again: the same settings must lead to it. */
    void plug();

    /** From now on the far end takes what is sent to it and says nothing. */
    void fallSilent();

    /** The end of {@link #fallSilent} and of every other trouble. */
    void heal();

    /**
     * A line to the far end that can be disturbed; {@link OutOfReach} where nobody can get hold of its bytes.
     *
     * @param tap hears what passes over it
     */
    default DisturbedLine disturbedLine(Tap tap) {
        if (TcpRelay.fits(settings())) {
            return new TcpRelay(settings(), tap);
        }
        throw new OutOfReach("nobody can get hold of the bytes between this driver and its far end");
    }

    /**
     * Whether on this wire a question may follow another before that is answered, so that what two commands send cannot be told from
     * what one sends: USB with a transfer for each endpoint.
     */
    default boolean asksAhead() {
        return settings().values().values().stream().anyMatch(value -> value.startsWith("usbip:"));
    }

    /** Everything logged since the rig was made, by whomever, at the finest level there is. */
    String logged();

    @Override
    void close();
}
