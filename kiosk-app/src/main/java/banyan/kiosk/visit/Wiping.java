package banyan.kiosk.visit;

import banyan.cache.Cleared;
import banyan.device.Device;
import banyan.kiosk.filing.Draft;
import banyan.kiosk.filing.Filing;
import banyan.kiosk.log.Event;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.log.Key;
import banyan.kiosk.visit.Page.Ended.How;
import banyan.kiosk.visit.Page.Ended.What;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The end of a visit: everything of the citizen is cleared, and what became of each part is written down line by line. What is in
 * memory goes at once; what devices and disk still hold is waited for, but not for long.
 */
final class Wiping {
    private static final long WAIT_NANOS = TimeUnit.SECONDS.toNanos(4);

    private final Session session;
    private List<Page.Ended.Cleared> receipt = List.of();

    Wiping(Session session) {
        this.session = session;
    }

    /** What was cleared. */
    List<Page.Ended.Cleared> receipt() {
        return receipt;
    }

    /**
     * What there is to clear.
     *
     * @param sealed something of it was submitted and stays, sealed
     * @param fingered a finger was taken
     * @param jobs papers that went to the printer
     * @param printing a job is under way and is stopped
     */
    record Belongings(boolean identified, boolean sealed, boolean signed, boolean fingered, int jobs, boolean printing) {}

    /** Clears everything. {@code forget} drops what the parts of the visit hold in memory. */
    void wipe(Belongings had, PrintingHand printing, Runnable forget) {
        Draft draft = session.draft();
        int scans = draft.filings().values().stream()
                .flatMap(filing -> filing.pages().values().stream())
                .mapToInt(List::size)
                .sum();
        boolean drafted = !draft.filings().isEmpty();
        draft.filings().values().forEach(Filing::wipePictures);
        boolean stop = had.printing();
        CompletableFuture<Boolean> stopped = elsewhere(() -> {
            if (stop) {
                printing.halt();
            }
            return true;
        });
        List<CompletableFuture<Boolean>> devices = session.equipment().devices().stream()
                .map(device -> elsewhere(() -> forget(device)))
                .toList();
        var pages = session.pages();
        var key = session.key();
        var refuge = session.equipment().refuge();
        CompletableFuture<List<Cleared>> disk = CompletableFuture.supplyAsync(
                () -> {
                    var cleared = new ArrayList<Cleared>();
                    cleared.add(refuge.destroy(key));
                    cleared.addAll(pages.abandon());
                    return cleared;
                },
                session.equipment().disk());
        forget.run();
        session.leave();
        session.away(
                () -> {
                    long until = System.nanoTime() + WAIT_NANOS;
                    boolean devicesForgot = devices.stream().allMatch(one -> came(one, false, until));
                    List<Cleared> silent = List.of(new Cleared.Left(Cleared.Part.PAGES, "DISK-SILENT"));
                    return lines(
                            had, drafted, scans, devicesForgot, came(disk, silent, until), came(stopped, false, until));
                },
                lines -> {
                    receipt = lines;
                    session.log(Event.of(EventKind.WIPED).with(Key.COUNT, lines.size()));
                    lines.stream()
                            .filter(line -> line.how() == How.FAILED)
                            .forEach(line ->
                                    session.log(Event.of(EventKind.WIPE_FAILED).with(Key.PLACE, line.what())));
                    session.tell(new VisitEvent.Wiped());
                });
    }

    private CompletableFuture<Boolean> elsewhere(java.util.function.Supplier<Boolean> what) {
        return CompletableFuture.supplyAsync(what, session.equipment().threads());
    }

    private static boolean forget(Device device) {
        device.forget();
        return true;
    }

    private static <T> T came(CompletableFuture<T> done, T otherwise, long until) {
        try {
            return done.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return otherwise;
        } catch (ExecutionException | TimeoutException failed) {
            return otherwise;
        }
    }

    private static List<Page.Ended.Cleared> lines(
            Belongings had, boolean drafted, int scans, boolean devices, List<Cleared> disk, boolean stopped) {
        boolean diskFailed = disk.stream().anyMatch(Cleared.Left.class::isInstance);
        var lines = new ArrayList<Page.Ended.Cleared>();
        if (had.identified()) {
            lines.add(new Page.Ended.Cleared(What.IDENTITY, 1, devices ? How.CLEARED : How.FAILED));
        }
        if (drafted || had.sealed()) {
            How how = had.sealed() ? How.ONLY_SEALED : How.CLEARED;
            lines.add(new Page.Ended.Cleared(What.DRAFT, 1, diskFailed ? How.FAILED : how));
        }
        if (scans > 0) {
            lines.add(new Page.Ended.Cleared(What.SCANS, scans, diskFailed ? How.FAILED : How.CLEARED));
        }
        if (had.signed()) {
            lines.add(new Page.Ended.Cleared(What.SIGNATURE, 1, diskFailed ? How.FAILED : How.CLEARED));
        }
        if (had.fingered()) {
            How how = had.sealed() ? How.ONLY_SEALED : How.CLEARED;
            lines.add(new Page.Ended.Cleared(What.FINGERPRINT, 1, diskFailed || !devices ? How.FAILED : how));
        }
        if (had.jobs() > 0) {
            lines.add(new Page.Ended.Cleared(What.PRINT_JOBS, had.jobs(), stopped ? How.CLEARED : How.FAILED));
        }
        if (!devices && !had.identified()) {
            lines.add(new Page.Ended.Cleared(What.IDENTITY, 0, How.FAILED));
        }
        return List.copyOf(lines);
    }
}
