package banyan.kiosk.visit;

import banyan.kiosk.identity.CardFlaw;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One page of the screen with everything it shows. Texts that belong to a service item come resolved in the visit's language;
 * texts of the terminal itself are chosen by the screen from these types. The {@code toString} of pages is never logged.
 */
public sealed interface Page permits Page.Attract, Page.Identify, Page.Home, Page.Items, Page.Resume, Page.Guide, Page.Ended, AppointmentPage, FilingPage, KeepingPage, PaperPage, ProgressPage, ScanningPage, StaffPage {
    /** Whether it belongs to the terminal's staff: from these no way leads home. */
    default boolean ofStaff() {
        return this instanceof StaffPage;
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
     * @param notice what is said to all who come, or why the terminal is out of service
     */
    record Attract(
            OptionalInt items, Truth printer, Truth reader, Truth camera, Closed closed, Optional<String> notice)
            implements Page {
        /** Whether visits can begin, and else why not. */
        public enum Closed {
            /** They can. */
            NO,
            /** Nothing could be kept. */
            STORE,
            /** The housing is open. */
            HOUSING,
            /** The battery will not last for another visit. */
            POWER,
            /** The centre has taken the terminal out of service. */
            DIRECTIVE
        }

        /** Open, or closed because nothing could be kept. */
        public Attract(OptionalInt items, Truth printer, Truth reader, Truth camera, boolean accepting) {
            this(items, printer, reader, camera, accepting ? Closed.NO : Closed.STORE, Optional.empty());
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

    /**
     * What may be done.
     *
     * @param notice what is said to all who come
     * @param waiting what waits for this citizen
     */
    record Home(
            DayPart part,
            List<SectionTile> sections,
            List<ItemTile> frequent,
            Optional<String> notice,
            Optional<Waiting> waiting)
            implements Page {
        /** With nothing to say, and nothing that waits. */
        public Home(DayPart part, List<SectionTile> sections, List<ItemTile> frequent) {
            this(part, sections, frequent, Optional.empty(), Optional.empty());
        }

        /** A draft in the citizen's account, and for how many days. */
        public record Waiting(String itemTitle, int days) {}

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

    /**
     * A draft of the same card: go on with it?
     *
     * @param left minutes, or days where it lies in the account
     * @param account in the citizen's account at the centre, and not of a crashed visit here
     */
    record Resume(String itemTitle, int step, int steps, int left, boolean account) implements Page {
        /** Of a crashed visit here. */
        public Resume(String itemTitle, int step, int steps, int minutesLeft) {
            this(itemTitle, step, steps, minutesLeft, false);
        }
    }

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
