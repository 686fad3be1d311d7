package banyan.device;

import java.util.Map;
import java.util.Optional;

/**
 * One row of the {@link FaultTable}: what a code means, and what is said of it.
 *
 * @param name a whole code such as {@code PAPER-JAM}; an ending that devices share, such as {@code *-UNPLUGGED}; {@code #} stands for
 *     a number
 * @param word what XFS4IoT (CWA 17852) calls it: a completion code, an error code of its command, a status of a device or a supply
 * @param advice kind, remedy and when to try again; empty where nothing went wrong
 * @param citizen the citizen's sentences, in every tongue
 * @param staff the staff's sentences, in every tongue
 */
public record FaultRow(
        String name, String word, Optional<Advice> advice, Map<Tongue, Told> citizen, Map<Tongue, Told> staff) {
    public FaultRow {
        citizen = Map.copyOf(citizen);
        staff = Map.copyOf(staff);
    }

    /** What helps against a fault; a {@link Fault} of this code has this kind and this remedy. */
    public record Advice(Fault.Kind kind, Fault.Remedy remedy, Retry retry) {}

    /** When the same command may be given again. */
    public enum Retry {
        /** At once: nothing was done, and nothing has to change before. */
        AT_ONCE,
        /** When the remedy has been applied. */
        AFTER_REMEDY,
        /** Never by itself: it may have been done already, so a person is asked. */
        ASK
    }

    /** Who is spoken to, and how many characters of a sentence the screen holds for them. */
    public enum Reader {
        /** Whoever came to have something done: a title, or a line of a notice. */
        CITIZEN(24, 60),
        /** Whoever looks after the terminal: two lines of a list. */
        STAFF(36, 84);

        private final int han;
        private final int letters;

        Reader(int han, int letters) {
            this.han = han;
            this.letters = letters;
        }

        /** The most characters of a sentence in this tongue; a letter is half as wide as a Chinese character. */
        public int longest(Tongue tongue) {
            return tongue == Tongue.EN ? letters : han;
        }
    }

    /** What is said to them in this tongue, with the gap {@code {device}}. */
    public Told told(Reader reader, Tongue tongue) {
        var told = (reader == Reader.CITIZEN ? citizen : staff).get(tongue);
        if (told == null) {
            throw new IllegalStateException(name + " has no sentence in " + tongue.tag());
        }
        return told;
    }
}
