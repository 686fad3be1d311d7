package banyan.acceptance;

import java.time.Instant;

/**
 * The centre keeps a draft; said only when it is durable there.
 *
 * @param until when it is destroyed, used or not
 */
public record DraftKept(Instant until) {}
