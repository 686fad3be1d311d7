package banyan.driver.modbus;

import banyan.device.Auxiliaries.Sense;
import banyan.device.DeviceKind;
import banyan.device.DeviceSettings;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How senses and lamps are wired; what is left out is not. */
record AuxiliariesSettings(Address address, Map<Sense, Place> senses, Map<DeviceKind, Place> lamps) {
    /** Inputs are read with one question, which can have so many. */
    static final int MOST_INPUTS = 256;

    private static final Pattern PLACE = Pattern.compile("(\\d{1,5})( inverted)?");

    /**
     * Where something is wired.
     *
     * @param address of its input or coil, from 0
     * @param inverted an input that is not made means yes; a coil that is off means lit
     */
    record Place(int address, boolean inverted) {}

    static Set<String> names() {
        Set<String> names = new TreeSet<>(Address.SETTINGS);
        for (Sense sense : Sense.values()) {
            names.add(name(sense));
        }
        for (DeviceKind kind : DeviceKind.values()) {
            names.add(name(kind));
        }
        return names;
    }

    private static String name(Sense sense) {
        return word(sense);
    }

    private static String name(DeviceKind beside) {
        return "lamp-" + word(beside);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> mistakes(DeviceSettings settings) {
        List<String> mistakes = new ArrayList<>(Address.mistakes(settings));
        boolean wired = false;
        for (String name : names()) {
            if (!Address.SETTINGS.contains(name) && !settings.get(name, "").isEmpty()) {
                wired = true;
                if (place(settings.get(name, "")).isEmpty()) {
                    mistakes.add(name + " must be an address from 0 to 65535, such as 3 or 3 inverted");
                }
            }
        }
        if (!wired) {
            mistakes.add("call-button, or another sense or lamp, must be wired: there is nothing to look after");
        }
        if (mistakes.isEmpty() && span(of(settings).senses()) > MOST_INPUTS) {
            mistakes.add("senses must be wired within " + MOST_INPUTS + " inputs of each other");
        }
        return mistakes;
    }

    private static Optional<Place> place(String text) {
        Matcher given = PLACE.matcher(text);
        return given.matches() && Address.whole(given.group(1), 0, Address.LAST) >= 0
                ? Optional.of(new Place(Integer.parseInt(given.group(1)), given.group(2) != null))
                : Optional.empty();
    }

    /** From the first input to the last; 0 where there is none. */
    static int span(Map<Sense, Place> senses) {
        return senses.isEmpty()
                ? 0
                : senses.values().stream().mapToInt(Place::address).max().orElseThrow() - first(senses) + 1;
    }

    /** The first input; 0 where there is none. */
    static int first(Map<Sense, Place> senses) {
        return senses.values().stream().mapToInt(Place::address).min().orElse(0);
    }

    static AuxiliariesSettings of(DeviceSettings settings) {
        Map<Sense, Place> senses = new EnumMap<>(Sense.class);
        for (Sense sense : Sense.values()) {
            place(settings.get(name(sense), "")).ifPresent(place -> senses.put(sense, place));
        }
        Map<DeviceKind, Place> lamps = new EnumMap<>(DeviceKind.class);
        for (DeviceKind kind : DeviceKind.values()) {
            place(settings.get(name(kind), "")).ifPresent(place -> lamps.put(kind, place));
        }
        return new AuxiliariesSettings(Address.of(settings), senses, lamps);
    }
}
