package banyan.kiosk.visit;

import banyan.device.Deadline;
import banyan.device.DeviceState;
import banyan.device.Fault;
import banyan.device.Outcome;
import banyan.device.SignaturePad;
import java.util.Optional;

/** A pad on which a test writes. */
final class FakePad extends FakeDevice implements SignaturePad {
    private Optional<InkListener> listener = Optional.empty();
    boolean usable = true;
    boolean capturing;

    void write(double[]... points) {
        long nanos = 0;
        for (double[] point : points) {
            nanos += 5_000_000;
            listener.orElseThrow().point(new PenPoint(point[0], point[1], 0.6, true, nanos));
        }
        listener.orElseThrow().point(new PenPoint(0, 0, 0, false, nanos + 5_000_000));
    }

    void unplug() {
        usable = false;
        capturing = false;
        listener.orElseThrow().stopped(new Fault(Fault.Kind.DISCONNECTED, Fault.Remedy.CALL_STAFF, "PAD-GONE"));
    }

    @Override
    public Outcome<Capture> capture(InkListener told, Deadline deadline) {
        listener = Optional.of(told);
        capturing = true;
        return Outcome.done(new Capture() {
            @Override
            public double aspect() {
                return 2.5;
            }

            @Override
            public void clear() {}

            @Override
            public void close() {
                capturing = false;
            }
        });
    }

    @Override
    public String id() {
        return "signature-pad";
    }

    @Override
    public DeviceState state() {
        return usable
                ? DeviceState.ready()
                : new DeviceState.Absent(new Fault(Fault.Kind.DISCONNECTED, Fault.Remedy.CALL_STAFF, "PAD-GONE"));
    }
}
