package banyan.simulator;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the twins are and how they run. Ports are on loopback; 0 means any free one.
 *
 * @param folder the serial ports' names and the printed sheets are kept here
 * @param fixtures a folder with cards, pages and signatures besides the built-in ones
 * @param secondsPerPage how long the printer takes for a side of paper
 */
public record SimulatorSettings(
        Path folder,
        Optional<Path> fixtures,
        int controlPort,
        int cameraPort,
        int printerPort,
        double secondsPerPage,
        int readerBaud,
        int padBaud) {
    private static final double PAGE_SECONDS = 0.4;
    private static final int READER_BAUD = 115_200;
    private static final int PAD_BAUD = 38_400;

    public static SimulatorSettings in(Path folder) {
        return new SimulatorSettings(folder, Optional.empty(), 0, 0, 0, PAGE_SECONDS, READER_BAUD, PAD_BAUD);
    }

    public SimulatorSettings withFolder(Path now) {
        return new SimulatorSettings(
                now, fixtures, controlPort, cameraPort, printerPort, secondsPerPage, readerBaud, padBaud);
    }

    public SimulatorSettings withFixtures(Path now) {
        return new SimulatorSettings(
                folder, Optional.of(now), controlPort, cameraPort, printerPort, secondsPerPage, readerBaud, padBaud);
    }

    public SimulatorSettings withPorts(int control, int camera, int printer) {
        return new SimulatorSettings(folder, fixtures, control, camera, printer, secondsPerPage, readerBaud, padBaud);
    }

    public SimulatorSettings withSecondsPerPage(double now) {
        return new SimulatorSettings(folder, fixtures, controlPort, cameraPort, printerPort, now, readerBaud, padBaud);
    }

    public SimulatorSettings withBaud(int reader, int pad) {
        return new SimulatorSettings(
                folder, fixtures, controlPort, cameraPort, printerPort, secondsPerPage, reader, pad);
    }
}
