package banyan.simulator.printer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * The printer's mechanism: one sheet after another leaves the tray, takes its time, and lies in the out folder. It
 * stops for what stops a printer and goes on when that is mended. All methods may be called from any thread.
 */
final class Press implements AutoCloseable {
    static final int DOCUMENT_SECONDS = 60;
    private static final int JOBS_KEPT = 200;

    /** How a sheet ends. */
    private enum Passage {
        OUT,
        JAMMED,
        CANCELED,
        LOST
    }

    /** A job that is said to be finished with so many sheets out and so many pages reported, whatever is true. */
    record Lie(int sheetsOut, int pagesReported) {}

    private final double firstSecondsPerPage;
    private final long started = System.nanoTime();
    private final Map<Integer, PrintJob> jobs = new LinkedHashMap<>();
    private final OutTray outTray;
    private final Supplies supplies = new Supplies();
    private final Thread mechanism;
    private double secondsPerPage;
    private int nextJob = 1;
    /** Every side it ever printed; no reset and no power cut takes any back. */
    private int impressions;
    private Optional<Lie> lie = Optional.empty();
    private boolean closed;

    /** Grows whenever everything inside is thrown away, so that a sheet on its way notices. */
    private int life;

    Press(Path outFolder, double secondsPerPage) {
        this.outTray = new OutTray(outFolder);
        this.firstSecondsPerPage = secondsPerPage;
        this.secondsPerPage = secondsPerPage;
        this.mechanism = Thread.ofPlatform().daemon().name("printer mechanism").start(this::run);
    }

    /** Seconds since the printer was switched on, from 1: what IPP calls its up-time. */
    int upTime() {
        return (int) ((System.nanoTime() - started) / 1_000_000_000L) + 1;
    }

    synchronized PrintJob create(PrintJob.Ticket ticket) {
        PrintJob job = new PrintJob(nextJob++, ticket, upTime());
        jobs.put(job.id, job);
        if (jobs.size() > JOBS_KEPT) {
            jobs.values().stream().filter(old -> old.state.ended()).findFirst().ifPresent(old -> jobs.remove(old.id));
        }
        return job;
    }

    /** The job has its document and waits for its turn; a document that cannot be understood ends it. */
    synchronized void submit(PrintJob job, Optional<PrintDocument> document, int bytes) {
        if (job.state.ended()) {
            document.ifPresent(PrintDocument::close);
            return;
        }
        job.documentBytes = bytes;
        job.document = document;
        if (document.isEmpty()) {
            job.end(PrintJob.State.ABORTED, "document-format-error", upTime());
        } else {
            int pages = document.get().pages();
            job.impressions = pages * job.ticket.copies();
            job.sheets = (job.ticket.twoSided() ? (pages + 1) / 2 : pages) * job.ticket.copies();
            job.move(PrintJob.State.PENDING, "none");
        }
        notifyAll();
    }

    /** False if the job has ended already. The page that is on its way comes out all the same. */
    synchronized boolean cancel(PrintJob job) {
        if (job.state.ended()) {
            return false;
        }
        job.cancelAsked = true;
        if (job.state == PrintJob.State.PROCESSING) {
            job.reason = "processing-to-stop-point";
        } else {
            job.end(PrintJob.State.CANCELED, "job-canceled-by-user", upTime());
        }
        notifyAll();
        return true;
    }

    synchronized Optional<PrintJob> job(int id) {
        return Optional.ofNullable(jobs.get(id));
    }

    synchronized List<PrintJob> jobs() {
        return List.copyOf(jobs.values());
    }

    synchronized List<Paper> papers() {
        return outTray.papers();
    }

    /** IPP's printer-state: 3 idle, 4 processing, 5 stopped. */
    synchronized int printerState() {
        if (!supplies.hindrances(wanted()).isEmpty()) {
            return 5;
        }
        return jobs.values().stream().anyMatch(job -> job.state == PrintJob.State.PROCESSING) ? 4 : 3;
    }

    /** IPP's printer-state-reasons, with their severities. */
    synchronized List<String> reasons() {
        List<String> reasons = new ArrayList<>(supplies.hindrances(wanted()));
        reasons.addAll(supplies.warnings());
        return reasons.isEmpty() ? List.of("none") : reasons;
    }

    /** The tray that the running job wants; with nothing to print, one in which something lies. */
    private String wanted() {
        return jobs.values().stream()
                .filter(job -> job.state == PrintJob.State.PROCESSING || job.state == PrintJob.State.STOPPED)
                .map(job -> job.ticket.tray())
                .findFirst()
                .orElseGet(() -> supplies.trays().stream()
                        .filter(tray -> supplies.sheets(tray) > 0)
                        .findFirst()
                        .orElse(Supplies.MAIN));
    }

    synchronized List<String> trays() {
        return supplies.trays();
    }

    synchronized int sheets(String tray) {
        return supplies.sheets(tray);
    }

    synchronized int impressions() {
        return impressions;
    }

    synchronized Supplies.Toner toner() {
        return supplies.toner;
    }

    /** Paper, toner, cover or jam: whatever is done, a job that waited looks again. */
    synchronized void tend(Consumer<Supplies> deed) {
        deed.accept(supplies);
        notifyAll();
    }

    synchronized double secondsPerPage() {
        return secondsPerPage;
    }

    synchronized void secondsPerPage(double seconds) {
        secondsPerPage = seconds;
        notifyAll();
    }

    synchronized void lie(Lie told) {
        lie = Optional.of(told);
    }

