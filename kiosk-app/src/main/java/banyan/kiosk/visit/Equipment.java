package banyan.kiosk.visit;

import banyan.cache.DraftRefuge;
import banyan.device.CodeScanner;
import banyan.device.Device;
import banyan.device.FingerprintPad;
import banyan.device.Printer;
import banyan.device.ReceiptPrinter;
import banyan.device.SignaturePad;
import banyan.kiosk.catalog.Offers;
import banyan.kiosk.deposit.Cabinet;
import banyan.kiosk.documents.PrintLedger;
import banyan.kiosk.identity.CardDesk;
import banyan.kiosk.log.Event;
import banyan.kiosk.release.Content;
import banyan.kiosk.release.ContentLine;
import banyan.kiosk.staff.StaffDoor;
import banyan.kiosk.upkeep.DeviceRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Everything a visit works with; made once by the composition root.
 *
 * @param devices all of them, to be told to forget at the end of a visit
 * @param tray empty where the site has no document camera
 * @param feeder empty where the site has no scanner
 * @param chips empty where the site has no terminal for chip cards
 * @param codes empty where the site has no code scanner
 * @param roll empty where the site has no receipt printer: receipts are then printed on pages
 * @param cabinet empty where the site has no document cabinet
 * @param staff the way into the staff mode
 * @param records what the book of the devices says; may wait for the disk
 * @param ledger what was really printed; without one nothing is printed that must not be printed twice
 * @param content what is shown now; changes on the visit's thread, and never during a visit
 * @param contentLine what staff are told of it
 * @param loadedOffers the same, after waiting until it is loaded; empty where that takes too long. Not for the visit's thread
 * @param press draws papers; its first call may wait for the fonts
 * @param cache the folder of the visit's sealed pages
 * @param log typed events for staff
 * @param threads for whatever waits: devices, disk, network
 * @param work for whatever computes: drawing papers, developing pages
 * @param disk one thread for pages, draft and journal, so that a wipe comes after what was begun before it
 */
public record Equipment(
        Clock clock,
        Site site,
        List<Device> devices,
        CardDesk cards,
        Optional<PageTray> tray,
        Optional<SheetFeeder> feeder,
        Optional<SignaturePad> pad,
        Optional<FingerprintPad> fingers,
        Optional<ChipReader> chips,
        Optional<CodeScanner> codes,
        Optional<Printer> printer,
        Optional<ReceiptPrinter> roll,
        Optional<Cabinet> cabinet,
        Outbox outbox,
        CentreDesk centre,
        StaffDoor staff,
        Supplier<List<DeviceRecord>> records,
        DraftRefuge refuge,
        Optional<PrintLedger> ledger,
        Supplier<Content> content,
        Supplier<ContentLine> contentLine,
        Supplier<Optional<Offers>> loadedOffers,
        Press press,
        Path cache,
        Consumer<Event> log,
        Executor threads,
        Executor work,
        Executor disk) {
    public Equipment {
        devices = List.copyOf(devices);
    }

    /** What is offered now. */
    public Supplier<Offers> offers() {
        return () -> content.get().offers();
    }
}
