package banyan.driver.modbus;

import banyan.device.Auxiliaries.Lamp;
import java.time.Duration;

/**
 * How a lamp of one colour says what it says. None flashes more than three times a second, which harms nobody (WCAG 2.3.1): a lamp
 * that guides blinks evenly and slowly, one with something to take is lit steadily, one out of order winks.
 */
final class Blink {
    private static final long GUIDE_MILLIS = 600;
    private static final long WINK_MILLIS = 200;
    private static final long BETWEEN_WINKS_MILLIS = 1800;

    private Blink() {}

    /** Whether a lamp that was set so long ago is lit now. */
    static boolean lit(Lamp lamp, Duration since) {
        long millis = since.toMillis();
        return switch (lamp) {
            case OFF -> false;
            case GUIDE -> millis / GUIDE_MILLIS % 2 == 0;
            case TAKE -> true;
            case FAULT -> millis % (WINK_MILLIS + BETWEEN_WINKS_MILLIS) < WINK_MILLIS;
        };
    }

    /** When it changes next; far away for a lamp that does not blink. */
    static Duration untilChange(Lamp lamp, Duration since) {
        long millis = since.toMillis();
        return switch (lamp) {
            case OFF, TAKE -> Duration.ofDays(1);
            case GUIDE -> Duration.ofMillis(GUIDE_MILLIS - millis % GUIDE_MILLIS);
            case FAULT -> {
                long at = millis % (WINK_MILLIS + BETWEEN_WINKS_MILLIS);
                yield Duration.ofMillis(at < WINK_MILLIS ? WINK_MILLIS - at : WINK_MILLIS + BETWEEN_WINKS_MILLIS - at);
            }
        };
    }
}
