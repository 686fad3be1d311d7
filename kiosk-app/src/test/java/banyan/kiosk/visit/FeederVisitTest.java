package banyan.kiosk.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.device.DeviceKind;
import banyan.device.DeviceState;
import banyan.device.Fault;
import banyan.device.Scanner;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.visit.ScanningPage.Materials.FeedEnd;
import banyan.kiosk.visit.ScanningPage.Materials.Feeder;
import banyan.kiosk.visit.ScanningPage.Materials.Pile;
import banyan.kiosk.visit.ScanningPage.Materials.RowState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Papers from the feeder: the subsidy's proof may have three pages, its payment slip has one. */
class FeederVisitTest {
    private static final int PROOF = 3;
    private static final int SLIP = 4;

    @TempDir
    Path folder;

    private Hall hall;

    @BeforeEach
    void atThePapers() {
        hall = new Hall(folder);
        hall.scanner.sources = Set.of(Scanner.Source.FLATBED, Scanner.Source.FEEDER);
        hall.identify();
        hall.begin(Hall.SUBSIDY);
        hall.fill();
    }

    private ScanningPage.Materials page() {
        return hall.page(ScanningPage.Materials.class);
    }

    private void feed() {
        hall.wish(new Wish.Feed());
    }

    private void draw(String... sheets) {
        for (String sheet : sheets) {
            hall.scanner.draw(sheet);
            hall.settle();
        }
    }

    private void end() {
        hall.scanner.end();
        hall.settle();
    }

    private void breaks(Fault.Kind kind, String word) {
        hall.scanner.breaks(FakeScanner.fault(kind, word));
        hall.settle();
    }

    private void stands(DeviceState state) {
        hall.scanner.state = state;
        hall.visit().device(DeviceKind.SCANNER, state);
        hall.settle();
    }

    private static Feeder ended(FeedEnd how, int pages, int blank) {
        return new Feeder.Resting(true, Optional.of(new Pile(how, pages, blank)));
    }

    private int pages(int row) {
        return page().rows().get(row).thumbnails().size();
    }

    @Test
    void aPileBecomesThePagesOfTheMaterialAtHand() {
        feed();
        draw("one", "two");
        assertEquals(new Feeder.Drawing(2, false), page().feeder());
        end();
        assertEquals(2, pages(PROOF));
        assertEquals(RowState.COMPLETE, page().rows().get(PROOF).state());
        assertEquals(ended(FeedEnd.DONE, 2, 0), page().feeder());
    }

    @Test
    void thenTheNextMissingPaperIsAskedFor() {
        feed();
        draw("one");
        assertEquals(PROOF, page().current());
        end();
        assertEquals(SLIP, page().current());
    }

    @Test
    void pagesStandInTheOrderOfTheSheetsThoughTheyComeFasterThanTheyAreTakenOver() {
        hall.wish(new Wish.Feed());
        for (String sheet : new String[] {"one", "two", "three"}) {
            hall.scanner.draw(sheet);
        }
        hall.scanner.end();
        hall.settle();
        assertEquals(ended(FeedEnd.DONE, 3, 0), page().feeder());
        assertEquals(3, pages(PROOF));
    }

    @Test
    void aPageIsCountedOnlyWhenACrashDoesNotLoseIt() {
        feed();
        hall.scanner.draw("photograph");
        do {
            hall.settle(1);
        } while (page().feeder().equals(new Feeder.Drawing(0, false)) && hall.waiting() > 0);
        assertEquals(new Feeder.Drawing(1, false), page().feeder());
        hall.crash();
        hall.identify(FakeReader.ZHANG);
        hall.wish(new Wish.ResumeDraft(true));
        assertEquals(1, page().missing());
    }

    @Test
    void aMaterialGetsNoMorePagesThanItMayHave() {
        feed();
        draw("one", "two", "three", "four");
        assertEquals(3, pages(PROOF));
        assertEquals(ended(FeedEnd.FULL, 3, 0), page().feeder());
        assertTrue(hall.scanner.cancelled);
    }

    @Test
    void aBlankSideIsNotTakenOverAndDoesNotCount() {
        feed();
        draw("one", "blank", "two", "three");
        end();
        assertEquals(3, pages(PROOF));
        assertEquals(ended(FeedEnd.BLANK, 3, 1), page().feeder());
        assertTrue(hall.happened(EventKind.PAGE_REFUSED));
    }

    @Test
    void nothingAfterAPageThatCannotBeReadTakesItsPlace() {
        feed();
        hall.scanner.draw("one");
        hall.scanner.draw("torn");
        hall.scanner.draw("three");
        hall.settle();
        assertEquals(1, pages(PROOF));
        assertEquals(ended(FeedEnd.FAILED, 1, 0), page().feeder());
    }

    @Test
    void aJamLeavesThePagesAndTheMaterialWhereTheyAre() {
        feed();
        draw("one");
        breaks(Fault.Kind.MEDIA, "JAM");
        assertEquals(1, pages(PROOF));
        assertEquals(PROOF, page().current());
        assertEquals(2, new Pile(FeedEnd.JAM, 1, 0).next());
        assertEquals(ended(FeedEnd.JAM, 1, 0), page().feeder());
    }

