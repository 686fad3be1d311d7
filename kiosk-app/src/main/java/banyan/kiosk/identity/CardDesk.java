package banyan.kiosk.identity;

import banyan.device.Deadline;
import banyan.device.IdCard;
import banyan.device.IdCardReader;
import banyan.device.Outcome;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The reader as the visit uses it: look for a card without reading it, and read it once when that is allowed. Commands run on
 * {@code threads}; answers come from there.
 */
public final class CardDesk {
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration READ = Duration.ofSeconds(8);
    private static final Duration RESET = Duration.ofSeconds(5);

    private final Optional<IdCardReader> reader;
    private final Executor threads;
    /** Which watch is the present one; an older one ends by itself. */
    private final AtomicInteger watch = new AtomicInteger();

    public CardDesk(Optional<IdCardReader> reader, Executor threads) {
        this.reader = reader;
        this.threads = threads;
    }

    /** What a watch sees. */
    public interface Watcher {
        /** A card lies there; the watch is over. */
        void lies();

        /** None lies there. */
        void none();

        /** The reader cannot look now; the watch is over. */
        void cannotLook();
    }

    /** Looks for a card until one lies there, the reader fails, or {@link #stop}. */
    public void watch(Watcher watcher) {
        int mine = watch.incrementAndGet();
        if (reader.isEmpty()) {
            watcher.cannotLook();
            return;
        }
        threads.execute(() -> look(reader.get(), mine, watcher));
    }

    private void look(IdCardReader there, int mine, Watcher watcher) {
        while (watch.get() == mine) {
            Outcome<Boolean> seen = there.awaitCard(Deadline.in(LOOK));
            if (watch.get() != mine) {
                return;
            }
            switch (seen) {
                case Outcome.Done<Boolean>(Boolean lies) -> {
                    if (lies) {
                        watcher.lies();
                        return;
                    }
                    watcher.none();
                }
                case Outcome.Failed<Boolean> _ -> {
                    watcher.cannotLook();
                    return;
                }
            }
        }
    }

    /** Ends the watch; a look that is under way ends within a second and tells nobody. */
    public void stop() {
        watch.incrementAndGet();
    }

    /** Reads the card and judges it. Only after its holder has agreed. */
    public void read(LocalDate today, Consumer<CardReading> then) {
        stop();
        if (reader.isEmpty()) {
            then.accept(new CardReading.Flawed(CardFlaw.READER_GONE));
            return;
        }
        threads.execute(() -> {
            Outcome<IdCard> card = reader.get().read(Deadline.in(READ));
            then.accept(CardJudge.judge(card, today));
        });
    }

    /** Makes the reader forget that it has seen a card, so that only another one, or the same one again, is found. */
    public void forgetCard(Runnable then) {
        stop();
        if (reader.isEmpty()) {
            then.run();
            return;
        }
        threads.execute(() -> {
            switch (reader.get().reset(Deadline.in(RESET))) {
                // What a failed reset means is told by the device's state.
                case Outcome.Done<?> _, Outcome.Failed<?> _ -> then.run();
            }
        });
    }

    /** Whether there is a reader that can be used now. */
    public boolean usable() {
        return reader.map(there -> there.state().usable()).orElse(false);
    }
}
