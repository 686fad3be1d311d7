package banyan.kiosk.visit;

import banyan.acceptance.Deposit.How;
import banyan.device.Deadline;
import banyan.device.DocumentCabinet;
import banyan.device.DocumentCabinet.DoorState;
import banyan.device.Fault;
import banyan.device.Outcome;
import banyan.item.DocumentValues.InCabinet;
import banyan.kiosk.deposit.Cabinet;
import banyan.kiosk.deposit.CellBook;
import banyan.kiosk.log.Code;
import banyan.kiosk.log.Event;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.log.Key;
import banyan.kiosk.visit.KeepingPage.Deposit.Flaw;
import banyan.kiosk.visit.KeepingPage.Deposit.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Does what the dialogue asks about the cabinet: a cell is written down before its door is unlocked, and what became of it before
 * anything is said of that. Whatever ends without its end written down is uncertain, whoever ends it.
 */
final class DepositHand {
    private static final Duration OPENING = Duration.ofSeconds(8);
    private static final Duration LOOKING = Duration.ofSeconds(20);
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final Session session;
    private final Supplier<Optional<SubmissionHand.Case>> latest;
    private final Asking asking;
    private Optional<Stay> stay = Optional.empty();
    private Optional<About> about = Optional.empty();
    private Optional<Fault> fault = Optional.empty();
    /** A cell that was opened, or is about to be, and of which nothing more is written down. */
    private record Stay(int cell, UUID deposit) {}

    /** What became of the last cell opened for a case. */
    private record About(UUID submission, KeepingPage.Originals originals) {}

    DepositHand(Session session, Supplier<Optional<SubmissionHand.Case>> latest) {
        this.session = session;
        this.latest = latest;
        asking = new Asking(session);
    }

    private Optional<Cabinet> cabinet() {
        return session.equipment().cabinet();
    }

    /** The cell at hand; 0 where there is none. */
    int cell() {
        return stay.map(Stay::cell).orElse(0);
    }

    /** What the cabinet said last, where that was a fault. */
    Optional<Fault> fault() {
        return fault;
    }

    /** How the originals of the latest case stand; empty where none of it go into the cabinet. */
    Optional<KeepingPage.Originals> originals() {
        return latest.get()
                .filter(mine -> !mine.inCabinet().isEmpty())
                .map(mine -> about.filter(one -> one.submission().equals(mine.id().value()))
                        .map(About::originals)
                        .orElse(new KeepingPage.Originals(InCabinet.NOT, 0)));
    }

    /** Opens a cell, or the one at hand once more; or watches its door. */
    void use(Place.Deposit place) {
        leave();
        fault = Optional.empty();
        if (cabinet().isEmpty()) {
            session.tell(new VisitEvent.CellFailed(Flaw.NONE_FREE));
        } else if (place.phase() != Phase.OPENING) {
            stay.ifPresent(mine -> watch(cabinet().get().device(), mine));
        } else if (stay.isPresent()) {
            unlock(cabinet().get().device(), stay.get());
        } else {
            reserve(cabinet().get());
        }
    }

    private void reserve(Cabinet cabinet) {
        OptionalInt free = cabinet.free();
        Optional<SubmissionHand.Case> mine = latest.get();
        if (free.isEmpty() || mine.isEmpty()) {
            session.tell(new VisitEvent.CellFailed(Flaw.NONE_FREE));
            return;
        }
        CellBook book = cabinet.book().orElseThrow();
        Stay mineNow = new Stay(free.getAsInt(), UUID.randomUUID());
        stay = Optional.of(mineNow);
        Instant now = session.clock().instant();
        // Whoever does not wait any more has no door opened behind their back.
        Runnable unlock = asking.unlessLeft(() -> unlock(cabinet.device(), mineNow));
        session.away(
                session.equipment().disk(),
                () -> book.begin(mineNow.cell(), mineNow.deposit(), mine.get().id(), mine.get().inCabinet(), now),
                written -> {
                    switch (written) {
                        case CellBook.Written.Safe() -> {
                            became(InCabinet.UNCERTAIN, mineNow.cell());
                            unlock.run();
                        }
                        case CellBook.Written.Failed(var code) -> {
                            stay = Optional.empty();
                            trouble(mineNow, new Code(code));
                            session.tell(new VisitEvent.CellFailed(Flaw.NOT_RECORDED));
                        }
                    }
                },
                _ -> {});
    }

    private void became(InCabinet how, int cell) {
        about = latest.get().map(mine -> new About(mine.id().value(), new KeepingPage.Originals(how, cell)));
    }

    private void trouble(Stay mine, Code code) {
        session.log(Event.of(EventKind.CELL_TROUBLE).with(Key.CELL, mine.cell()).with(Key.FAULT, code));
    }

