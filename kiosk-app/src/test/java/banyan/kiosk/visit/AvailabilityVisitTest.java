package banyan.kiosk.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import banyan.device.DeviceKind;
import banyan.device.DeviceState;
import banyan.device.Fault;
import banyan.kiosk.visit.Page.Section;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An item whose device fails says so where it is chosen, cannot be begun, and comes back by itself. */
class AvailabilityVisitTest {
    private static final DeviceState GONE = new DeviceState.Absent(
            new Fault(Fault.Kind.DISCONNECTED, Fault.Remedy.CALL_STAFF, "PRINTER-UNPLUGGED"));
    private static final DeviceState UNKNOWN = new DeviceState.Unknown(Instant.EPOCH);
    private static final Availability NOW = new Availability.Now();

    @TempDir
    Path folder;

    private Hall hall;

    @BeforeEach
    void open() {
        hall = new Hall(folder);
    }

    private static Availability lacks(DeviceKind kind, DeviceState state) {
        return new Availability.Lacking(kind, Optional.of(state));
    }

    private Availability atHome(String item) {
        return of(item, hall.page(Page.Home.class).frequent());
    }

    private static Availability of(String item, List<Page.ItemTile> tiles) {
        return tiles.stream()
                .filter(tile -> tile.code().equals(item))
                .findFirst()
                .orElseThrow()
                .availability();
    }

    private Availability onGuide() {
        return hall.page(Page.Guide.class).item().availability();
    }

    private OptionalInt counted() {
        return hall.page(Page.Attract.class).items();
    }

    @Test
    void theTileSaysWhyAndComesBackByItself() {
        hall.identify();
        assertEquals(NOW, atHome(Hall.CERTIFICATE));
        hall.stands(DeviceKind.PRINTER, GONE);
        assertEquals(lacks(DeviceKind.PRINTER, GONE), atHome(Hall.CERTIFICATE));
        assertEquals(NOW, atHome(Hall.SUBSIDY));
        hall.stands(DeviceKind.PRINTER, DeviceState.ready());
        assertEquals(NOW, atHome(Hall.CERTIFICATE));
    }

    @Test
    void theListSaysItToo() {
        hall.stands(DeviceKind.DOCUMENT_CAMERA, UNKNOWN);
        hall.identify();
        hall.wish(new Wish.OpenSection(Section.DECLARATION));
        assertEquals(
                lacks(DeviceKind.DOCUMENT_CAMERA, UNKNOWN),
                of(Hall.SUBSIDY, hall.page(Page.Items.class).items()));
    }

    @Test
    void aQueryThatCannotBePrintedShowsItsGuideAndIsBegunThereWhenItCan() {
        hall.identify();
        hall.stands(DeviceKind.PRINTER, GONE);
        hall.wish(new Wish.OpenItem(Hall.CERTIFICATE));
        assertEquals(lacks(DeviceKind.PRINTER, GONE), onGuide());
        hall.wish(new Wish.Begin());
        hall.page(Page.Guide.class);
        assertEquals(0, hall.centre.orders.size());
        hall.stands(DeviceKind.PRINTER, DeviceState.ready());
        assertEquals(NOW, onGuide());
        hall.wish(new Wish.Begin());
        hall.page(PaperPage.Result.class);
    }

    @Test
    void aRequestThatCannotBeScannedIsNotBegun() {
        hall.identify();
        hall.stands(DeviceKind.DOCUMENT_CAMERA, UNKNOWN);
        hall.wish(new Wish.OpenItem(Hall.SUBSIDY), new Wish.Begin());
        assertEquals(lacks(DeviceKind.DOCUMENT_CAMERA, UNKNOWN), onGuide());
        hall.stands(DeviceKind.DOCUMENT_CAMERA, DeviceState.ready());
        hall.wish(new Wish.Begin());
        hall.page(FilingPage.Form.class);
    }

    @Test
    void noPadIsNeededToSignAndNoPrinterToFile() {
        hall.identify();
        hall.stands(DeviceKind.SIGNATURE_PAD, GONE);
        hall.stands(DeviceKind.PRINTER, GONE);
        assertEquals(NOW, atHome(Hall.SUBSIDY));
        hall.begin(Hall.SUBSIDY);
        hall.page(FilingPage.Form.class);
    }

    @Test
    void whatWasBegunIsNotThrownAway() {
        hall.identify();
        hall.begin(Hall.SUBSIDY);
        hall.wish(new Wish.Next());
        hall.stands(DeviceKind.DOCUMENT_CAMERA, GONE);
        hall.page(FilingPage.Form.class);
        hall.wish(new Wish.GoHome());
        assertEquals(NOW, atHome(Hall.SUBSIDY));
        hall.begin(Hall.SUBSIDY);
        hall.page(FilingPage.Form.class);
    }

    @Test
    void theFirstPageCountsWhatCanReallyBeDone() {
        // Of seven one has closed for today, and one needs a face camera.
        assertEquals(OptionalInt.of(5), counted());
        hall.stands(DeviceKind.PRINTER, GONE);
        assertEquals(OptionalInt.of(2), counted());
        hall.stands(DeviceKind.PRINTER, DeviceState.ready());
        assertEquals(OptionalInt.of(5), counted());
    }

    @Test
    void withoutAReaderNothingCanBeDoneThatNeedsACard() {
        hall.stands(DeviceKind.ID_CARD_READER, UNKNOWN);
        assertEquals(OptionalInt.of(0), counted());
    }

    @Test
    void whileTheReaderIsBeingOpenedNobodyKnowsYet() {
        hall.stands(DeviceKind.ID_CARD_READER, new DeviceState.Opening());
        assertEquals(OptionalInt.empty(), counted());
    }
}
