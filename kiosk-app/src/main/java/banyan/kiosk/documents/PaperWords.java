package banyan.kiosk.documents;

import banyan.item.Language;
import java.util.ResourceBundle;

/** The few words that the terminal itself puts on paper, beside what a template says. */
record PaperWords(String demonstration, String demonstrationBand, String pages, String preview) {
    static PaperWords in(Language language) {
        var bundle = ResourceBundle.getBundle(
                "banyan.kiosk.documents.paper",
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new PaperWords(
                bundle.getString("demonstration"),
                bundle.getString("demonstration-band"),
                bundle.getString("pages"),
                bundle.getString("preview"));
    }
}
