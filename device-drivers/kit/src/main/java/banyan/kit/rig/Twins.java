package banyan.kit.rig;

import banyan.conformance.Rig;
import banyan.device.DeviceDriver;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Which twin each of our drivers is tried against, and why one has none. */
public final class Twins {
    private static final Map<String, Function<DeviceDriver, Rig>> RIGS = Map.ofEntries(
            Map.entry("sam-v-serial", CardReaderTwin::new),
            Map.entry("isdv4-serial", SignaturePadTwin::new),
            Map.entry("sam-v-usb", CardReaderTwin::onUsb),
            Map.entry("stu-hid", StuPadTwin::new),
            Map.entry("ef01-serial", FingerprintPadTwin::new),
            Map.entry("code-scanner-hid", HidCodeScannerTwin::new),
            Map.entry("mjpeg-camera", CameraTwin::new),
            Map.entry("mjpeg-face-camera", FaceCameraTwin::new),
            Map.entry("modbus-cabinet", DocumentCabinetTwin::new),
            Map.entry("modbus-auxiliaries", AuxiliariesTwin::new),
            Map.entry("pcsc", driver -> new SmartCardTwin(driver, true)),
            Map.entry("ipp-everywhere", PrinterTwin::new),
            Map.entry("escpos-serial", ReceiptPrinterTwin::serial),
            Map.entry("escpos-tcp", ReceiptPrinterTwin::tcp),
            Map.entry("escl", ScannerTwin::new),
            Map.entry("code-scanner-serial", CodeScannerTwin::asked));

    private static final String KERNEL = "a camera of the kernel's cannot be simulated without a module of the kernel's";

    private static final Map<String, String> NONE = Map.of(
            "uvc-camera", KERNEL,
            "uvc-face-camera", KERNEL,
            "sane-net", "the test backend of SANE's own daemon stands in for a twin, in the tests");

    private Twins() {}

    /** How a hand at this model's twin is made; the simulator starts with the first. */
    public static Optional<Function<DeviceDriver, Rig>> of(String model) {
        return Optional.ofNullable(RIGS.get(model));
    }

    /** Why this model has no twin, where that is known. */
    public static Optional<String> whyNone(String model) {
        return Optional.ofNullable(NONE.get(model));
    }
}
