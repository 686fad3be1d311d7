package banyan.acceptance;

import java.util.Optional;

/**
 * How a submission stands, for whoever holds its slip. With neither part the centre has it, and not yet all of its papers.
 *
 * @param number the provisional number
 * @param progress the case, once it is received
 * @param assignment who takes care of it, where it is not taken as it is; never together with the case
 */
public record SlipAnswer(String number, Optional<Progress> progress, Optional<Assignment> assignment) {
    @Override
    public String toString() {
        return "SlipAnswer[]";
    }
}
