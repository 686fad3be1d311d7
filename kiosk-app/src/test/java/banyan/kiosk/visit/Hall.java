package banyan.kiosk.visit;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import banyan.acceptance.KeyFiles;
import banyan.attest.Signer;
import banyan.cache.DeviceKey;
import banyan.cache.DraftRefuge;
import banyan.cache.Vault;
import banyan.device.DeviceKind;
import banyan.device.DeviceState;
import banyan.device.IdCard;
import banyan.device.Outcome;
import banyan.item.Language;
import banyan.item.LocalText;
import banyan.item.catalogue.Catalogue;
import banyan.item.catalogue.SigningKey;
import banyan.item.catalogue.TrustedKeys;
import banyan.kiosk.catalog.Offers;
import banyan.kiosk.config.CardProfiles;
import banyan.kiosk.deposit.Cabinet;
import banyan.kiosk.deposit.CellBook;
import banyan.kiosk.documents.PaperFonts;
import banyan.kiosk.documents.PaperOptions;
import banyan.kiosk.documents.PrintLedger;
import banyan.kiosk.documents.SigningPress;
import banyan.kiosk.identity.CardDesk;
import banyan.kiosk.log.Event;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.release.Content;
import banyan.kiosk.release.ContentLine;
import banyan.kiosk.staff.StaffDoor;
import banyan.kiosk.staff.StaffRoster;
import banyan.kiosk.staff.StaffTries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;

/** A terminal of hand-made devices, on one thread and a clock that is moved by hand: nothing in it waits. */
final class Hall {
    static final String SUBSIDY = "flexible-employment-subsidy";
    static final String CERTIFICATE = "social-insurance-certificate";

    static final String PENSION = "pension-eligibility";

    static final String PIN = "246135";

    private static final String ROSTER =
            StaffRoster.line("3302", FakeReader.LI.number().toCharArray(), PIN.toCharArray());

    private static final Offers OFFERS = offers();
    private static final PaperFonts FONTS = PaperFonts.load();
    static final KeyPair KEYS = KeyFiles.newPair();
    private static final SigningPress SIGNING = new SigningPress("0137", new Signer("0137", KEYS.getPrivate()));

    final HandClock clock = new HandClock();
    final FakeReader reader = new FakeReader();
    final FakePrinter printer = new FakePrinter();
    final FakeRoll roll = new FakeRoll();
    final FakeTray tray = new FakeTray();
    final FakeScanner scanner = new FakeScanner();
    final FakePad pad = new FakePad();
    final FakeFingerprintPad fingers = new FakeFingerprintPad();
    final FakeChips chips = new FakeChips();
    final FakeCodes codes = new FakeCodes();
    final FakeCabinet cabinet = new FakeCabinet();
    final FakeAuxiliaries auxiliaries = new FakeAuxiliaries();
    final FakeOutbox outbox = new FakeOutbox();
    final FakeCentre centre = new FakeCentre();
    final List<Event> events = new ArrayList<>();
    final Path cache;

    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final Vault vault;
    private DraftRefuge refuge;
    private final Path printed;
    private PrintLedger ledger;
    private final StaffDoor staff;
    private final boolean hasRoll;
    private final boolean hasCabinet;
    private final Path folder;
    private Optional<CellBook> cells;
    private Visit visit;
    Content content = Content.installed(OFFERS);
    Snapshot shown;
    int snapshots;
    Optional<Offers> loaded = Optional.of(OFFERS);

    Hall(Path folder) {
        this(folder, false, false);
    }

    /** @param hasRoll whether the site has a receipt printer */
    Hall(Path folder, boolean hasRoll) {
        this(folder, hasRoll, false);
    }

    /** @param hasCabinet whether it has a document cabinet */
    Hall(Path folder, boolean hasRoll, boolean hasCabinet) {
        this(folder, hasRoll, hasCabinet, roster(folder));
    }

    /** With other staff than the usual. */
    Hall(Path folder, StaffRoster roster) {
        this(folder, false, false, roster);
    }

