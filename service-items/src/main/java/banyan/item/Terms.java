package banyan.item;

import java.math.BigDecimal;

/**
 * What is promised.
 *
 * @param legalWorkingDays the longest the law allows; 0 means at once
 * @param promisedWorkingDays what the department promises; 0 means at once
 * @param fee in yuan; zero is free
 */
public record Terms(int legalWorkingDays, int promisedWorkingDays, BigDecimal fee) {
    public boolean free() {
        return fee.signum() == 0;
    }

    public boolean atOnce() {
        return promisedWorkingDays == 0;
    }
}
