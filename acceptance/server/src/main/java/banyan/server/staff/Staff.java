package banyan.server.staff;

import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Somebody who works at the centre.
 *
 * @param number by which rows and colleagues name this person
 * @param name as it is shown to colleagues; in no log
 */
public record Staff(String number, String name, Set<Role> roles) {
    private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z][0-9A-Za-z-]{0,31}");
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}<>]{1,40}");

    public Staff {
        roles = Set.copyOf(roles);
    }

    /** Whether this can be somebody's number. */
    public static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    /** Whether this can be somebody's name. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches() && !text.isBlank();
    }

    /** Whether this person has one of these roles. */
    public boolean may(Collection<Role> any) {
        return any.stream().anyMatch(roles::contains);
    }

    @Override
    public String toString() {
        return "Staff[" + number + "]";
    }
}
