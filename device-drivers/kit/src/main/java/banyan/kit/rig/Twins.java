package banyan.kit.rig;

import banyan.conformance.Rig;
import banyan.device.DeviceDriver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What each of our drivers is tried against by {@code ./kiosk conform --twins}, and why one cannot be. */
public final class Twins {
    private static final Map<String, Stand> STANDS = Map.ofEntries(
            twin("sam-v-serial", CardReaderTwin::new),
            twin("isdv4-serial", SignaturePadTwin::new),
            twin("sam-v-usb", CardReaderTwin::onUsb),
            twin("stu-hid", StuPadTwin::new),
            twin("ef01-serial", FingerprintPadTwin::new),
            twin("code-scanner-hid", HidCodeScannerTwin::new),
            twin("mjpeg-camera", CameraTwin::new),
            twin("mjpeg-face-camera", FaceCameraTwin::new),
            twin("modbus-cabinet", DocumentCabinetTwin::new),
            twin("modbus-auxiliaries", AuxiliariesTwin::new),
            twin("pcsc", driver -> new SmartCardTwin(driver, true)),
            twin("ipp-everywhere", PrinterTwin::new),
            twin("escpos-serial", ReceiptPrinterTwin::serial),
            twin("escpos-tcp", ReceiptPrinterTwin::tcp),
            twin("escl", ScannerTwin::new),
            twin("code-scanner-serial", CodeScannerTwin::asked),
            Map.entry(
                    "sane-net",
                    new Stand("SANE's daemon with its test backend", false, driver -> new Saned(driver, folder()))));

    private static final String KERNEL = "a camera of the kernel's cannot be simulated without a module of the kernel's";

    private static final Map<String, String> NONE = Map.of("uvc-camera", KERNEL, "uvc-face-camera", KERNEL);

    private Twins() {}

    /**
     * What a driver is tried against.
     *
     * @param farEnd in the words of a report
     * @param twin whether it is ours: then it can do everything, and no row is left out
     * @param rig a hand at it
     */
    public record Stand(String farEnd, boolean twin, Function<DeviceDriver, Rig> rig) {}

    private static Map.Entry<String, Stand> twin(String model, Function<DeviceDriver, Rig> rig) {
        return Map.entry(model, new Stand("its twin", true, rig));
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("banyan-saned");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What this model is tried against; the simulator starts with the first rig. */
    public static Optional<Stand> of(String model) {
        return Optional.ofNullable(STANDS.get(model));
    }

    /** Why this model is tried against nothing, where that is known. */
    public static Optional<String> whyNone(String model) {
        return Optional.ofNullable(NONE.get(model));
    }
}