    @Test
    void itIsSaidWhenTheJamIsClearedAndTheRestIsScanned() {
        feed();
        draw("one");
        breaks(Fault.Kind.MEDIA, "JAM");
        stands(new DeviceState.NeedsHelp(FakeScanner.fault(Fault.Kind.MEDIA, "JAM")));
        assertEquals(new Feeder.Resting(false, Optional.of(new Pile(FeedEnd.JAM, 1, 0))), page().feeder());
        stands(DeviceState.ready());
        assertEquals(ended(FeedEnd.MENDED, 1, 0), page().feeder());
        feed();
        draw("two");
        end();
        assertEquals(2, pages(PROOF));
    }

    @Test
    void whatCameBeforeTheEndOfThePileIsTakenOverFirst() {
        feed();
        hall.scanner.draw("one");
        hall.scanner.breaks(FakeScanner.fault(Fault.Kind.MEDIA, "DOUBLE-FEED"));
        hall.settle();
        assertEquals(ended(FeedEnd.DOUBLE_FEED, 1, 0), page().feeder());
    }

    @Test
    void aScannerThatIsUnpluggedComesBackByItselfAndTheCameraIsThereMeanwhile() {
        feed();
        draw("one");
        breaks(Fault.Kind.DISCONNECTED, "UNPLUGGED");
        stands(new DeviceState.Absent(FakeScanner.fault(Fault.Kind.DISCONNECTED, "UNPLUGGED")));
        assertEquals(new Feeder.Resting(false, Optional.of(new Pile(FeedEnd.GONE, 1, 0))), page().feeder());
        hall.tray.steady();
        hall.settle();
        assertEquals(2, pages(PROOF) + pages(SLIP));
        stands(DeviceState.ready());
        assertEquals(new Feeder.Resting(true, Optional.empty()), page().feeder());
    }

    @Test
    void everyFaultHasItsOwnWords() {
        for (var one : java.util.Map.of(
                        "EMPTY", FeedEnd.EMPTY,
                        "COVER-OPEN", FeedEnd.COVER_OPEN,
                        "PAGE-TOO-LONG", FeedEnd.LENGTH,
                        "MISCOUNTED", FeedEnd.MISCOUNTED,
                        "GARBLED", FeedEnd.FAILED)
                .entrySet()) {
            hall.scanner.refusal = Optional.of(FakeScanner.fault(Fault.Kind.MEDIA, one.getKey()));
            feed();
            assertEquals(ended(one.getValue(), 0, 0), page().feeder());
        }
    }

    @Test
    void theCitizenCanStopAndKeepsWhatWasDrawnIn() {
        feed();
        draw("one");
        hall.wish(new Wish.StopFeeding());
        assertTrue(hall.scanner.cancelled);
        assertEquals(ended(FeedEnd.STOPPED, 1, 0), page().feeder());
    }

    @Test
    void whileThePileIsDrawnInNothingElseBegins() {
        feed();
        hall.tray.steady();
        hall.settle();
        hall.wish(new Wish.Shoot(), new Wish.Next(), new Wish.Back(), new Wish.SelectMaterial("paymentProof"));
        assertEquals(0, hall.tray.taken);
        assertEquals(new Feeder.Drawing(0, false), page().feeder());
        assertEquals(PROOF, page().current());
    }

    @Test
    void nobodyIsAskedWhetherHeIsThereWhileSheetsComeSlowly() {
        feed();
        for (String sheet : new String[] {"one", "two"}) {
            hall.pass(Duration.ofSeconds(60));
            draw(sheet);
        }
        assertEquals(Optional.empty(), hall.shown.sheet());
        assertEquals(new Feeder.Drawing(2, false), page().feeder());
    }

    @Test
    void whoeverLeavesStopsTheFeeder() {
        feed();
        draw("one");
        hall.wish(new Wish.GoHome());
        assertTrue(hall.scanner.cancelled);
        hall.begin(Hall.SUBSIDY);
        assertEquals(1, pages(PROOF));
        assertEquals(new Feeder.Resting(true, Optional.empty()), page().feeder());
    }

    @Test
    void aPageThatComesAfterTheVisitIsOverwritten() {
        feed();
        var late = new Scanner.ScanEvent.Page(1, 300, new byte[] {1, 2, 3});
        hall.wishOnly(new Wish.End());
        hall.wishOnly(new Wish.EndForSure());
        hall.scanner.told(late);
        hall.settle();
        hall.page(Page.Ended.class);
        assertEquals(0, late.image()[0] + late.image()[1] + late.image()[2]);
    }

    @Test
    void withoutTheCameraTheFeederIsTheOtherWay() {
        hall.tray.unplug();
        hall.pass(Duration.ofSeconds(15));
        feed();
        draw("one");
        end();
        assertEquals(1, pages(PROOF));
    }

    @Test
    void aScannerWithoutAFeederOffersNone() {
        hall.scanner.sources = Set.of(Scanner.Source.FLATBED);
        hall.wish(new Wish.GoHome());
        hall.begin(Hall.SUBSIDY);
        assertEquals(new Feeder.None(), page().feeder());
        feed();
        assertEquals(Optional.empty(), hall.scanner.job);
        assertFalse(page().busy());
    }
}
