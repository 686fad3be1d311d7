package banyan.cache;

import java.time.Instant;

/** What the journal answers to an append. Only {@link Kept} is a promise. */
public sealed interface Appended {
    /**
     * It is on the disk and stays there whatever happens to power or program.
     *
     * @param number what the citizen may hold: the provisional number, or the name of a note
     * @param at when it was kept; a repeat of the same id has the hour of the first
     */
    record Kept(String number, Instant at) implements Appended {}

    /** Certainly not kept: there is no room on the disk. */
    record Full() implements Appended {}

    /** Certainly not kept. */
    record Failed(String code) implements Appended {}

    /** The disk has not answered in time: nobody can say. Append the same id again to find out. */
    record Unsure() implements Appended {}
}
