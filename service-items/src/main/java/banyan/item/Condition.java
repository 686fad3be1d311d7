package banyan.item;

/**
 * Something that must hold for the citizen to get what the item gives. The terminal never refuses: it says what was found.
 *
 * @param found what is said when the rule holds, such as 查到了：{facts.registeredSince|month}起
 */
public record Condition(String code, LocalText text, Rule rule, Wording found) {}
