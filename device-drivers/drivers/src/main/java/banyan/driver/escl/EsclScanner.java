package banyan.driver.escl;

import banyan.device.Deadline;
import banyan.device.DrivenDevice;
import banyan.device.Outcome;
import banyan.device.Scanner;
import java.util.Set;

/** A scanner that speaks eSCL. */
final class EsclScanner extends DrivenDevice<EsclWire> implements Scanner {
    EsclScanner(String id, EsclLine line, Area area) {
        super(id, new EsclWire(id, line, area));
    }

    @Override
    public Outcome<ScanTask> scan(ScanJob job, ScanListener listener, Deadline deadline) {
        return thread().run(deadline, turn -> wire().begin(turn, job, listener)).map(run -> limit -> thread().run(
                        limit, _ -> Outcome.done(run.cancel())));
    }

    @Override
    public Set<Source> sources() {
        return wire().sources();
    }
}
