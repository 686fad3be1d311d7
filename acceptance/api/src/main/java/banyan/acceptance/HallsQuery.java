package banyan.acceptance;

import java.util.Optional;

/**
 * Asks which halls there are and what can be booked in them.
 *
 * @param item whose free times are wanted; without it the halls come without times
 */
public record HallsQuery(Optional<String> item) {}
