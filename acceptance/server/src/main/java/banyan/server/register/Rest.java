package banyan.server.register;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Leaves somebody alone for a while who fails half of the time, and then tries before it asks on. */
public final class Rest {
    private static final int HALF = 50;

    private final CircuitBreaker breaker;

    /**
     * @param lookedAt of so many last answers, once half as many are there
     * @param rest how long nobody is asked
     * @param tried so many times after it
     * @param changed hears what it has become
     */
    public Rest(String name, int lookedAt, Duration rest, int tried, InstantSource clock, Consumer<String> changed) {
        breaker = CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .clock(clock instanceof Clock whole ? whole : clock.withZone(ZoneOffset.UTC))
                        .slidingWindowSize(lookedAt)
                        .minimumNumberOfCalls(lookedAt / 2)
                        .failureRateThreshold(HALF)
                        .waitDurationInOpenState(rest)
                        .permittedNumberOfCallsInHalfOpenState(tried)
                        .build());
        breaker.getEventPublisher()
                .onStateTransition(event -> changed.accept(event.getStateTransition().getToState().name()));
    }

    /** Whether it may be asked now; whoever is let says then what came of it. */
    public boolean mayAsk() {
        return breaker.tryAcquirePermission();
    }

    /** There was nothing to ask. */
    public void notAsked() {
        breaker.releasePermission();
    }

    /** It answered. */
    public void answered() {
        breaker.onSuccess(0, TimeUnit.NANOSECONDS);
    }

    /** It did not. */
    public void unanswered() {
        breaker.onError(0, TimeUnit.NANOSECONDS, new Unanswered());
    }

    /** How it stands. */
    ProviderState.Circuit circuit() {
        return switch (breaker.getState()) {
            case OPEN, FORCED_OPEN -> ProviderState.Circuit.OPEN;
            case HALF_OPEN -> ProviderState.Circuit.TRYING;
            case CLOSED, DISABLED, METRICS_ONLY -> ProviderState.Circuit.CLOSED;
        };
    }

    /** What is counted; it goes nowhere. */
    private static final class Unanswered extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unanswered() {
            super("", null, false, false);
        }
    }
}
