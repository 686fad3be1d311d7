package banyan.server.notice;

/** The port to whatever carries messages: a gateway for short messages, letters, an app. Called by one thread; may take its time within a bound of its own. */
public interface Channel {
    /** Hands it over. The same notice may come again where an answer was lost: its name says so. */
    Delivery send(Notice notice);

    /** What became of it. */
    sealed interface Delivery {
        /** Whoever carries it has it. */
        record Taken() implements Delivery {}

        /** Not now. @param code fixed, never what was answered */
        record Later(String code) implements Delivery {}

        /** Never, however often it is tried. @param code fixed, never what was answered */
        record Never(String code) implements Delivery {}
    }
}
