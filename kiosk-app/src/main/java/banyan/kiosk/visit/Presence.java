package banyan.kiosk.visit;

import banyan.device.Auxiliaries.Reading;
import java.time.Duration;

/**
 * Whether whoever was here has gone, as the presence sensor has it. Only somebody who was seen can be seen to go: a sensor that is
 * blind, or not known, changes nothing.
 */
final class Presence {
    /** Who steps aside for a moment has not gone. */
    static final Duration GONE_AFTER = Duration.ofSeconds(5);

    private final Session.Mailbox mailbox;
    private final Runnable left;
    private Reading reading = Reading.UNKNOWN;
    private Runnable alarm = () -> {};
    private boolean gone;

    /** @param left is run when nobody has been near for a while */
    Presence(Session.Mailbox mailbox, Runnable left) {
        this.mailbox = mailbox;
        this.left = left;
    }

    void sensed(Reading now) {
        Reading was = reading;
        if (now == was) {
            return;
        }
        reading = now;
        stop();
        if (was == Reading.YES && now == Reading.NO) {
            alarm = mailbox.alarm(GONE_AFTER, () -> {
                gone = true;
                left.run();
            });
        }
    }

    /** Somebody begins: whoever went before is no matter any more. */
    void begins() {
        stop();
    }

    private void stop() {
        gone = false;
        alarm.run();
        alarm = () -> {};
    }

    /** Nobody has been near for a while. */
    boolean gone() {
        return gone;
    }
}
