package banyan.simulator;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/** The simulator as a program: starts every twin, says where each can be reached, and runs until it is ended. */
public final class SimulatorMain {
    private static final String USAGE = """
            simulator [--dir FOLDER] [--fixtures FOLDER] [--port N] [--camera-port N] [--printer-port N] [--page-seconds S]
              --dir           serial ports and printed sheets go here (default: a folder for this simulator alone)
              --fixtures      cards/, pages/ and signatures/ of your own
              --port          the dock and the control paths; 0 or nothing: any free port
            """;

    private SimulatorMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.setProperty("java.awt.headless", "true");
        // On its own, this program logs as it likes; inside another's it leaves the log alone.
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "banyan/simulator/logback-simulator.xml");
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Optional<SimulatorSettings> settings = settings(arguments);
        if (settings.isEmpty()) {
            out.print(USAGE);
            System.exit(2);
            return;
        }
        Simulator simulator;
        try {
            simulator = Simulator.start(settings.get());
        } catch (UncheckedIOException e) {
            out.println(e.getMessage());
            System.exit(1);
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "end"));
        out.println(simulator.addresses());
        out.println("模拟设备已启动 / Simulated devices are running");
        out.println("  设备坞 device dock     " + simulator.controlUri());
        out.println("  身份证阅读器 card reader " + simulator.idCardReaderPort() + "  " + simulator.usbIdCardReaderUri());
        out.println("  签字板 signature pad    " + simulator.signaturePadPort());
        out.println("  高拍仪 camera           " + simulator.cameraLiveUri() + "  " + simulator.cameraStillUri());
        out.println("  文件柜 cabinet          " + simulator.documentCabinetPort());
        out.println("  感应与指示灯 auxiliaries " + simulator.auxiliariesPort());
        out.println("  打印机 printer          " + simulator.printerUri());
        out.println("  人像摄像头 face camera   " + simulator.faceCameraLiveUri() + "  " + simulator.faceCameraStillUri());
        out.println("  带屏签字板 STU pad      " + simulator.stuPadUri());
        out.println("  扫描仪 scanner          " + simulator.scannerUri());
        out.println("  扫码器 code scanner      " + simulator.codeScannerPort() + "  " + simulator.hidCodeScannerUri());
        out.println("  凭条打印机 receipts     " + simulator.receiptPrinterPort() + "  " + simulator.receiptPrinterUri());
        new CountDownLatch(1).await();
    }

    /** Empty if the arguments make no sense. */
    static Optional<SimulatorSettings> settings(String... arguments) {
        SimulatorSettings settings = SimulatorSettings.in(usualFolder());
        if (arguments.length % 2 != 0) {
            return Optional.empty();
        }
        for (int i = 0; i < arguments.length; i += 2) {
            String value = arguments[i + 1];
            boolean port = value.matches("\\d{1,5}") && Integer.parseInt(value) <= 0xFFFF;
            SimulatorSettings so = settings;
            Optional<SimulatorSettings> next = switch (arguments[i]) {
                case "--dir" -> Optional.of(so.withFolder(Path.of(value).toAbsolutePath()));
                case "--fixtures" -> Optional.of(so.withFixtures(Path.of(value).toAbsolutePath()));
                case "--port" -> only(port, () -> so.withPorts(number(value), so.cameraPort(), so.printerPort()));
                case "--camera-port" ->
                    only(port, () -> so.withPorts(so.controlPort(), number(value), so.printerPort()));
                case "--printer-port" ->
                    only(port, () -> so.withPorts(so.controlPort(), so.cameraPort(), number(value)));
                case "--page-seconds" ->
                    only(
                            value.matches("\\d{1,3}(\\.\\d{1,6})?"),
                            () -> so.withSecondsPerPage(Double.parseDouble(value)));
                default -> Optional.empty();
            };
            if (next.isEmpty()) {
                return next;
            }
            settings = next.get();
        }
        return Optional.of(settings);
    }

    private static Optional<SimulatorSettings> only(boolean valid, Supplier<SimulatorSettings> settings) {
        return valid ? Optional.of(settings.get()) : Optional.empty();
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static Path usualFolder() {
        String home = System.getProperty("banyan.home");
        return home == null
                ? Path.of(
                        System.getProperty("java.io.tmpdir"),
                        "banyan-simulator-" + ProcessHandle.current().pid())
                : Path.of(home, ".kiosk", "simulator");
    }
}
