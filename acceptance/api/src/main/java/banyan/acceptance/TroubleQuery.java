package banyan.acceptance;

/**
 * Asks what became of a trouble.
 *
 * @param trace the number that the screen and the slip showed
 */
public record TroubleQuery(String trace) {}
