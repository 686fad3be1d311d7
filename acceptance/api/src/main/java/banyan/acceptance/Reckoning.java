package banyan.acceptance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * 对账: one page of what a terminal filed on one day, by its own book. Names, hashes and counts only; nothing of a person. The
 * request that carries it is signed by the terminal, and a later one of the same page takes its place.
 *
 * @param day in the zone of the items
 * @param page from 1
 * @param of how many pages the day has
 * @param madeAt when the book was looked at, by the terminal's clock
 * @param after the page begins behind this name; the first begins at the beginning
 * @param through the page ends with this name; the last ends at the end
 * @param lines in the order of the names, as text; at most {@value #MAX_LINES}
 * @param notes how many of each kind were kept on that day and are still at the terminal; on the first page only
 * @param chain where the chain of the terminal's journal ends; on the first page only, and absent where there is none
 */
public record Reckoning(
        LocalDate day,
        int page,
        int of,
        Instant madeAt,
        Optional<SubmissionId> after,
        Optional<SubmissionId> through,
        List<Line> lines,
        SortedMap<String, Integer> notes,
        Optional<Chain> chain) {
    /** No page names more, and no answer names more that the terminal has not. */
    public static final int MAX_LINES = 1_000;

    public Reckoning {
        lines = List.copyOf(lines);
        notes = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(notes));
    }

    /** One that says nothing of the journal's chain. */
    public Reckoning(
            LocalDate day,
            int page,
            int of,
            Instant madeAt,
            Optional<SubmissionId> after,
            Optional<SubmissionId> through,
            List<Line> lines,
            SortedMap<String, Integer> notes) {
        this(day, page, of, madeAt, after, through, lines, notes, Optional.empty());
    }

    /**
     * Where the chain of the terminal's journal ends. The centre keeps it, so that an older copy of the terminal's disk is known for one.
     *
     * @param step how many links it has
     * @param now a link of it, by which the centre is to know it
     * @param before the link that the centre has last said it knows, by the journal's own account
     * @param breaks how often it was found broken
     * @param missing how many rows were missing then, all together
     */
    public record Chain(long step, Sha256 now, Optional<Sha256> before, int breaks, int missing) {}

    /**
     * A submission as it stands at the terminal.
     *
     * @param id its name
     * @param provisional the number that the citizen holds
     * @param payload hash of the payload; absent where a damaged receipt is all that is left
     * @param state how far it is
     * @param acceptanceNumber of the receipt that the terminal holds
     */
    public record Line(
            SubmissionId id, String provisional, Optional<Sha256> payload, State state, Optional<String> acceptanceNumber) {}

    /** How far a submission is, as the terminal knows it. */
    public enum State {
        /** Kept; nothing of it has left the terminal. */
        KEPT,
        /** Sent at least in part; no answer is known. */
        SENT,
        /** The centre's receipt has taken its place; without an acceptance number that receipt cannot be read any more. */
        RECEIVED,
        /** The centre does not take it as it is, or it is damaged; it is set aside for staff. */
        REFUSED
    }
}
