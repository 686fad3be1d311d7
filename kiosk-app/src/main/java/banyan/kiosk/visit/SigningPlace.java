package banyan.kiosk.visit;

import java.util.Optional;

/** Where the citizen puts a signature or a finger to the request. */
public sealed interface SigningPlace extends Place.Filing {
    /**
     * The document to sign.
     *
     * @param pages 0 while it is being drawn
     * @param taking the signature was taken and is being put on paper
     */
    record Signing(
            Plan plan,
            int stage,
            int page,
            int pages,
            FilingPage.Signing.PadState pad,
            Optional<FilingPage.Signing.InkTrouble> trouble,
            boolean taking)
            implements SigningPlace {
        static Signing at(Plan plan, int stage) {
            return new Signing(plan, stage, 0, 0, FilingPage.Signing.PadState.SCREEN, Optional.empty(), false);
        }

        /** As it is entered. */
        Signing fresh() {
            return at(plan, stage);
        }

        Signing drawn(int count) {
            return new Signing(plan, stage, 0, Math.max(1, count), pad, trouble, false);
        }

        Signing turned(int by) {
            int to = Math.clamp((long) page + by, 0, Math.max(0, pages - 1));
            return new Signing(plan, stage, to, pages, pad, trouble, taking);
        }

        Signing with(FilingPage.Signing.PadState next) {
            return new Signing(plan, stage, page, pages, next, trouble, taking);
        }

        Signing with(Optional<FilingPage.Signing.InkTrouble> next) {
            return new Signing(plan, stage, page, pages, pad, next, taking);
        }

        Signing used() {
            return new Signing(plan, stage, page, pages, pad, Optional.empty(), true);
        }
    }

    /**
     * A fingertip.
     *
     * @param held one picture was taken; the next must be of the same finger
     * @param flaw what was wrong with the last one
     * @param tries how many in a row were wrong
     */
    record Fingerprint(
            Plan plan,
            int stage,
            FilingPage.Fingerprint.Phase phase,
            boolean held,
            Optional<FilingPage.Fingerprint.Flaw> flaw,
            int tries,
            boolean returning)
            implements SigningPlace {
        static Fingerprint at(Plan plan, int stage, boolean returning) {
            return new Fingerprint(
                    plan, stage, FilingPage.Fingerprint.Phase.ASKING, false, Optional.empty(), 0, returning);
        }

        /** As it is entered. */
        Fingerprint fresh() {
            return at(plan, stage, returning);
        }

        Fingerprint in(FilingPage.Fingerprint.Phase next) {
            return new Fingerprint(plan, stage, next, held, flaw, tries, returning);
        }

        /** A picture was good; the finger is to be lifted and laid once more. */
        Fingerprint holding() {
            return new Fingerprint(
                    plan, stage, FilingPage.Fingerprint.Phase.LIFTING, true, Optional.empty(), 0, returning);
        }

        /** A picture was not good: the finger is to be lifted and laid once more. */
        Fingerprint poor(FilingPage.Fingerprint.Flaw why, boolean still) {
            return new Fingerprint(
                    plan, stage, FilingPage.Fingerprint.Phase.LIFTING, still, Optional.of(why), tries + 1, returning);
        }

        /** Nothing is taken any more until the citizen says so. */
        Fingerprint stopped(FilingPage.Fingerprint.Flaw why) {
            return new Fingerprint(
                    plan, stage, FilingPage.Fingerprint.Phase.ASKING, false, Optional.of(why), 0, returning);
        }
    }
}
