package banyan.acceptance;

/**
 * One line of a terminal's ledger of printed certificates: what is known of the paper of one job. What is learned later of the same
 * job is another line.
 *
 * @param job the ledger's own number of the job
 * @param certificate the first 16 hexadecimal digits of the SHA-256 of the certificate's number
 * @param pages that were to come out
 * @param out that came out, as far as is known
 * @param ending what became of it
 * @param hour in which that was written down, in hours since 1970
 */
public record LedgerEntry(long job, String certificate, int pages, int out, Ending ending, long hour) {
    /** How a job ended, as far as anybody knows. */
    public enum Ending {
        PRINTED,
        PARTLY,
        UNKNOWN,
        /** The citizen, or the staff, said that this paper does not hold. */
        VOIDED
    }

    /** Its name for ever. */
    public String name() {
        return job + "-" + hour + "-" + ending;
    }
}
