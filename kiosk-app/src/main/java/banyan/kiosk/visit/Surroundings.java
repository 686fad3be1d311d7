package banyan.kiosk.visit;

import banyan.device.Auxiliaries.Reading;
import banyan.device.Auxiliaries.Sense;
import java.util.EnumSet;
import java.util.Set;

/**
 * What the terminal senses of itself, and what follows. What is not known any more stays as it was last known: a cable that breaks
 * closes no terminal, and reopens none whose housing is open.
 */
record Surroundings(Set<Sense> so) {
    static final Surroundings NOT_SENSED = new Surroundings(Set.of());

    Surroundings {
        so = Set.copyOf(so);
    }

    Surroundings sensed(Sense sense, Reading reading) {
        EnumSet<Sense> next = EnumSet.noneOf(Sense.class);
        next.addAll(so);
        switch (reading) {
            case YES -> next.add(sense);
            case NO -> next.remove(sense);
            case UNKNOWN -> {
                return this;
            }
        }
        return new Surroundings(next);
    }

    /** The housing's door is open, or somebody tampers with it. */
    boolean housingOpen() {
        return so.contains(Sense.DOOR) || so.contains(Sense.TAMPER);
    }

    /** It runs on a battery that will not last for another visit. */
    boolean powerLow() {
        return so.contains(Sense.ON_BATTERY) && so.contains(Sense.BATTERY_LOW);
    }

    /** No visit can begin. */
    boolean closes() {
        return housingOpen() || powerLow();
    }
}
