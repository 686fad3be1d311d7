package banyan.server.register;

import banyan.server.register.Registers.Queried;
import banyan.server.register.Registers.Why;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A provider behind a deadline, a bound of calls at once and a breaker, so that a sick one takes nothing from the others. */
final class Guarded implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Guarded.class);
    private static final int LOOKED_AT = 10;
    private static final int TRIED = 2;

    private final Provider provider;
    private final Bounds bounds;
    private final Bulkhead places;
    private final CircuitBreaker breaker;
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
    private final LongAdder answered = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder turnedAway = new LongAdder();

    /** What became of a call: what was said, or why nothing was. */
    sealed interface Heard<T> {
        record Said<T>(T what) implements Heard<T> {}

        record Silent<T>(Why why) implements Heard<T> {}
    }

    Guarded(Provider provider, Bounds bounds, Clock clock) {
        this.provider = provider;
        this.bounds = bounds;
        this.places = Bulkhead.of(
                provider.name(),
                BulkheadConfig.custom()
                        .maxConcurrentCalls(bounds.atOnce())
                        .maxWaitDuration(Duration.ZERO)
                        .build());
        this.breaker = CircuitBreaker.of(
                provider.name(),
                CircuitBreakerConfig.custom()
                        .clock(clock)
                        .slidingWindowSize(LOOKED_AT)
                        .minimumNumberOfCalls(LOOKED_AT / 2)
                        .failureRateThreshold(50)
                        .waitDurationInOpenState(bounds.rest())
                        .permittedNumberOfCallsInHalfOpenState(TRIED)
                        .build());
        breaker.getEventPublisher()
                .onStateTransition(event -> LOG.warn(
                        "PROVIDER-{} name={}", event.getStateTransition().getToState(), provider.name()));
    }

    Provider provider() {
        return provider;
    }

    Queried query(Ask ask) {
        return switch (heard(() -> provider.query(ask), said -> !(said instanceof Queried.Away))) {
            case Heard.Said<Queried>(var said) -> said;
            case Heard.Silent<Queried>(var why) -> new Queried.Away(why);
        };
    }

    <T> Heard<T> heard(Supplier<T> call, Predicate<T> good) {
        if (!places.tryAcquirePermission()) {
            turnedAway.increment();
            return new Heard.Silent<>(Why.CROWDED);
        }
        if (!breaker.tryAcquirePermission()) {
            places.releasePermission();
            turnedAway.increment();
            return new Heard.Silent<>(Why.LEFT_ALONE);
        }
        long began = System.nanoTime();
        // Its place is free again when the call has really ended, not when nobody waits for it any more.
        Future<T> saying = calls.submit(() -> {
            try {
                return call.get();
            } finally {
                places.releasePermission();
            }
        });
        try {
            T said = saying.get(bounds.deadline().toMillis(), TimeUnit.MILLISECONDS);
            if (good.test(said)) {
                breaker.onSuccess(System.nanoTime() - began, TimeUnit.NANOSECONDS);
                answered.increment();
            } else {
                ill(began);
            }
            return new Heard.Said<>(said);
        } catch (TimeoutException slow) {
            saying.cancel(true);
            ill(began);
            return new Heard.Silent<>(Why.SLOW);
        } catch (ExecutionException mistake) {
            ill(began);
            // Its words may be of a citizen: the kind alone is told.
            LOG.error(
                    "PROVIDER-BUG name={} kind={}",
                    provider.name(),
                    mistake.getCause() == null ? "" : mistake.getCause().getClass().getName());
            return new Heard.Silent<>(Why.ILL);
        } catch (InterruptedException stopped) {
            saying.cancel(true);
            ill(began);
            Thread.currentThread().interrupt();
            return new Heard.Silent<>(Why.SLOW);
        }
    }

    private void ill(long began) {
        failed.increment();
        breaker.onError(System.nanoTime() - began, TimeUnit.NANOSECONDS, new Unanswered());
    }

    /** What the breaker counts; it goes nowhere. */
    private static final class Unanswered extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unanswered() {
            super("", null, false, false);
        }
    }

    ProviderState state() {
        int free = places.getMetrics().getAvailableConcurrentCalls();
        return new ProviderState(
                provider.name(),
                switch (breaker.getState()) {
                    case OPEN, FORCED_OPEN -> ProviderState.Circuit.OPEN;
                    case HALF_OPEN -> ProviderState.Circuit.TRYING;
                    case CLOSED, DISABLED, METRICS_ONLY -> ProviderState.Circuit.CLOSED;
                },
                bounds.atOnce() - free,
                bounds.atOnce(),
                answered.sum(),
                failed.sum(),
                turnedAway.sum());
    }

    @Override
    public void close() {
        calls.shutdownNow();
    }
}
