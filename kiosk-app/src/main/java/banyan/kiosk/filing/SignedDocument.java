package banyan.kiosk.filing;

import banyan.acceptance.Sha256;
import banyan.cache.PageHandle;
import banyan.item.Language;
import java.time.LocalDateTime;
import java.util.List;

/**
 * A document that was signed, with its evidence.
 *
 * @param template code of the document in its item
 * @param language in which it was shown
 * @param at the moment that stands on it, so that it can be drawn again exactly
 * @param shown hash of the very PDF that was shown
 * @param papers in the page store: the PDF that was shown, the same with the ink on it, and the strokes
 */
public record SignedDocument(
        String template, Language language, LocalDateTime at, Sha256 shown, List<PageHandle> papers) {
    public SignedDocument {
        papers = List.copyOf(papers);
    }

    @Override
    public String toString() {
        return "SignedDocument[" + template + "]";
    }
}
