package banyan.kiosk;

import banyan.acceptance.Assignment;
import banyan.acceptance.KeyFiles;
import banyan.acceptance.SubmissionId;
import banyan.attest.NationalKeys;
import banyan.attest.Signer;
import banyan.cache.Appended;
import banyan.cache.Centre;
import banyan.cache.CentreClient;
import banyan.cache.DayBook;
import banyan.cache.Delivery;
import banyan.cache.DeviceKey;
import banyan.cache.DraftRefuge;
import banyan.cache.Escrow;
import banyan.cache.FleetLine;
import banyan.cache.Journal;
import banyan.cache.LinkWatch;
import banyan.cache.Note;
import banyan.cache.PageStore;
import banyan.cache.RefusalReports;
import banyan.cache.ReleaseFetch;
import banyan.cache.ReleaseShelf;
import banyan.cache.Room;
import banyan.cache.Sealed;
import banyan.cache.Standing;
import banyan.cache.Sync;
import banyan.cache.SyncState;
import banyan.cache.Terminal;
import banyan.cache.TerminalKeys;
import banyan.cache.Vault;
import banyan.kiosk.config.KioskConfig;
import banyan.kiosk.documents.PrintLedger;
import banyan.kiosk.fleet.Pulse;
import banyan.kiosk.log.Code;
import banyan.kiosk.log.Event;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.log.Key;
import banyan.kiosk.release.ContentDesk;
import banyan.kiosk.release.ContentReader;
import banyan.kiosk.upkeep.Waiting;
import banyan.kiosk.visit.CentreDesk;
import banyan.kiosk.visit.Clock;
import banyan.kiosk.visit.Outbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** What the terminal keeps on its disk and sends to its centre, opened together and closed together. */
final class Stores implements Outbox, CentreDesk, AutoCloseable {
    private static final Duration APPEND = Duration.ofSeconds(8);

    private final Path cache;
    private final Duration retention;
    private final Journal journal;
    private final CentreClient client;
    private final Sync sync;
    private final DayBook days;
    private final LinkWatch link;
    private final DraftRefuge refuge;
    private final Optional<PrintLedger> ledger;
    private final Signer signer;
    private final Clock clock;

    /** What became of opening them. */
    sealed interface Opening {
        record Open(Stores stores) implements Opening {}

        /** They cannot be used; the fixed code says why. */
        record Refused(String code) implements Opening {}
    }

    private Stores(
            Path cache,
            Duration retention,
            Journal journal,
            CentreClient client,
            Sync sync,
            DayBook days,
            LinkWatch link,
            DraftRefuge refuge,
            Optional<PrintLedger> ledger,
            Signer signer,
            Clock clock) {
        this.clock = clock;
        this.cache = cache;
        this.retention = retention;
        this.journal = journal;
        this.client = client;
        this.sync = sync;
        this.days = days;
        this.link = link;
        this.refuge = refuge;
        this.ledger = ledger;
        this.signer = signer;
    }

    /** @param deviceKey where it stands */
    static Opening open(KioskConfig config, DeviceKey deviceKey, Clock clock) {
        if (config.sealedDeviceKey() && deviceKey instanceof DeviceKey.Development) {
            return new Opening.Refused("DEVICE-KEY-NOT-SEALED");
        }
        Path cache = config.data().resolve("cache");
        NationalKeys.installFor(config.key());
        try {
            Files.createDirectories(cache);
            PrivateKey key = KeyFiles.readPrivate(config.key());
            Terminal terminal = new Terminal(config.terminal(), key, Optional.of(TerminalKeys.around(config.key())));
            Signer signer = new Signer(config.terminal(), key);
            Centre centre = Centre.of(
                    config.centre().url(), KeyFiles.readPublic(config.centre().publicKey()));
            Optional<Escrow> escrow = Optional.empty();
            if (config.centre().escrowKey().isPresent()) {
                escrow = Optional.of(new Escrow(
                        KeyFiles.readEscrowPublic(config.centre().escrowKey().get()), terminal));
            }
            return switch (Vault.open(deviceKey, new Vault.Place(cache, escrow, clock, config.suite()))) {
                case Vault.Opening.Refused(var code) -> new Opening.Refused(code);
                case Vault.Opening.Open(var vault) ->
                    switch (Journal.open(cache, vault, config.terminal(), clock, config.reserveBytes())) {
                        case Journal.Opening.Refused(var code) -> new Opening.Refused(code);
                        case Journal.Opening.Open(var journal) ->
                            new Opening.Open(connected(
                                    config, clock, vault, journal, new CentreClient(centre, terminal, clock), signer));
                    };
            };
        } catch (IOException unreadable) {
            // A key or a folder; which one stands in the configuration and not in the log.
            return new Opening.Refused("KEY-OR-FOLDER-UNREADABLE");
        }
    }

