package banyan.kiosk.visit;

import banyan.acceptance.CaseCode;
import banyan.device.DocumentCamera.Frame;
import banyan.kiosk.documents.Area;
import banyan.kiosk.documents.Picture;
import banyan.kiosk.identity.CardFlaw;
import banyan.kiosk.filing.page.Inspection;
import banyan.kiosk.upkeep.Guidance;
import banyan.kiosk.upkeep.Printed;
import banyan.kiosk.upkeep.Readiness;
import banyan.kiosk.upkeep.ReportStanding;
import banyan.kiosk.upkeep.Waiting;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One page of the screen with everything it shows. Texts that belong to a service item come resolved in the visit's language;
 * texts of the terminal itself are chosen by the screen from these types. The {@code toString} of pages is never logged.
 */
public sealed interface Page {
    /** Whether it belongs to the terminal's staff: from these no way leads home. */
    default boolean ofStaff() {
        return this instanceof StaffSignIn
                || this instanceof Maintenance
                || this instanceof JudgeTestPage
                || this instanceof TestScan
                || this instanceof Led
                || this instanceof Cells;
    }

    /** How a device stands, in the five words of the screen. */
    enum Truth {
        READY,
        LOW,
        NEEDS_HELP,
        UNKNOWN,
        OFF
    }

    /**
     * Nobody is here.
     *
     * @param items how many can be done here now; empty while that is not known
     */
    record Attract(OptionalInt items, Truth printer, Truth reader, Truth camera, Closed closed) implements Page {
        /** Whether visits can begin, and else why not. */
        public enum Closed {
            /** They can. */
            NO,
            /** Nothing could be kept. */
            STORE,
            /** The housing is open. */
            HOUSING,
            /** The battery will not last for another visit. */
            POWER
        }

        /** Open, or closed because nothing could be kept. */
        public Attract(OptionalInt items, Truth printer, Truth reader, Truth camera, boolean accepting) {
            this(items, printer, reader, camera, accepting ? Closed.NO : Closed.STORE);
        }

        /** Whether a visit can begin. */
        public boolean accepting() {
            return closed == Closed.NO;
        }
    }

    /**
     * Consent, and then the card.
     *
     * @param cardLies a card lies there already; nothing of it has been read
     */
    record Identify(Phase phase, Optional<CardFlaw> trouble, boolean cardLies) implements Page {
        /** How far it is. */
        public enum Phase {
            /** Nothing is read before the citizen agrees. */
            CONSENT,
            /** Agreed; waiting for the card. */
            WAITING,
            /** The card was found and is being read. */
            READING
        }
    }

    /** A section of the home page that has at least one item. */
    enum Section {
        /** 查询打印. */
        QUERY_AND_PRINT,
        /** 申报办理. */
        DECLARATION
    }

    /** An item as it stands in a list; texts of the item. */
    record ItemTile(
            String code, String title, String plain, String department, String icon, Availability availability) {}

    /** What may be done. */
    record Home(DayPart part, List<SectionTile> sections, List<ItemTile> frequent) implements Page {
        /** For the greeting, which carries no name. */
        public enum DayPart {
            MORNING,
            AFTERNOON,
            EVENING
        }

        /** A section with its live fact. */
        public record SectionTile(Section section, int items) {}
    }

    /** The items of one section, four a page. */
    record Items(Section section, List<ItemTile> items, int page, int pages) implements Page {}

    /** The same card as a crashed visit: go on with its draft? */
    record Resume(String itemTitle, int step, int steps, int minutesLeft) implements Page {}

    /** What an item needs and gives. */
    record Guide(
            ItemTile item,
            int promisedDays,
            int legalDays,
            String fee,
            String feeNote,
            String decidedBy,
            String phone,
            List<Condition> conditions,
            List<MaterialNeed> materials,
            int steps,
            int minutes,
            GuidePrint print)
            implements Page {
        /** A condition checked against data; {@code NOT_FOUND} asks for an explanation, never refuses. */
        public record Condition(String text, Finding finding, String detail) {}

        /** What the data say. */
        public enum Finding {
            FOUND,
            NOT_FOUND,
            UNKNOWN
        }

        /** A material and where it comes from. */
        public record MaterialNeed(String title, String icon, Origin origin) {}

        /** Where a material comes from. */
        public enum Origin {
            READ_FROM_CARD,
            E_LICENCE,
            SCAN_HERE,
            UNKNOWN
        }

        /** Printing the guide. */
        public enum GuidePrint {
            POSSIBLE,
            PRINTING,
            PRINTED,
            NOT_POSSIBLE
        }
    }

