package banyan.item.catalogue;

import banyan.item.Template;
import banyan.item.WorkingDays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;

/** What every item of a catalogue shares: papers and the calendar. */
record Shared(Map<String, Template> templates, WorkingDays workingDays) {
    static final Shared NOTHING = new Shared(Map.of(), WorkingDays.WEEKENDS_ONLY);

    Shared {
        templates = Map.copyOf(templates);
    }

    /** Both together; where both have a template, the first one's stays. */
    Shared and(Shared other) {
        var all = new HashMap<>(other.templates);
        all.putAll(templates);
        var years = new HashSet<>(workingDays.years());
        years.addAll(other.workingDays.years());
        var off = new HashSet<>(workingDays.off());
        off.addAll(other.workingDays.off());
        var on = new HashSet<>(workingDays.on());
        on.addAll(other.workingDays.on());
        return new Shared(all, new WorkingDays(years, off, on));
    }
}
