package banyan.server.register;

import banyan.acceptance.Fact;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** All providers behind one door, each under its own guard; for each query the first that has it, for facts all that know some. */
public final class Providers implements Registers, AutoCloseable {
    private final List<Guarded> all;

    Providers(List<Guarded> all) {
        this.all = List.copyOf(all);
    }

    /** Those that are configured, and the built-in one with its sample data for everything that they do not have. */
    public static Providers of(List<RestProvider> configured) {
        List<Guarded> all = new ArrayList<>();
        configured.forEach(one -> all.add(new Guarded(one, one.bounds(), Clock.systemUTC())));
        all.add(new Guarded(DemonstrationRegister.builtIn(), Bounds.USUAL, Clock.systemUTC()));
        return new Providers(all);
    }

    @Override
    public Optional<Told> query(Ask ask) {
        return all.stream()
                .filter(one -> one.provider().has(ask))
                .findFirst()
                .map(one -> new Told(one.provider().name(), one.query(ask)));
    }

    /** They are asked at the same time, so that the slowest alone decides how long it takes. */
    @Override
    public List<Fact> facts(String citizen, Set<String> names, LocalDate today) {
        Set<String> open = new HashSet<>(names);
        List<Fact> facts = new ArrayList<>();
        try (ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Fact>>> saying = new ArrayList<>();
            for (Guarded one : all) {
                Set<String> its = new HashSet<>(open);
                its.retainAll(one.provider().factNames());
                open.removeAll(its);
                if (!its.isEmpty()) {
                    saying.add(beside.submit(() -> facts(one, citizen, its, today)));
                }
            }
            for (Future<List<Fact>> one : saying) {
                facts.addAll(one.get());
            }
        } catch (ExecutionException mistake) {
            throw new IllegalStateException("a guard let something through", mistake.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return facts;
    }

    private static List<Fact> facts(Guarded one, String citizen, Set<String> names, LocalDate today) {
        return switch (one.heard(() -> one.provider().facts(citizen, names, today), Optional::isPresent)) {
            case Guarded.Heard.Said<Optional<List<Fact>>>(var said) -> said.orElse(List.of());
            case Guarded.Heard.Silent<Optional<List<Fact>>> _ -> List.of();
        };
    }

    /** How each stands now. */
    public List<ProviderState> states() {
        return all.stream().map(Guarded::state).toList();
    }

    @Override
    public void close() {
        all.forEach(Guarded::close);
    }
}
