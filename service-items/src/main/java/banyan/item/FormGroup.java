package banyan.item;

import java.util.List;

/**
 * One page of a form: one question and the few fields that answer it.
 *
 * @param question the page's heading, asked: 补贴发给谁、发到哪
 * @param title its name on the review page
 */
public record FormGroup(String code, LocalText question, LocalText title, LocalText help, List<Field> fields) {
    public FormGroup {
        fields = List.copyOf(fields);
    }
}
