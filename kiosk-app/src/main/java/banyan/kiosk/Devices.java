package banyan.kiosk;

import banyan.device.Auxiliaries;
import banyan.device.Auxiliaries.SenseListener;
import banyan.device.CodeScanner;
import banyan.device.Device;
import banyan.device.DeviceDriver;
import banyan.device.DeviceKind;
import banyan.device.DeviceState;
import banyan.device.DocumentCabinet;
import banyan.device.DocumentCamera;
import banyan.device.FingerprintPad;
import banyan.device.IdCardReader;
import banyan.device.Printer;
import banyan.device.ReceiptPrinter;
import banyan.device.Scanner;
import banyan.device.SignaturePad;
import banyan.device.SmartCardTerminal;
import banyan.kiosk.config.KioskConfig;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.BiConsumer;

/** The devices of this site, made by whatever drivers are installed. */
final class Devices implements AutoCloseable {
    private final List<Device> all;

    private Devices(List<Device> all) {
        this.all = List.copyOf(all);
    }

    /** The drivers that are installed. */
    static List<DeviceDriver> drivers() {
        return ServiceLoader.load(DeviceDriver.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    /** Makes them; opens none. */
    static Devices of(KioskConfig config, List<DeviceDriver> drivers) {
        return new Devices(config.devices().stream()
                .flatMap(entry -> drivers.stream()
                        .filter(driver -> driver.model().equals(entry.model()))
                        .limit(1)
                        .map(driver -> driver.create(entry.settings())))
                .toList());
    }

    List<Device> all() {
        return all;
    }

    Optional<IdCardReader> reader() {
        return first(IdCardReader.class);
    }

    Optional<DocumentCamera> camera() {
        return first(DocumentCamera.class);
    }

    Optional<Scanner> scanner() {
        return first(Scanner.class);
    }

    Optional<SignaturePad> pad() {
        return first(SignaturePad.class);
    }

    Optional<FingerprintPad> fingers() {
        return first(FingerprintPad.class);
    }

    Optional<Printer> printer() {
        return first(Printer.class);
    }

    Optional<ReceiptPrinter> roll() {
        return first(ReceiptPrinter.class);
    }

    Optional<SmartCardTerminal> chips() {
        return first(SmartCardTerminal.class);
    }

    Optional<CodeScanner> codes() {
        return first(CodeScanner.class);
    }

    Optional<DocumentCabinet> cabinet() {
        return first(DocumentCabinet.class);
    }

    private <D extends Device> Optional<D> first(Class<D> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /** Has each change told that the terminal senses of itself, from the device's own thread; before {@link #start}. */
    void listen(SenseListener sensed) {
        first(Auxiliaries.class).ifPresent(auxiliaries -> auxiliaries.listen(sensed));
    }

    /** Begins to look after them; {@code changed} is told each change from the device's own thread. */
    void start(BiConsumer<DeviceKind, DeviceState> changed) {
        all.forEach(device -> {
            changed.accept(device.kind(), device.state());
            device.start((_, state) -> changed.accept(device.kind(), state));
        });
    }

    @Override
    public void close() {
        all.forEach(Device::close);
    }
}
