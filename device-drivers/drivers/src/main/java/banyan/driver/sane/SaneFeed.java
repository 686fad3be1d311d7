package banyan.driver.sane;

import au.com.southsky.jfreesane.SaneException;
import banyan.device.Fault;
import banyan.device.ScanRun;
import banyan.device.Scanner.ScanEvent;
import banyan.device.Scanner.ScanJob;
import banyan.device.Scanner.Source;
import banyan.driver.sane.SaneLine.Samples;
import banyan.driver.sane.SaneLine.Unwanted;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the pages of one scan, in a session that is closed with it. */
final class SaneFeed implements ScanRun.Reader {
    /** A session that died meanwhile, and a start that hangs (seen with one saned in twenty), are tried once more in a new one. */
    private static final Set<Fault> ONCE_MORE = Set.of(SaneFaults.CUT_OFF, SaneFaults.SILENT);

    private final Daemon daemon;
    private final Wishes wishes;
    private final ScanJob job;
    private volatile @Nullable SaneLine line;

    /** Whether a page is on its way: only then is the session's own wire free for a word. */
    private volatile boolean inPage;

    private boolean begun;

    SaneFeed(Daemon daemon, Wishes wishes, ScanJob job, @Nullable SaneLine line) {
        this.daemon = daemon;
        this.wishes = wishes;
        this.job = job;
        this.line = line;
    }

    @Override
    public ScanEvent.End read(ScanRun run) {
        ScanEvent.End end = attempt(run);
        if (end instanceof ScanEvent.Broken(var fault, var _) && !begun && ONCE_MORE.contains(fault)) {
            line = null;
            return attempt(run);
        }
        return end;
    }

    private ScanEvent.End attempt(ScanRun run) {
        SaneLine given = line;
        try (SaneLine open = given == null ? SaneLine.open(daemon) : given) {
            line = open;
            return pages(run, open, open.prepare(job, wishes));
        } catch (SaneException e) {
            return end(run, SaneFaults.of(e));
        } catch (IOException e) {
            return end(run, SaneFaults.of(e));
        } catch (Unwanted e) {
            return end(run, e.fault());
        } catch (IllegalStateException | IllegalArgumentException | NegativeArraySizeException _) {
            // The library's way to say that what came is not the protocol.
            return end(run, SaneFaults.GARBLED);
        }
    }

    private ScanEvent.End pages(ScanRun run, SaneLine open, int resolution) throws IOException, SaneException {
        do {
            Samples samples = open.read(part -> progress(run, part));
            inPage = false;
            begin(run);
            Optional<byte[]> png = Png.encode(
                    samples.bytes(),
                    samples.width(),
                    samples.height(),
                    samples.channels(),
                    samples.stride(),
                    resolution,
                    ScanEvent.Page.MAX_PAGE_BYTES);
            Arrays.fill(samples.bytes(), (byte) 0);
            if (png.isEmpty()) {
                return end(run, SaneFaults.TOO_LARGE);
            }
            if (!run.page(resolution, png.get()) || run.stopping()) {
                return new ScanEvent.Cancelled(run.pages());
            }
        } while (job.source() != Source.FLATBED);
        return new ScanEvent.Scanned(run.pages());
    }

    private void progress(ScanRun run, double part) {
        if (run.pages() >= job.most()) {
            throw new Unwanted(SaneFaults.TOO_MANY);
        }
        if (run.stopping()) {
            throw new Unwanted(SaneFaults.CUT_OFF);
        }
        inPage = true;
        if (part > 0) {
            begin(run);
            run.reading(part);
        }
    }

    /** Only when something of a page has come: a start may be answered well and its first reading say that there is no paper. */
    private void begin(ScanRun run) {
        if (!begun) {
            begun = true;
            run.begun();
        }
    }

    private ScanEvent.End end(ScanRun run, Fault fault) {
        int pages = run.pages();
        if (run.stopping()) {
            return new ScanEvent.Cancelled(pages);
        }
        if (!fault.equals(SaneFaults.EMPTY) || pages == 0) {
            return new ScanEvent.Broken(fault, pages);
        }
        if (inPage) {
            // Paper that ends in the middle of a page.
            return new ScanEvent.Broken(SaneFaults.INCOMPLETE, pages);
        }
        boolean oddSides = job.source() == Source.FEEDER_BOTH_SIDES && pages % 2 != 0;
        return oddSides ? new ScanEvent.Broken(SaneFaults.MISCOUNTED, pages) : new ScanEvent.Scanned(pages);
    }

    @Override
    public void stop() {
        SaneLine open = line;
        if (inPage && open != null) {
            Thread.ofVirtual().name("scan-stop").start(() -> cancel(open));
        }
    }

    private static void cancel(SaneLine open) {
        try {
            open.cancel();
        } catch (IOException | IllegalStateException _) {
            // The page was just over, or the session is: the reader sees either.
        }
    }
}
