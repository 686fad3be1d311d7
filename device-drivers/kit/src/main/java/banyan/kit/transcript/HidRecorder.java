package banyan.kit.transcript;

import banyan.conformance.Tap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * Records what passes between terminal and a HID device that is shared by USB/IP: a line for each transfer, as USB keeps them apart. What
 * a control transfer brings is masked as the answer to its set-up, an input report as the answer to its number; a report whose number the
 * mask does not name becomes zeros.
 */
public final class HidRecorder implements Recording {
    private final String model;
    private final Mask mask;
    private final long began = System.nanoTime();
    private final List<Transcript.Line> lines = new ArrayList<>();
    private final UsbTransfers transfers = new UsbTransfers(new Kept());

    /** A recorder for a driver of this model, with its mask. */
    public HidRecorder(String model, Mask mask) {
        this.model = model;
        this.mask = mask;
    }

    private final class Kept implements UsbTransfers.Transfers {
        @Override
        public void control(byte[] setupAndData) {
            keep(Tap.Direction.TO_DEVICE, setupAndData);
        }

        @Override
        public void answered(byte[] setup, byte[] bytes) {
            keep(Tap.Direction.TO_DRIVER, mask.masked(setup, bytes));
        }

        @Override
        public void report(byte[] bytes) {
            byte[] number = Arrays.copyOf(bytes, 1);
            keep(Tap.Direction.TO_DRIVER, mask.names(number) ? mask.masked(number, bytes) : new byte[bytes.length]);
        }

        private void keep(Tap.Direction direction, byte[] bytes) {
            synchronized (lines) {
                lines.add(new Transcript.Line(direction, (System.nanoTime() - began) / 1_000_000, bytes));
            }
        }
    }

    @Override
    public void passed(Direction direction, byte[] bytes) {
        transfers.passed(direction, bytes);
    }

    @Override
    public Transcript transcript() {
        TreeMap<String, String> about = new TreeMap<>();
        about.put("model", model);
        about.put("wire", "usb");
        synchronized (lines) {
            return new Transcript(about, lines);
        }
    }
}
