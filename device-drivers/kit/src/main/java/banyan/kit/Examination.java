package banyan.kit;

import banyan.conformance.Rig;
import banyan.device.Device;
import banyan.device.DeviceDriver;
import banyan.device.DevicePart;
import banyan.device.DeviceState;
import banyan.device.Nameplate;
import banyan.kit.contract.ContractRun;
import banyan.kit.contract.Row;
import banyan.kit.report.Machine;
import banyan.kit.report.Report;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** One driver and everything that is asked of it, from the first row to the report. */
final class Examination {
    private static final DateTimeFormatter IN_NAMES = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
    private static final Duration OPENING = Duration.ofSeconds(6);

    private final DeviceDriver driver;
    private final Supplier<? extends Rig> rigs;
    private final String farEnd;
    private final PrintStream out;
    private final Function<Consumer<Row>, List<Row>> contract;

    /** The contract of the driver's class, with these rigs. */
    Examination(DeviceDriver driver, Supplier<? extends Rig> rigs, String farEnd, PrintStream out) {
        this(driver, rigs, farEnd, out, told -> ContractRun.of(driver.kind(), rigs, told));
    }

    /** A contract that somebody brings. */
    Examination(
            DeviceDriver driver,
            Supplier<? extends Rig> rigs,
            String farEnd,
            PrintStream out,
            Function<Consumer<Row>, List<Row>> contract) {
        this.driver = driver;
        this.contract = contract;
        this.rigs = rigs;
        this.farEnd = farEnd;
        this.out = out;
    }

    /** Runs it all. */
    Report run() {
        out.printf("%s, against %s%n", driver.model(), farEnd);
        long began = System.nanoTime();
        List<Row> rows = new ArrayList<>(contract.apply(this::tell));
        CodecRows.of(driver).forEach(row -> {
            tell(row);
            rows.add(row);
        });
        Report report;
        try (Rig rig = rigs.get()) {
            Said said = said(rig);
            report = new Report(
                    driver.model(),
                    Optional.ofNullable(driver.getClass().getPackage().getImplementationVersion()),
                    driver.kind(),
                    farEnd,
                    rig.settings().values(),
                    said.nameplate(),
                    said.parts(),
                    ZonedDateTime.now(ZoneId.systemDefault()),
                    Machine.here(),
                    rows,
                    Duration.ofNanos(System.nanoTime() - began));
        }
        return report;
    }

    private void tell(Row row) {
        String number = row.promise().orElse("class");
        out.printf(
                "  %-6s%-15s%6d ms  %s%n",
                number, row.verdict().word(), row.took().toMillis(), row.sentence());
        row.reason().ifPresent(reason -> out.println("            " + reason));
    }

    /** What a device says of itself. */
    private record Said(Nameplate nameplate, List<DevicePart> parts) {}

    private Said said(Rig rig) {
        CountDownLatch ready = new CountDownLatch(1);
        try (Device device = driver.create(rig.settings())) {
            device.start((_, state) -> {
                if (state instanceof DeviceState.Ready) {
                    ready.countDown();
                }
            });
            // A device that never becomes ready has said so in the rows, and has a blank plate here.
            boolean _ = ready.await(OPENING.toMillis(), TimeUnit.MILLISECONDS);
            return new Said(device.nameplate(), device.parts());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Said(Nameplate.BLANK, List.of());
        }
    }

    /** Writes text and JSON side by side; the name of the text. */
    static Path keep(Report report, Path folder) throws IOException {
        Files.createDirectories(folder);
        String name = "conformance-" + report.driver() + "-" + IN_NAMES.format(report.date());
        Files.writeString(folder.resolve(name + ".json"), report.json());
        return Files.writeString(folder.resolve(name + ".txt"), report.text());
    }
}
