package banyan.kiosk.visit;

import banyan.device.CodeScanner;
import banyan.device.Deadline;
import banyan.device.DeviceState;
import banyan.device.Fault;
import banyan.device.Outcome;
import java.util.Optional;

/** A code scanner before which a test holds things. */
final class FakeCodes extends FakeDevice implements CodeScanner {
    private static final Fault GONE = new Fault(Fault.Kind.DISCONNECTED, Fault.Remedy.CALL_STAFF, "CODE-UNPLUGGED");

    Optional<CodeListener> listener = Optional.empty();
    boolean usable = true;

    @Override
    public Outcome<Listening> listen(CodeListener told, Deadline deadline) {
        if (!usable) {
            return Outcome.failed(GONE);
        }
        listener = Optional.of(told);
        return Outcome.done(() -> listener = listener.filter(now -> now != told));
    }

    void hold(String text) {
        listener.orElseThrow().code(new Code(text));
    }

    void refuse(String code) {
        listener.orElseThrow().refused(new Fault(Fault.Kind.PROTOCOL, Fault.Remedy.ASK_CITIZEN, code));
    }

    void unplug() {
        usable = false;
        listener.ifPresent(told -> told.stopped(GONE));
        listener = Optional.empty();
    }

    @Override
    public String id() {
        return "code-scanner";
    }

    @Override
    public DeviceState state() {
        return usable ? DeviceState.ready() : new DeviceState.Absent(GONE);
    }
}