    private static Stores connected(
            KioskConfig config, Clock clock, Vault vault, Journal journal, CentreClient client, Signer signer) {
        Path cache = config.data().resolve("cache");
        Sync sync = new Sync(journal, client, clock);
        new RefusalReports(journal).start(sync);
        DayBook days = new DayBook(journal, client, sync, cache, clock, clock.zone());
        DraftRefuge refuge = DraftRefuge.open(cache, vault, clock);
        Optional<PrintLedger> ledger = switch (PrintLedger.open(config.data().resolve("printed.ledger"), java(clock))) {
            case PrintLedger.Opened.Open(var open) -> Optional.of(open);
            case PrintLedger.Opened.Failed _ -> Optional.empty();
        };
        LinkWatch link = LinkWatch.start(sync::hurry);
        return new Stores(
                cache, config.receiptRetention(), journal, client, sync, days, link, refuge, ledger, signer, clock);
    }

    private static java.time.Clock java(Clock clock) {
        return new java.time.Clock() {
            @Override
            public ZoneId getZone() {
                return clock.zone();
            }

            @Override
            public java.time.Clock withZone(ZoneId zone) {
                return java.time.Clock.fixed(clock.instant(), zone);
            }

            @Override
            public Instant instant() {
                return clock.instant();
            }
        };
    }

    Path cache() {
        return cache;
    }

    /**
     * What is shown, and the way to what is newer.
     *
     * @param keys of the releases; a terminal that trusts none takes none
     */
    ContentDesk contentDesk(List<Path> keys, ContentReader reader, Consumer<Event> log, ContentDesk.Hall hall) {
        Optional<ReleaseShelf> shelf = keys.isEmpty() ? Optional.empty() : shelf(keys, log);
        Optional<ReleaseFetch> fetch = shelf.map(here -> new ReleaseFetch(client, here, clock));
        return new ContentDesk(reader, shelf, fetch, clock, log, hall);
    }

    private Optional<ReleaseShelf> shelf(List<Path> files, Consumer<Event> log) {
        try {
            List<PublicKey> keys = new ArrayList<>();
            for (Path file : files) {
                keys.add(KeyFiles.readPublic(file));
            }
            return Optional.of(ReleaseShelf.open(cache.resolveSibling("releases"), keys));
        } catch (IOException unreadable) {
            // A key or the folder; the terminal goes on with what was installed.
            log.accept(Event.of(EventKind.RELEASE_REFUSED).with(Key.FAULT, new Code("RELEASE-KEY-OR-FOLDER")));
            return Optional.empty();
        }
    }

    /** The way of heartbeats and directives. */
    FleetLine fleetLine() {
        return new FleetLine(client);
    }

    /** What is kept here, as a heartbeat says it. */
    Pulse.Load load() {
        Waiting waiting = waiting();
        return new Pulse.Load(
                waiting.toSend(), waiting.stuck(), sync.state() instanceof SyncState.Full, cache.toFile().getUsableSpace());
    }

    Sync sync() {
        return sync;
    }

    DayBook days() {
        return days;
    }

    /** Signs what this terminal says of itself. */
    Signer signer() {
        return signer;
    }

    DraftRefuge refuge() {
        return refuge;
    }

    Optional<PrintLedger> ledger() {
        return ledger;
    }

    @Override
    public Room room() {
        return journal.room();
    }

    @Override
    public Optional<Journal.Examination> examine() {
        boolean _ = journal.erase(retention);
        return journal.examine();
    }

    /** What is kept from now on is sealed under another epoch's key; false where the disk does not let it. */
    boolean nextEpoch() {
        return journal.nextEpoch();
    }

    /** Destroys the keys of all that is kept, so that it can only be carried out for the centre; false where that cannot be. */
    boolean destroyKeys() {
        boolean destroyed = journal.destroyKeys();
        if (destroyed) {
            // Nothing opens any more that could be sent.
            sync.close();
        }
        return destroyed;
    }

