package banyan.driver.modbus;

import banyan.device.DeviceSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a cabinet is wired.
 *
 * @param firstLock the coil of door 1
 * @param firstContact the input of door 1's contact
 * @param firstBolt the input of door 1's bolt, where there is one
 * @param madeMeansClosed what a contact that is made means
 * @param pulse how long a lock is held at most
 * @param leftOpen a door that stands open longer is a warning
 */
record CabinetSettings(
        Address address,
        int doors,
        int firstLock,
        int firstContact,
        OptionalInt firstBolt,
        boolean madeMeansClosed,
        Duration pulse,
        Duration leftOpen) {
    /** More locks are on no board; they are read with one question. */
    private static final int MOST_DOORS = 256;

    private static final String PULSE = "500";
    private static final String LEFT_OPEN = "60";

    static Set<String> names() {
        Set<String> names = new TreeSet<>(
                Set.of("doors", "first-lock", "first-contact", "first-bolt", "contact", "pulse", "left-open"));
        names.addAll(Address.SETTINGS);
        return names;
    }

    static List<String> mistakes(DeviceSettings settings) {
        List<String> mistakes = new ArrayList<>(Address.mistakes(settings));
        if (Address.whole(settings.get("doors", ""), 1, MOST_DOORS) < 0) {
            mistakes.add("doors must be a whole number from 1 to " + MOST_DOORS);
        }
        for (String first : List.of("first-lock", "first-contact", "first-bolt")) {
            if (Address.whole(settings.get(first, "0"), 0, Address.LAST - MOST_DOORS) < 0) {
                mistakes.add(first + " must be a whole number from 0 to " + (Address.LAST - MOST_DOORS));
            }
        }
        if (!Set.of("closed", "open").contains(settings.get("contact", "closed"))) {
            mistakes.add("contact must be closed or open: what a contact that is made means");
        }
        if (Address.whole(settings.get("pulse", PULSE), 50, 5000) < 0) {
            mistakes.add("pulse must be a whole number of milliseconds from 50 to 5000");
        }
        if (Address.whole(settings.get("left-open", LEFT_OPEN), 1, 86_400) < 0) {
            mistakes.add("left-open must be a whole number of seconds from 1 to 86400");
        }
        return mistakes;
    }

    static CabinetSettings of(DeviceSettings settings) {
        String bolt = settings.get("first-bolt", "");
        return new CabinetSettings(
                Address.of(settings),
                Integer.parseInt(settings.get("doors", "")),
                Integer.parseInt(settings.get("first-lock", "0")),
                Integer.parseInt(settings.get("first-contact", "0")),
                bolt.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(bolt)),
                settings.get("contact", "closed").equals("closed"),
                Duration.ofMillis(Integer.parseInt(settings.get("pulse", PULSE))),
                Duration.ofSeconds(Integer.parseInt(settings.get("left-open", LEFT_OPEN))));
    }
}
