package banyan.acceptance;

/**
 * Asks for the cases of the citizen whose card has just been read here. That it was asked is kept.
 *
 * @param citizen citizen identification number
 */
public record CasesQuery(String citizen) {
    @Override
    public String toString() {
        return "CasesQuery[]";
    }
}
