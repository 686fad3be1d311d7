package banyan.device;

import java.util.Set;

/** A scanner that draws sheets in from a feeder, or looks at one on a flatbed (SANE, eSCL). */
public non-sealed interface Scanner extends Device {
    @Override
    default Set<Capability> capabilities() {
        return Set.of(Capability.SCAN);
    }

    @Override
    default DeviceKind kind() {
        return DeviceKind.SCANNER;
    }

    /**
     * Scans what lies in the source. Returns when the scanner has begun or refused; pages are told to the listener from the
     * device's thread, until exactly one {@link ScanEvent.End}. A refusal is told to nobody else. A second scan while one runs
     * is {@link Fault.Kind#BUSY}. {@link #forget}, {@link #reset} and {@link #close} end a running scan, and it is told so.
     */
    Outcome<ScanTask> scan(ScanJob job, ScanListener listener, Deadline deadline);

    /** What the device can scan. Empty until it was asked. Never blocks. */
    Set<Source> sources();

    /**
     * How it is scanned.
     *
     * @param resolution dots an inch, 75 to 600; the driver takes the nearest the device has that is not less, else its greatest
     * @param most more pages than this stop the scan: a citizen's paper is never a thousand sheets
     */
    record ScanJob(Source source, int resolution, Colour colour, int most) {}

    /** Where the paper lies. */
    enum Source {
        /** One page on the glass. */
        FLATBED,
        /** A pile in the feeder, one side of each sheet. */
        FEEDER,
        /** A pile in the feeder, both sides. */
        FEEDER_BOTH_SIDES
    }

    /** What is kept of the colours. */
    enum Colour {
        /** Three channels of eight bits. */
        COLOUR,
        /** One channel of eight bits. */
        GREY
    }

    /** A running scan. */
    interface ScanTask {
        /** Asks the scanner to stop; the end, at most 3 s later, says how many pages there are. Done with {@code false} when it had ended. */
        Outcome<Boolean> cancel(Deadline deadline);
    }

    /** Is told how a scan goes. */
    @FunctionalInterface
    interface ScanListener {
        /** This happened; nothing follows an {@link ScanEvent.End}. */
        void happened(ScanEvent event);
    }

    /** What happens in a scan. */
    sealed interface ScanEvent {
        /**
         * So much of this page has been read. Only grows; not told more often than the device's thread comes by, and not at all by
         * a scanner that does not say.
         *
         * @param page counted from 1
         * @param part 0 to 1
         */
        record Reading(int page, double part) implements ScanEvent {}

        /**
         * A page, whole.
         *
         * @param page counted from 1
         * @param resolution dots an inch in truth
         * @param image PNG or JPEG bytes, at most {@value #MAX_PAGE_BYTES}
         */
        record Page(int page, int resolution, byte[] image) implements ScanEvent {
            /** A page larger than this is refused. */
            public static final int MAX_PAGE_BYTES = 64_000_000;

            /** A page of more pixels than this is refused, before room is made for it. */
            public static final long MAX_PAGE_PIXELS = 40_000_000;

            @Override
            public String toString() {
                return "Page[" + page + ", " + image.length + " bytes]";
            }
        }

        /** The end of a scan; nothing follows. */
        sealed interface End extends ScanEvent {}

        /** The source is empty and every sheet that was drawn in was told as a page. */
        record Scanned(int pages) implements End {}

        /** Cancelled; so many pages were told. */
        record Cancelled(int pages) implements End {}

        /** It stopped: jam, double feed, open cover, or a count that does not agree. The pages told are good; what follows them is not known. */
        record Broken(Fault fault, int pages) implements End {}
    }
}
