package banyan.server.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/** Opens a task for whoever sees to it, in the transaction of what the citizen said: neither is there without the other. */
public final class FollowUps {
    /** A rating of this level or below is followed up: 不满意, 非常不满意. */
    public static final int BAD = 2;

    /** Working days within which it is put right. */
    public static final int WORKING_DAYS = 15;

    private final Owners owners;
    private final UnaryOperator<LocalDate> due;
    private final Days days;

    /** Who sees to an item. */
    @FunctionalInterface
    public interface Owners {
        String of(String item);
    }

    /** On which day that is. */
    @FunctionalInterface
    public interface Days {
        LocalDate of(Instant at);
    }

    /** @param due the last day for what was opened on this one */
    public FollowUps(Owners owners, UnaryOperator<LocalDate> due, Days days) {
        this.owners = owners;
        this.due = due;
        this.days = days;
    }

    /** What it is about. */
    public enum Kind {
        RATING,
        TROUBLE
    }

    /** Opens one, unless there is one. */
    public void open(Handle handle, Kind kind, String terminal, String subject, Optional<String> item, Instant now) {
        handle.createUpdate("""
                        INSERT INTO follow_up (terminal, kind, subject, item, owner, opened_at, due)
                        VALUES (:terminal, :kind, :subject, :item, :owner, :now, :due)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("terminal", terminal)
                .bind("kind", kind.name())
                .bind("subject", subject)
                .bind("item", item.orElse(null))
                .bind("owner", owners.of(item.orElse("")))
                .bind("now", now)
                .bind("due", due.apply(days.of(now)))
                .execute();
    }
}
