package banyan.kit.contract;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import banyan.conformance.Rig;
import banyan.device.DeviceKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestTag;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the contract of a class of devices, row by row, with rigs that somebody brings. */
public final class ContractRun implements TestExecutionListener {
    private static final int LONGEST_REASON = 500;

    private final Consumer<Row> told;
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, Long> began = new ConcurrentHashMap<>();

    private ContractRun(Consumer<Row> told) {
        this.told = told;
    }

    /**
     * Runs it.
     *
     * @param told each row as soon as it is known
     * @return all rows; empty where there is no contract for this class
     */
    public static List<Row> of(DeviceKind kind, Supplier<? extends Rig> rigs, Consumer<Row> told) {
        Optional<Suites.Suite> suite = Suites.of(kind);
        if (suite.isEmpty()) {
            return List.of();
        }
        Stand.prepare(rigs);
        return of(suite.get().contract(), told);
    }

    /** Runs a driver's own test of a contract, which brings its own rig. */
    public static List<Row> of(Class<?> contract, Consumer<Row> told) {
        ContractRun run = new ContractRun(told);
        Launcher launcher = LauncherFactory.create();
        launcher.execute(
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectClass(contract))
                        .build(),
                run);
        return List.copyOf(run.rows);
    }

    /** The hand that the contract of this class needs; empty where there is no contract. */
    public static Optional<Class<? extends Rig>> rig(DeviceKind kind) {
        return Suites.of(kind).map(Suites.Suite::rig);
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        began.put(test.getUniqueId(), System.nanoTime());
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        boolean broken = result.getStatus() != TestExecutionResult.Status.SUCCESSFUL;
        if (test.isTest() || broken) {
            long since = Optional.ofNullable(began.remove(test.getUniqueId())).orElse(System.nanoTime());
            keep(new Row(
                    test.getTags().stream()
                            .map(TestTag::getName)
                            .filter(tag -> tag.matches("C[0-9]+"))
                            .findFirst(),
                    test.getDisplayName(),
                    switch (result.getStatus()) {
                        case SUCCESSFUL -> Row.Verdict.PASSED;
                        case ABORTED -> Row.Verdict.NOT_APPLICABLE;
                        case FAILED -> Row.Verdict.FAILED;
                    },
                    result.getThrowable().map(ContractRun::reason),
                    Duration.ofNanos(System.nanoTime() - since)));
        }
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        keep(new Row(
                Optional.empty(),
                test.getDisplayName(),
                Row.Verdict.NOT_APPLICABLE,
                Optional.of(reason),
                Duration.ZERO));
    }

    private void keep(Row row) {
        rows.add(row);
        told.accept(row);
    }

    private static String reason(Throwable thrown) {
        String said = Optional.ofNullable(thrown.getMessage())
                .orElse(thrown.getClass().getSimpleName())
                .replaceAll("\\s+", " ")
                .strip();
        return said.length() > LONGEST_REASON ? said.substring(0, LONGEST_REASON) + " …" : said;
    }
}
