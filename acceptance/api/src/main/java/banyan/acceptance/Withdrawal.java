package banyan.acceptance;

import java.time.Instant;

/**
 * A citizen takes a case back, before it is decided.
 *
 * @param proof by what the citizen is entitled to it
 * @param at when it was confirmed, by the terminal's clock
 */
public record Withdrawal(CaseProof proof, Instant at) {}
