package banyan.kiosk.deposit;

import banyan.device.DocumentCabinet;
import banyan.device.DocumentCabinet.DoorState;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The site's cabinet, and the book of what lies in it.
 *
 * @param book empty where it cannot be read: then nobody knows what is free
 */
public record Cabinet(DocumentCabinet device, Optional<CellBook> book) {
    /** Whether cells can be opened now at all. */
    public boolean usable() {
        return book.isPresent() && device.state().usable();
    }

    /** A cell that can be given to somebody now: nothing is known to lie in it, and its door is seen closed. */
    public OptionalInt free() {
        if (!usable()) {
            return OptionalInt.empty();
        }
        List<DoorState> doors = device.states();
        for (int cell = 1; cell <= doors.size(); cell++) {
            if (doors.get(cell - 1) == DoorState.CLOSED && book.orElseThrow().free(cell)) {
                return OptionalInt.of(cell);
            }
        }
        return OptionalInt.empty();
    }
}
