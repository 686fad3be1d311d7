package banyan.acceptance;

/**
 * What lies in a citizen's account, whose card was just read.
 *
 * @param citizen number of the identity card
 */
public record DraftQuery(String citizen) {
    @Override
    public String toString() {
        return "DraftQuery";
    }
}
