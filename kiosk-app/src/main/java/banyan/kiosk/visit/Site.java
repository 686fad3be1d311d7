package banyan.kiosk.visit;

import banyan.item.Language;
import banyan.item.LocalText;
import java.net.URI;
import java.util.List;

/**
 * Where the terminal stands and how it is set up, as far as a visit is concerned.
 *
 * @param terminal its number, such as {@code 0137}
 * @param hall the hall's name
 * @param language shown while nobody has chosen one
 * @param demonstration screen and paper say 演示
 * @param frequent codes of the items on the home page
 * @param centre public address of the centre, before which verification paths are put
 */
public record Site(
        String terminal, LocalText hall, Language language, boolean demonstration, List<String> frequent, URI centre) {
    public Site {
        frequent = List.copyOf(frequent);
    }
}
