package banyan.item;

/** A fact an item may use. @param kind of its value @param source who knows it, which the badge names @param mask how it is covered */
public record FactDeclaration(String key, ValueKind kind, Source source, Mask mask) {}
