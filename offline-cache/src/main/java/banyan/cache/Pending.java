package banyan.cache;

import banyan.acceptance.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An entry of the journal that the centre does not hold yet, as far as it is known without its payload.
 *
 * @param id its random row
 * @param kind empty for a submission
 * @param name the submission's id or the note's name
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
        return new Pending(id, kind, name, number, order, hour, changed, because, payload, files);
    }

    boolean isSubmission() {
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
        return kind.map(note -> note.path(name)).orElse("/api/v1/submissions/" + name);
    }

    @Override
    public String toString() {
        return "Pending[" + kind.map(Enum::name).orElse("SUBMISSION") + ", " + state + "]";
    }
}
