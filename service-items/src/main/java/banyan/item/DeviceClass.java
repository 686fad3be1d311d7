package banyan.item;

/** A class of devices that an item may be unable to do without, by the names that CUSS and XFS4IoT give them. */
public enum DeviceClass {
    ID_CARD_READER,
    SMART_CARD_TERMINAL,
    DOCUMENT_CAMERA,
    FACE_CAMERA,
    /** A scanner with a feeder for sheets. */
    SCANNER,
    FINGERPRINT_PAD,
    SIGNATURE_PAD,
    /** For A4 sheets. */
    PRINTER,
    RECEIPT_PRINTER,
    CODE_SCANNER,
    DOCUMENT_CABINET,
    /** Sensors and lights. */
    AUXILIARIES
}
