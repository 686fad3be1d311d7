package banyan.driver.modbus;

import banyan.device.Auxiliaries.Reading;
import banyan.device.Auxiliaries.Sense;
import banyan.driver.modbus.AuxiliariesSettings.Place;
import java.util.EnumMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/** What the inputs say over time, made into what is sensed: a change counts when the next look says the same. */
final class Senses {
    private final Map<Sense, Place> places;
    private final Map<Sense, Reading> believed = new EnumMap<>(Sense.class);
    private final Map<Sense, Reading> last = new EnumMap<>(Sense.class);

    Senses(Map<Sense, Place> places) {
        this.places = places;
        places.keySet().forEach(sense -> believed.put(sense, Reading.UNKNOWN));
    }

    /** Takes one look at the inputs, of which the first has that address: the senses that changed by it. */
    SequencedMap<Sense, Reading> see(boolean[] inputs, int first) {
        SequencedMap<Sense, Reading> changed = new TreeMap<>();
        places.forEach((sense, place) -> {
            boolean yes = inputs[place.address() - first] != place.inverted();
            Reading now = yes ? Reading.YES : Reading.NO;
            if (now == last.put(sense, now) && now != believed.put(sense, now)) {
                changed.put(sense, now);
            }
        });
        return changed;
    }

    /** Whether the last look said something of which only the next one tells whether it counts. */
    boolean wavering() {
        return !last.equals(believed);
    }

    /** Nothing can be said any more: the senses that changed by it. */
    SequencedMap<Sense, Reading> lose() {
        SequencedMap<Sense, Reading> changed = new TreeMap<>();
        last.clear();
        believed.forEach((sense, reading) -> {
            if (reading != Reading.UNKNOWN) {
                changed.put(sense, Reading.UNKNOWN);
            }
        });
        believed.putAll(changed);
        return changed;
    }

    Map<Sense, Reading> readings() {
        return Map.copyOf(believed);
    }
}
