package banyan.device;

/** The classes of devices a terminal can have, as XFS4IoT and CUSS divide them. */
public enum DeviceKind {
    /** {@link IdCardReader}. */
    ID_CARD_READER,
    /** {@link DocumentCamera}. */
    DOCUMENT_CAMERA,
    /** {@link SignaturePad}. */
    SIGNATURE_PAD,
    /** {@link Printer}. */
    PRINTER
}
