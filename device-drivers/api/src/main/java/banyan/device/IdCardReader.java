package banyan.device;

import java.util.Set;

/**
 * A reader of resident identity cards with a SAM-V module (reader GA 450, data GA/T 490).
 *
 * <p>Presence is found without reading anything of the card, so that a card may lie there before its holder has agreed.
 */
public non-sealed interface IdCardReader extends Device {
    @Override
    default Set<Capability> capabilities() {
        return Set.of(Capability.FIND_CARD, Capability.READ_CARD);
    }

    @Override
    default DeviceKind kind() {
        return DeviceKind.ID_CARD_READER;
    }

    /**
     * Waits until a card lies on the reader. Nothing of the card is read. Answers at once if a card was found before and has
     * been neither read nor refused since.
     *
     * @return done with {@code true} when a card lies there, {@code false} when none came before the deadline
     */
    Outcome<Boolean> awaitCard(Deadline deadline);

    /**
     * Reads the card that lies there, or the first that comes before the deadline: find, select, read.
     *
     * <p>Faults: {@code ID-CARD-ABSENT} none came; {@code ID-CARD-MOVED} it was lifted in the middle (put it again);
     * {@code ID-CARD-REFUSED} card and security module do not accept each other; {@code ID-CARD-UNREADABLE} its record is not
     * one we know. After a fault the card must be lifted before it is found again.
     */
    Outcome<IdCard> read(Deadline deadline);

    /**
     * As {@link #read}, with the fingerprints that the card carries: two, one, or none. They are biometric: only for who has agreed to
     * just that, and only where an item needs them. They are in a closed format and opaque here.
     *
     * <p>A reader whose {@link #capabilities} leave out {@link Capability#READ_CARD_FINGERPRINTS} answers {@link
     * Fault.Kind#UNSUPPORTED} and leaves the card alone.
     */
    default Outcome<IdCard> readWithFingerprints(Deadline deadline) {
        return Outcome.failed(
                new Fault(Fault.Kind.UNSUPPORTED, Fault.Remedy.OUT_OF_SERVICE, "READER-WITHOUT-FINGERPRINTS"));
    }
}
