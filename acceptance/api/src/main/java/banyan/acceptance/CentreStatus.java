package banyan.acceptance;

import java.time.Instant;

/**
 * That the centre is up. Believed only inside a signed {@link Answer} to the asker's own nonce.
 *
 * @param version of the centre's program
 * @param time by the centre's clock
 */
public record CentreStatus(String version, Instant time) {}
