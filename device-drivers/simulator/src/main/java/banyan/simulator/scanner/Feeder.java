package banyan.simulator.scanner;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Paper, glass and the one job that moves them. Each method is one look or one movement; time passes elsewhere. */
final class Feeder {
    static final int CAPACITY = 250;

    /** So many jobs that are over are still told in the status. */
    private static final int REMEMBERED = 4;

    /** What is wrong with the way of the paper, in the protocol's words. */
    enum Trouble {
        JAM("ScannerAdfJam"),
        DOUBLE_FEED("ScannerAdfMultipickDetected"),
        COVER("ScannerAdfHatchOpen"),
        TOO_LONG("ScannerAdfDuplexPageTooLong");

        private final String word;

        Trouble(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** A trouble that comes when so many more sheets have gone through. */
    private record Waiting(Trouble trouble, int sheets) {}

    /** A job, and how far it is. */
    private static final class Job {
        final String path;
        final String uuid = UUID.randomUUID().toString();
        final Wanted wanted;
        String state = "Processing";
        String reason = "JobScanning";
        int given;
        int sheets;
        @Nullable Sheet turned;

        Job(String path, Wanted wanted) {
            this.path = path;
            this.wanted = wanted;
        }

        void over(String how, String why) {
            state = how;
            reason = why;
        }

        boolean running() {
            return state.equals("Processing");
        }
    }

    /**
     * A side on its way to the client.
     *
     * @param number counted from 1 in the job
     * @param empty it comes as no bytes at all
     */
    record Drawn(Optional<Sheet.Side> side, int number, Wanted wanted, boolean empty) {}

    private final Deque<Sheet> pile = new ArrayDeque<>();
    private final List<Job> jobs = new ArrayList<>();
    private Optional<Sheet.Side> glass = Optional.empty();
    private Optional<Trouble> trouble = Optional.empty();
    private Optional<Waiting> coming = Optional.empty();
    private int emptyAt;
    private int miscountedBy;
    private int made;
    private int through;

    synchronized void load(List<Sheet> sheets) {
        pile.addAll(sheets);
    }

    synchronized void take() {
        pile.clear();
    }

    synchronized int sheets() {
        return pile.size();
    }

    /** How many sheets have gone through since the last reset. */
    synchronized int through() {
        return through;
    }

    synchronized void lay(Optional<Sheet.Side> side) {
        glass = side;
    }

    synchronized Optional<String> onGlass() {
        return glass.map(Sheet.Side::label);
    }

    /** The trouble comes when the running job, or else the next, has drawn so many sheets. */
    synchronized void trouble(Trouble what, int afterSheets) {
        coming = Optional.of(new Waiting(what, afterSheets));
        if (what == Trouble.COVER) {
            happen(what);
        }
    }

    private void happen(Trouble what) {
        coming = Optional.empty();
        trouble = Optional.of(what);
        jobs.stream().filter(Job::running).forEach(job -> job.over("Aborted", "AbortedBySystem"));
    }

    /** The way is free; what was stuck in it is gone. */
    synchronized void clear() {
        trouble = Optional.empty();
        coming = Optional.empty();
    }

    synchronized Optional<Trouble> trouble() {
        return trouble;
    }

    /** The side with this number of the next job comes as no bytes. */
    synchronized void emptyPageAt(int number) {
        emptyAt = number;
    }

    /** The scanner's own count is so many more than the pages it gives. */
    synchronized void miscountBy(int more) {
        miscountedBy = more;
    }

    synchronized void heal() {
        clear();
        emptyAt = 0;
        miscountedBy = 0;
    }

    synchronized void reset() {
        heal();
        pile.clear();
        jobs.clear();
        glass = Optional.empty();
        made = 0;
        through = 0;
    }

    synchronized int jobsMade() {
        return made;
    }

    /** The path of a new job; empty where there is one already, or nothing can be drawn. */
    synchronized Optional<String> begin(Wanted wanted) {
        boolean free = jobs.stream().noneMatch(Job::running);
        boolean paper = !wanted.feeder() || !pile.isEmpty();
        if (!free || !paper || trouble.isPresent()) {
            return Optional.empty();
        }
        made++;
        Job job = new Job("/eSCL/ScanJobs/" + UUID.randomUUID(), wanted);
        jobs.addFirst(job);
        while (jobs.size() > REMEMBERED) {
            jobs.removeLast();
        }
        return Optional.of(job.path);
    }

    private Optional<Job> job(String path) {
        return jobs.stream().filter(job -> job.path.equals(path)).findFirst();
    }

    /** Draws the next side of a job; empty where there is none, or no such job. */
    synchronized Optional<Drawn> draw(String path) {
        Optional<Job> found = job(path).filter(Job::running);
        return found.flatMap(job -> job.wanted.feeder() ? fromPile(job) : fromGlass(job));
    }

    private Optional<Drawn> fromGlass(Job job) {
        if (job.given > 0) {
            job.over("Completed", "JobCompletedSuccessfully");
            return Optional.empty();
        }
        return Optional.of(drawn(job, glass));
    }

    private Optional<Drawn> fromPile(Job job) {
        Sheet turned = job.turned;
        if (turned != null) {
            job.turned = null;
            return Optional.of(drawn(job, turned.back()));
        }
        if (coming.filter(it -> it.sheets() <= job.sheets).isPresent() && !pile.isEmpty()) {
            happen(coming.get().trouble());
            return Optional.empty();
        }
        Sheet next = pile.poll();
        if (next == null) {
            job.over("Completed", "JobCompletedSuccessfully");
            return Optional.empty();
        }
        job.sheets++;
        through++;
        if (job.wanted.bothSides()) {
            job.turned = next;
        }
        return Optional.of(drawn(job, Optional.of(next.front())));
    }

    private Drawn drawn(Job job, Optional<Sheet.Side> side) {
        job.given++;
        return new Drawn(side, job.given, job.wanted, job.given == emptyAt);
    }

    /** Ends a job; the sheets that were not drawn stay where they are. False where there is none. */
    synchronized boolean cancel(String path) {
        Optional<Job> found = job(path).filter(Job::running);
        found.ifPresent(job -> job.over("Canceled", "JobCanceledByUser"));
        return found.isPresent();
    }

    /** The status, in the protocol's form. */
    synchronized String status() {
        boolean running = jobs.stream().anyMatch(Job::running);
        String adf = trouble.map(Trouble::word)
                .orElseGet(() -> running
                        ? "ScannerAdfProcessing"
                        : pile.isEmpty() ? "ScannerAdfEmpty" : "ScannerAdfLoaded");
        return EsclText.status(
                trouble.isPresent() ? "Stopped" : running ? "Processing" : "Idle",
                adf,
                jobs.stream()
                        .map(job -> new EsclText.JobLine(
                                job.path, job.uuid, job.state, job.reason, job.given + miscountedBy, 0))
                        .toList());
    }
}
