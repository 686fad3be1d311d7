package banyan.cache;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Something that costs a look, and is looked at no oftener than so; in between it is what it was. */
final class Glance {
    private final long every;
    private final BooleanSupplier eyes;
    private long lookedAt;
    private boolean seen;

    Glance(Duration every, BooleanSupplier eyes) {
        this.every = every.toNanos();
        this.eyes = eyes;
        this.lookedAt = System.nanoTime() - this.every;
    }

    synchronized boolean look() {
        if (System.nanoTime() - lookedAt >= every) {
            seen = eyes.getAsBoolean();
            lookedAt = System.nanoTime();
        }
        return seen;
    }
}
