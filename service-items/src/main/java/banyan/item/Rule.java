package banyan.item;

/** A CEL expression as a package has it; {@link Rules} makes it run. */
public record Rule(String expression, Place place) {}
