package banyan.server.register;

import java.time.Duration;

/**
 * How far a provider may go before it is left alone.
 *
 * @param deadline of a call
 * @param atOnce so many calls at most are under way; the next is sent away at once
 * @param rest how long it is left alone once half of its last calls have failed
 */
record Bounds(Duration deadline, int atOnce, Duration rest) {
    /** A terminal waits ten seconds for a certificate; the answer must be there before. */
    static final Bounds USUAL = new Bounds(Duration.ofSeconds(6), 8, Duration.ofSeconds(20));
}
