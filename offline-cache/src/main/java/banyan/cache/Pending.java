package banyan.cache;

import banyan.acceptance.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An entry of the journal that the centre does not hold yet, as far as it is known without its payload.
 *
 * @param id its random row
 * @param kind empty for what a citizen has handed in
 * @param what that is, where it is no note
 * @param name its id, or the note's name
 * @param number what the citizen may hold; for a note its name
 * @param order the order of keeping
 * @param hour in which it was kept, in hours since 1970
 * @param state how far it is
 * @param code why it was refused; {@code -} where it was not
 * @param payload hash of the payload
 * @param files of its papers
 */
record Pending(
        long id,
        Optional<Note.Kind> kind,
        Sealed.What what,
        String name,
        String number,
        long order,
        long hour,
        State state,
        String code,
        Sha256 payload,
        List<String> files) {
    static final String NO_CODE = "-";

    /** How far an entry is; its number is what stands in the database. */
    enum State {
        KEPT,
        SENT,
        REFUSED;

        /** Anything unknown counts as kept: it is then sent, and the centre knows what it has. */
        static State of(int stored) {
            return stored > 0 && stored < values().length ? values()[stored] : KEPT;
        }
    }

    Pending with(State changed, String because) {
        return new Pending(id, kind, what, name, number, order, hour, changed, because, payload, files);
    }

    /** Whether a citizen has handed it in: a submission or a supplement, with papers, a number and a receipt. */
    boolean isFiled() {
        return kind.isEmpty();
    }

    Instant hourStart() {
        return Instant.ofEpochSecond(hour * 3600);
    }

    Standing standing() {
        return switch (state) {
            case KEPT -> new Standing.Kept(number, hourStart());
            case SENT -> new Standing.Unanswered(number, hourStart());
            case REFUSED -> new Standing.Refused(number, hourStart(), code);
        };
    }

    /** Where it goes at the centre. */
    String path() {
        return kind.map(note -> note.path(name)).orElseGet(() -> what.path(name));
    }

    /** Where its papers go: below its own name, whatever it is. */
    String papersPath() {
        return Sealed.What.SUBMISSION.path(name);
    }

    /** What a log calls it. */
    String called() {
        return kind.map(Enum::name).orElseGet(what::name);
    }

    @Override
    public String toString() {
        return "Pending[" + called() + ", " + state + "]";
    }
}
