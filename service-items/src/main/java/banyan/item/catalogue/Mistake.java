package banyan.item.catalogue;

import banyan.item.Place;

/**
 * Something in a package that its author has to put right.
 *
 * @param folder the package's folder in the catalogue
 * @param sentence what is wrong, in words for somebody who writes packages and not programs
 */
public record Mistake(String folder, Place place, String sentence) {
    /** {@code my-item/form.yaml:23: field 'phone' has no English label} */
    @Override
    public String toString() {
        return folder + "/" + place + ": " + sentence;
    }
}
