package banyan.device;

import java.util.function.Function;

/**
 * What became of a command: its value, or the fault that stopped it. Commands never throw for what a device may do;
 * an exception out of a device is a bug.
 *
 * @param <T> what the command yields
 */
public sealed interface Outcome<T> {
    /** The command did what it should. */
    record Done<T>(T value) implements Outcome<T> {}

    /** The command did not; the fault says why and what helps. */
    record Failed<T>(Fault fault) implements Outcome<T> {}

    /** A successful outcome. */
    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    /** A failed outcome. */
    static <T> Outcome<T> failed(Fault fault) {
        return new Failed<>(fault);
    }

    /** The same outcome with its value turned into another; a fault stays the fault it is. */
    default <R> Outcome<R> map(Function<? super T, ? extends R> turn) {
        return switch (this) {
            case Done<T>(var value) -> new Done<>(turn.apply(value));
            case Failed<T>(var fault) -> new Failed<>(fault);
        };
    }

    /** Goes on with the next command if this one went well. */
    default <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
        return switch (this) {
            case Done<T>(var value) -> next.apply(value);
            case Failed<T>(var fault) -> new Failed<>(fault);
        };
    }
}
