package banyan.acceptance;

import java.time.Instant;

/**
 * A cell was emptied by staff, who thereby say what had become of the deposit.
 *
 * @param found whether anything lay in it
 * @param staff the number of whoever opened it
 * @param at when, by the terminal's clock
 */
public record DepositTaken(boolean found, String staff, Instant at) {}
