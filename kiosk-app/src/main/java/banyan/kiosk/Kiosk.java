package banyan.kiosk;

import banyan.acceptance.KeyFiles;
import banyan.attest.QuickEd25519;
import banyan.cache.Counters;
import banyan.cache.DeviceKey;
import banyan.cache.StandingOrders;
import banyan.device.DeviceDriver;
import banyan.device.DocumentCabinet;
import banyan.item.LocalText;
import banyan.item.catalogue.SigningKey;
import banyan.item.catalogue.TrustedKeys;
import banyan.kiosk.catalog.Offers;
import banyan.kiosk.config.CardProfiles;
import banyan.kiosk.config.ConfigReader;
import banyan.kiosk.config.KioskConfig;
import banyan.kiosk.config.Loaded;
import banyan.kiosk.deposit.Cabinet;
import banyan.kiosk.deposit.CellBook;
import banyan.kiosk.documents.PaperFonts;
import banyan.kiosk.documents.PaperOptions;
import banyan.kiosk.documents.SigningPress;
import banyan.kiosk.filing.page.PageCapture;
import banyan.kiosk.filing.page.PageFinder;
import banyan.kiosk.filing.page.SheetCapture;
import banyan.kiosk.fleet.HourBook;
import banyan.kiosk.fleet.Pulse;
import banyan.kiosk.fleet.RecentEvents;
import banyan.kiosk.fleet.Said;
import banyan.kiosk.identity.CardDesk;
import banyan.kiosk.log.Code;
import banyan.kiosk.log.Event;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.log.EventLog;
import banyan.kiosk.log.Key;
import banyan.kiosk.release.Content;
import banyan.kiosk.release.ContentDesk;
import banyan.kiosk.release.ContentReader;
import banyan.kiosk.staff.StaffDoor;
import banyan.kiosk.staff.StaffTries;
import banyan.kiosk.ui.shell.KioskStage;
import banyan.kiosk.upkeep.DeviceBook;
import banyan.kiosk.upkeep.PageCount;
import banyan.kiosk.upkeep.ReadinessReport;
import banyan.kiosk.visit.ChipReader;
import banyan.kiosk.visit.Clock;
import banyan.kiosk.visit.DayEvents;
import banyan.kiosk.visit.Equipment;
import banyan.kiosk.visit.LateEnd;
import banyan.kiosk.visit.Press;
import banyan.kiosk.visit.SheetFeeder;
import banyan.kiosk.visit.Site;
import banyan.kiosk.visit.Snapshot;
import banyan.kiosk.visit.Tray;
import banyan.kiosk.visit.Visit;
import banyan.kiosk.visit.Wish;
import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The terminal: every object is made here, with {@code new}. The first screen does not wait for the rest; what the citizen asks
 * for meanwhile is done as soon as it can be.
 */
