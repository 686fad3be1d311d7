package banyan.bench;

import banyan.conformance.PrinterRig;
import banyan.conformance.Rig;
import banyan.device.DeviceDriver;
import banyan.kit.rig.Twins;
import banyan.walk.KioskJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What a terminal that nobody uses takes of a processor, over a minute: with its screen, and with every driver there is. */
final class IdleBench implements Bench {
    /** As long as the compiler has something to do; a terminal stands idle for hours. */
    private static final Duration SETTLING = Duration.ofSeconds(180);
    private static final Duration MEASURED = Duration.ofSeconds(60);
    private static final double LIMIT_PERCENT = 2;
    private static final int CERTIFICATE_SHEETS = 50;

    /** The kernel counts in hundredths of a second for programs, whatever its own clock. */
    private static final double TICKS_A_SECOND = 100;

    @Override
    public String name() {
        return "idle";
    }

    @Override
    public List<Figure> measure() throws IOException, InterruptedException {
        List<Figure> figures = new ArrayList<>();
        try (Hall hall = Hall.walked()) {
            figures.add(Figure.within(
                    "idle: the demonstration's terminal, of one core", percent(hall.pid()), "%", LIMIT_PERCENT));
        }
        List<Rig> rigs = new ArrayList<>();
        try {
            List<String> arguments = allDrivers(rigs);
            // Each rig that was made put the twins back to how they begin; the printer's second tray was filled before.
            rigs.stream()
                    .filter(PrinterRig.class::isInstance)
                    .map(PrinterRig.class::cast)
                    .forEach(printer -> printer.leaveCertificatePaper(CERTIFICATE_SHEETS));
            figures.add(opened(arguments));
        } finally {
            rigs.forEach(Rig::close);
        }
        return figures;
    }

    private static Figure opened(List<String> arguments) throws IOException, InterruptedException {
        Process open = start(arguments);
        try {
            return Figure.within(
                    "idle: %d drivers open at their twins, of one core".formatted(arguments.size()),
                    percent(open.pid()),
                    "%",
                    LIMIT_PERCENT);
        } finally {
            open.destroy();
            boolean _ = open.waitFor(5, TimeUnit.SECONDS);
        }
    }

    /** Model and settings of every driver that has a twin; the twins stand until their rigs are closed. */
    private static List<String> allDrivers(List<Rig> rigs) throws IOException {
        System.setProperty(
                "banyan.kit.twins", Files.createTempDirectory("banyan-idle").toString());
        List<String> arguments = new ArrayList<>();
        for (DeviceDriver driver : ServiceLoader.load(DeviceDriver.class)) {
            Twins.of(driver.model()).ifPresent(twin -> {
                Rig rig = twin.rig().apply(driver);
                rigs.add(rig);
                StringBuilder argument = new StringBuilder(driver.model());
                rig.settings().values().forEach((name, value) -> argument.append('\t')
                        .append(name)
                        .append('=')
                        .append(value));
                arguments.add(argument.toString());
            });
        }
        return arguments;
    }

    private static Process start(List<String> arguments) throws IOException {
        List<String> line = new ArrayList<>();
        line.add(Child.java().toString());
        line.addAll(KioskJvm.OPTIONS);
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), "banyan.bench.inside.OpenDrivers"));
        line.addAll(arguments);
        Process process = new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String said = out.readLine(); said != null; said = out.readLine()) {
            if (said.startsWith("BENCH OPEN")) {
                return process;
            }
        }
        process.destroy();
        throw new IOException("not every driver became ready at its twin");
    }

    private static double percent(long pid) throws IOException {
        LockSupport.parkNanos(SETTLING.toNanos());
        double before = seconds(pid);
        long began = System.nanoTime();
        LockSupport.parkNanos(MEASURED.toNanos());
        return 100 * (seconds(pid) - before) / ((System.nanoTime() - began) / 1e9);
    }

    /** Processor time so far of a process and of the children in which it keeps native libraries. */
    private static double seconds(long pid) throws IOException {
        double all = own(pid);
        for (ProcessHandle child : ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .toList()) {
            all += own(child.pid());
        }
        return all;
    }

    private static double own(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        // After the name in brackets: state first, user time twelfth, system time thirteenth.
        String[] words = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(words[11]) + Long.parseLong(words[12])) / TICKS_A_SECOND;
    }
}
