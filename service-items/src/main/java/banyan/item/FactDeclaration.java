package banyan.item;

/**
 * A fact an item may use.
 *
 * @param kind of its value
 * @param source who is expected to know it
 */
public record FactDeclaration(String key, ValueKind kind, Source source) {}
