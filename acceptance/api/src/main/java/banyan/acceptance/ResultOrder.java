package banyan.acceptance;

/**
 * Asks for the one printing of a case's decision. The name under which it is asked is the request's path, as with a
 * {@link CertificateOrder}; what comes is a {@link Certificate}, and what became of its paper is reported as that of any.
 *
 * @param number 受理编号 of the case
 * @param citizen citizen identification number of its applicant, whose card has just been read here: the document has a name on it, and
 *     a receipt is no card
 */
public record ResultOrder(String number, String citizen) {
    @Override
    public String toString() {
        return "ResultOrder[]";
    }
}
