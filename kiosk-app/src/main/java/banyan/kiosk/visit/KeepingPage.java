package banyan.kiosk.visit;

import banyan.kiosk.visit.PaperPage.TroubleKind;
import banyan.kiosk.visit.ProgressPage.Progress;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Where a request is on its way, and what became of it. */
public sealed interface KeepingPage extends Page {
    /**
     * An unfinished request may be gone on with at any terminal.
     *
     * @param way whether it is kept in the account, or under a code on paper
     * @param other the citizen may choose the other way now
     * @param until when the centre destroys it; only once the centre has said that it keeps it
     */
    record Later(String itemTitle, Phase phase, Way way, boolean other, Optional<LocalDateTime> until)
            implements KeepingPage {
        /** How it is found again. */
        public enum Way {
            /** In the citizen's account at the centre, by his card. */
            ACCOUNT,
            /** Under a code that stands on the citizen's paper and nowhere else. */
            PAPER;

            /** The other one. */
            public Way other() {
                return this == ACCOUNT ? PAPER : ACCOUNT;
            }
        }

        /** How far it is. */
        public enum Phase {
            /** Nothing leaves the terminal before the citizen agrees. */
            ASKING,
            SENDING,
            /** The centre's signed answer is here; or the paper is out, and what it opens is durable here until the centre has it. */
            KEPT,
            /** The centre has not said that it keeps it, or the paper is not surely out; it counts as not kept. */
            NOT_KEPT
        }
    }

    /**
     * Four true steps; each turns only on its event.
     *
     * @param supplement it is what was asked for in a case
     */
    record Submitting(String itemTitle, List<Progress> steps, boolean supplement) implements KeepingPage {
        /** Of a request. */
        public Submitting(String itemTitle, List<Progress> steps) {
            this(itemTitle, steps, false);
        }

        /** How far a step is; the steps are sealed, kept, papers at the centre, receipt. */
        public enum Progress {
            TO_DO,
            DOING,
            DONE
        }
    }

    /**
     * Originals go into a cell of the cabinet: only now, when the request they belong to is durable.
     *
     * @param cell its number; 0 while none was opened
     * @param originals what goes into it, in words of the item
     * @param said of the cabinet, in the words of the table of faults
     * @param usable a cell can be opened now
     * @param reopened it was opened a second time
     */
    record Deposit(
            String itemTitle,
            Phase phase,
            int cell,
            List<String> originals,
            Optional<Flaw> flaw,
            Optional<banyan.device.Told> said,
            boolean usable,
            boolean reopened)
            implements KeepingPage {
        /** How far it is. */
        public enum Phase {
            /** Nothing is opened before the citizen asks for it. */
            ASKING,
            /** A cell is being opened. */
            OPENING,
            /** The door is open, as far as is known; waiting until it is closed. */
            OPEN,
            /** The door is closed: do they lie in it? */
            CLOSED,
            /** It is being written down. */
            RECORDING
        }

        /** What stands in the way. */
        public enum Flaw {
            /** No cell is free. */
            NONE_FREE,
            /** The door did not open. */
            STUCK,
            /** Lock and door contradict each other. */
            UNSURE,
            /** The cabinet does not answer; how the door stands is not known. */
            GONE,
            /** The door was not closed in time. */
            NOT_CLOSED,
            /** It could not be written down. */
            NOT_RECORDED
        }
    }

    /**
     * How the originals stand that go into the cabinet.
     *
     * @param cell 0 where none was opened
     */
    record Originals(banyan.item.DocumentValues.InCabinet how, int cell) {}

    /**
     * How a paper of this visit stands.
     *
     * @param outlet where it comes out
     * @param why it did not come out, where it is known that it did not
     * @param again where it would come out if it were printed now
     */
    record PaperState(State state, int pagesOut, int pages, Outlet outlet, Optional<TroubleKind> why, Outlet again) {
        /** On pages, as everything is where the site has no receipt printer. */
        public PaperState(State state, int pagesOut, int pages) {
            this(state, pagesOut, pages, Outlet.SHEETS, Optional.empty(), Outlet.SHEETS);
        }

        /** Where a paper comes out. */
        public enum Outlet {
            /** Of the page printer. */
            SHEETS,
            /** Of the receipt printer. */
            ROLL
        }

