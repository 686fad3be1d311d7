package banyan.kiosk.visit;

import banyan.acceptance.Assignment;
import banyan.acceptance.SubmissionId;
import banyan.cache.Appended;
import banyan.cache.Delivery;
import banyan.cache.Journal;
import banyan.cache.Note;
import banyan.cache.PageStore;
import banyan.cache.Room;
import banyan.cache.Sealed;
import banyan.cache.Standing;
import banyan.kiosk.upkeep.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What a visit needs of journal and sync. Every call may block, so none is made on the visit's own thread. */
public interface Outbox {
    /** Whether a new visit may begin. */
    Room room();

    /** Looks all that is kept over, which takes long; empty where the journal cannot say. */
    Optional<Journal.Examination> examine();

    /** What is on its way to the centre, in numbers. */
    Waiting waiting();

    /** What goes nowhere by itself. */
    List<Journal.Stuck> setAside();

    /** Sends one of these again; false where it could not be noted, or is not there any more. */
    boolean sendAgain(Journal.Stuck stuck);

    /** A provisional number that was never given before. */
    String newNumber();

    /** Keeps a submission; returns after the flush, or says that nobody knows. */
    Appended append(Sealed sealed, PageStore pages);

    /** Keeps an evaluation, a trouble, what became of a certificate. */
    Appended append(Note note);

    /** How a submission stands; empty if it was never kept here. */
    Optional<Standing> standing(SubmissionId id);

    /** The lookup code on the slip of this number. */
    String slipCode(String number);

    /** How a submission stands, for whoever holds its slip; empty if there is none here or the code is not the number's. */
    Optional<Standing> standing(String number, String code);

    /** Who takes care of a submission that was set aside here, by the centre's word; empty where it has not said so yet. */
    Optional<Assignment> assignment(String number);

    /** How a submission that waits here stands, by the code of its slip alone. */
    Optional<Standing> waiting(String code);

    /** Brings a submission to the centre and tells what has truly happened; at the deadline the sending goes on by itself. */
    Delivery.End deliver(SubmissionId id, Duration deadline, Consumer<Delivery> steps);
}
