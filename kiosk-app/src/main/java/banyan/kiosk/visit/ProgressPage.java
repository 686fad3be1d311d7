package banyan.kiosk.visit;

import banyan.acceptance.CaseCode;
import banyan.acceptance.DraftCode;
import banyan.kiosk.upkeep.Waiting;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where somebody with a receipt asks how the case stands. */
public sealed interface ProgressPage extends Page {
    /**
     * The receipt of the case that is asked about.
     *
     * @param scanner a code scanner works
     * @param number as typed so far
     * @param code as typed so far
     * @param draft the code of an unfinished form, as typed so far
     * @param writing the field whose keys are open, while it is typed
     */
    record AskProgress(Phase phase, boolean scanner, String number, String code, String draft, Entry writing, Optional<Flaw> flaw)
            implements ProgressPage {
        /** How it is asked. */
        public enum Phase {
            /** The code on the receipt is held before the scanner. */
            HOLDING,
            /** Number and code are typed, or the code of an unfinished form. */
            TYPING,
            /** The centre is asked. */
            ASKING,
            /** It was tried too often: no more in this visit. */
            CLOSED
        }

        /** What is typed. */
        public enum Entry {
            NUMBER(15),
            CODE(CaseCode.DIGITS),
            /** The code of an unfinished form, which has letters too and stands alone. */
            DRAFT(DraftCode.LETTERS);

            private final int longest;

            Entry(int longest) {
                this.longest = longest;
            }

            /** How many digits or letters it takes. */
            public int longest() {
                return longest;
            }

            /** Its name among fields. */
            public String field() {
                return switch (this) {
                    case NUMBER -> "number";
                    case CODE -> "code";
                    case DRAFT -> "draft";
                };
            }
        }

        /** Why nothing was found. */
        public enum Flaw {
            /** What was held is not the code of a receipt. */
            NOT_OURS,
            /** A receipt of before there were lookup codes. */
            NO_CODE,
            /** Digits are missing. */
            INCOMPLETE,
            /** No case of this number and code. */
            UNKNOWN,
            /** Letters of a draft's code are missing. */
            DRAFT_INCOMPLETE,
            /** What was typed is a letter that no draft's code has. */
            DRAFT_NO_LETTER,
            /** No draft of this code, or none yet: it may still be where it was printed. */
            DRAFT_UNKNOWN,
            /** What was made of it has been handed in, or it was given up. */
            DRAFT_USED,
            /** It was not gone on with in time. */
            DRAFT_EXPIRED,
            /** Its form is another by now, or not offered here, or its content cannot be opened. */
            DRAFT_NOT_HERE,
            /** Tried too often. */
            TOO_MANY,
            /** The centre cannot be asked now. */
            OFFLINE,
            SCANNER_GONE
        }

        @Override
        public String toString() {
            return "AskProgress[" + phase + ", " + flaw + "]";
        }
    }

    /** What is known of a case: no more than its paper says, and what has truly happened. */
    record Progress(Known known) implements ProgressPage {
        /** What may be done about a case by whoever asks for it. */
        public enum Way {
            /** Taken back. */
            WITHDRAW,
            /** What is asked for can be given here. */
            SUPPLEMENT,
            /** Its document printed. */
            COLLECT
        }

        /** Who knows it. */
        public sealed interface Known {
            /**
             * The centre has it.
             *
             * @param itemTitle empty where this terminal does not know the item
             * @param filedAt the legal date, where the receipt names one
             * @param answerBy empty while the clock stands for something that is asked
             * @param late the last day of the promised answer is over
             * @param stages what has happened, and what the item says of the rest
             * @param news what concerns the citizen now; empty while it goes its way
             * @param ways what whoever asks may do about it
             */
            record AtCentre(
                    String number,
                    Optional<String> itemTitle,
                    LocalDateTime receivedAt,
                    Optional<LocalDateTime> filedAt,
                    Optional<LocalDate> answerBy,
                    boolean late,
                    List<Stage> stages,
                    Optional<News> news,
                    Set<Way> ways)
                    implements Known {
                @Override
                public String toString() {
                    return "AtCentre[" + stages.size() + "]";
                }
            }

            /**
             * The centre does not take it as it is; somebody takes care of it.
             *
             * @param number of the slip
             * @param filedAt the legal date, which stays
             * @param by the last day on which the clerk gets in touch
             * @param late that day is over
             */
            record WithClerk(
                    String number, LocalDateTime filedAt, String clerk, String telephone, LocalDate by, boolean late)
                    implements Known {
                @Override
                public String toString() {
                    return "WithClerk[]";
                }
            }

