package banyan.kiosk.visit;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one question to a device that a part of the visit has under way, and that can be broken off. What comes back after that comes too
 * late, and is handed to whoever throws it away. On the visit's thread.
 */
final class Asking {
    private final Session.Mailbox mailbox;
    private final Executor devices;
    private Optional<Question> asked = Optional.empty();
    private long turn;

    Asking(Session session) {
        this(session.mailbox(), session.equipment().threads());
    }

    /** @param devices where devices are waited for */
    Asking(Session.Mailbox mailbox, Executor devices) {
        this.mailbox = mailbox;
        this.devices = devices;
    }

    /** Asks on the threads for devices; what comes too late is dropped. */
    <T> void ask(Supplier<T> what, Consumer<T> back) {
        ask(devices, what, back, _ -> {});
    }

    /** Has something done elsewhere that {@link #leave} breaks off. */
    <T> void ask(Executor threads, Supplier<T> what, Consumer<T> back, Consumer<T> late) {
        long mine = turn;
        var question = new Question(() -> {
            T result = what.get();
            mailbox.put(() -> (mine == turn ? back : late).accept(result));
        });
        asked = Optional.of(question);
        threads.execute(question);
    }

    /** Runs this after so long, unless it was left before. */
    void soon(Duration after, Runnable again) {
        mailbox.alarm(after, unlessLeft(again));
    }

    /** Runs this when it is called, unless it was left before. */
    Runnable unlessLeft(Runnable what) {
        long mine = turn;
        return () -> {
            if (mine == turn) {
                what.run();
            }
        };
    }

    /** Nothing is waited for any more. */
    void leave() {
        turn++;
        asked.ifPresent(question -> question.cancel(true));
        asked = Optional.empty();
    }

    /** A task that can be broken off and does not keep a defect to itself. */
    private static final class Question extends FutureTask<@Nullable Void> {
        Question(Runnable what) {
            super(what, null);
        }

        @Override
        protected void setException(Throwable defect) {
            super.setException(defect);
            if (!isCancelled()) {
                Thread thread = Thread.currentThread();
                thread.getUncaughtExceptionHandler().uncaughtException(thread, defect);
            }
        }
    }
}
