package banyan.kiosk.visit;

import java.util.Optional;
import java.util.Set;

/** Where the citizen asks how a case stands. */
public sealed interface ProgressPlace extends Place {
    /**
     * How does a case stand? Its receipt is held before the code scanner, or its number is typed, or the code of an unfinished form.
     *
     * @param scanner the site has a code scanner that works
     * @param typed by the keys, and not by the scanner
     * @param writing the field whose keys are open, while it is typed
     * @param tries so many did not fit
     * @param cardLies a card lies on the reader that was never read
     */
    record AskProgress(
            ProgressPage.AskProgress.Phase phase,
            boolean scanner,
            boolean typed,
            ProgressPage.AskProgress.Entry writing,
            Optional<ProgressPage.AskProgress.Flaw> flaw,
            int tries,
            boolean cardLies)
            implements ProgressPlace {
        static AskProgress begin(boolean scanner, int tries, boolean cardLies) {
            return new AskProgress(
                    scanner ? ProgressPage.AskProgress.Phase.HOLDING : ProgressPage.AskProgress.Phase.TYPING,
                    scanner,
                    !scanner,
                    ProgressPage.AskProgress.Entry.NUMBER,
                    Optional.empty(),
                    tries,
                    cardLies);
        }

        /** By the keys, or with the scanner. */
        AskProgress by(boolean keys) {
            ProgressPage.AskProgress.Phase next = keys ? ProgressPage.AskProgress.Phase.TYPING : ProgressPage.AskProgress.Phase.HOLDING;
            return new AskProgress(next, scanner, keys, writing, Optional.empty(), tries, cardLies);
        }

        AskProgress asking() {
            return new AskProgress(
                    ProgressPage.AskProgress.Phase.ASKING, scanner, typed, writing, Optional.empty(), tries, cardLies);
        }

        AskProgress writing(ProgressPage.AskProgress.Entry entry) {
            return new AskProgress(phase, scanner, typed, entry, flaw, tries, cardLies);
        }

        AskProgress scanner(boolean usable) {
            return new AskProgress(phase, usable, typed, writing, flaw, tries, cardLies);
        }

        AskProgress quiet() {
            return new AskProgress(phase, scanner, typed, writing, Optional.empty(), tries, cardLies);
        }

        /** The same way once more. */
        AskProgress again(ProgressPage.AskProgress.Flaw why, int tried) {
            AskProgress back = by(typed || !scanner);
            return new AskProgress(
                    back.phase, scanner, back.typed, writing, Optional.of(why), tried, cardLies);
        }

        /** Nothing more in this visit. */
        AskProgress closed() {
            return new AskProgress(
                    ProgressPage.AskProgress.Phase.CLOSED,
                    scanner,
                    typed,
                    writing,
                    Optional.of(ProgressPage.AskProgress.Flaw.TOO_MANY),
                    tries,
                    cardLies);
        }
    }

    /**
     * What is known of the case.
     *
     * @param from where the next one is asked for
     * @param leaves so many pages of words there are to read
     * @param ways what whoever asks may do about the case
     */
    record Progress(AskProgress from, int leaves, Set<ProgressPage.Progress.Way> ways) implements ProgressPlace {
        public Progress {
            ways = Set.copyOf(ways);
        }

        boolean offers(ProgressPage.Progress.Way way) {
            return ways.contains(way);
        }

        Progress scanner(boolean usable) {
            return new Progress(from.scanner(usable), leaves, ways);
        }
    }

    /**
     * The cases of the citizen whose card was read.
     *
     * @param page the first is 0
     * @param pages 0 where there is none
     */
    record Cases(ProgressPage.Cases.Phase phase, int page, int pages, Optional<ProgressPage.Cases.Flaw> flaw)
            implements ProgressPlace {
        static Cases asking() {
            return new Cases(ProgressPage.Cases.Phase.ASKING, 0, 0, Optional.empty());
        }

        static Cases listed(int page, int pages) {
            return new Cases(ProgressPage.Cases.Phase.LISTED, page, pages, Optional.empty());
        }

        static Cases failed(ProgressPage.Cases.Flaw why) {
            return new Cases(ProgressPage.Cases.Phase.FAILED, 0, 0, Optional.of(why));
        }
    }

    /** Whether the case is to be taken back, and what became of that. */
    record Withdrawing(Progress of, ProgressPage.Withdraw.Phase phase) implements ProgressPlace {
        Withdrawing at(ProgressPage.Withdraw.Phase next) {
            return new Withdrawing(of, next);
        }
    }

    /**
     * What is said of it, a leaf at a time.
     *
     * @param leaf the one that is read; the first is 0
     */
    record News(Progress of, int leaf) implements ProgressPlace {}
}