    private Hall(Path folder, boolean hasRoll, boolean hasCabinet, StaffRoster roster) {
        this.hasRoll = hasRoll;
        this.hasCabinet = hasCabinet;
        this.folder = folder;
        cells = book();
        cache = folder.resolve("cache");
        vault = assertInstanceOf(Vault.Opening.Open.class, Vault.open(new DeviceKey.Development(folder.resolve("device.key")), Vault.Place.in(cache)))
                .vault();
        refuge = DraftRefuge.open(cache, vault, clock);
        printed = folder.resolve("printed");
        ledger = ledger();
        staff = new StaffDoor(roster, new StaffTries(folder.resolve("tries"), clock));
        shown = Snapshot.before(-1, site(), clock.now(), true);
        visit = begin();
        ready();
        settle();
    }

    private Optional<CellBook> book() {
        return CellBook.open(folder.resolve("cells.book")) instanceof CellBook.Opened.Open(var book)
                ? Optional.of(book)
                : Optional.empty();
    }

    /** What is written down of the cabinet's cells. */
    CellBook cells() {
        return cells.orElseThrow();
    }

    private PrintLedger ledger() {
        return assertInstanceOf(
                        PrintLedger.Opened.Open.class,
                        PrintLedger.open(printed, java.time.Clock.fixed(clock.instant(), ZoneOffset.UTC)))
                .ledger();
    }

