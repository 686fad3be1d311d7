package banyan.driver.ipp;

import banyan.device.Deadline;
import banyan.device.DeviceSettings;
import banyan.device.DrivenDevice;
import banyan.device.Outcome;
import banyan.device.Printer;
import java.net.URI;
import java.util.Map;

/** A printer that is asked by IPP. */
final class IppPrinter extends DrivenDevice<PrinterWire> implements Printer {
    IppPrinter(DeviceSettings settings) {
        this(settings, URI.create(settings.get("url", "")));
    }

    private IppPrinter(DeviceSettings settings, URI url) {
        super(
                settings.id(),
                new PrinterWire(
                        url,
                        settings.get("media", IppDriver.MEDIA),
                        Trays.of(settings),
                        SnmpAddress.of(settings, url.getHost())));
    }

    @Override
    public Outcome<PrintTask> print(PrintJob job, PrintListener listener, Deadline deadline) {
        return thread().runToItsEnd(deadline, turn -> wire().print(turn, job, listener))
                .map(this::task);
    }

    @Override
    public Outcome<Found> find(String name, int pages, Deadline deadline) {
        return thread().run(deadline, turn -> wire().find(turn, name, pages));
    }

    Map<String, String> misfits() {
        return wire().misfits();
    }

    private PrintTask task(Job job) {
        return deadline -> thread().run(deadline, turn -> wire().cancel(turn, job));
    }
}