            /**
             * The slip is another terminal's, and the centre has nothing of it yet, or not all.
             *
             * @param arriving the centre has some of it
             */
            record Elsewhere(String number, String terminal, boolean arriving) implements Known {
                @Override
                public String toString() {
                    return "Elsewhere[" + arriving + "]";
                }
            }

            /** It is kept at this terminal. */
            record KeptHere(String number, Waiting waiting) implements Known {
                @Override
                public String toString() {
                    return "KeptHere[" + waiting + "]";
                }
            }
        }

        /**
         * What concerns the citizen now.
         *
         * @param things how many are asked for
         * @param until the last day of the answer
         * @param readable there are words of a clerk to read
         */
        public record News(What what, int things, Optional<LocalDate> until, boolean readable) {}

        /** What that is. */
        public enum What {
            /** Something is asked for. */
            ASKED,
            /** What was asked for is at the centre. */
            ANSWERED,
            /** Decided as asked for; its document is being made. */
            GRANTED,
            /** Decided against. */
            REFUSED,
            /** Not taken up at all. */
            NOT_ACCEPTED,
            /** Its document can be collected. */
            READY,
            /** Its document has been printed somewhere. */
            COLLECTED,
            /** The citizen has taken it back. */
            WITHDRAWN
        }

        /** For what a kept request waits. */
        public enum Waiting {
            /** To be sent. */
            LINE,
            /** For the centre's answer: whether it has it is not known. */
            ANSWER,
            /** For a person: it was not taken as it is. */
            STAFF
        }

        /**
         * A stage of the case.
         *
         * @param promised by the item
         * @param happened when it truly did; empty as long as nobody has said so
         */
        public record Stage(String title, String promised, String icon, Optional<LocalDateTime> happened) {}
    }

    /**
     * The cases of the citizen whose card was read.
     *
     * @param cases those on this page
     * @param page the first is 1
     * @param flaw why there is no list
     */
    record Cases(Phase phase, List<Row> cases, int page, int pages, Optional<Flaw> flaw) implements ProgressPage {
        /** How far that is. */
        public enum Phase {
            /** The centre is asked. */
            ASKING,
            LISTED,
            FAILED
        }

        /** Why there is no list. */
        public enum Flaw {
            /** The centre cannot be asked now. */
            OFFLINE,
            /** It was asked for too often of late. */
            TOO_MANY
        }

        /**
         * A case.
         *
         * @param itemTitle empty where this terminal does not know the item
         * @param icon of the item
         * @param what concerns the citizen now; empty while it goes its way
         */
        public record Row(
                String number,
                Optional<String> itemTitle,
                String icon,
                LocalDate receivedOn,
                Optional<Progress.What> what,
                boolean late) {
            @Override
            public String toString() {
                return "Row[" + what + "]";
            }
        }

        public Cases {
            cases = List.copyOf(cases);
        }

        @Override
        public String toString() {
            return "Cases[" + phase + ", " + cases.size() + "]";
        }
    }

    /**
     * Whether a case is to be taken back.
     *
     * @param number of the case
     * @param itemTitle empty where this terminal does not know the item
     */
    record Withdraw(Phase phase, String number, Optional<String> itemTitle) implements ProgressPage {
        /** How far that is. What became of it stands on the case's own page. */
        public enum Phase {
            /** The citizen is asked once more. */
            CONFIRMING,
            /** The centre is told. */
            SENDING,
            /** Whether the centre has heard it is not known. */
            UNANSWERED,
            /** It cannot be taken back any more. */
            TOO_LATE
        }

        @Override
        public String toString() {
            return "Withdraw[" + phase + "]";
        }
    }

    /**
     * Words of a clerk for this citizen, as they were written.
     *
     * @param about what they are about: the title of a material or a field, or empty
     * @param leaf the first is 1
     * @param answerable what is asked for can be given here
     */
    record News(Progress.What what, About kind, String about, String text, int leaf, int of, boolean answerable)
            implements ProgressPage {
        /** To what they belong. */
        public enum About {
            MATERIAL,
            FIELD,
            WORDS,
            GROUND
        }

        @Override
        public String toString() {
            return "News[" + what + ", " + leaf + " of " + of + "]";
        }
    }
}
