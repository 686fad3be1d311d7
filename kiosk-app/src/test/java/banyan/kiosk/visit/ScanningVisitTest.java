package banyan.kiosk.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.kiosk.log.EventKind;
import banyan.kiosk.visit.PaperPage.TroubleKind;
import banyan.kiosk.visit.ScanningPage.Materials.Camera;
import banyan.kiosk.visit.ScanningPage.Materials.RowState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The papers of a request under the camera, from the first to the last that is missing. */
class ScanningVisitTest {
    @TempDir
    Path folder;

    private Hall hall;

    @BeforeEach
    void open() {
        hall = new Hall(folder);
        hall.identify();
        hall.begin(Hall.SUBSIDY);
        hall.fill();
    }

    @Test
    void aPageThatLiesWellIsTakenByItself() {
        hall.tray.steady();
        hall.settle();
        var row = hall.page(ScanningPage.Materials.class).rows().get(3);
        assertEquals(RowState.COMPLETE, row.state());
        assertEquals(1, row.thumbnails().size());
    }

    @Test
    void aPageIsSaidToBeTakenOnlyWhenACrashDoesNotLoseIt() {
        hall.tray.next = Optional.of(new PageTray.Taken.Page(FakeTray.photographed()));
        hall.tray.steady();
        do {
            hall.settle(1);
        } while (hall.page(ScanningPage.Materials.class).missing() == 2 && hall.waiting() > 0);
        hall.crash();
        hall.identify(FakeReader.ZHANG);
        hall.wish(new Wish.ResumeDraft(true));
        assertEquals(1, hall.page(ScanningPage.Materials.class).missing());
    }

    @Test
    void thenTheNextMissingPaperIsAskedFor() {
        hall.tray.steady();
        hall.settle();
        assertEquals(4, hall.page(ScanningPage.Materials.class).current());
        assertEquals(1, hall.page(ScanningPage.Materials.class).missing());
    }

    @Test
    void aPageThatIsNotTakenOverIsNoPage() {
        hall.tray.next = Optional.of(new PageTray.Taken.Refused(ScanningPage.Materials.Hint.REFUSED_BLANK));
        hall.wish(new Wish.Shoot());
        assertEquals(2, hall.page(ScanningPage.Materials.class).missing());
        assertFalse(hall.page(ScanningPage.Materials.class).busy());
        assertTrue(hall.happened(EventKind.PAGE_REFUSED));
    }

    @Test
    void aDroppedPageIsMissingAgain() {
        hall.tray.steady();
        hall.settle();
        hall.wish(new Wish.DropPage("workProof", 0));
        assertEquals(2, hall.page(ScanningPage.Materials.class).missing());
        assertEquals(3, hall.page(ScanningPage.Materials.class).current());
    }

    @Test
    void nextWithAPaperMissingStaysAndShowsWhich() {
        hall.wish(new Wish.Next());
        assertEquals(3, hall.page(ScanningPage.Materials.class).current());
    }

    @Test
    void aCameraThatIsUnpluggedComesBackByItself() {
        hall.tray.unplug();
        hall.settle();
        assertEquals(new Camera.Gone(), hall.page(ScanningPage.Materials.class).camera());
        hall.stands(banyan.device.DeviceKind.DOCUMENT_CAMERA, new banyan.device.DeviceState.Opening());
        hall.stands(banyan.device.DeviceKind.DOCUMENT_CAMERA, banyan.device.DeviceState.ready());
        assertEquals(Camera.Live.class, hall.page(ScanningPage.Materials.class).camera().getClass());
    }

    @Test
    void aCameraThatStaysAwayIsSaidWithAWayOnAndGoesOnWhereItWas() {
        hall.tray.unplug();
        hall.pass(Duration.ofSeconds(11));
        assertEquals(TroubleKind.CAMERA_GONE, hall.page(PaperPage.Trouble.class).kind());
        hall.stands(banyan.device.DeviceKind.DOCUMENT_CAMERA, new banyan.device.DeviceState.Opening());
        hall.stands(banyan.device.DeviceKind.DOCUMENT_CAMERA, banyan.device.DeviceState.ready());
        hall.page(ScanningPage.Materials.class);
    }

    @Test
    void theCameraLooksOnlyWhilePapersAreLaid() {
        assertTrue(hall.tray.open);
        hall.scan();
        assertFalse(hall.tray.open);
    }
}
