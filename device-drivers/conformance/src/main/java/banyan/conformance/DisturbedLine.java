package banyan.conformance;

import banyan.device.DeviceSettings;

/** A line between driver and far end that can be made to misbehave. */
public interface DisturbedLine extends AutoCloseable {
    /** Settings that lead over this line. */
    DeviceSettings settings();

    /** From now on this happens to what the far end sends. */
    void disturb(Disturbance how);

    /** The end of every disturbance. */
    void calm();

    @Override
    void close();
}
