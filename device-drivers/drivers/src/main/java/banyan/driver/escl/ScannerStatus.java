package banyan.driver.escl;

import banyan.device.DevicePart;
import banyan.device.DevicePart.Standing;
import banyan.device.DeviceState;
import banyan.device.Fault;
import banyan.device.Fault.Kind;
import banyan.device.Fault.Remedy;
import banyan.device.Scanner.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/** How a scanner says it stands, and what it says of its jobs. */
record ScannerStatus(String state, String feeder, List<Job> jobs) {
    static final Fault EMPTY = new Fault(Kind.MEDIA, Remedy.ASK_CITIZEN, "SCANNER-EMPTY");
    private static final Fault JAM = new Fault(Kind.MEDIA, Remedy.CLEAR_PATH, "SCANNER-JAM");
    private static final Fault DOUBLE_FEED = new Fault(Kind.MEDIA, Remedy.CLEAR_PATH, "SCANNER-DOUBLE-FEED");
    private static final Fault COVER_OPEN = new Fault(Kind.MEDIA, Remedy.CLEAR_PATH, "SCANNER-COVER-OPEN");
    private static final Fault TOO_LONG = new Fault(Kind.MEDIA, Remedy.CLEAR_PATH, "SCANNER-PAGE-TOO-LONG");
    private static final Fault TOO_SHORT = new Fault(Kind.MEDIA, Remedy.CLEAR_PATH, "SCANNER-PAGE-TOO-SHORT");
    private static final Fault FEEDER_FAILED = new Fault(Kind.HARDWARE, Remedy.CALL_STAFF, "SCANNER-FEEDER-FAILED");
    private static final Fault STOPPED = new Fault(Kind.HARDWARE, Remedy.CALL_STAFF, "SCANNER-STOPPED");

    ScannerStatus {
        jobs = List.copyOf(jobs);
    }

    /**
     * A job.
     *
     * @param path the path of its address
     * @param completed how many images it has made, where it says so
     * @param toTransfer how many of them nobody has fetched, where it says so
     */
    record Job(String path, String state, Optional<Integer> completed, Optional<Integer> toTransfer) {
        boolean aborted() {
            return state.equals("Aborted");
        }
    }

    static Optional<ScannerStatus> read(byte[] xml) {
        return Xml.read(xml, "ScannerStatus").map(ScannerStatus::of);
    }

    private static ScannerStatus of(Xml root) {
        List<Job> jobs = root.at("Jobs").map(all -> all.all("JobInfo")).orElse(List.of()).stream()
                .map(job -> new Job(
                        job.text("JobUri"),
                        job.text("JobState"),
                        job.number("ImagesCompleted"),
                        job.number("ImagesToTransfer")))
                .toList();
        return new ScannerStatus(root.text("State"), root.text("AdfState"), jobs);
    }

    /** The job at this path: some devices give its whole address, some the path alone. */
    Optional<Job> job(String path) {
        return jobs.stream().filter(job -> job.path().endsWith(path)).findFirst();
    }

    boolean feederEmpty() {
        return feeder.equals("ScannerAdfEmpty");
    }

    boolean working() {
        return state.equals("Processing") || state.equals("Testing");
    }

    /** What the feeder says is wrong with it. */
    private Optional<Fault> ofFeeder() {
        return switch (feeder) {
            case "ScannerAdfJam" -> Optional.of(JAM);
            case "ScannerAdfMultipickDetected" -> Optional.of(DOUBLE_FEED);
            case "ScannerAdfHatchOpen" -> Optional.of(COVER_OPEN);
            case "ScannerAdfDuplexPageTooLong" -> Optional.of(TOO_LONG);
            case "ScannerAdfDuplexPageTooShort" -> Optional.of(TOO_SHORT);
            case "ScannerAdfInputTrayFailed", "ScannerAdfInputTrayOverloaded" -> Optional.of(FEEDER_FAILED);
            default -> Optional.empty();
        };
    }

    /**
     * The parts of a scanner with these sources. It is there for piles: where it has a feeder, it is of no use without, and the glass is
     * optional. An empty feeder is none that is broken, and of the glass the protocol has no word.
     */
    List<DevicePart> parts(Set<Source> sources) {
        var parts = new ArrayList<DevicePart>();
        boolean fed = sources.contains(Source.FEEDER) || sources.contains(Source.FEEDER_BOTH_SIDES);
        if (fed) {
            // One word tells of both: under an open cover nothing is known of the feeder.
            boolean open = feeder.equals("ScannerAdfHatchOpen");
            parts.add(DevicePart.required(
                    DevicePart.Kind.FEEDER, open ? new Standing.Unknown() : ofFeeder().map(broken()).orElseGet(this::moves)));
            parts.add(DevicePart.required(
                    DevicePart.Kind.COVER, open ? new Standing.Broken(COVER_OPEN) : moves()));
        }
        if (sources.contains(Source.FLATBED)) {
            parts.add(new DevicePart(DevicePart.Kind.GLASS, OptionalInt.empty(), !fed, new Standing.Untold()));
        }
        return List.copyOf(parts);
    }

    private static Function<Fault, Standing> broken() {
        return Standing.Broken::new;
    }

    /** What is nowhere said to be wrong is well where the scanner says anything of its feeder. */
    private Standing moves() {
        return feeder.isEmpty() ? new Standing.Untold() : new Standing.Usable();
    }

    /** What keeps paper from moving, where there is something. */
    Optional<Fault> trouble() {
        return ofFeeder().or(
                () -> state.toLowerCase(Locale.ROOT).equals("stopped") || state.equals("Down") ? Optional.of(STOPPED) : Optional.empty());
    }

    DeviceState standing() {
        return trouble().<DeviceState>map(DeviceState.NeedsHelp::new)
                .orElseGet(() -> working() ? new DeviceState.Busy() : DeviceState.ready());
    }
}
