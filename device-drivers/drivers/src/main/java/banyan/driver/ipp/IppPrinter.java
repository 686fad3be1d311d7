package banyan.driver.ipp;

import banyan.device.Deadline;
import banyan.device.DeviceSettings;
import banyan.device.DeviceState;
import banyan.device.DeviceThread;
import banyan.device.Outcome;
import banyan.device.Printer;
import java.net.URI;

/** A printer that is asked by IPP. */
final class IppPrinter implements Printer {
    private final DeviceThread thread;
    private final PrinterWire wire;

    IppPrinter(DeviceSettings settings) {
        wire = new PrinterWire(URI.create(settings.get("url", "")), settings.get("media", IppDriver.MEDIA));
        thread = new DeviceThread(settings.id(), wire);
    }

    @Override
    public String id() {
        return thread.id();
    }

    @Override
    public DeviceState state() {
        return thread.state();
    }

    @Override
    public void start(StateListener listener) {
        thread.start(listener);
    }

    @Override
    public Outcome<PrintTask> print(PrintJob job, PrintListener listener, Deadline deadline) {
        return thread.runToItsEnd(deadline, turn -> wire.print(turn, job, listener))
                .map(this::task);
    }

    private PrintTask task(Job job) {
        return deadline -> thread.run(deadline, turn -> wire.cancel(turn, job));
    }

    @Override
    public Outcome<DeviceState> reset(Deadline deadline) {
        return thread.reset(deadline);
    }

    @Override
    public void forget() {
        thread.forget();
    }

    @Override
    public void close() {
        thread.close();
    }
}
