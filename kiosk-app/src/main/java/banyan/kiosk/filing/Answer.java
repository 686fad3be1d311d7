package banyan.kiosk.filing;

import banyan.item.Source;

/** An answer in its field's kept form, and who said so. */
public record Answer(String value, Source source) {
    @Override
    public String toString() {
        return "Answer[" + source + "]";
    }
}
