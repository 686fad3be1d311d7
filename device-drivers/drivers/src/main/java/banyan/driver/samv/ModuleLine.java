package banyan.driver.samv;

import banyan.device.Fault;
import banyan.device.Outcome;
import banyan.device.Turn;
import java.time.Duration;
import java.util.Optional;

/** An open line to a module, of whatever kind: bytes there, bytes back. */
interface ModuleLine extends AutoCloseable {
    /** How such a line is opened. */
    @FunctionalInterface
    interface Opening {
        Outcome<ModuleLine> open(Turn turn);
    }

    /** Throws away what has arrived and was not read. */
    void discard(Turn turn);

    /** Sends all of it. */
    Outcome<Boolean> write(Turn turn, byte[] bytes);

    /** Takes what arrives: how many bytes; 0 if nothing did in that time. */
    Outcome<Integer> await(Turn turn, byte[] into, int at, Duration atMost);

    /** Whether the module behind the line went away: then its fault. */
    Optional<Fault> lost();

    @Override
    void close();
}
