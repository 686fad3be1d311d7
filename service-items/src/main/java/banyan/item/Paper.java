package banyan.item;

/** What a document is printed on. */
public enum Paper {
    A4,
    /** The narrow roll of the receipt printer, 72 mm of it printable. */
    RECEIPT_80
}
