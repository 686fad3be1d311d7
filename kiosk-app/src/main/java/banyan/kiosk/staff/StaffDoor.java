package banyan.kiosk.staff;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** The one way into the staff mode: card and PIN together, and a pause after too many vain tries. */
public final class StaffDoor {
    private final StaffRoster roster;
    private final StaffTries tries;

    public StaffDoor(StaffRoster roster, StaffTries tries) {
        this.roster = roster;
        this.tries = tries;
    }

    /** Whether anybody at all could be let in. */
    public boolean leadsAnywhere() {
        return !roster.isEmpty();
    }

    /** What became of a try. */
    public sealed interface Entry {
        /** Somebody on the roster, by the number of service. */
        record Recognised(String number) implements Entry {}

        /** Card and PIN do not belong to anybody; which of them was wrong is not said. */
        record Refused() implements Entry {}

        /** Nobody may try for so long. */
        record Paused(Duration left) implements Entry {}
    }

    /** Tries a card and a PIN; both are overwritten. Takes a moment on purpose, so not for the visit's or the screen's thread. */
    public Entry enter(char[] card, char[] pin) {
        try {
            Optional<Duration> pause = tries.pause();
            if (pause.isPresent()) {
                return new Entry.Paused(pause.get());
            }
            Optional<String> who = roster.who(card, pin);
            if (who.isPresent()) {
                tries.succeeded();
                return new Entry.Recognised(who.get());
            }
            tries.failed();
            return new Entry.Refused();
        } finally {
            Arrays.fill(card, '\0');
            Arrays.fill(pin, '\0');
        }
    }
}
