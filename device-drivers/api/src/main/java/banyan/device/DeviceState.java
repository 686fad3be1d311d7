package banyan.device;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * How a device stands. What can go wrong has the same type as how it stands; unknown is a state of its own and never OK.
 *
 * <p>A device that is absent goes through {@link Opening} before anything else, and {@link Closed} is the end.
 */
public sealed interface DeviceState {
    /** Not there; the driver looks for it again by itself. */
    record Absent(Fault fault) implements DeviceState {}

    /** Found, and being made ready. */
    record Opening() implements DeviceState {}

    /**
     * Usable.
     *
     * @param warnings usable, but low or fading: fixed codes such as {@code PAPER-LOW}
     */
    record Ready(Set<String> warnings) implements DeviceState {
        public Ready {
            warnings = Set.copyOf(warnings);
        }
    }

    /** Working on a command. */
    record Busy() implements DeviceState {}

    /** There, but somebody has to do something before it works. */
    record NeedsHelp(Fault fault) implements DeviceState {}

    /**
     * It has not said anything that can be relied on since that moment.
     *
     * @param why where it is more than silence, such as two sources that contradict each other
     */
    record Unknown(Instant since, Optional<Fault> why) implements DeviceState {
        /** It has said nothing since that moment. */
        public Unknown(Instant since) {
            this(since, Optional.empty());
        }
    }

    /** Closed by us. */
    record Closed() implements DeviceState {}

    /** A device that is ready and has nothing to say. */
    static DeviceState ready() {
        return new Ready(Set.of());
    }

    /** Whether a device in this state can be in that one next, told to a listener. */
    default boolean mayBecome(DeviceState next) {
        return switch (this) {
            case Closed _ -> false;
            case Absent _ -> next instanceof Absent || next instanceof Opening || next instanceof Closed;
            case Opening _ -> !(next instanceof Busy);
            case Ready _, Busy _, NeedsHelp _, Unknown _ -> true;
        };
    }

    /** Whether a citizen may be sent to this device now. */
    default boolean usable() {
        return switch (this) {
            case Ready _, Busy _ -> true;
            case Absent _, Opening _, NeedsHelp _, Unknown _, Closed _ -> false;
        };
    }
}
