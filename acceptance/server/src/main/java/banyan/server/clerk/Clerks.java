package banyan.server.clerk;

import java.util.Map;

/**
 * Who takes care of what the centre does not take as it is.
 *
 * @param usual whoever has no item of their own
 * @param byItem by the item's code
 * @param workingDays within which a clerk gets in touch
 */
public record Clerks(Clerk usual, Map<String, Clerk> byItem, int workingDays) {
    /** Before anybody is named: the hotline, which knows whom to ask. */
    public static final Clerks NOBODY_NAMED = new Clerks(new Clerk("政务服务值班席", "12345"), Map.of(), 3);

    public Clerks {
        byItem = Map.copyOf(byItem);
    }

    /**
     * A person.
     *
     * @param name as the citizen reads it
     * @param telephone where that person is reached
     */
    public record Clerk(String name, String telephone) {}

    /** @param item its code; any text where it is not known */
    public Clerk of(String item) {
        return byItem.getOrDefault(item, usual);
    }
}
