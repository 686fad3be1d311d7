package banyan.device;

/** The classes of devices a terminal can have, as XFS4IoT and CUSS divide them. */
public enum DeviceKind {
    /** {@link IdCardReader}. */
    ID_CARD_READER,
    /** {@link SmartCardTerminal}. */
    SMART_CARD_TERMINAL,
    /** {@link DocumentCamera}. */
    DOCUMENT_CAMERA,
    /** {@link FaceCamera}. */
    FACE_CAMERA,
    /** {@link Scanner}. */
    SCANNER,
    /** {@link FingerprintPad}. */
    FINGERPRINT_PAD,
    /** {@link SignaturePad}. */
    SIGNATURE_PAD,
    /** {@link Printer}. */
    PRINTER,
    /** {@link ReceiptPrinter}. */
    RECEIPT_PRINTER,
    /** {@link CodeScanner}. */
    CODE_SCANNER,
    /** {@link DocumentCabinet}. */
    DOCUMENT_CABINET,
    /** {@link Auxiliaries}. */
    AUXILIARIES
}
