package banyan.kiosk;

import banyan.device.Auxiliaries.Reading;
import banyan.device.Auxiliaries.Sense;
import banyan.device.Auxiliaries.SenseListener;

/**
 * Passes on what the terminal senses of itself, and lets something be done once when the housing is forced. A door that staff open is
 * none of that, and neither is a sense that says nothing.
 */
final class TamperSwitch implements SenseListener {
    private final SenseListener next;
    private final Runnable whenForced;
    private boolean done;

    TamperSwitch(SenseListener next, Runnable whenForced) {
        this.next = next;
        this.whenForced = whenForced;
    }

    @Override
    public void sensed(Sense sense, Reading reading) {
        // First whatever stands on the screen goes.
        next.sensed(sense, reading);
        if (sense == Sense.TAMPER && reading == Reading.YES && first()) {
            whenForced.run();
        }
    }

    private synchronized boolean first() {
        boolean first = !done;
        done = true;
        return first;
    }
}
