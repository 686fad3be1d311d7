package banyan.kiosk.visit;

import banyan.device.Deadline;
import banyan.device.Fault;
import banyan.device.Outcome;
import banyan.device.Printer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A printer that prints when it is told to. */
final class FakePrinter extends FakeDevice implements Printer {
    static final Fault EMPTY = new Fault(Fault.Kind.MEDIA, Fault.Remedy.REFILL, "PRINTER-PAPER-OUT");

    /** A job as it came, with the one who is told. */
    record Job(PrintJob document, PrintListener listener) {}

    final List<Job> jobs = new ArrayList<>();
    /** What it knows of earlier jobs. */
    final Map<String, Found> found = new HashMap<>();

    final List<String> looked = new ArrayList<>();
    int cancelled;
    /** Prints every page as soon as it is sent. */
    boolean quick = true;

    Job last() {
        return jobs.getLast();
    }

    void finish() {
        last().listener().happened(new PrintEvent.PagesOut(last().document().pages()));
        last().listener().happened(new PrintEvent.Printed(last().document().pages()));
    }

    @Override
    public Outcome<Found> find(String name, int pages, Deadline deadline) {
        looked.add(name);
        return Outcome.done(found.getOrDefault(name, new Found.NotKnown()));
    }

    @Override
    public Outcome<PrintTask> print(PrintJob job, PrintListener listener, Deadline deadline) {
        jobs.add(new Job(job, listener));
        if (quick) {
            finish();
        }
        return Outcome.done(_ -> {
            cancelled++;
            listener.happened(new PrintEvent.Cancelled(0));
            return Outcome.done(true);
        });
    }

    @Override
    public String id() {
        return "printer";
    }
}
