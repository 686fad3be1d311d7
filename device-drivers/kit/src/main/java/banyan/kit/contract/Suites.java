package banyan.kit.contract;

import banyan.conformance.AuxiliariesContract;
import banyan.conformance.AuxiliariesRig;
import banyan.conformance.CabinetRig;
import banyan.conformance.CameraRig;
import banyan.conformance.CardReaderRig;
import banyan.conformance.CodeRig;
import banyan.conformance.CodeScannerContract;
import banyan.conformance.DeviceContract;
import banyan.conformance.DocumentCabinetContract;
import banyan.conformance.DocumentCameraContract;
import banyan.conformance.FaceCameraContract;
import banyan.conformance.FingerRig;
import banyan.conformance.FingerprintPadContract;
import banyan.conformance.IdCardReaderContract;
import banyan.conformance.PadRig;
import banyan.conformance.PrinterContract;
import banyan.conformance.PrinterRig;
import banyan.conformance.ReceiptPrinterContract;
import banyan.conformance.ReceiptPrinterRig;
import banyan.conformance.Rig;
import banyan.conformance.ScannerContract;
import banyan.conformance.ScannerRig;
import banyan.conformance.SignaturePadContract;
import banyan.conformance.SmartCardRig;
import banyan.conformance.SmartCardTerminalContract;
import banyan.device.DeviceKind;
import java.util.Map;
import java.util.Optional;

/** The contract of each class of device, to be run with whatever rig is on the {@link Stand}. */
final class Suites {
    private static final Map<DeviceKind, Suite> BY_KIND = Map.ofEntries(
            Map.entry(DeviceKind.ID_CARD_READER, new Suite(IdCardReaders.class, CardReaderRig.class)),
            Map.entry(DeviceKind.DOCUMENT_CAMERA, new Suite(DocumentCameras.class, CameraRig.class)),
            Map.entry(DeviceKind.FINGERPRINT_PAD, new Suite(FingerprintPads.class, FingerRig.class)),
            Map.entry(DeviceKind.SIGNATURE_PAD, new Suite(SignaturePads.class, PadRig.class)),
            Map.entry(DeviceKind.SCANNER, new Suite(Scanners.class, ScannerRig.class)),
            Map.entry(DeviceKind.RECEIPT_PRINTER, new Suite(ReceiptPrinters.class, ReceiptPrinterRig.class)),
            Map.entry(DeviceKind.PRINTER, new Suite(Printers.class, PrinterRig.class)),
            Map.entry(DeviceKind.FACE_CAMERA, new Suite(FaceCameras.class, CameraRig.class)),
            Map.entry(DeviceKind.DOCUMENT_CABINET, new Suite(DocumentCabinets.class, CabinetRig.class)),
            Map.entry(DeviceKind.AUXILIARIES, new Suite(AllAuxiliaries.class, AuxiliariesRig.class)),
            Map.entry(DeviceKind.SMART_CARD_TERMINAL, new Suite(SmartCardTerminals.class, SmartCardRig.class)),
            Map.entry(DeviceKind.CODE_SCANNER, new Suite(CodeScanners.class, CodeRig.class)));

    private Suites() {}

    /**
     * What a class is examined by.
     *
     * @param contract its rows
     * @param rig the hand they need
     */
    record Suite(Class<? extends DeviceContract<?, ?>> contract, Class<? extends Rig> rig) {}

    /** The contract of this class; empty where none is written. */
    static Optional<Suite> of(DeviceKind kind) {
        return Optional.ofNullable(BY_KIND.get(kind));
    }

    static final class IdCardReaders extends IdCardReaderContract {
        @Override
        protected CardReaderRig newRig() {
            return Stand.newRig(CardReaderRig.class);
        }
    }

    static final class DocumentCameras extends DocumentCameraContract {
        @Override
        protected CameraRig newRig() {
            return Stand.newRig(CameraRig.class);
        }
    }

    static final class FingerprintPads extends FingerprintPadContract {
        @Override
        protected FingerRig newRig() {
            return Stand.newRig(FingerRig.class);
        }
    }

    static final class SignaturePads extends SignaturePadContract {
        @Override
        protected PadRig newRig() {
            return Stand.newRig(PadRig.class);
        }
    }

    static final class ReceiptPrinters extends ReceiptPrinterContract {
        @Override
        protected ReceiptPrinterRig newRig() {
            return Stand.newRig(ReceiptPrinterRig.class);
        }
    }

    static final class CodeScanners extends CodeScannerContract {
        @Override
        protected CodeRig newRig() {
            return Stand.newRig(CodeRig.class);
        }
    }

    static final class FaceCameras extends FaceCameraContract {
        @Override
        protected CameraRig newRig() {
            return Stand.newRig(CameraRig.class);
        }
    }

    static final class DocumentCabinets extends DocumentCabinetContract {
        @Override
        protected CabinetRig newRig() {
            return Stand.newRig(CabinetRig.class);
        }
    }

    static final class AllAuxiliaries extends AuxiliariesContract {
        @Override
        protected AuxiliariesRig newRig() {
            return Stand.newRig(AuxiliariesRig.class);
        }
    }

    static final class Scanners extends ScannerContract {
        @Override
        protected ScannerRig newRig() {
            return Stand.newRig(ScannerRig.class);
        }
    }

    static final class Printers extends PrinterContract {
        @Override
        protected PrinterRig newRig() {
            return Stand.newRig(PrinterRig.class);
        }
    }

    static final class SmartCardTerminals extends SmartCardTerminalContract {
        @Override
        protected SmartCardRig newRig() {
            return Stand.newRig(SmartCardRig.class);
        }
    }
}
