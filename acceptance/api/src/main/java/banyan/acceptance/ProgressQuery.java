package banyan.acceptance;

/**
 * Asks how a case stands, for whoever holds its receipt.
 *
 * @param number 受理编号
 * @param code 查询码, from the same receipt; without it the number says nothing to anybody
 */
public record ProgressQuery(String number, String code) {
    /** Without the code: it is as good as the paper. */
    @Override
    public String toString() {
        return "ProgressQuery[]";
    }
}
