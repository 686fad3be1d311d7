package banyan.simulator;

import banyan.simulator.auxiliaries.AuxiliariesTwin;
import banyan.simulator.cabinet.DocumentCabinetTwin;
import banyan.simulator.camera.DocumentCameraTwin;
import banyan.simulator.camera.FaceCameraTwin;
import banyan.simulator.code.CodeScannerTwin;
import banyan.simulator.code.HidCodeScannerTwin;
import banyan.simulator.finger.FingerprintPadTwin;
import banyan.simulator.idcard.IdCardReaderTwin;
import banyan.simulator.idcard.UsbIdCardReaderTwin;
import banyan.simulator.pad.SignaturePadTwin;
import banyan.simulator.pad.StuPadTwin;
import banyan.simulator.printer.PrinterTwin;
import banyan.simulator.receipt.ReceiptPrinterTwin;
import banyan.simulator.receipt.Slip;
import banyan.simulator.scanner.ScannerTwin;
import banyan.simulator.smartcard.SmartCardTwin;
import banyan.simulator.twin.Answer;
import banyan.simulator.twin.Fields;
import banyan.simulator.twin.Fixtures;
import banyan.simulator.twin.Twin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** All twins together, running until closed: what the program starts, and what a test starts in its own process. */
public final class Simulator implements AutoCloseable {
    /** Of the boards on Modbus. */
    public static final int BOARD_BAUD = 19_200;

    private static final int CODE_SCANNER_BAUD = 115_200;

    private final IdCardReaderTwin reader;
    private final DocumentCameraTwin camera;
    private final SignaturePadTwin pad;
    private final FingerprintPadTwin fingerPad;
    private final PrinterTwin printer;
    private final SmartCardTwin smartCard;
    private final CodeScannerTwin codeScanner;
    private final FaceCameraTwin faceCamera;
    private final DocumentCabinetTwin cabinet;
    private final AuxiliariesTwin auxiliaries;
    private final StuPadTwin stuPad;
    private final ScannerTwin scanner;
    private final ReceiptPrinterTwin receipts;
    private final UsbIdCardReaderTwin usbReader;
    private final HidCodeScannerTwin hidCodeScanner;
    private final ControlServer control;

    private Simulator(SimulatorSettings settings, Deque<Twin> started) {
        Fixtures fixtures = new Fixtures(settings.fixtures());
        reader = kept(started, new IdCardReaderTwin(settings.folder(), settings.readerBaud(), fixtures));
        pad = kept(started, new SignaturePadTwin(settings.folder(), settings.padBaud(), fixtures));
        fingerPad = kept(started, new FingerprintPadTwin(settings.folder(), fixtures));
        camera = kept(started, new DocumentCameraTwin(settings.cameraPort(), fixtures));
        printer = kept(started, new PrinterTwin(settings.folder(), settings.printerPort(), settings.secondsPerPage()));
        codeScanner = kept(started, new CodeScannerTwin(settings.folder(), CODE_SCANNER_BAUD));
        faceCamera = kept(started, new FaceCameraTwin(0));
        cabinet = kept(started, new DocumentCabinetTwin(settings.folder(), BOARD_BAUD));
        auxiliaries = kept(started, new AuxiliariesTwin(settings.folder(), BOARD_BAUD));
        stuPad = kept(started, new StuPadTwin(0, fixtures));
        smartCard = kept(started, new SmartCardTwin(fixtures));
        scanner = kept(started, new ScannerTwin(0, fixtures));
        receipts = kept(started, new ReceiptPrinterTwin(settings.folder()));
        usbReader = kept(started, new UsbIdCardReaderTwin(0, fixtures));
        hidCodeScanner = kept(started, new HidCodeScannerTwin(0));
        control = new ControlServer(settings.controlPort(), this, fixtures);
    }

    private static <T extends Twin> T kept(Deque<Twin> started, T part) {
        started.push(part);
        return part;
    }

