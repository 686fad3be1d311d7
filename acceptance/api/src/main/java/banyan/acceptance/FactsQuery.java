package banyan.acceptance;

/**
 * Asks what the centre knows of a citizen who stands at the terminal and has agreed to be looked up. Only what the item asks
 * for is answered, and that it was asked is kept.
 *
 * @param item code of the item that needs the facts
 * @param number citizen identification number
 */
public record FactsQuery(String item, String number) {
    @Override
    public String toString() {
        return "FactsQuery[" + item + "]";
    }
}