public final class Kiosk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Kiosk.class);

    /** One time zone holds in the whole country. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** How long a terminal that cannot keep anything stays closed before it looks again. */
    private static final Duration AGAIN = Duration.ofSeconds(10);

    /** The exit status of a program that wants to be started again. */
    private static final int START_AGAIN = 75;

    /** A screen that has shown nothing by then holds up nobody. */
    private static final Duration LONGEST_TO_DRAW = Duration.ofSeconds(5);

    /** A catalogue that is not loaded by then does not hold up a citizen whose card was read. */
    private static final Duration LONGEST_TO_LOAD = Duration.ofSeconds(8);

    private final long startedNanos = System.nanoTime();
    private final KioskConfig config;
    private final Clock clock;
    private final List<DeviceDriver> drivers;
    private final KioskStage stage;
    private final Consumer<Snapshot> screen;
    private final CompletableFuture<Visit> visit = new CompletableFuture<>();
    private final CompletableFuture<Boolean> loaded = new CompletableFuture<>();
    private volatile Content content = Content.NONE;
    private final List<AutoCloseable> open = new ArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private long beforeVisits = Long.MIN_VALUE + 1;

    /** @param observer is given every snapshot after the screen was given it */
    private Kiosk(
            KioskConfig config,
            Clock clock,
            List<DeviceDriver> drivers,
            KioskStage stage,
            Consumer<Snapshot> observer) {
        this.config = config;
        this.clock = clock;
        this.drivers = drivers;
        this.stage = stage;
        this.screen = stage.screen().andThen(observer);
    }

    /** {@code --config FILE}: runs the terminal until its window is closed. */
    public static void main(String[] arguments) {
        if (arguments.length != 2 || !arguments[0].equals("--config")) {
            System.err.println("usage: --config FILE");
            System.exit(64);
        }
        QuickEd25519.install();
        Optional<String> problem = run(Path.of(arguments[1]), Clock.system(ZONE), _ -> {});
        if (problem.isPresent()) {
            System.err.println(problem.get());
            System.exit(1);
        }
    }

    /**
     * Runs a terminal with its window.
     *
     * @param observer is given every snapshot after the screen was given it
     * @return why it could not start; empty when it runs
     */
    public static Optional<String> run(Path file, Clock clock, Consumer<Snapshot> observer) {
        var kiosk = new CompletableFuture<Kiosk>();
        KioskStage stage = KioskStage.start(wish -> {
            var _ = kiosk.thenAccept(there -> there.wish(wish));
        });
        List<DeviceDriver> drivers = Devices.drivers();
        return switch (ConfigReader.read(file, drivers)) {
            case Loaded.Wrong(var mistakes) -> {
                stage.giveUp();
                yield Optional.of(String.join("\n", mistakes));
            }
            case Loaded.Right(var config) -> {
                var screen = config.screen();
                stage.open(
                        screen.landscape(),
                        screen.fullscreen(),
                        screen.reducedMotion(),
                        hall(config).in(config.language()));
                Kiosk made = new Kiosk(config, clock, drivers, stage, observer);
                made.start();
                kiosk.complete(made);
                Runtime.getRuntime().addShutdownHook(new Thread(made::close, "closing"));
                yield Optional.empty();
            }
        };
    }

    private void start() {
        showAlone(true);
        Thread composition = Thread.ofPlatform().daemon().name("composition").unstarted(this::compose);
        // Everything else would only make the first page later.
        var _ = stage.drawn()
                .completeOnTimeout(null, LONGEST_TO_DRAW.toSeconds(), TimeUnit.SECONDS)
                .thenRun(composition::start);
    }

    /** The citizen asks for something; from any thread. */
    public void wish(Wish wish) {
        var _ = visit.thenAccept(there -> there.wish(wish));
    }

    private static LocalText hall(KioskConfig config) {
        return new LocalText(config.hall());
    }

    private Site site() {
        return new Site(
                config.terminal(),
                hall(config),
                config.language(),
                config.demonstration(),
                config.frequent(),
                config.centre().url());
    }

    private void showAlone(boolean accepting) {
        screen.accept(Snapshot.before(beforeVisits++, site(), clock.now(), accepting));
    }

    /** What cannot keep a promise accepts nothing: the screen says so, and it is tried again, for staff may put it right. */
    private void compose() {
        try {
            do {
                Optional<String> refused = composed();
                if (refused.isEmpty()) {
                    return;
                }
                LOG.error("TERMINAL-CLOSED {}", refused.get());
                closeAll();
                showAlone(false);
            } while (!over.await(AGAIN.toSeconds(), TimeUnit.SECONDS));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** Puts everything together, or says with a fixed code why that cannot be. */
    private Optional<String> composed() {
        EventLog log;
        try {
            log = keep(EventLog.open(config.data().resolve("log"), clock));
        } catch (IOException unwritable) {
            return Optional.of("DATA-FOLDER-UNWRITABLE");
        }
        DeviceKey key = DeviceKey.in(Optional.ofNullable(System.getenv("CREDENTIALS_DIRECTORY")).map(Path::of), config.data());
        return switch (Stores.open(config, key, clock)) {
            case Stores.Opening.Open(var opened) -> {
                if (key instanceof DeviceKey.Development) {
                    log.write(Event.of(EventKind.KEY_FOR_DEVELOPMENT));
                }
                visit.complete(composed(log, keep(opened)));
                yield Optional.empty();
            }
            case Stores.Opening.Refused(var code) -> {
                log.write(Event.of(EventKind.TERMINAL_CLOSED).with(Key.FAULT, new Code(code)));
                yield Optional.of(code);
            }
        };
    }

    private Visit composed(EventLog log, Stores stores) {
        Devices devices = keep(Devices.of(config, drivers));
        Optional<DeviceBook> book = book(devices);
        HourBook hours = new HourBook(clock, ZONE);
        RecentEvents recent = new RecentEvents(clock);
        Consumer<Event> events = counting(devices, book, log).andThen(hours).andThen(recent);
        StandingOrders orders = StandingOrders.open(config.data().resolve("orders.json"));
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        ExecutorService work = daemons("work", 2);
        ExecutorService disk = daemons("disk", 1);
        CompletableFuture<PaperFonts> fonts = CompletableFuture.supplyAsync(PaperFonts::load, work);
        var tray = devices.camera().map(camera -> new Tray(camera, PageFinder::new, PageCapture::new));
        tray.ifPresent(this::keep);
        Tidying tidying = keep(new Tidying(stage::letGo));
        ContentDesk desk = keep(stores.contentDesk(
                config.catalogue().releaseKeys(),
                new ContentReader(config.catalogue().folder(), this::trusted, this::developmentKey),
                events,
                hall()));
        Visit made = new Visit(
                new Equipment(
                        clock,
                        site(),
                        devices.all(),
                        new CardDesk(devices.reader()),
                        tray.map(one -> one),
                        devices.scanner().map(scanner -> new SheetFeeder(scanner, SheetCapture::develop)),
                        devices.pad(),
                        devices.fingers(),
                        devices.chips().map(terminal -> new ChipReader(terminal, CardProfiles.bankCards())),
                        devices.codes(),
                        devices.printer(),
                        devices.roll(),
                        devices.cabinet().map(this::cabinet),
                        stores,
                        stores,
                        new StaffDoor(config.staff(), new StaffTries(config.data().resolve("staff.tries"), clock)),
                        () -> book.map(DeviceBook::records).orElse(List.of()),
                        stores.refuge(),
                        stores.ledger(),
                        () -> Said.over(content, orders, clock.instant()),
                        () -> desk.line(content, ZONE),
                        this::loadedOffers,
                        new Press(
                                fonts::join,
                                new PaperOptions(config.demonstration()),
                                new SigningPress(config.terminal(), stores.signer())),
                        stores.cache(),
                        events,
                        threads,
                        work,
                        disk),
                screen.andThen(tidying));
        // It wakes ten times a second for as long as the terminal runs; a virtual thread would wake three others each time.
        Thread.ofPlatform().name("visit").daemon().start(made::run);
        devices.listen(
                config.keysDestroyedOnTamper()
                        ? new TamperSwitch(made::sensed, () -> disk.execute(() -> destroyKeys(log, stores)))
                        : made::sensed);
        devices.start(made::device);
        stores.sync().onState(made::sync);
        stores.sync().onLateEnd(end -> log.write(LateEnd.event(end)));
        stores.sync().onNote(made::noteEnded);
        stores.sync().onNote(end -> LateEnd.event(end).ifPresent(log::write));
        stores.sync().start();
        stores.days().onDay(day -> DayEvents.of(day).forEach(log::write));
        stores.days().start();
        stores.refuge().onExpiry(() -> log.write(Event.of(EventKind.DRAFT_DESTROYED)));
        log.write(
                Event.of(EventKind.TERMINAL_STARTED).with(Key.MILLIS, (System.nanoTime() - startedNanos) / 1_000_000));
        work.execute(() -> {
            loadCatalogue(log, desk, made);
            made.rehearse(stage.wings(), tidying::now);
            desk.start();
        });
        keep(new Pulse(stores.fleetLine(), orders, devices.all(), hours, recent, ofMany(stores, desk, made), clock, events))
                .start();
        return made;
    }

    /** What the centre hears of this terminal, and what it may ask of it. */
    private Pulse.Terminal ofMany(Stores stores, ContentDesk desk, Visit made) {
        return new Pulse.Terminal() {
            @Override
            public String version() {
                return ReadinessReport.VERSION;
            }

            @Override
            public long release() {
                return content.number();
            }

            @Override
            public Pulse.Load load() {
                return stores.load();
            }

            @Override
            public boolean outOfService() {
                return content.outOfService(clock.instant(), config.language()).isPresent();
            }

            @Override
            public void changed() {
                made.offersChanged();
            }

            @Override
            public boolean fetchCatalogue() {
                return desk.hurry();
            }

            @Override
            public boolean startsAgain() {
                // What its service manager gives to each start of it.
                return System.getenv("INVOCATION_ID") != null;
            }

            @Override
            public void restart() {
                // On a thread of its own: whoever ends the program waits for all that closes with it.
                made.betweenVisits(() -> Thread.ofPlatform().name("restart").start(() -> System.exit(START_AGAIN)));
            }
        };
    }

    private static void destroyKeys(EventLog log, Stores stores) {
        log.write(Event.of(stores.destroyKeys() ? EventKind.KEYS_DESTROYED : EventKind.KEYS_NOT_DESTROYED));
    }

    /** The cabinet with its book; without one nobody knows which cells are free, and none is given. */
    private Cabinet cabinet(DocumentCabinet device) {
        return switch (CellBook.open(config.data().resolve("cells.book"))) {
            case CellBook.Opened.Open(var book) -> new Cabinet(device, Optional.of(book));
            case CellBook.Opened.Unreadable(var code) -> {
                LOG.warn("NO-CELL-BOOK {}", code);
                yield new Cabinet(device, Optional.empty());
            }
        };
    }

    /** The book of this site's devices. Without one the terminal serves all the same. */
    private Optional<DeviceBook> book(Devices devices) {
        return switch (Counters.open(config.data().resolve("counters.db"))) {
            case Counters.Opening.Refused(var code) -> {
                LOG.warn("NO-DEVICE-BOOK {}", code);
                yield Optional.empty();
            }
            case Counters.Opening.Open(var counters) -> {
                DeviceBook book = keep(new DeviceBook(devices.all(), keep(counters), clock));
                book.start();
                yield Optional.of(book);
            }
        };
    }

    /** Where events go: into the log, and what they say of pages into the devices' book. */
    private static Consumer<Event> counting(Devices devices, Optional<DeviceBook> book, EventLog log) {
        var pages = new PageCount((due, out) -> book.ifPresent(
                there -> devices.printer().ifPresent(printer -> there.pages(printer.id(), due, out))));
        return event -> {
            log.write(event);
            pages.accept(event);
        };
    }

    private static ExecutorService daemons(String name, int count) {
        return Executors.newFixedThreadPool(
                count, Thread.ofPlatform().daemon().name(name + "-", 0).factory());
    }

    private synchronized <T extends AutoCloseable> T keep(T closeable) {
        open.add(closeable);
        return closeable;
    }

    private Optional<Offers> loadedOffers() {
        return loaded.thenApply(_ -> Optional.of(content.offers()))
                .completeOnTimeout(Optional.empty(), LONGEST_TO_LOAD.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    private void loadCatalogue(EventLog log, ContentDesk desk, Visit made) {
        Content first = desk.first();
        content = first;
        loaded.complete(true);
        log.write(Event.of(EventKind.CATALOGUE_LOADED)
                .with(Key.COUNT, first.offers().byCode().size()));
        made.offersChanged();
        first.warm();
    }

    /** What is shown changes between two visits only, on the visit's own thread. */
    private ContentDesk.Hall hall() {
        return new ContentDesk.Hall() {
            @Override
            public boolean empty() {
                return visit.isDone() && visit.join().place().equals("ATTRACT");
            }

            @Override
            public void show(Content next, Runnable taken) {
                visit.join().betweenVisits(() -> {
                    content = next;
                    taken.run();
                });
            }
        };
    }

    private TrustedKeys trusted() {
        List<PublicKey> keys = new ArrayList<>();
        for (Path file : config.catalogue().keys()) {
            try {
                keys.add(KeyFiles.readPublic(file));
            } catch (IOException unreadable) {
                System.err.println(unreadable.getMessage());
            }
        }
        return TrustedKeys.of(keys.toArray(PublicKey[]::new));
    }

    private Optional<SigningKey> developmentKey() {
        return config.catalogue().developmentKey().flatMap(file -> {
            try {
                return Optional.of(SigningKey.of(KeyFiles.readPrivate(file)));
            } catch (IOException unreadable) {
                System.err.println(unreadable.getMessage());
                return Optional.empty();
            }
        });
    }

    /** Closes devices, stores and log, in good order. */
    @Override
    public void close() {
        over.countDown();
        closeAll();
    }

    private synchronized void closeAll() {
        for (AutoCloseable one : open.reversed()) {
            try {
                one.close();
            } catch (Exception failure) {
                // Nothing is lost by it: what was promised is on the disk already.
                LOG.warn("CLOSING {}", failure.getClass().getSimpleName());
            }
        }
        open.clear();
    }
}
