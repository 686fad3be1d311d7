package banyan.server.watch;

import banyan.server.wire.Crowd;
import banyan.server.wire.Route;
import banyan.server.wire.Watcher;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/** What is counted and measured of the centre, as Prometheus reads it. Routes and statuses, never who asked. */
public final class Figures implements Watcher, AutoCloseable {
    private static final Duration[] STEPS = {
        Duration.ofMillis(5),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2),
        Duration.ofSeconds(10)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final Map<Answered, Timer> timers = new ConcurrentHashMap<>();

    private record Answered(String method, String path, int status) {}

    public Figures() {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
    }

    @Override
    public void answered(Route route, int status, long nanos) {
        timers.computeIfAbsent(new Answered(route.method(), route.path(), status), this::timer)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(Answered of) {
        return Timer.builder("centre.requests")
                .description("Requests answered")
                .tags("method", of.method(), "route", of.path(), "status", Integer.toString(of.status()))
                .serviceLevelObjectives(STEPS)
                .register(registry);
    }

    /** How it stands at these doors, whenever somebody looks. */
    public void crowds(List<String> doors, Supplier<List<Crowd>> now) {
        for (String door : doors) {
            Supplier<Crowd> one = () -> now.get().stream()
                    .filter(crowd -> crowd.door().equals(door))
                    .findFirst()
                    .orElse(new Crowd(door, 0, 0, 0));
            Tags tags = Tags.of("door", door);
            Gauge.builder("centre.admission.free", () -> one.get().free()).tags(tags).register(registry);
            Gauge.builder("centre.admission.waiting", () -> one.get().waiting())
                    .tags(tags)
                    .register(registry);
            FunctionCounter.builder("centre.admission.refused", one, crowd -> crowd.get().refused())
                    .tags(tags)
                    .register(registry);
        }
    }

    /** Something that has a size now. */
    public void size(String name, String description, DoubleSupplier now) {
        Gauge.builder(name, now::getAsDouble).description(description).register(registry);
    }

    /** The same of one of several. */
    public void sizeOf(String name, String tag, String which, DoubleSupplier now) {
        Gauge.builder(name, now::getAsDouble).tags(tag, which).register(registry);
    }

    /** Something of which so many were done. */
    public void done(String name, String kind, long count) {
        registry.counter(name, "kind", kind).increment(count);
    }

    /** In Prometheus' text form. */
    public String text() {
        return registry.scrape();
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
