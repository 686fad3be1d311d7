package banyan.kiosk.visit;

import banyan.kiosk.documents.Area;
import banyan.kiosk.documents.Picture;
import banyan.kiosk.upkeep.Waiting;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Where a request is filled in, signed and looked over. */
public sealed interface FilingPage extends Page {
    /** One question group of the form. */
    record Form(
            StepHead head,
            String question,
            String help,
            List<FieldView> fields,
            Optional<Editor> editor,
            boolean complete)
            implements FilingPage {
        /**
         * A field.
         *
         * @param shown its value as shown: masked unless it is being edited
         * @param problem the sentence below it, in full
         */
        public record FieldView(
                String code,
                String label,
                String hint,
                Entry entry,
                String shown,
                Optional<Source> source,
                boolean editable,
                List<Choice> choices,
                Optional<String> problem) {}

        /** How a field is entered. */
        public enum Entry {
            /** One of some choices. */
            CHOICE,
            /** A tick. */
            TICK,
            /** Digits by the digit pad. */
            DIGITS,
            /** Identification number: digits and X. */
            ID_NUMBER,
            /** A month, stepped by buttons or chosen. */
            MONTH,
            /** Shown only. */
            SHOWN
        }

        /** A choice of a field. */
        public record Choice(String value, String label, boolean chosen) {}

        /** Where a value comes from. */
        public enum Source {
            ID_CARD,
            SOCIAL_CARD,
            E_LICENCE,
            LAST_FILING,
            BANK_CARD,
            TO_FILL,
            FILLED
        }

        /**
         * The field being edited, with its pad. The only place of a full value on a form.
         *
         * @param byCard its number can be read off a bank card here and now
         */
        public record Editor(String field, String text, int longest, boolean byCard) {
            /** One that is only typed. */
            public Editor(String field, String text, int longest) {
                this(field, text, longest, false);
            }

            @Override
            public String toString() {
                return "Editor[" + field + "]";
            }
        }
    }

    /**
     * A bank card, of which the number for a field is read.
     *
     * @param label of the field
     */
    record BankCard(StepHead head, String field, String label, Phase phase, boolean read, Optional<Flaw> flaw)
            implements FilingPage {
        /** How far it is. */
        public enum Phase {
            /** For a card. */
            WAITING,
            READING,
            /** Until the card is taken out. */
            REMOVING,
            /** Nothing is waited for: the terminal for cards does not work. */
            STOPPED
        }

        /** Why there is no number. */
        public enum Flaw {
            /** Taken out too soon. */
            MOVED,
            /** It does not answer, as when it is put in the wrong way round. */
            MUTE,
            /** It is no bank card, or of a kind that is not known here. */
            OTHER,
            UNREADABLE,
            /** An earlier visitor's card is still in: it is not read. */
            FORGOTTEN,
            /** The terminal for cards does not work. */
            GONE
        }
    }

    /**
     * The very document that is signed, with the full name: one signs what one sees.
     *
     * @param end where its text ends, in shares of the page's height
     * @param signHere where it is signed
     */
    record Signing(
            StepHead head,
            Picture document,
            double end,
            List<Area> signHere,
            int page,
            int pages,
            String checkCode,
            Ink ink,
            PadState pad,
            Optional<InkTrouble> trouble)
            implements FilingPage {
        /** Whether a pad receives ink, or the screen does. */
        public enum PadState {
            PAD,
            SCREEN
        }

        /** Why these strokes are not taken as a signature. */
        public enum InkTrouble {
            EMPTY,
            TAP_ONLY,
            TOO_SHORT
        }
    }

    /**
     * Ink so far.
     *
     * @param strokes finished strokes and, last, the one being drawn; each x, y, pressure triple 0 to 1
     */
    record Ink(List<float[]> strokes, double aspect) {
        @Override
        public String toString() {
            return "Ink[" + strokes.size() + " strokes]";
        }
    }

    /**
     * A fingertip: what is taken of it and why, and then the finger, twice.
     *
     * @param held one picture was taken; the next must be of the same finger
     * @param usable the pad works
     * @param given a template of an earlier time is there
     */
    record Fingerprint(StepHead head, Phase phase, boolean held, Optional<Flaw> flaw, boolean usable, boolean given)
            implements FilingPage {
        /** How far it is. */
        public enum Phase {
            /** Nothing is taken before the citizen agrees. */
            ASKING,
            /** Waiting for the finger. */
            LAYING,
            /** Waiting until it is lifted. */
            LIFTING,
            /** Both pictures are of one finger, or none is given; it is being kept. */
            KEEPING
        }

        /** Why a picture is not taken. */
        public enum Flaw {
            /** No finger came. */
            ABSENT,
            MOVED,
            POOR,
            /** Not the finger of the first picture. */
            DIFFERENT,
            /** It is not lifted. */
            LEFT_LYING,
            /** The pad does not work. */
            GONE
        }
    }

    /**
     * Everything once more before it is sent.
     *
     * @param supplement it is what was asked for in a case, whose promise is another
     */
    record Review(
            StepHead head,
            List<Group> groups,
            LocalDate answerBy,
            int promisedDays,
            String decidedBy,
            String fee,
            boolean ticked,
            boolean supplement)
            implements FilingPage {
        /** Of a request. */
        public Review(
                StepHead head,
                List<Group> groups,
                LocalDate answerBy,
                int promisedDays,
                String decidedBy,
                String fee,
                boolean ticked) {
            this(head, groups, answerBy, promisedDays, decidedBy, fee, ticked, false);
        }

        /**
         * A group with its way back.
         *
         * @param look it is looked at rather than changed: 看 instead of 改
         */
        public record Group(String title, List<Row> rows, int editTarget, boolean look) {}

        /** A masked value. */
        public record Row(String label, String value) {
            @Override
            public String toString() {
                return "Row[]";
            }
        }
    }
}
