package banyan.cache;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A citizen who waits at the screen for one submission or supplement. Guarded by the sender's lock, but for the telling. */
final class Watch {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    private final String name;
    private final Consumer<Delivery> steps;
    private final Pace pace;
    private Delivery.@Nullable End end;
    private String lastCode = "NOT-YET-SENT";

    Watch(String name, Consumer<Delivery> steps, Duration first) {
        this.name = name;
        this.steps = steps;
        this.pace = new Pace(first, first.multipliedBy(8));
    }

    boolean isFor(Pending entry) {
        return entry.isFiled() && entry.name().equals(name);
    }

    String name() {
        return name;
    }

    Pace pace() {
        return pace;
    }

    void tell(Delivery step) {
        try {
            steps.accept(step);
        } catch (RuntimeException bug) {
            // Whoever listens must not be able to stop the sending.
            LOG.error("DELIVERY-LISTENER-BUG", bug);
        }
    }

    void failed(String code) {
        lastCode = code;
        pace.failed();
    }

    void end(Delivery.End last) {
        end = last;
    }

    boolean ended() {
        return end != null;
    }

    /** The end, or that there was none in time. */
    Delivery.End outcome() {
        return end != null ? end : new Delivery.StillHere(lastCode);
    }
}
