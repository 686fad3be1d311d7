package banyan.device;

import java.util.List;
import java.util.Set;

/**
 * A terminal for cards with contacts or an antenna and a chip of ISO 7816-4: social security card (社保卡), bank card, medical card.
 * It knows nothing of them; what is selected and read is data.
 */
public non-sealed interface SmartCardTerminal extends Device {
    @Override
    default Set<Capability> capabilities() {
        return Set.of(Capability.FIND_SMART_CARD, Capability.READ_SMART_CARD);
    }

    @Override
    default DeviceKind kind() {
        return DeviceKind.SMART_CARD_TERMINAL;
    }

    /**
     * Waits until a card is there, whether it can be read or not. No command is sent to it, so that a card may be put in before
     * its holder has agreed. A card that stays is there again with the next call.
     *
     * @return done with {@code true} when a card is there, {@code false} when none came before the deadline
     */
    Outcome<Boolean> awaitCard(Deadline deadline);

    /**
     * Reads the first of these applications that the card has: selects it by its identifier and reads what its profile names.
     * The card must be there; nothing of an earlier one is given. Every value is read anew, and none is kept.
     *
     * <p>Faults, all of kind {@link Fault.Kind#MEDIA}: {@code SMART-CARD-ABSENT}; {@code SMART-CARD-MOVED} taken away in the
     * middle; {@code SMART-CARD-MUTE} no answer to reset (often put in the wrong way round); {@code SMART-CARD-UNKNOWN} none of
     * these applications; {@code SMART-CARD-UNREADABLE} what stands there is not what the profile says, or the application
     * carries none of it.
     *
     * @param profiles in the order of preference, at least one
     * @return what of it the card carries: a field that it has not, or gives to nobody without a PIN, is left out
     */
    Outcome<CardApplication> read(List<ApplicationProfile> profiles, Deadline deadline);

    /**
     * Waits until no card is there any more.
     *
     * @return done with {@code true} when none is there, {@code false} when it was left behind
     */
    Outcome<Boolean> awaitRemoval(Deadline deadline);
}