    @Override
    public Waiting waiting() {
        Journal.Report report = journal.report();
        return new Waiting(report.kept() + report.unanswered(), report.stuck().size() + report.damaged(), report.notes(), report.salvaged(), days.gaps());
    }

    @Override
    public List<Journal.Stuck> setAside() {
        return journal.report().stuck();
    }

    @Override
    public boolean sendAgain(Journal.Stuck stuck) {
        return journal.sendAgain(stuck);
    }

    @Override
    public String newNumber() {
        return journal.newNumber();
    }

    @Override
    public Appended append(Sealed sealed, PageStore pages) {
        return journal.append(sealed, pages, APPEND);
    }

    @Override
    public Appended append(Note note) {
        return journal.append(note, APPEND);
    }

    @Override
    public Optional<Standing> standing(SubmissionId id) {
        return journal.standing(id);
    }

    @Override
    public String slipCode(String number) {
        return journal.slipCode(number);
    }

    @Override
    public Optional<Standing> standing(String number, String code) {
        return journal.standing(number, code);
    }

    @Override
    public Optional<Standing> waiting(String code) {
        return journal.waiting(code);
    }

    @Override
    public Optional<Assignment> assignment(String number) {
        return journal.assignment(number);
    }

    @Override
    public Delivery.End deliver(SubmissionId id, Duration deadline, Consumer<Delivery> steps) {
        return sync.deliver(id, deadline, steps);
    }

    @Override
    public banyan.cache.Reply<banyan.acceptance.Facts> facts(banyan.acceptance.FactsQuery query, Duration deadline) {
        return client.facts(query, deadline);
    }

    @Override
    public banyan.cache.Reply<banyan.acceptance.DraftKept> keepDraft(
            UUID id, banyan.acceptance.Draft draft, Duration deadline) {
        return client.keepDraft(id, draft, deadline);
    }

    @Override
    public banyan.cache.Reply<banyan.acceptance.Drafts> drafts(
            banyan.acceptance.DraftQuery query, Duration deadline) {
        return client.drafts(query, deadline);
    }

    @Override
    public banyan.cache.Reply<banyan.acceptance.PaperDraft.Found> paperDraft(
            banyan.acceptance.PaperDraft.Query query, Duration deadline) {
        return client.paperDraft(query, deadline);
    }

    @Override
    public boolean deleteDraft(UUID id, Duration deadline) {
        return client.deleteDraft(id, deadline);
    }

    @Override
    public banyan.cache.Reply<banyan.acceptance.Certificate> certificate(
            UUID request, banyan.acceptance.CertificateOrder order, Duration deadline) {
        return client.certificate(request, order, deadline);
    }

    @Override
    public banyan.cache.Reply<banyan.acceptance.Progress> progress(
            banyan.acceptance.ProgressQuery query, Duration deadline) {
        return client.progress(query, deadline);
    }

    @Override
    public banyan.cache.Reply<banyan.acceptance.Progress> withdraw(
            String number, banyan.acceptance.Withdrawal withdrawal, Duration deadline) {
        return client.withdraw(number, withdrawal, deadline);
    }

    @Override
    public banyan.cache.Reply<banyan.acceptance.MyCases> cases(banyan.acceptance.CasesQuery query, Duration deadline) {
        return client.cases(query, deadline);
    }

    @Override
    public banyan.cache.Reply<banyan.acceptance.Certificate> result(
            UUID request, banyan.acceptance.ResultOrder order, Duration deadline) {
        return client.result(request, order, deadline);
    }

    @Override
    public boolean declareVoid(UUID request, Duration deadline) {
        return client.declareVoid(request, deadline);
    }

    @Override
    public banyan.kiosk.visit.AppointmentDesk appointments() {
        return new AppointmentCalls(new banyan.cache.AppointmentClient(client));
    }

    @Override
    public banyan.cache.Reply<banyan.acceptance.SlipAnswer> slip(
            banyan.acceptance.SlipQuery query, Duration deadline) {
        return client.slip(query, deadline);
    }

    @Override
    public void close() {
        days.close();
        link.close();
        sync.close();
        client.close();
        refuge.close();
        journal.close();
        ledger.ifPresent(PrintLedger::close);
    }
}
