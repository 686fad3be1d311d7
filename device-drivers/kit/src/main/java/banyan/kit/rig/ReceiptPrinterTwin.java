package banyan.kit.rig;

import banyan.conformance.ReceiptPrinterRig;
import banyan.device.DeviceDriver;
import java.util.List;
import java.util.Map;

/** A hand at the receipt printer's twin, by its serial or by its TCP port. */
public final class ReceiptPrinterTwin extends TwinRig implements ReceiptPrinterRig {
    private ReceiptPrinterTwin(DeviceDriver driver, Map<String, String> settings) {
        super("receipt-printer", driver, settings);
    }

    /** By its serial port, confirming by its paper sensor. */
    public static ReceiptPrinterTwin serial(DeviceDriver driver) {
        return new ReceiptPrinterTwin(
                driver,
                Map.of("port", SIMULATOR.receiptPrinterPort().toString(), "confirm", "paper-status", "cut", "full"));
    }

    /** By its TCP port, confirming by the number of each receipt. */
    public static ReceiptPrinterTwin tcp(DeviceDriver driver) {
        return new ReceiptPrinterTwin(
                driver, Map.of("url", SIMULATOR.receiptPrinterUri().toString()));
    }

    @Override
    public void load() {
        act("load");
    }

    @Override
    public void nearEnd() {
        act("low");
    }

    @Override
    public void runOut() {
        act("run-out");
    }

    @Override
    public void runOutAfter(int lines) {
        after("run-out", lines);
    }

    @Override
    public void openCoverAfter(int lines) {
        after("open-cover", lines);
    }

    @Override
    public void closeCover() {
        act("close-cover");
    }

    @Override
    public void jamCutter() {
        act("jam-cutter");
    }

    @Override
    public void clearCutter() {
        act("clear-jam");
    }

    @Override
    public void fallSilentAfter(int lines) {
        after("silence", lines);
    }

    @Override
    public void unplugAfter(int lines) {
        after("unplug", lines);
    }

    @Override
    public void cutPowerAfter(int lines) {
        after("power-off", lines);
    }

    private void after(String action, int lines) {
        act(action, "{\"afterLines\": " + lines + "}");
    }

    @Override
    public void slow(int millisPerLine) {
        act("speed", "{\"millisPerLine\": " + millisPerLine + "}");
    }

    @Override
    public List<Slip> receipts() {
        return SIMULATOR.receipts().stream()
                .map(slip -> new Slip(slip.text(), slip.codes(), slip.cut()))
                .toList();
    }

    @Override
    public int linesBrokenByThePrinter() {
        return twinState().path("linesTooLong").intValue(-1);
    }

    /** From now on there are stray bytes before answers and pauses between them. */
    public void makeNoise() {
        act("grade", "{\"grade\": \"hostile\"}");
    }

    /** How many commands came that the printer does not know. */
    public int unknownCommands() {
        return twinState().path("unknownCommands").intValue(-1);
    }
}
