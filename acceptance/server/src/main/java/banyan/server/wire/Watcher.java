package banyan.server.wire;

/** Hears of every request once it is answered, for figures. What it is told names routes and not those who ask. */
@FunctionalInterface
public interface Watcher {
    /** For whoever wants no figures. */
    Watcher NOBODY = (_, _, _) -> {};

    /**
     * A request was answered.
     *
     * @param nanos from when its head had arrived until its answer stood
     */
    void answered(Route route, int status, long nanos);
}
