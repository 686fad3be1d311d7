package banyan.driver.sane;

import banyan.device.Deadline;
import banyan.device.DrivenDevice;
import banyan.device.Outcome;
import banyan.device.Scanner;
import java.util.Set;

/** A scanner behind a SANE daemon. */
final class SaneScanner extends DrivenDevice<SaneWire> implements Scanner {
    SaneScanner(String id, Daemon daemon, Wishes wishes) {
        super(id, new SaneWire(id, daemon, wishes));
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