    synchronized void heal() {
        lie = Optional.empty();
        secondsPerPage = firstSecondsPerPage;
        tend(Supplies::renew);
    }

    /** Switched off at the wall: the jobs are gone, the paper that came out is not. */
    synchronized void loseJobs() {
        life++;
        jobs.values().forEach(job -> job.document.ifPresent(PrintDocument::close));
        jobs.clear();
        notifyAll();
    }

    synchronized void reset() {
        loseJobs();
        heal();
        supplies.bottomSheets = Optional.empty();
        outTray.clear();
        nextJob = 1;
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            loseJobs();
        }
        try {
            mechanism.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        Optional<PrintJob> next = awaitJob();
        while (next.isPresent()) {
            print(next.get());
            next = awaitJob();
        }
    }

    private synchronized Optional<PrintJob> awaitJob() {
        while (!closed) {
            forgetHalfJobs();
            Optional<PrintJob> pending = jobs.values().stream()
                    .filter(job -> job.state == PrintJob.State.PENDING)
                    .findFirst();
            if (pending.isPresent()) {
                return pending;
            }
            await(1000);
        }
        return Optional.empty();
    }

    /** A job whose document never came. */
    private void forgetHalfJobs() {
        for (PrintJob job : jobs.values()) {
            if (job.state == PrintJob.State.HELD && upTime() - job.createdAt > DOCUMENT_SECONDS) {
                job.end(PrintJob.State.ABORTED, "aborted-by-system", upTime());
            }
        }
    }

    private synchronized void print(PrintJob job) {
        // Cancelled or thrown away since it was chosen.
        if (job.state != PrintJob.State.PENDING || jobs.get(job.id) != job) {
            return;
        }
        int mine = life;
        job.processingAt = upTime();
        job.move(PrintJob.State.PROCESSING, "job-printing");
        List<List<Integer>> plan = sheets(job);
        Optional<Lie> told = lie;
        lie = Optional.empty();
        int wanted = told.map(Lie::sheetsOut).orElse(plan.size());
        int done = 0;
        while (done < Math.min(wanted, plan.size())) {
            switch (pass(job, plan.get(done), mine)) {
                case OUT -> done++;
                case JAMMED -> {
                    if (supplies.jamAborts) {
                        job.end(PrintJob.State.ABORTED, "aborted-by-system", upTime());
                        return;
                    }
                }
                case CANCELED -> {
                    if (!job.state.ended()) {
                        job.end(PrintJob.State.CANCELED, "job-canceled-by-user", upTime());
                    }
                    return;
                }
                case LOST -> {
                    return;
                }
            }
        }
        told.ifPresent(lied -> job.impressionsOut = lied.pagesReported());
        if (job.cancelAsked) {
            job.end(PrintJob.State.CANCELED, "job-canceled-by-user", upTime());
        } else {
            job.end(PrintJob.State.COMPLETED, "job-completed-successfully", upTime());
        }
    }

    /** The pages on each sheet, counted from 0, all copies one after another. */
    private static List<List<Integer>> sheets(PrintJob job) {
        int pages = job.document.map(PrintDocument::pages).orElse(0);
        int step = job.ticket.twoSided() ? 2 : 1;
        List<List<Integer>> once = IntStream.iterate(0, page -> page < pages, page -> page + step)
                .mapToObj(page -> IntStream.range(page, Math.min(page + step, pages))
                        .boxed()
                        .toList())
                .toList();
        List<List<Integer>> all = new ArrayList<>();
        for (int copy = 0; copy < job.ticket.copies(); copy++) {
            all.addAll(once);
        }
        return all;
    }

    /** One sheet, from the tray to the out folder. */
    private Passage pass(PrintJob job, List<Integer> pages, int mine) {
        String tray = job.ticket.tray();
        while (!supplies.hindrances(tray).isEmpty() && life == mine && !job.cancelAsked) {
            job.move(PrintJob.State.STOPPED, "printer-stopped");
            await(1000);
        }
        if (life != mine) {
            return Passage.LOST;
        }
        if (job.cancelAsked) {
            return Passage.CANCELED;
        }
        job.move(PrintJob.State.PROCESSING, "job-printing");
        supplies.fill(tray, supplies.sheets(tray) - 1);
        boolean jamsHere = supplies.jamsNow();
        long nanos = (long) (secondsPerPage * pages.size() * 1e9);
        long due = System.nanoTime() + (jamsHere ? nanos / 2 : nanos);
        while (due - System.nanoTime() > 0 && !supplies.jammed && life == mine) {
            await(Math.max(1, (due - System.nanoTime()) / 1_000_000));
        }
        if (life != mine) {
            return Passage.LOST;
        }
        if (supplies.jammed || jamsHere) {
            supplies.sheetIsStuck();
            job.move(PrintJob.State.STOPPED, "printer-stopped");
            return Passage.JAMMED;
        }
        supplies.sheetIsOut();
        putOut(job, pages);
        return Passage.OUT;
    }

    private void putOut(PrintJob job, List<Integer> pages) {
        outTray.put(job.id, pages, job.document.orElseThrow());
        job.impressionsOut += pages.size();
        impressions += pages.size();
        job.sheetsOut++;
    }

    /** Until something changed or the time is over; every caller looks at its conditions again. */
    @SuppressWarnings("WaitNotInLoop")
    private void await(long millis) {
        try {
            wait(millis);
        } catch (InterruptedException _) {
            // Nobody interrupts the mechanism; if somebody did, its conditions are simply looked at again.
            Thread.currentThread().interrupt();
        }
    }
}
