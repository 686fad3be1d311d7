package banyan.device;

import java.util.List;
import java.util.Set;

/**
 * A device of the terminal. After {@link #start} the driver opens it, keeps it open, and finds it again by itself when it
 * was unplugged; {@link #state} tells how it stands at any moment.
 *
 * <p>All methods may be called from any thread. Commands run one after the other on the device's own thread; a caller waits
 * at most until its deadline. A full queue answers {@link Fault.Kind#BUSY}. Interrupting a waiting caller cancels its command; its
 * interrupt status stays set.
 */
public sealed interface Device extends AutoCloseable
        permits IdCardReader,
                SmartCardTerminal,
                DocumentCamera,
                FaceCamera,
                Scanner,
                FingerprintPad,
                SignaturePad,
                Printer,
                ReceiptPrinter,
                CodeScanner,
                DocumentCabinet,
                Auxiliaries {
    /** The site's own name for this device, such as {@code id-card-reader}; from the configuration, without personal data. */
    String id();

    /** What kind of device it is. */
    DeviceKind kind();

    /** What this device can do; a command that is not among them answers {@link Fault.Kind#UNSUPPORTED}. */
    Set<Capability> capabilities();

    /** How it stands now. Never blocks. */
    DeviceState state();

    /** What it says it is; {@link Nameplate#BLANK} until it was asked. Never blocks. */
    Nameplate nameplate();

    /** What it uses up and how much is left, by its own last word; empty where it uses up nothing or does not say. Never blocks. */
    List<Supply> supplies();

    /**
     * The parts that can be of no use by themselves, by its own last word, each kind and number once and always in the same order; empty
     * where it is of one piece, and until it was asked. While it is absent, opening, closed or has not been heard, each is {@link
     * DevicePart.Standing.Unknown}. Never blocks.
     *
     * <p>A device that is {@link DeviceState.Ready} has no required part that is broken or unknown, and for each optional one that is
     * broken it has a warning.
     */
    default List<DevicePart> parts() {
        return List.of();
    }

    /** What it has done since it was made. Never blocks. */
    default Tally tally() {
        return Tally.NONE;
    }

    /**
     * Begins to look after the device and to report each change of its state once, in order, from the device's thread. A
     * listener returns quickly; one that throws harms nobody. To be called once. Returns at once; the first state that is not
     * {@link DeviceState.Opening} follows within the driver's opening deadline.
     */
    void start(StateListener listener);

    /**
     * Examines the device. Done with how it was found to stand; {@link Fault.Kind#UNSUPPORTED} for {@link Depth#INTERACTIVE}, which
     * its class's own commands are for: whoever examines prints a page and asks a person.
     */
    Outcome<DeviceState> examine(Depth depth, Deadline deadline);

    /** Brings the device back to its initial state; at most 5 s. */
    Outcome<DeviceState> reset(Deadline deadline);

    /** Forgets every byte of a citizen that the driver still holds. Returns when that is done. */
    void forget();

    /** Closes the device within 1 s even while a command runs, and frees its port and thread. Idempotent. */
    @Override
    void close();

    /** Is told how a device stands. */
    @FunctionalInterface
    interface StateListener {
        /** The device with this id is now so. */
        void changed(String deviceId, DeviceState state);
    }
}
