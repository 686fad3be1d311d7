package banyan.kiosk.visit;

import java.util.ArrayList;
import java.util.List;

/** What follows from an event: the next state, and what is to be done, in this order. */
public record Step(VisitState state, List<Effect> effects) {
    public Step {
        effects = List.copyOf(effects);
    }

    static Step to(VisitState state, Effect... effects) {
        return new Step(state, List.of(effects));
    }

    /** The same with these done first. */
    Step before(Effect... first) {
        var all = new ArrayList<>(List.of(first));
        all.addAll(effects);
        return new Step(state, all);
    }

    /** The same with these done last. */
    Step then(Effect... last) {
        var all = new ArrayList<>(effects);
        all.addAll(List.of(last));
        return new Step(state, all);
    }
}
