package banyan.kiosk.upkeep;

import banyan.device.Depth;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one person has done at the terminal since signing in.
 *
 * @param done in the order in which it was done
 * @param depths how deep each device was examined at most, by its name at this site
 */
public record Shift(List<Done> done, Map<String, Depth> depths) {
    /** Nothing yet. */
    public static final Shift BEGUN = new Shift(List.of(), Map.of());

    public Shift {
        done = List.copyOf(done);
        depths = Map.copyOf(depths);
    }

    /** One thing. */
    public record Done(LocalTime at, Chore what) {}

    /** The same with this one more. */
    public Shift did(LocalTime at, Chore what) {
        var more = new ArrayList<>(done);
        more.add(new Done(at, what));
        return new Shift(more, depths);
    }

    /** The same after a device has answered at this depth, or a person for it. */
    public Shift examined(String device, Depth depth) {
        var deeper = new HashMap<>(depths);
        deeper.merge(device, depth, (was, now) -> now.compareTo(was) > 0 ? now : was);
        return new Shift(done, deeper);
    }

    /** How deep this device was examined; empty where it did not answer. */
    public Optional<Depth> depth(String device) {
        return Optional.ofNullable(depths.get(device));
    }
}