    private static StaffRoster roster(Path folder) {
        try {
            Path file = Files.createDirectories(folder).resolve("staff");
            return assertInstanceOf(StaffRoster.Loaded.Right.class, StaffRoster.read(Files.writeString(file, ROSTER)))
                    .roster();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Site site() {
        return new Site(
                "0137",
                LocalText.of("鼓楼大厅", "Gulou Hall"),
                Language.ZH_CN,
                false,
                List.of(CERTIFICATE, SUBSIDY),
                URI.create("https://centre.example"));
    }

    private static Offers offers() {
        var key = Optional.of(SigningKey.of(KeyFiles.newPair().getPrivate()));
        var report = Catalogue.load(Path.of("../service-items/catalogue"), TrustedKeys.NONE, key);
        return Offers.of(report.items(), report.workingDays());
    }

    private Visit begin() {
        Executor here = tasks::add;
        return new Visit(
                new Equipment(
                        clock,
                        site(),
                        hasCabinet
                                ? List.of(reader, printer, roll, pad, fingers, chips, codes, auxiliaries, scanner, cabinet)
                                : List.of(reader, printer, roll, pad, fingers, chips, codes, auxiliaries, scanner),
                        new CardDesk(Optional.of(reader)),
                        Optional.of(tray),
                        Optional.of(new SheetFeeder(scanner, FakeScanner::develop)),
                        Optional.of(pad),
                        Optional.of(fingers),
                        Optional.of(new ChipReader(chips, CardProfiles.bankCards())),
                        Optional.of(codes),
                        Optional.of(printer),
                        hasRoll ? Optional.of(roll) : Optional.empty(),
                        hasCabinet ? Optional.of(new Cabinet(cabinet, cells)) : Optional.empty(),
                        outbox,
                        centre,
                        staff,
                        List::of,
                        refuge,
                        Optional.of(ledger),
                        () -> content,
                        () -> ContentLine.INSTALLED,
                        () -> loaded,
                        new Press(() -> FONTS, new PaperOptions(false), SIGNING),
                        cache,
                        events::add,
                        here,
                        here,
                        here),
                snapshot -> {
                    shown = snapshot;
                    snapshots++;
                });
    }

    /** The program dies and is started again on the same disk. */
    void crash() {
        tasks.clear();
        refuge.close();
        refuge = DraftRefuge.open(cache, vault, clock);
        ledger.close();
        ledger = ledger();
        cells = book();
        visit = begin();
        ready();
        settle();
    }

    /** Every device tells that it is. */
    private void ready() {
        for (DeviceKind kind : List.of(
                DeviceKind.ID_CARD_READER,
                DeviceKind.DOCUMENT_CAMERA,
                DeviceKind.SIGNATURE_PAD,
                DeviceKind.PRINTER)) {
            visit.device(kind, DeviceState.ready());
        }
    }

    /** A device tells how it stands. */
    void stands(DeviceKind kind, DeviceState state) {
        visit.device(kind, state);
        settle();
    }

    /** Everything that waits to be done is done. */
    void settle() {
        visit.work();
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
            visit.work();
        }
    }

    /** Does so many of the things that are done elsewhere, and no more. */
    void settle(int count) {
        visit.work();
        for (int done = 0; done < count && !tasks.isEmpty(); done++) {
            tasks.remove().run();
            visit.work();
        }
    }

    /** What the ledger says of a certificate. */
    PrintLedger.MayPrint mayPrint(String certificate) {
        return ledger.mayPrint(certificate);
    }

    int waiting() {
        return tasks.size();
    }

    void wish(Wish... wishes) {
        for (Wish wish : wishes) {
            visit.wish(wish);
            settle();
        }
    }

    /** A wish of which only the first part is done. */
    void wishOnly(Wish wish) {
        visit.wish(wish);
        visit.work();
    }

    /** Time goes by, a second at a time as for everybody. */
    void pass(Duration time) {
        for (long millis = 0; millis < time.toMillis(); millis += 500) {
            clock.forward(Duration.ofMillis(500));
            settle();
        }
    }

    Visit visit() {
        return visit;
    }

    Page page() {
        return shown.page();
    }

    <P extends Page> P page(Class<P> kind) {
        return assertInstanceOf(kind, shown.page());
    }

    <S extends Sheet> S sheet(Class<S> kind) {
        return assertInstanceOf(kind, shown.sheet().orElseThrow());
    }

    boolean happened(EventKind kind) {
        return events.stream().anyMatch(event -> event.kind() == kind);
    }

    /** Staff come in by card and PIN. */
    StaffPage.Maintenance signIn() {
        wish(new Wish.OfStaff(new UpkeepWish.Open()));
        reader.put(FakeReader.LI);
        pass(Duration.ofSeconds(1));
        for (int digits = 1; digits <= PIN.length(); digits++) {
            wish(new Wish.OfStaff(new UpkeepWish.Pin(PIN.substring(0, digits))));
        }
        wish(new Wish.OfStaff(new UpkeepWish.Enter()));
        reader.lift();
        return page(StaffPage.Maintenance.class);
    }

    /** Card, consent, home. */
    void identify(IdCard card) {
        wish(new Wish.Start());
        reader.put(card);
        wish(new Wish.Agree());
        pass(Duration.ofSeconds(1));
    }

    /** A card whose reading comes to this. */
    void lay(Outcome<IdCard> reading) {
        wish(new Wish.Start());
        reader.put(reading);
        wish(new Wish.Agree());
        pass(Duration.ofSeconds(1));
    }

    void identify() {
        identify(FakeReader.ZHANG);
        page(Page.Home.class);
    }

    /** Up to the first page of the subsidy's form. */
    void begin(String item) {
        wish(new Wish.OpenItem(item));
        wish(new Wish.Begin());
    }

    /** Fills the subsidy's form and goes on to the papers. */
    void fill() {
        wish(new Wish.Next());
        wish(new Wish.Choose("fromMonth", "2026-01"), new Wish.Choose("toMonth", "2026-10"), new Wish.Next());
        wish(new Wish.Choose("workKind", "delivery"), new Wish.Next());
        page(ScanningPage.Materials.class);
    }

    /** Lays the two papers and goes on to the signature. */
    void scan() {
        for (int paper = 0; paper < 2; paper++) {
            tray.steady();
            settle();
        }
        wish(new Wish.Next());
        page(FilingPage.Signing.class);
    }

    /** Signs and goes on to the review. */
    void sign() {
        pad.write(new double[] {0.1, 0.5}, new double[] {0.4, 0.2}, new double[] {0.6, 0.8}, new double[] {0.9, 0.4});
        settle();
        wish(new Wish.UseSignature());
        page(FilingPage.Review.class);
    }

    /** Everything up to the review. */
    void toReview() {
        identify();
        begin(SUBSIDY);
        fill();
        scan();
        sign();
    }
}
