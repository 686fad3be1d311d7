package banyan.server.register;

import banyan.server.register.Registers.Queried;
import banyan.server.register.Registers.Why;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
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
    private final Rest breaker;
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
        this.breaker = new Rest(
                provider.name(),
                LOOKED_AT,
                bounds.rest(),
                TRIED,
                clock,
                state -> LOG.warn("PROVIDER-{} name={}", state, provider.name()));
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
        if (!breaker.mayAsk()) {
            places.releasePermission();
            turnedAway.increment();
            return new Heard.Silent<>(Why.LEFT_ALONE);
        }
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
                breaker.answered();
                answered.increment();
            } else {
                ill();
            }
            return new Heard.Said<>(said);
        } catch (TimeoutException slow) {
            saying.cancel(true);
            ill();
            return new Heard.Silent<>(Why.SLOW);
        } catch (ExecutionException mistake) {
            ill();
            // Its words may be of a citizen: the kind alone is told.
            LOG.error(
                    "PROVIDER-BUG name={} kind={}",
                    provider.name(),
                    mistake.getCause() == null ? "" : mistake.getCause().getClass().getName());
            return new Heard.Silent<>(Why.ILL);
        } catch (InterruptedException stopped) {
            saying.cancel(true);
            ill();
            Thread.currentThread().interrupt();
            return new Heard.Silent<>(Why.SLOW);
        }
    }

    private void ill() {
        failed.increment();
        breaker.unanswered();
    }

    ProviderState state() {
        int free = places.getMetrics().getAvailableConcurrentCalls();
        return new ProviderState(
                provider.name(),
                breaker.circuit(),
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
