package banyan.kiosk.identity;

import banyan.device.Deadline;
import banyan.device.IdCardReader;
import banyan.device.Outcome;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/** The reader as the visit uses it: look for a card without reading it, and read it once when that is allowed. Every call blocks. */
public final class CardDesk {
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration READ = Duration.ofSeconds(8);
    private static final Duration RESET = Duration.ofSeconds(5);

    private final Optional<IdCardReader> reader;

    public CardDesk(Optional<IdCardReader> reader) {
        this.reader = reader;
    }

    /** What a look has seen. */
    public enum Seen {
        /** A card lies there; nothing of it was read. */
        CARD,
        NO_CARD,
        /** The reader cannot look now. */
        NOTHING
    }

    /** Looks for a card, for at most a second. */
    public Seen look() {
        return reader.map(there -> seen(there.awaitCard(Deadline.in(LOOK)))).orElse(Seen.NOTHING);
    }

    private static Seen seen(Outcome<Boolean> outcome) {
        return switch (outcome) {
            case Outcome.Done<Boolean>(Boolean lies) -> lies ? Seen.CARD : Seen.NO_CARD;
            case Outcome.Failed<Boolean> _ -> Seen.NOTHING;
        };
    }

    /** Reads the card and judges it, in some seconds at most. Only after its holder has agreed. */
    public CardReading read(LocalDate today) {
        return reader.map(there -> CardJudge.judge(there.read(Deadline.in(READ)), today))
                .orElse(new CardReading.Flawed(CardFlaw.READER_GONE));
    }

    /** Makes the reader forget that it has seen a card, so that only another one, or the same one again, is found. */
    public boolean forgetCard() {
        return reader.map(there -> there.reset(Deadline.in(RESET)) instanceof Outcome.Done)
                .orElse(true);
    }
}