    /** Starts every twin, healthy and with nothing on it. Their names and ports stay the same until closed. */
    public static Simulator start(SimulatorSettings settings) {
        try {
            Files.createDirectories(settings.folder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Deque<Twin> started = new ArrayDeque<>();
        try {
            return new Simulator(settings, started);
        } catch (RuntimeException e) {
            // A port that is taken must not leave the others running without a master.
            started.forEach(Twin::close);
            throw e;
        }
    }

    /** The dock for people, and the root of the control paths. */
    public URI controlUri() {
        return URI.create("http://127.0.0.1:" + control.port() + "/");
    }

    /** The identity card reader's serial port: a name that stays when the reader is unplugged and plugged in again. */
    public Path idCardReaderPort() {
        return reader.port();
    }

    /** The signature pad's serial port. */
    public Path signaturePadPort() {
        return pad.port();
    }

    /** The code scanner's serial port. */
    public Path codeScannerPort() {
        return codeScanner.port();
    }

    /** The document cabinet's serial port. */
    public Path documentCabinetPort() {
        return cabinet.port();
    }

    /** The serial port of the terminal's senses and lamps. */
    public Path auxiliariesPort() {
        return auxiliaries.port();
    }

    /** The fingerprint pad's serial port. */
    public Path fingerprintPadPort() {
        return fingerPad.port();
    }

    /** The document camera's stream. */
    public URI cameraLiveUri() {
        return camera.liveUri();
    }

    /** The document camera's 13-megapixel picture. */
    public URI cameraStillUri() {
        return camera.stillUri();
    }

    /** The signature pad with a display, shared by USB/IP. */
    public URI stuPadUri() {
        return stuPad.uri();
    }

    /** The code scanner on USB, shared by USB/IP. */
    public URI hidCodeScannerUri() {
        return hidCodeScanner.uri();
    }

    /** The identity card reader on USB, shared by USB/IP. */
    public URI usbIdCardReaderUri() {
        return usbReader.uri();
    }

    /** The face camera's stream. */
    public URI faceCameraLiveUri() {
        return faceCamera.liveUri();
    }

    /** The face camera's still picture. */
    public URI faceCameraStillUri() {
        return faceCamera.stillUri();
    }

    /** The printer, with the scheme {@code ipp}. */
    public URI printerUri() {
        return printer.uri();
    }

    /** The printer over SNMP: host and port. */
    public String printerSnmp() {
        return printer.snmp();
    }

    /** The scanner, where eSCL begins. */
    public URI scannerUri() {
        return scanner.uri();
    }

    /** The receipt printer's serial port. */
    public Path receiptPrinterPort() {
        return receipts.port();
    }

    /** The receipt printer on the network, with the scheme {@code tcp}. */
    public URI receiptPrinterUri() {
        return receipts.uri();
    }

    /**
     * What {@code POST /devices/{id}/{action}} does.
     *
     * @param json the action's fields as a JSON object; blank for none
     */
    public Answer act(String id, String action, String json) {
        Optional<Twin> twin = twin(id);
        return twin.isEmpty() ? new Answer.NotFound("device " + id) : twin.get().act(action, Fields.parse(json));
    }

    /** What {@code GET /devices/{id}} says; empty if there is no such device. */
    public Optional<ObjectNode> state(String id) {
        return twin(id).map(Twin::state);
    }

    /**
     * What passed over a device's wire since the last {@link #reset}, as the dock saves it; empty if there is no such device.
     *
     * @param personal whether what is somebody's is in it
     */
    public Optional<String> transcript(String id, boolean personal) {
        return twin(id).map(twin -> twin.traffic().transcript(id, personal));
    }

    /** The sheets of paper that came out of the printer, in their order, each a PDF. */
    public List<Path> printedSheets() {
        return printer.sheets();
    }

    /** The receipts that came out, in their order; one that still hangs in the printer is the last. */
    public List<Slip> receipts() {
        return receipts.slips();
    }

    /** All twins as after start: connected, healthy, empty, nothing counted, no paper out. */
    public void reset() {
        twins().forEach(Twin::reset);
        twins().forEach(twin -> twin.traffic().clear());
    }

    /** Every address a terminal's configuration needs, as JSON. */
    public ObjectNode addresses() {
        return Fields.JSON
                .createObjectNode()
                .put("control", controlUri().toString())
                .put(IdCardReaderTwin.ID, idCardReaderPort().toString())
                .put(SignaturePadTwin.ID, signaturePadPort().toString())
                .put(FingerprintPadTwin.ID, fingerprintPadPort().toString())
                .put(DocumentCameraTwin.ID + "-live", cameraLiveUri().toString())
                .put(DocumentCameraTwin.ID + "-still", cameraStillUri().toString())
                .put(FaceCameraTwin.ID + "-live", faceCameraLiveUri().toString())
                .put(FaceCameraTwin.ID + "-still", faceCameraStillUri().toString())
                .put(StuPadTwin.ID, stuPadUri().toString())
                .put(HidCodeScannerTwin.ID, hidCodeScannerUri().toString())
                .put(UsbIdCardReaderTwin.ID, usbIdCardReaderUri().toString())
                .put(CodeScannerTwin.ID, codeScannerPort().toString())
                .put(DocumentCabinetTwin.ID, documentCabinetPort().toString())
                .put(AuxiliariesTwin.ID, auxiliariesPort().toString())
                .put(ReceiptPrinterTwin.ID, receiptPrinterPort().toString())
                .put(ReceiptPrinterTwin.ID + "-tcp", receiptPrinterUri().toString())
                .put(PrinterTwin.ID, printerUri().toString())
                .put(PrinterTwin.ID + "-snmp", printerSnmp())
                .put(ScannerTwin.ID, scannerUri().toString());
    }

    List<Twin> twins() {
        return List.of(
                reader,
                camera,
                pad,
                printer,
                codeScanner,
                faceCamera,
                cabinet,
                auxiliaries,
                stuPad,
                fingerPad,
                smartCard,
                scanner,
                receipts,
                hidCodeScanner,
                usbReader);
    }

    Optional<Twin> twin(String id) {
        return twins().stream().filter(twin -> twin.id().equals(id)).findFirst();
    }

    PrinterTwin printer() {
        return printer;
    }

    ReceiptPrinterTwin receiptPrinter() {
        return receipts;
    }

    @Override
    public void close() {
        control.close();
        twins().forEach(Twin::close);
    }
}