    private void unlock(DocumentCabinet device, Stay mine) {
        asking.ask(() -> device.open(mine.cell(), Deadline.in(OPENING)), opened -> {
            switch (opened) {
                case Outcome.Done<DoorState> _ -> {
                    session.log(Event.of(EventKind.CELL_OPENED).with(Key.CELL, mine.cell()));
                    session.tell(new VisitEvent.DoorOpened());
                    watch(device, mine);
                }
                case Outcome.Failed<DoorState>(var why) -> notOpened(mine, why);
            }
        });
    }

    private void notOpened(Stay mine, Fault why) {
        trouble(mine, new Code(why.code()));
        fault = Optional.of(why);
        Optional<Flaw> givenUp =
                switch (why.code()) {
                    case "CABINET-DOOR-STUCK" -> Optional.of(Flaw.STUCK);
                    case "CABINET-DOOR-UNKNOWN" -> Optional.of(Flaw.UNSURE);
                    default -> Optional.empty();
                };
        if (givenUp.isEmpty()) {
            session.tell(new VisitEvent.CellFailed(Flaw.GONE));
            return;
        }
        // Whatever is in that cell, nobody else is given it before somebody has looked.
        session.away(
                session.equipment().disk(),
                () -> settled(mine, How.UNCERTAIN),
                _ -> {
                    stay = Optional.empty();
                    session.tell(new VisitEvent.CellFailed(givenUp.get()));
                },
                _ -> {});
    }

    private void watch(DocumentCabinet device, Stay mine) {
        asking.ask(() -> device.awaitClosed(mine.cell(), Deadline.in(LOOKING)), state -> {
            switch (state) {
                case Outcome.Done<DoorState>(DoorState door) -> {
                    if (door == DoorState.CLOSED) {
                        session.tell(new VisitEvent.DoorClosed());
                    } else {
                        asking.soon(AGAIN, () -> watch(device, mine));
                    }
                }
                case Outcome.Failed<DoorState>(var why) -> {
                    trouble(mine, new Code(why.code()));
                    fault = Optional.of(why);
                    session.tell(new VisitEvent.CellFailed(Flaw.GONE));
                }
            }
        });
    }

    /** Writes down what became of the cell at hand. */
    void end(How how) {
        if (stay.isEmpty()) {
            session.tell(new VisitEvent.DepositEnded());
            return;
        }
        Stay mine = stay.get();
        session.away(
                session.equipment().disk(),
                () -> settled(mine, how),
                safe -> {
                    if (!safe) {
                        session.tell(new VisitEvent.CellFailed(Flaw.NOT_RECORDED));
                        return;
                    }
                    stay = Optional.empty();
                    became(
                            switch (how) {
                                case DEPOSITED -> InCabinet.DEPOSITED;
                                case EMPTY -> InCabinet.NOT;
                                case UNCERTAIN -> InCabinet.UNCERTAIN;
                            },
                            mine.cell());
                    session.tell(new VisitEvent.DepositEnded());
                },
                _ -> {});
    }

    /** On the disk's thread: whether it is durable. What the centre is owed is kept for sending at once, or later. */
    private boolean settled(Stay mine, How how) {
        Optional<CellBook> book = cabinet().flatMap(Cabinet::book);
        if (book.filter(there -> there.ended(mine.deposit())).isPresent()) {
            return true;
        }
        boolean safe = book.isPresent() && book.get().end(mine.deposit(), how) instanceof CellBook.Written.Safe;
        session.log(
                safe
                        ? Event.of(EventKind.DEPOSIT_ENDED).with(Key.CELL, mine.cell()).with(Key.PLACE, how)
                        : Event.of(EventKind.CELL_TROUBLE)
                                .with(Key.CELL, mine.cell())
                                .with(Key.FAULT, new Code("CELL-BOOK-NOT-WRITTEN")));
        book.ifPresent(there -> CellNotes.send(there, session.equipment().outbox()));
        return safe;
    }

    /** Has the centre told what it is owed about cells, also of an earlier run. */
    void tellCentre() {
        cabinet()
                .flatMap(Cabinet::book)
                .filter(book -> !book.owed().isEmpty())
                .ifPresent(book -> session.equipment()
                        .disk()
                        .execute(() -> CellNotes.send(book, session.equipment().outbox())));
    }

    /** The door is not watched any more. */
    void leave() {
        asking.leave();
    }

    /** The visit ends. A cell of which nothing was confirmed is uncertain from now on. */
    void forget() {
        leave();
        stay.ifPresent(mine -> session.equipment().disk().execute(() -> settled(mine, How.UNCERTAIN)));
        stay = Optional.empty();
        about = Optional.empty();
        fault = Optional.empty();
    }

    /** What goes into the cabinet, in the item's own words. */
    List<String> words() {
        return latest.get()
                .map(mine -> mine.offer().item().materials().stream()
                        .filter(material -> mine.inCabinet().contains(material.code()))
                        .map(material -> material.title().in(session.language()))
                        .toList())
                .orElse(List.of());
    }
}
