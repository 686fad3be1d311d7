package banyan.driver.ipp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.device.Fault;
import banyan.device.Fault.Kind;
import banyan.device.Fault.Remedy;
import banyan.device.Printer.PrintEvent;
import banyan.driver.ipp.Progress.JobState;
import banyan.driver.ipp.Progress.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final Fault EMPTY = new Fault(Kind.MEDIA, Remedy.REFILL, "PAPER-OUT");
    private static final Fault JAM = new Fault(Kind.MEDIA, Remedy.CLEAR_PATH, "PAPER-JAM");

    private final Progress progress = new Progress(3);

    private List<PrintEvent> see(JobState state, int pages) {
        return progress.see(new Look(state, Optional.of(pages), Optional.empty()));
    }

    private List<PrintEvent> see(JobState state, int pages, Fault trouble) {
        return progress.see(new Look(state, Optional.of(pages), Optional.of(trouble)));
    }

    @Test
    void pagesAreToldAsTheyComeOutAndThenTheEnd() {
        assertEquals(List.of(), see(JobState.UNDER_WAY, 0));
        assertEquals(List.of(new PrintEvent.PagesOut(2)), see(JobState.UNDER_WAY, 2));
        assertEquals(List.of(), see(JobState.UNDER_WAY, 2));
        assertEquals(List.of(new PrintEvent.PagesOut(3), new PrintEvent.Printed(3)), see(JobState.COMPLETED, 3));
    }

    @Test
    void anEmptyTrayIsWaitedForAndGoneOnAfter() {
        assertEquals(List.of(new PrintEvent.Waiting(EMPTY, 0)), see(JobState.UNDER_WAY, 0, EMPTY));
        assertEquals(List.of(), see(JobState.UNDER_WAY, 0, EMPTY));
        assertEquals(List.of(new PrintEvent.GoingOn(0)), see(JobState.UNDER_WAY, 0));
    }

    @Test
    void whatWasWaitedForIsSaidToBeOverEvenWhereTheJobEndedMeanwhile() {
        see(JobState.UNDER_WAY, 2, EMPTY);
        assertEquals(
                List.of(new PrintEvent.GoingOn(2), new PrintEvent.PagesOut(3), new PrintEvent.Printed(3)),
                see(JobState.COMPLETED, 3));
    }

    @Test
    void aCompletedJobWithAPageTooFewIsNotPrinted() {
        see(JobState.UNDER_WAY, 2);
        assertEquals(List.of(new PrintEvent.Uncertain(Progress.UNCONFIRMED, 2)), see(JobState.COMPLETED, 2));
    }

    @Test
    void aCompletedJobThatNobodyCountedIsNotPrinted() {
        assertEquals(
                List.of(new PrintEvent.Uncertain(Progress.UNCONFIRMED, 0)),
                progress.see(new Look(JobState.COMPLETED, Optional.empty(), Optional.empty())));
    }

    @Test
    void aCompletedJobWithAJamIsNotPrinted() {
        see(JobState.UNDER_WAY, 3);
        assertEquals(List.of(new PrintEvent.Uncertain(JAM, 3)), see(JobState.COMPLETED, 3, JAM));
    }

    @Test
    void anAbortedJobWithPagesMissingIsBroken() {
        see(JobState.UNDER_WAY, 1);
        assertEquals(List.of(new PrintEvent.Broken(JAM, 1)), see(JobState.ABORTED, 1, JAM));
    }

    /** ippeveprinter reports all pages of a job that jammed. */
    @Test
    void anAbortedJobWithAllPagesReportedIsUncertain() {
        see(JobState.UNDER_WAY, 3);
        assertEquals(List.of(new PrintEvent.Uncertain(JAM, 3)), see(JobState.ABORTED, 3, JAM));
    }

    @Test
    void aCancelledJobSaysHowManyPagesCameOut() {
        see(JobState.UNDER_WAY, 1);
        assertEquals(List.of(new PrintEvent.PagesOut(2), new PrintEvent.Cancelled(2)), see(JobState.CANCELED, 2));
    }

    @Test
    void aStoppedJobWaitsEvenIfThePrinterSaysNotForWhat() {
        assertEquals(List.of(new PrintEvent.Waiting(Progress.STOPPED, 0)), see(JobState.STOPPED, 0));
    }

    @Test
    void whateverAPrinterReportsPagesOnlyGrowAndOneEndIsTheLast() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20261121);
        for (int run = 0; run < 20_000; run++) {
            Progress any = new Progress(random.nextInt(4));
            List<PrintEvent> events = new ArrayList<>();
            for (int look = 0; look < 12; look++) {
                events.addAll(any.see(new Look(
                        JobState.values()[random.nextInt(JobState.values().length)],
                        random.nextInt(5) == 0 ? Optional.empty() : Optional.of(random.nextInt(6)),
                        random.nextInt(3) == 0 ? Optional.of(random.nextBoolean() ? EMPTY : JAM) : Optional.empty())));
            }
            events.addAll(any.lost(JAM));
            long ends = events.stream().filter(PrintEvent.End.class::isInstance).count();
            assertEquals(1, ends);
            assertTrue(events.getLast() instanceof PrintEvent.End);
            List<Integer> pages = events.stream().map(ProgressTest::pages).toList();
            assertEquals(pages.stream().sorted().toList(), pages);
        }
    }

    @Test
    void aCounterThatSawFewerPagesContradictsACompletedJobAndOneThatSawMoreDoesNot() {
        for (int counted = 0; counted < 6; counted++) {
            var look = new Look(JobState.COMPLETED, Optional.of(3), Optional.empty(), Optional.of(counted));
            PrintEvent end = new Progress(3).see(look).getLast();
            assertEquals(
                    counted < 3
                            ? new PrintEvent.Uncertain(Progress.UNCONFIRMED, counted)
                            : new PrintEvent.Printed(3),
                    end);
        }
    }

    private static int pages(PrintEvent event) {
        return switch (event) {
            case PrintEvent.PagesOut(int pages) -> pages;
            case PrintEvent.Waiting(var _, int pages) -> pages;
            case PrintEvent.GoingOn(int pages) -> pages;
            case PrintEvent.Printed(int pages) -> pages;
            case PrintEvent.Cancelled(int pages) -> pages;
            case PrintEvent.Broken(var _, int pages) -> pages;
            case PrintEvent.Uncertain(var _, int pages) -> pages;
        };
    }
}
