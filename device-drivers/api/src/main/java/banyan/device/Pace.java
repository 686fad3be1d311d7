package banyan.device;

import java.time.Duration;

/** How often a device is looked at that nothing is under way with. */
public enum Pace {
    /** Somebody is at work with it, or something about it has just changed. */
    LIVELY,

    /** Nobody has asked anything of it for {@link #CALM_AFTER}, and nothing about it has changed: a terminal at rest stays cool. */
    CALM;

    /** From the last command, or the last change of state. Longer than a citizen stands before a device and reads what to do. */
    public static final Duration CALM_AFTER = Duration.ofSeconds(30);

    /** A device that is pulled out at rest is still noticed within a second. */
    private static final Duration CALM_LOOKS = Duration.ofMillis(700);

    /** How long between two looks, where it would be so long while somebody is at work with it. */
    public Duration between(Duration lively) {
        return this == LIVELY || lively.compareTo(CALM_LOOKS) > 0 ? lively : CALM_LOOKS;
    }
}
