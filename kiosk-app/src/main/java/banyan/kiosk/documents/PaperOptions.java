package banyan.kiosk.documents;

/**
 * How a document is put on paper.
 *
 * @param demonstration a band and large words on every page say that it is none
 */
public record PaperOptions(boolean demonstration) {}
