package banyan.kiosk.visit;

import banyan.cache.Journal;
import banyan.cache.Room;
import banyan.kiosk.log.Code;
import banyan.kiosk.log.Event;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.log.Key;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;

/** Looks after the journal: whether there is room before anybody begins, and in the night whether all of it is whole. */
final class StoreHand {
    /** The hour of the night in which the journal is examined. */
    private static final int NIGHT = 3;

    private final Session session;
    private Room room = new Room.Enough();
    private int salvaged;
    private Optional<LocalDate> examined = Optional.empty();

    /** What was seen in one look. */
    private record Seen(Room room, int salvaged) {}

    StoreHand(Session session) {
        this.session = session;
    }

    /** Whether there was room when that was last looked at. */
    Room room() {
        return room;
    }

    boolean hasRoom() {
        return room instanceof Room.Enough;
    }

    /** Looks whether there is room, for the first screen. */
    void look() {
        session.away(this::seen, seen -> {
            take(seen);
            session.changed();
        });
    }

    /** The same for whoever is about to begin, who hears the answer. */
    void look(Consumer<Room> whoeverBegins) {
        session.away(this::seen, seen -> {
            take(seen);
            whoeverBegins.accept(seen.room());
        });
    }

    private Seen seen() {
        return new Seen(
                session.equipment().outbox().room(),
                session.equipment().outbox().waiting().salvaged());
    }

    private void take(Seen seen) {
        room = seen.room();
        if (seen.salvaged() > salvaged) {
            session.log(Event.of(EventKind.JOURNAL_SALVAGED).with(Key.COUNT, seen.salvaged()));
        }
        salvaged = seen.salvaged();
    }

    /** Examines the journal once in each night, while nobody is here. */
    void watch() {
        LocalDate today = session.clock().today();
        if (session.clock().now().getHour() != NIGHT || examined.filter(today::equals).isPresent()) {
            return;
        }
        examined = Optional.of(today);
        session.away(session.equipment().threads(), () -> session.equipment().outbox().examine(), this::tell, this::tell);
    }

    private void tell(Optional<Journal.Examination> found) {
        if (found.isEmpty()) {
            session.log(Event.of(EventKind.JOURNAL_TROUBLE).with(Key.FAULT, new Code("JOURNAL-NOT-EXAMINED")));
            return;
        }
        Journal.Examination examination = found.get();
        session.log(Event.of(EventKind.JOURNAL_EXAMINED).with(Key.COUNT, examination.entries()));
        if (!examination.sound()) {
            session.log(Event.of(EventKind.JOURNAL_TROUBLE).with(Key.FAULT, new Code("JOURNAL-UNSOUND")));
        }
        if (examination.damaged() > 0) {
            session.log(Event.of(EventKind.ENTRY_DAMAGED).with(Key.COUNT, examination.damaged()));
        }
        examination.chain().filter(chain -> !chain.whole()).ifPresent(chain -> session.log(
                Event.of(EventKind.JOURNAL_CHAIN_BROKEN)
                        .with(Key.FAULT, new Code(chain.missing() > 0 ? "JOURNAL-ROWS-MISSING" : "JOURNAL-ROWS-ALTERED"))
                        .with(Key.COUNT, chain.missing())));
        // What was mended lies aside from now on, and staff are to know.
        look();
    }
}
