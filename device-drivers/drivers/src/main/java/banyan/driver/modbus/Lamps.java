package banyan.driver.modbus;

import banyan.device.Auxiliaries.Lamp;
import banyan.device.DeviceKind;
import banyan.driver.modbus.AuxiliariesSettings.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What each lamp is to say, and how its coil stands as far as that is known. */
final class Lamps {
    private final Map<DeviceKind, Place> places;
    private final Map<DeviceKind, Wanted> wanted = new EnumMap<>(DeviceKind.class);
    private final Map<DeviceKind, Boolean> coils = new EnumMap<>(DeviceKind.class);

    private record Wanted(Lamp lamp, long sinceNanos) {
        Duration age(long nanos) {
            return Duration.ofNanos(nanos - sinceNanos);
        }
    }

    /** One coil to be switched. */
    record Switch(DeviceKind beside, int coil, boolean on) {}

    Lamps(Map<DeviceKind, Place> places, long nanos) {
        this.places = places;
        places.keySet().forEach(beside -> wanted.put(beside, new Wanted(Lamp.OFF, nanos)));
    }

    boolean wired(DeviceKind beside) {
        return places.containsKey(beside);
    }

    /** A lamp is to say this from now on; one that says it already goes on in its rhythm. */
    void want(DeviceKind beside, Lamp lamp, long nanos) {
        wanted.compute(
                beside, (_, before) -> before != null && before.lamp == lamp ? before : new Wanted(lamp, nanos));
    }

    /** The coils that do not stand as they should at that moment. */
    List<Switch> due(long nanos) {
        List<Switch> due = new ArrayList<>();
        wanted.forEach((beside, want) -> {
            Switch next = switched(beside, Blink.lit(want.lamp, want.age(nanos)));
            if (!Boolean.valueOf(next.on).equals(coils.get(beside))) {
                due.add(next);
            }
        });
        return due;
    }

    /** What makes every lamp that may be lit dark. */
    List<Switch> dark() {
        List<Switch> dark = new ArrayList<>();
        coils.forEach((beside, on) -> {
            Switch off = switched(beside, false);
            if (off.on != on) {
                dark.add(off);
            }
        });
        return dark;
    }

    private Switch switched(DeviceKind beside, boolean lit) {
        Place place = Objects.requireNonNull(places.get(beside));
        return new Switch(beside, place.address(), lit != place.inverted());
    }

    /** This was done. */
    void done(Switch done) {
        coils.put(done.beside, done.on);
    }

    /** Nobody knows any more how the coils stand. */
    void lose() {
        coils.clear();
    }

    /** Until one of them has to be switched. */
    Duration untilChange(long nanos) {
        return wanted.values().stream()
                .map(want -> Blink.untilChange(want.lamp, want.age(nanos)))
                .min(Duration::compareTo)
                .orElse(Duration.ofDays(1));
    }
}
