package banyan.server.wire;

/**
 * How it stands at one of the doors.
 *
 * @param door a fixed name
 * @param free places that nobody has
 * @param waiting for a place
 * @param refused since the start, for want of a place
 */
public record Crowd(String door, int free, int waiting, long refused) {}
