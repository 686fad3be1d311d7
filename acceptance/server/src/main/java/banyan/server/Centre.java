package banyan.server;

import banyan.acceptance.Sha256;
import banyan.attest.NationalKeys;
import banyan.cache.CarriedJournal;
import banyan.server.casework.CaseBeginnings;
import banyan.server.casework.CitizensPart;
import banyan.server.casework.Sweep;
import banyan.server.casework.WorkCalendar;
import banyan.server.certificate.Certificates;
import banyan.server.certificate.Verification;
import banyan.server.city.Courier;
import banyan.server.clerk.AssignedRows;
import banyan.server.clerk.ClerkDesk;
import banyan.server.clerk.Slips;
import banyan.server.deposit.Deposits;
import banyan.server.draft.DraftDesk;
import banyan.server.draft.PaperDrafts;
import banyan.server.evidence.Evidence;
import banyan.server.fleet.AlarmSweep;
import banyan.server.followup.FollowUps;
import banyan.server.instant.InstantDesk;
import banyan.server.intake.Arrivals;
import banyan.server.intake.CarryIn;
import banyan.server.intake.ItemBook;
import banyan.server.intake.Papers;
import banyan.server.intake.Submissions;
import banyan.server.intake.UploadRows;
import banyan.server.intake.Uploads;
import banyan.server.notice.Postman;
import banyan.server.page.ContractPage;
import banyan.server.page.PhonePage;
import banyan.server.page.RecentCasesPage;
import banyan.server.page.VerifyPage;
import banyan.server.progress.CaseProgress;
import banyan.server.progress.LookupCodes;
import banyan.server.progress.LookupTries;
import banyan.server.progress.SlipCodes;
import banyan.server.readiness.Reports;
import banyan.server.reckoning.DayRows;
import banyan.server.reckoning.Days;
import banyan.server.records.CentreRecords;
import banyan.server.register.LookupNotes;
import banyan.server.register.Lookups;
import banyan.server.register.Providers;
import banyan.server.release.ReleaseFolder;
import banyan.server.release.Releases;
import banyan.server.staff.Sessions;
import banyan.server.staff.Staff;
import banyan.server.store.CentreSecret;
import banyan.server.store.Database;
import banyan.server.store.NumberSeries;
import banyan.server.store.PaperStore;
import banyan.server.voice.Proofs;
import banyan.server.voice.Voices;
import banyan.server.wire.Admission;
import banyan.server.wire.CentreKey;
import banyan.server.wire.Crowd;
import banyan.server.wire.HttpDoor;
import banyan.server.wire.Replays;
import banyan.server.wire.Route;
import banyan.server.wire.TerminalFiles;
import banyan.server.wire.Terminals;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running acceptance centre. Every object of it is made here. */
public final class Centre implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Centre.class);
    private static final int CASE_DIGITS = 6;
    private static final int CERTIFICATE_DIGITS = 8;

    private final CentreSettings settings;
    private final Database database;
    private final CentreKey key;
    private final Terminals terminals;
    private final Replays replays;
    private final List<Route> routes;
    private final CentreRecords records;
    private final Sessions sessions;
    private final Foundation on;
    private final Arrivals arrivals;
    private final InstantDesk instant;
    private final CarryIn carryIn;
    private final PaperStore paperStore;
    private final Providers providers;
    private final Watch watch;
    private final Nightly nightly;
    private final WorkCalendar calendar;
    private final Sweep sweep;
    private final AlarmSweep alarms;
    private final Optional<Postman> postman;
    private final Optional<Courier> courier;
    private Optional<HttpDoor> door = Optional.empty();
    private int port;

    private Centre(CentreSettings settings, ItemBook items, Database database) throws IOException {
        this.settings = settings;
        this.database = database;
        this.port = settings.port();
        this.key = CentreKey.in(settings.keys());
        this.terminals = new Terminals(
                database.jdbi(), new TerminalFiles(settings.keys().resolve("terminals")), settings.clock());
        this.replays = new Replays(database.jdbi(), settings.clock());
        this.paperStore = settings.engine().papers(settings.papers(), settings.paperReserve());
        this.providers = Providers.of(settings.engine().providers());
        this.arrivals = new Arrivals(database.jdbi());
        this.records = new CentreRecords(database.jdbi(), paperStore);
        Papers papers = new Papers(database.jdbi(), paperStore, settings.clock());
        this.calendar = new WorkCalendar(items.workingDays(), settings.zone());
        CentreSecret secret = CentreSecret.in(settings.keys());
        Foundation on = Foundation.of(
                settings, database, key, secret, terminals, items, paperStore, papers, records, calendar);
        this.on = on;
        this.sessions = on.sessions();
        this.instant = InstantPart.desk(on, providers);
        DeskPart desk = new DeskPart(on);
        this.postman = desk.postman();
        CityPart city = new CityPart(on);
        this.courier = city.courier();
        this.routes = Stream.of(
                        routes(items, paperStore, papers, secret, DeskPart.followUps(on)),
                        // A line for each part.
                        StaffPart.routes(on),
                        desk.routes(),
                        CasePart.routes(on),
                        ProvidersPart.routes(providers),
                        FleetPart.routes(on),
                        EnrolPart.routes(on),
                        city.routes())
                .flatMap(List::stream)
                .toList();
        this.carryIn = new CarryIn(database.jdbi(), routes, papers, paperStore, settings.clock());
        this.watch = Watch.over(settings, database, paperStore, this::crowds, providers);
        this.nightly = new Nightly(on, watch.figures());
        this.sweep = CasePart.sweep(on);
        sweep.start();
        this.alarms = FleetPart.alarms(on);
        alarms.start();
    }

    /** Starts one; returns when it answers. An {@link IOException} says which folder, port or database cannot be used. */
    public static Centre start(CentreSettings settings, ItemBook items) throws IOException {
        return start(settings, () -> items);
    }

    /** Starts one while its items are being read, which takes as long as starting a database. */
    public static Centre start(CentreSettings settings, Supplier<ItemBook> items) throws IOException {
        Centre centre = closed(settings, items);
        try {
            centre.listen();
            centre.postman.ifPresent(Postman::start);
            centre.courier.ifPresent(Courier::start);
            return centre;
        } catch (IOException | RuntimeException failed) {
            centre.close();
            throw failed;
        }
    }

    /** One whose door is shut, for what is done at the centre itself. */
    static Centre closed(CentreSettings settings, Supplier<ItemBook> items) throws IOException {
        NationalKeys.install();
        try (ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<ItemBook> reading = beside.submit(items::get);
            Database database = Database.open(settings.database(), settings.connections());
            try {
                return new Centre(settings, reading.get(), database);
            } catch (IOException | RuntimeException failed) {
                database.close();
                throw failed;
            } catch (ExecutionException failed) {
                database.close();
                throw new IllegalStateException("the items cannot be read", failed.getCause());
            } catch (InterruptedException stopped) {
                database.close();
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while the centre was starting", stopped);
            }
        }
    }

    private List<Route> routes(ItemBook items, PaperStore paperStore, Papers papers, CentreSecret secret, FollowUps followUps) throws IOException {
        LookupNotes notes = new LookupNotes(database.jdbi(), secret.forUse("lookups"), settings.clock());
        NumberSeries cases =
                new NumberSeries(settings.area(), secret.forUse("case numbers"), "case_counter", CASE_DIGITS);
        NumberSeries certificates = new NumberSeries(
                settings.area(), secret.forUse("certificate numbers"), "certificate_counter", CERTIFICATE_DIGITS);
        LookupCodes codes = new LookupCodes(secret.forUse("lookup codes"));
        DayRows days = new DayRows(database.jdbi());
        LookupTries tries = new LookupTries(secret.forUse("lookup tries"));
        Proofs proofs = new Proofs(codes, tries);
        SlipCodes slips = new SlipCodes(secret.forUse("slip codes"));
        AssignedRows assigned = new AssignedRows(database.jdbi());
        CaseBeginnings beginnings = new CaseBeginnings(items, secret.forUse("citizens of cases"), calendar);
        Certificates issued = new Certificates(
                database.jdbi(),
                new Admission(settings.connections(), settings.patience()),
                items,
                providers,
                notes,
                certificates,
                settings.clock(),
                settings.zone());
        List<Route> all = new ArrayList<>(new Routes(
                new Submissions(
                        database.jdbi(),
                        arrivals,
                        new Admission(settings.connections(), settings.patience()),
                        papers,
                        items,
                        cases,
                        codes,
                        slips,
                        beginnings,
                        instant,
                        key,
                        settings.clock(),
                        settings.zone()),
                papers,
                new Uploads(new UploadRows(database.jdbi(), settings.clock()), papers, paperStore),
                new Lookups(items, providers, notes, settings.clock(), settings.zone()),
                new CaseProgress(database.jdbi(), codes, tries, settings.clock()),
                new Slips(database.jdbi(), slips, tries, assigned, key, settings.clock()),
                new ClerkDesk(
                        database.jdbi(),
                        assigned,
                        settings.clerks(),
                        items,
                        slips,
                        key,
                        settings.clock(),
                        settings.zone()),
                issued,
                new Voices(database.jdbi(), proofs, followUps, settings.clock()),
                new Deposits(database.jdbi(), settings.clock()),
                new Evidence(database.jdbi(), key, settings.clock()),
                new Reports(database.jdbi(), terminals, records, settings.clock(), settings.recentCases()),
                new Days(database.jdbi(), days, key, settings.clock(), settings.zone()),
                new Releases(new ReleaseFolder(settings.releases()), database.jdbi(), settings.clock()),
                new DraftDesk(
                        database.jdbi(), secret.forUse("drafts"), secret.forUse("owners of drafts"), settings.clock()),
                new PaperDrafts(database.jdbi(), tries, key, settings.clock()),
                new VerifyPage(new Verification(database.jdbi()), items, settings.zone()),
                new ContractPage(),
                new PhonePage(items, settings.clock(), settings.zone()),
                new RecentCasesPage(records, days, assigned, items, settings.clock(), settings.zone(), settings.recentCases()),
                settings.clock()).all());
        all.addAll(CitizensPart.of(
                        database.jdbi(), items, papers, issued, codes, slips, tries, beginnings, calendar, key, secret, settings.clock())
                .routes());
        return List.copyOf(all);
    }

    /** Opens the door again after {@link #stopListening}, at the same port. Nothing happens where it is open. */
    public synchronized void listen() throws IOException {
        if (door.isEmpty()) {
            HttpDoor.Limits limits =
                    new HttpDoor.Limits(settings.connections(), settings.uploads(), settings.patience());
            HttpDoor opened = new HttpDoor(
                    settings.host(),
                    port,
                    routes.stream().map(replays::guarded).toList(),
                    terminals,
                    key,
                    settings.clock(),
                    limits,
                    sessions,
                    watch.figures(),
                    settings.engine().tls());
            port = opened.port();
            door = Optional.of(opened);
        }
    }

    private synchronized List<Crowd> crowds() {
        return door.map(HttpDoor::crowds).orElse(List.of());
    }

    /** Where figures and health are, where they are anywhere. */
    public OptionalInt watchPort() {
        return watch.port();
    }

    /** Lets nobody in any more and waits, within a bound, until those inside have been answered. Before {@link #close}. */
    public void finish() {
        Optional<HttpDoor> open;
        synchronized (this) {
            open = door;
        }
        watch.ending();
        open.ifPresent(one -> LOG.info("CENTRE-ENDS left={}", one.finish(settings.engine().farewell())));
    }

    /** Shuts the door and keeps the rest: from outside the centre is down. */
    public synchronized void stopListening() {
        door.ifPresent(HttpDoor::close);
        door = Optional.empty();
    }

    /** Where it listens. */
    public synchronized int port() {
        return port;
    }

    /** Where it listens, for a terminal or a browser. */
    public URI address() {
        String scheme = settings.engine().tls().isPresent() ? "https" : "http";
        return URI.create(scheme + "://" + settings.host() + ":" + port() + "/");
    }

    /** The key under which its receipts and answers are to be checked. */
    public PublicKey key() {
        return key.shown();
    }

    /** Makes a terminal known, now and after the next start. */
    public void introduce(String terminal, PublicKey itsKey) throws IOException {
        terminals.introduce(terminal, itsKey);
    }

    /**
     * Takes in what was carried out of a terminal's disk.
     *
     * @param escrow the private key to which that terminal has sealed
     * @param staff number of the person who does it
     * @throws IOException if the terminal is unknown, if it is no such file, or if the paper store fails
     */
    public List<CarryIn.Line> carryIn(Path file, PrivateKey escrow, String terminal, String staff) throws IOException {
        List<PublicKey> itsKeys = terminals.keysEver(terminal);
        if (itsKeys.isEmpty()) {
            throw new IOException("terminal " + terminal + " was never introduced here");
        }
        try (CarriedJournal journal = CarriedJournal.open(file, escrow, terminal, itsKeys)) {
            return carryIn.take(journal, terminal, hash(file), staff);
        }
    }

    private static Sha256 hash(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Sha256.of(digest.digest(), 0);
    }

    /**
     * A session of somebody of the staff, for a program that runs a centre inside itself, as the journeys do: nobody signs in there, and who is in
     * this process needs no door. It stands in the audit.
     */
    public String seat(Staff person) {
        return StaffPart.seat(on, person);
    }

    /** Everything it can be asked. */
    List<Route> routes() {
        return routes;
    }

    /** What it does at night. */
    Nightly nightly() {
        return nightly;
    }

    /** Its rows. */
    Database database() {
        return database;
    }

    /** Who speaks with the city's platform; empty where nobody does. */
    Optional<Courier> courier() {
        return courier;
    }

    /** What happens to cases by itself, for who cannot wait for the minute. */
    Sweep sweep() {
        return sweep;
    }

    /** Who raises alarms, for who cannot wait for it. */
    AlarmSweep alarms() {
        return alarms;
    }

    /** What it holds. */
    public CentreRecords records() {
        return records;
    }

    @Override
    public void close() {
        stopListening();
        nightly.close();
        postman.ifPresent(Postman::close);
        courier.ifPresent(Courier::close);
        watch.close();
        sweep.close();
        instant.close();
        alarms.close();
        providers.close();
        paperStore.close();
        arrivals.close();
        database.close();
    }
}