    /** Where in the item's steps a page stands. */
    record StepHead(String itemTitle, int step, int of) {}

    /** One question group of the form. */
    record Form(
            StepHead head,
            String question,
            String help,
            List<FieldView> fields,
            Optional<Editor> editor,
            boolean complete)
            implements Page {
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
            implements Page {
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
     * The receipt of the case that is asked about.
     *
     * @param scanner a code scanner works
     * @param number as typed so far
     * @param code as typed so far
     * @param writing the field whose keys are open, while it is typed
     */
    record AskProgress(Phase phase, boolean scanner, String number, String code, Entry writing, Optional<Flaw> flaw)
            implements Page {
        /** How it is asked. */
        public enum Phase {
            /** The code on the receipt is held before the scanner. */
            HOLDING,
            /** Number and code are typed. */
            TYPING,
            /** The centre is asked. */
            ASKING,
            /** It was tried too often: no more in this visit. */
            CLOSED
        }

        /** What is typed. */
        public enum Entry {
            NUMBER(15),
            CODE(CaseCode.DIGITS);

            private final int longest;

            Entry(int longest) {
                this.longest = longest;
            }

            /** How many digits it takes. */
            public int longest() {
                return longest;
            }

            /** Its name among fields. */
            public String field() {
                return switch (this) {
                    case NUMBER -> "number";
                    case CODE -> "code";
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
    record Progress(Known known) implements Page {
        /** Who knows it. */
        public sealed interface Known {
            /**
             * The centre has it.
             *
             * @param itemTitle empty where this terminal does not know the item
             * @param late the last day of the promised answer is over
             * @param stages what has happened, and what the item says of the rest
             */
            record AtCentre(
                    String number,
                    Optional<String> itemTitle,
                    LocalDateTime receivedAt,
                    LocalDate answerBy,
                    boolean late,
                    List<Stage> stages)
                    implements Known {
                @Override
                public String toString() {
                    return "AtCentre[" + stages.size() + "]";
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

    /** Scanning papers with the document camera. */
    record Materials(
            StepHead head,
            List<MaterialRow> rows,
            int current,
            Camera camera,
            Feeder feeder,
            Cabinet cabinet,
            int missing,
            boolean busy)
            implements Page {
        /** Where no original goes into a cabinet. */
        public Materials(
                StepHead head,
                List<MaterialRow> rows,
                int current,
                Camera camera,
                Feeder feeder,
                int missing,
                boolean busy) {
            this(head, rows, current, camera, feeder, Cabinet.NONE, missing, busy);
        }

        /** Whether the original of the material at hand can go into the cabinet instead. */
        public enum Cabinet {
            /** The site has none, or no material of this item goes there. */
            NONE,
            /** This material does not go there, or some of it was scanned already. */
            NOT_THIS,
            /** It can. */
            OFFERED,
            /** It will. */
            CHOSEN,
            /** No cell is free. */
            FULL,
            /** It does not work now. */
            UNUSABLE
        }

        /** A material and how far it is. */
        public record MaterialRow(
                String code,
                String title,
                String detail,
                RowState state,
                int pages,
                int minPages,
                int maxPages,
                List<Picture> thumbnails) {}

        /** How far a material is. */
        public enum RowState {
            NOT_NEEDED,
            FETCHED,
            WAITING,
            LATER,
            SCANNED,
            COMPLETE,
            /** Its original goes into the cabinet when everything is submitted. */
            IN_CABINET
        }

        /** What the camera sees. */
        public sealed interface Camera {
            /** The picture is being started. */
            record Starting() implements Camera {}

            /**
             * The live picture.
             *
             * @param corners x and y of the four corners in frame pixels, clockwise from upper left; empty when no page is seen
             * @param good the outline has been good for long enough; a picture is being taken
             */
            record Live(Frame frame, float[] corners, Optional<Hint> hint, Qualities qualities, boolean good)
                    implements Camera {
                @Override
                public String toString() {
                    return "Live[]";
                }
            }

            /** It is gone; the terminal looks for it. */
            record Gone() implements Camera {}
        }

        /** The one most useful hint; the last group is why a picture was not taken over. */
        public enum Hint {
            NO_PAGE,
            CUT_OFF,
            COVERED,
            GLARE,
            BLURRED,
            BLANK,
            HOLD_STILL,
            TAKE_AWAY,
            REFUSED_BLANK,
            REFUSED_COVERED,
            REFUSED_BLURRED,
            REFUSED_CUT_OFF,
            REFUSED_NO_PAGE,
            CAMERA_FAILED
        }

        /** How the scanner's feeder stands. */
        public sealed interface Feeder {
            /** The site has none. */
            record None() implements Feeder {}

            /**
             * Nothing moves.
             *
             * @param usable a pile can be put in now
             * @param last what became of the last pile, as long as nothing else was done
             */
            record Resting(boolean usable, Optional<Pile> last) implements Feeder {}

            /**
             * A pile is being drawn in.
             *
             * @param pages so many of it are durable here
             */
            record Drawing(int pages, boolean stopping) implements Feeder {}
        }

        /**
         * What became of a pile.
         *
         * @param pages taken over
         * @param blank drawn in as well, and not taken over because nothing is on them
         */
        public record Pile(FeedEnd how, int pages, int blank) {
            /** The first sheet of which nothing was scanned, counted from 1. */
            public int next() {
                return pages + blank + 1;
            }
        }

        /** How a pile ended. */
        public enum FeedEnd {
            /** Every sheet was taken over. */
            DONE,
            /** Every sheet was drawn in; blank ones were not taken over. */
            BLANK,
            /** The material has as many pages as it may have. */
            FULL,
            /** The citizen stopped it. */
            STOPPED,
            /** There was no paper. */
            EMPTY,
            JAM,
            COVER_OPEN,
            DOUBLE_FEED,
            /** A sheet is too long or too short for the feeder. */
            LENGTH,
            /** The scanner counts otherwise than we do. */
            MISCOUNTED,
            /** The scanner is gone; the terminal looks for it. */
            GONE,
            /** Anything else. */
            FAILED,
            /** What had stopped it has been put right. */
            MENDED;

            /** Whether there may be sheets that are still to be scanned. */
            public boolean leavesSome() {
                return switch (this) {
                    case DONE, BLANK, FULL -> false;
                    case STOPPED, EMPTY, JAM, COVER_OPEN, DOUBLE_FEED, LENGTH, MISCOUNTED, GONE, FAILED, MENDED -> true;
                };
            }
        }

        /** The four badges. */
        public record Qualities(boolean corners, boolean sharp, boolean noGlare, boolean uncovered) {}
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
            implements Page {
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
            implements Page {
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

    /** Everything once more before it is sent. */
    record Review(
            StepHead head,
            List<Group> groups,
            LocalDate answerBy,
            int promisedDays,
            String decidedBy,
            String fee,
            boolean ticked)
            implements Page {
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

    /** Four true steps; each turns only on its event. */
    record Submitting(String itemTitle, List<Progress> steps) implements Page {
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
            implements Page {
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

    /** Only with the centre's receipt in store. */
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
            List<String> reasons,
            Optional<Originals> originals)
            implements Page {
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
                List<String> reasons) {
            this(itemTitle, at, acceptanceNumber, answerBy, phone, qr, paper, next, rated, reasons, Optional.empty());
        }

        /** What comes next, in the item's words. */
        public record Next(String title, String when, String icon) {}
    }

    /** Kept here; the centre has not confirmed. */
    record Kept(
            String itemTitle,
            LocalDateTime at,
            Optional<LocalDateTime> offlineSince,
            String provisional,
            Optional<String> phone,
            String qr,
            PaperState paper,
            Optional<Originals> originals)
            implements Page {
        /** Without originals in the cabinet. */
        public Kept(
                String itemTitle,
                LocalDateTime at,
                Optional<LocalDateTime> offlineSince,
                String provisional,
                Optional<String> phone,
                String qr,
                PaperState paper) {
            this(itemTitle, at, offlineSince, provisional, phone, qr, paper, Optional.empty());
        }
    }

    /** The citizen waits a moment for what comes next. */
    record Querying(String itemTitle, Work work) implements Page {
        /** What is being done. */
        public enum Work {
            /** The centre is asked. */
            ASKING,
            /** A document is set out of what was filled in; nobody is asked. */
            SETTING
        }
    }

    /**
     * The preview of a certificate: the very page that will be printed, and above it a layer that hides what the screen must not
     * show.
     */
    record Result(String itemTitle, Preview preview, List<Form.Choice> periods, Truth printer) implements Page {}

    /**
     * A page as it is on paper, and the bars and words above it.
     *
     * @param bars x, y, width, height in fractions of the page
     */
    record Preview(Picture picture, List<float[]> bars, int page, int pages) {}

    /**
     * A document is being printed.
     *
     * @param taken the printer has the whole document; before that nothing comes out
     */
    record Printing(
            String itemTitle, Preview preview, boolean taken, int pagesOut, int pages, boolean stopping, boolean done)
            implements Page {}

    /**
     * The honest page when something does not work, with the ways on, sorted by effort.
     *
     * @param kind chooses the sentences
     * @param detail numbers for the sentences, such as the pages that came out
     * @param told when the staff were told; empty if they could not be
     * @param trace the help number, without personal data
     * @param reported whether 办不成事 was sent or kept for sending
     */
    record Trouble(
            TroubleKind kind,
            int pagesOut,
            int pages,
            Optional<LocalDateTime> told,
            List<WayOn> ways,
            String trace,
            boolean reported)
            implements Page {}

    /** What does not work. */
    enum TroubleKind {
        PAPER_OUT,
        PAPER_JAM,
        COVER_OPEN,
        TONER_OUT,
        PRINTER_GONE,
        PRINTER_SILENT,
        PRINT_UNCERTAIN,
        CAMERA_GONE,
        READER_GONE,
        NAME_NOT_PRINTABLE,
        NETWORK_DOWN,
        CENTRE_REFUSED,
        STORE_FULL,
        STORE_BROKEN
    }

    /** A way on. */
    enum WayOn {
        /** Wait here; it goes on by itself. */
        WAIT,
        /** Try once more. */
        RETRY,
        /** Print it later, at any terminal, with the ID card. */
        LATER,
        /** Go on without this paper. */
        WITHOUT_PAPER,
        /** Another way of doing the same, such as signing on the screen. */
        OTHER_WAY,
        /** Go back a step. */
        BACK,
        /** End the visit; what holds then is said. */
        END
    }

    /**
     * Who wants into the staff mode?
     *
     * @param digits how many of the PIN are there
     */
    record StaffSignIn(UpkeepPost.SignIn.Asks asks, int digits, Optional<UpkeepPost.Flaw> flaw) implements Page {}

    /**
     * How the terminal stands, for its staff. Nothing of any citizen is on it.
     *
     * @param staff the number of whoever is here
     * @param minutesLeft until it closes by itself
     * @param report what has become of the report that was made last
     */
    record Maintenance(
            String staff,
            int minutesLeft,
            Readiness readiness,
            Waiting waiting,
            Printed printed,
            Optional<LocalDateTime> offlineSince,
            Optional<ReportStanding> report,
            UpkeepPost.Doing doing)
            implements Page {}

    /** The test page is out; a person says whether it is good. */
    record JudgeTestPage() implements Page {}

    /**
     * The test page taken by camera or scanner; a person judges its picture. Never a citizen's paper: the page says so.
     *
     * @param from what takes it, or took it
     * @param there what this terminal has to take it
     * @param seen while it is shown
     */
    record TestScan(
            UpkeepPost.Trial.Step step,
            UpkeepPost.Trial.From from,
            List<UpkeepPost.Trial.From> there,
            Optional<Inspection> seen)
            implements Page {}

    /** One step of what an untrained helper is led through. */
    record Led(Guidance through, int step) implements Page {}

    /**
     * The cells of the cabinet, for whoever empties them: numbers and times, and nothing of whose papers they are.
     *
     * @param cells that are not free, the one that has waited longest first
     * @param cell the one at hand; 0 in the list
     */
    record Cells(List<Row> cells, int cell, UpkeepPost.Cells.Phase phase, boolean failed) implements Page {
        /** A cell; {@code uncertain}: whether anything lies in it nobody has confirmed. */
        public record Row(int cell, LocalDateTime since, boolean uncertain) {}
    }

    /**
     * The end, with the wipe receipt.
     *
     * @param chipCardLeft a bank card is still in its terminal
     */
    record Ended(List<Cleared> cleared, int secondsLeft, boolean readerEmptyKnown, boolean chipCardLeft) implements Page {
        /** With no chip card in sight. */
        public Ended(List<Cleared> cleared, int secondsLeft, boolean readerEmptyKnown) {
            this(cleared, secondsLeft, readerEmptyKnown, false);
        }

        /** One line of the wipe receipt. */
        public record Cleared(What what, int count, How how) {}

        /** What was there. */
        public enum What {
            IDENTITY,
            DRAFT,
            SCANS,
            SIGNATURE,
            FINGERPRINT,
            PRINT_JOBS
        }

        /** What became of it. */
        public enum How {
            CLEARED,
            /** Cleared; only the sealed submission stays. */
            ONLY_SEALED,
            /** It failed; staff were called. */
            FAILED
        }
    }
}
