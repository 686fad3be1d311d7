package banyan.wire.hid;

import banyan.device.Fault;
import banyan.device.Nameplate;
import banyan.device.Outcome;
import banyan.device.Turn;
import java.time.Duration;
import java.util.Optional;

/** An open HID device, used by one thread. Once it is gone it stays gone: a replugged device is a new line. */
public interface HidLine extends AutoCloseable {
    /** Finds the device and opens it. */
    static Outcome<HidLine> open(Turn turn, HidAddress where) {
        return where.shared().isPresent()
                ? SharedHid.open(turn, where, where.shared().get())
                : HidrawLine.open(turn, where);
    }

    /**
     * An input report.
     *
     * @param bytes with the report's number first; whoever takes it overwrites it
     * @param nanos when it arrived, in the scale of {@link System#nanoTime()}
     */
    record Report(byte[] bytes, long nanos) {
        @Override
        public String toString() {
            return "Report[" + bytes.length + " bytes]";
        }
    }

    /** Whether the device went away: then its fault. */
    Optional<Fault> lost();

    /** The next input report that has arrived; never waits. */
    Optional<Report> report();

    /** Asks for a feature report; its number is the first byte of it. */
    Outcome<byte[]> feature(Turn turn, int number, int most, Duration atMost);

    /** Sets a feature report; its number is the first byte. */
    Outcome<Boolean> setFeature(Turn turn, byte[] report, Duration atMost);

    /**
     * Asks the device for something that every HID device has, its report descriptor, so that it shows that it lives. Through the
     * kernel's hidraw that answer is the kernel's own, and says only that the device is there.
     */
    Outcome<Boolean> alive(Turn turn, Duration atMost);

    /** The report descriptor: what the device says of its reports. */
    byte[] descriptor();

    /** Maker, model and serial number from its USB strings. */
    Nameplate nameplate();

    /** Overwrites every report that was not taken. */
    void forget();

    @Override
    void close();
}
