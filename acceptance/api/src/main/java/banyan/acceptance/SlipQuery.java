package banyan.acceptance;

/**
 * Asks how a submission stands, for whoever holds the slip that says it is kept at a terminal; at any terminal.
 *
 * @param number the provisional number, such as {@code 0137-8K42}
 * @param code 查询码, from the same slip; without it the number says nothing to anybody
 */
public record SlipQuery(String number, String code) {
    /** Without the code: it is as good as the paper. */
    @Override
    public String toString() {
        return "SlipQuery[]";
    }
}