        /** How it stands. */
        public enum State {
            NOT_ASKED,
            PRINTING,
            PRINTED,
            TROUBLE,
            UNKNOWN
        }
    }

    /** How far the evaluation of a case is. */
    enum Rating {
        /** It is not asked for: what was missing in a case is no case of its own. */
        NOT_ASKED,
        /** Nothing was chosen. */
        FREE,
        /** Chosen; its reasons are being asked. */
        ASKED,
        /** Given to the outbox, which has not answered. */
        GOING,
        /** In the outbox, durably. */
        NOTED,
        /** The outbox could not keep it; another may be given. */
        NOT_KEPT
    }

    /**
     * Only with the centre's receipt in store.
     *
     * @param at the legal date of the request
     * @param decision of its rules; empty for an item that people decide
     */
    record Received(
            String itemTitle,
            LocalDateTime at,
            String acceptanceNumber,
            LocalDate answerBy,
            Optional<String> phone,
            String qr,
            PaperState paper,
            List<Next> next,
            OptionalInt rated,
            Rating rating,
            List<String> reasons,
            Optional<Originals> originals,
            Optional<AtOnce> decision)
            implements KeepingPage {
        /** Without originals in the cabinet. */
        public Received(
                String itemTitle,
                LocalDateTime at,
                String acceptanceNumber,
                LocalDate answerBy,
                Optional<String> phone,
                String qr,
                PaperState paper,
                List<Next> next,
                OptionalInt rated,
                Rating rating,
                List<String> reasons) {
            this(
                    itemTitle,
                    at,
                    acceptanceNumber,
                    answerBy,
                    phone,
                    qr,
                    paper,
                    next,
                    rated,
                    rating,
                    reasons,
                    Optional.empty(),
                    Optional.empty());
        }

        /** Whether it is what was asked for in a case. */
        public boolean supplement() {
            return rating == Rating.NOT_ASKED;
        }

        /** The same with this decision. */
        public Received with(AtOnce said) {
            return new Received(
                    itemTitle,
                    at,
                    acceptanceNumber,
                    answerBy,
                    phone,
                    qr,
                    paper,
                    next,
                    rated,
                    rating,
                    reasons,
                    originals,
                    Optional.of(said));
        }

        /**
         * What the item's rules came to.
         *
         * @param day of the decision, or the last one of the promised answer
         * @param grounds each a sentence; of a decision only
         * @param words of the rules; may be empty
         * @param document can be printed right here
         */
        public record AtOnce(State state, LocalDate day, List<String> grounds, String words, boolean document) {
            /** How far it is. */
            public enum State {
                /** The rules may still decide. */
                ASKING,
                GRANTED,
                REFUSED,
                /** They have left it to a person. */
                PERSON,
                /** Whether they have decided was not heard. */
                UNHEARD
            }

            public AtOnce {
                grounds = List.copyOf(grounds);
            }

            /** Nothing is decided. */
            public static AtOnce without(State state, LocalDate answerBy) {
                return new AtOnce(state, answerBy, List.of(), "", false);
            }

            /** Whether there is a decision. */
            public boolean decided() {
                return state == State.GRANTED || state == State.REFUSED;
            }

            @Override
            public String toString() {
                return "AtOnce[" + state + "]";
            }
        }

        /** What comes next, in the item's words. */
        public record Next(String title, String when, String icon) {}
    }

    /**
     * Kept here; the centre has not confirmed.
     *
     * @param refused the centre has said that it does not take it as it is
     * @param supplement it is what was asked for in a case
     */
    record Kept(
            String itemTitle,
            LocalDateTime at,
            Optional<LocalDateTime> offlineSince,
            String provisional,
            Optional<String> phone,
            String qr,
            PaperState paper,
            Optional<Originals> originals,
            boolean refused,
            boolean supplement)
            implements KeepingPage {
        /** Without originals in the cabinet. */
        public Kept(
                String itemTitle,
                LocalDateTime at,
                Optional<LocalDateTime> offlineSince,
                String provisional,
                Optional<String> phone,
                String qr,
                PaperState paper) {
            this(itemTitle, at, offlineSince, provisional, phone, qr, paper, Optional.empty(), false, false);
        }
    }
}
