package banyan.simulator.usb;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A HID device as the host's kernel expects one: its descriptors, and HID's requests for feature reports. */
public final class HidGadget implements UsbGadget {
    /** Where its input reports go. */
    public static final int INPUT = 0x81;

    private static final int GET_DESCRIPTOR = 0x06;
    private static final int FEATURE = 3;

    /** What is particular to this device. */
    public interface Features {
        /** The feature report of that number, its number first; empty where there is none. */
        Optional<byte[]> get(int number);

        /** Sets a feature report, its number first; whether there is one. */
        boolean set(byte[] report);
    }

    private final int vendor;
    private final int product;
    private final List<String> words;
    private final byte[] reportDescriptor;
    private final Features features;

    /** @param words maker, model and serial number, as its USB strings say them */
    public HidGadget(int vendor, int product, List<String> words, byte[] reportDescriptor, Features features) {
        this.vendor = vendor;
        this.product = product;
        this.words = List.copyOf(words);
        this.reportDescriptor = reportDescriptor.clone();
        this.features = features;
    }

    @Override
    public int vendor() {
        return vendor;
    }

    @Override
    public int product() {
        return product;
    }

    @Override
    public Optional<byte[]> control(byte[] setup, byte[] data) {
        int type = setup[0] & 0xFF;
        int request = setup[1] & 0xFF;
        int low = setup[2] & 0xFF;
        int high = setup[3] & 0xFF;
        return switch (type) {
            case 0x80 -> request == GET_DESCRIPTOR ? descriptor(high, low) : Optional.of(new byte[] {0, 0});
            case 0x81 -> request == GET_DESCRIPTOR && high == 0x22 ? Optional.of(reportDescriptor) : Optional.empty();
            case 0xA1 -> request == 0x01 && high == FEATURE ? features.get(low) : Optional.empty();
            case 0x21 -> classRequest(request, high, data);
            // Configurations and features of the bus: agreed to.
            case 0x00, 0x01, 0x02 -> Optional.of(new byte[0]);
            default -> Optional.empty();
        };
    }

    private Optional<byte[]> classRequest(int request, int high, byte[] data) {
        boolean idle = request == 0x0A;
        boolean set = request == 0x09 && high == FEATURE && data.length > 0 && features.set(data);
        return idle || set ? Optional.of(new byte[0]) : Optional.empty();
    }

    private Optional<byte[]> descriptor(int type, int index) {
        return switch (type) {
            case 1 -> Optional.of(device());
            case 2 -> Optional.of(configuration());
            case 3 -> string(index);
            default -> Optional.empty();
        };
    }

    private byte[] device() {
        ByteBuffer bytes = ByteBuffer.allocate(18).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(new byte[] {18, 1}).putShort((short) 0x0200).put(new byte[] {0, 0, 0, 64});
        bytes.putShort((short) vendor).putShort((short) product).putShort((short) 0x0100);
        return bytes.put(new byte[] {1, 2, 3, 1}).array();
    }

    private byte[] configuration() {
        ByteBuffer bytes = ByteBuffer.allocate(34).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(new byte[] {9, 2, 34, 0, 1, 1, 0, (byte) 0x80, 50});
        bytes.put(new byte[] {9, 4, 0, 0, 1, 3, 0, 0, 0});
        bytes.put(new byte[] {9, 0x21, 0x11, 0x01, 0, 1, 0x22}).putShort((short) reportDescriptor.length);
        return bytes.put(new byte[] {7, 5, (byte) INPUT, 3, 64, 0, 2}).array();
    }

    private Optional<byte[]> string(int index) {
        if (index == 0) {
            return Optional.of(new byte[] {4, 3, 0x09, 0x04});
        }
        if (index > words.size()) {
            return Optional.empty();
        }
        byte[] text = words.get(index - 1).getBytes(StandardCharsets.UTF_16LE);
        return Optional.of(ByteBuffer.allocate(2 + text.length)
                .put((byte) (2 + text.length))
                .put((byte) 3)
                .put(text)
                .array());
    }

    @Override
    public void received(int endpoint, byte[] bytes) {
        // It has no endpoint for that.
    }
}
