package banyan.kiosk.visit;

import banyan.device.Deadline;
import banyan.device.DocumentCabinet;
import banyan.device.DocumentCabinet.DoorState;
import banyan.device.Outcome;
import banyan.kiosk.deposit.Cabinet;
import banyan.kiosk.deposit.Cell;
import banyan.kiosk.deposit.CellBook;
import banyan.kiosk.log.Code;
import banyan.kiosk.log.Event;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.log.Key;
import banyan.kiosk.upkeep.Part;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Opens for staff the cells that are not free, and writes down that they were emptied. Staff see numbers and times alone. */
final class CellsHand {
    private static final Duration OPENING = Duration.ofSeconds(8);
    private static final Duration LOOKING = Duration.ofSeconds(20);
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final Session session;
    private final Supplier<Optional<String>> staff;
    private long turn;

    private enum Found {
        SOMETHING,
        NOTHING
    }

    CellsHand(Session session, Supplier<Optional<String>> staff) {
        this.session = session;
        this.staff = staff;
    }

    private Optional<CellBook> book() {
        return session.equipment().cabinet().flatMap(Cabinet::book);
    }

    /** What is not free, the one that has waited longest first. */
    List<StaffPage.Cells.Row> rows() {
        return toEmpty().stream()
                .map(cell -> new StaffPage.Cells.Row(
                        cell.number(),
                        LocalDateTime.ofInstant(cell.since(), session.clock().zone()),
                        cell.uncertain()))
                .toList();
    }

    private List<Cell> toEmpty() {
        return book().map(CellBook::toEmpty).orElse(List.of());
    }

    /** How the cells stand, as a part of the terminal; empty where the site has no cabinet. */
    Optional<Part> part() {
        return session.equipment().cabinet().map(cabinet -> {
            if (cabinet.book().isEmpty()) {
                return Part.of(Part.Own.CELLS, Part.Standing.UNKNOWN, Optional.of("CELL-BOOK-UNREADABLE"));
            }
            List<Cell> cells = toEmpty();
            if (cells.stream().anyMatch(Cell::uncertain)) {
                return Part.of(Part.Own.CELLS, Part.Standing.TO_DO, Optional.of("CELL-UNCERTAIN"));
            }
            return cells.isEmpty()
                    ? Part.of(Part.Own.CELLS, Part.Standing.READY, Optional.empty())
                    : Part.of(Part.Own.CELLS, Part.Standing.ATTENTION, Optional.of("CELL-TO-EMPTY"));
        });
    }

    void open(int cell) {
        leave();
        Optional<Cabinet> cabinet = session.equipment().cabinet();
        if (cabinet.isEmpty() || toEmpty().stream().noneMatch(one -> one.number() == cell)) {
            tell(new UpkeepEvent.CellFailed());
            return;
        }
        DocumentCabinet device = cabinet.get().device();
        long mine = turn;
        session.away(() -> device.open(cell, Deadline.in(OPENING)), opened -> {
            if (mine != turn) {
                return;
            }
            switch (opened) {
                case Outcome.Done<DoorState> _ -> {
                    tell(new UpkeepEvent.CellOpened());
                    watch(device, cell);
                }
                case Outcome.Failed<DoorState>(var fault) -> failed(cell, fault.code());
            }
        });
    }

    private void watch(DocumentCabinet device, int cell) {
        long mine = turn;
        session.away(() -> device.awaitClosed(cell, Deadline.in(LOOKING)), state -> {
            if (mine != turn) {
                return;
            }
            switch (state) {
                case Outcome.Done<DoorState>(DoorState door) -> {
                    if (door == DoorState.CLOSED) {
                        tell(new UpkeepEvent.CellClosed());
                    } else {
                        session.mailbox().alarm(AGAIN, () -> {
                            if (mine == turn) {
                                watch(device, cell);
                            }
                        });
                    }
                }
                case Outcome.Failed<DoorState>(var fault) -> failed(cell, fault.code());
            }
        });
    }

    private void failed(int cell, String code) {
        session.log(Event.of(EventKind.CELL_TROUBLE).with(Key.CELL, cell).with(Key.FAULT, new Code(code)));
        tell(new UpkeepEvent.CellFailed());
    }

    void emptied(int cell, boolean found) {
        Optional<CellBook> book = book();
        Optional<String> who = staff.get();
        if (book.isEmpty() || who.isEmpty()) {
            tell(new UpkeepEvent.CellFailed());
            return;
        }
        Instant now = session.clock().instant();
        session.away(
                session.equipment().disk(),
                () -> {
                    CellBook.Written written = book.get().emptied(cell, found, who.get(), now);
                    CellNotes.send(book.get(), session.equipment().outbox());
                    return written;
                },
                written -> {
                    switch (written) {
                        case CellBook.Written.Safe() -> {
                            session.log(Event.of(EventKind.CELL_EMPTIED)
                                    .with(Key.CELL, cell)
                                    .with(Key.PLACE, found ? Found.SOMETHING : Found.NOTHING)
                                    .with(Key.STAFF, new Code(who.get())));
                            tell(new UpkeepEvent.CellNoted());
                        }
                        case CellBook.Written.Failed(var code) -> failed(cell, code);
                    }
                },
                _ -> {});
    }

    /** Its door is not waited for any more. */
    void leave() {
        turn++;
    }

    private void tell(UpkeepEvent event) {
        session.tell(new VisitEvent.Upkept(event));
    }
}
