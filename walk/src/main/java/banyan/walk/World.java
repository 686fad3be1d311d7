package banyan.walk;

import banyan.acceptance.CaseCode;
import banyan.server.Centre;
import banyan.server.CentreSettings;
import banyan.server.clerk.Clerks;
import banyan.simulator.Simulator;
import banyan.simulator.SimulatorSettings;
import banyan.simulator.code.CodeScannerTwin;
import banyan.simulator.receipt.Slip;
import banyan.simulator.smartcard.Pcscd;
import banyan.simulator.smartcard.SmartCardTwin;
import banyan.simulator.twin.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.ZoneId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** Everything around a terminal: one simulator and one centre, which serve many journeys, and a line to the centre. */
public final class World implements AutoCloseable {
    static final String TERMINAL = "0137";
    private static final double SECONDS_PER_PAGE = 0.15;
    private static final String DRAFT_LETTER = "[0-9A-HJKMNP-TV-Z]";
    private static final Pattern DRAFT_CODE =
            Pattern.compile("(?:" + DRAFT_LETTER + "{4} ){6}" + DRAFT_LETTER + "{2}");
    private static final Clerks CLERKS = new Clerks(
            new Clerks.Clerk("周敏", "0591-83251234"),
            Map.of("flexible-employment-subsidy", new Clerks.Clerk("林静怡", "0591-83251235")),
            3);

    private final JsonMapper json = new JsonMapper();
    private final Home home;
    private final Simulator simulator;
    private final Centre centre;
    private final DemonstrationKeys keys;
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final EndChecks checks;
    private final ChangingItems items;
    private final ClerkAtWork clerk;
    private final AotCache cache;
    private final PackedReleases releases;
    private Optional<Pcscd> cards = Optional.empty();

    private World(Home home, Path folder, Optional<Path> fixtures) throws IOException {
        this.home = home;
        SimulatorSettings twins =
                SimulatorSettings.in(folder.resolve("devices")).withSecondsPerPage(SECONDS_PER_PAGE);
        this.simulator = Simulator.start(fixtures.map(twins::withFixtures).orElse(twins));
        this.keys = DemonstrationKeys.in(folder.resolve("keys"));
        this.items = new ChangingItems(Catalogues.book(home.catalogue(), keys));
        InstantSource clock = () -> Instant.now().plus(ahead.get());
        DemonstrationHalls.in(folder.resolve("centre"));
        this.centre = Centre.start(
                CentreSettings.in(folder.resolve("centre")).withClock(clock).withPaperReserve(0).withClerks(CLERKS),
                items);
        keys.introduce(TERMINAL, centre);
        this.clerk = new ClerkAtWork(centre);
        this.releases = new PackedReleases(
                home.catalogue(), keys.releases(), folder.resolve("centre/releases"), folder.resolve("content"));
        this.checks = new EndChecks(centre.records(), simulator, keys.terminal());
        this.cache = new AotCache(Files.createDirectories(home.root().resolve(".kiosk")));
    }

    /** Starts simulator and centre; what they keep, they keep in this folder. */
    public static World build(Home home, Path folder, Optional<Path> fixtures) throws IOException {
        Files.createDirectories(folder);
        return new World(home, folder, fixtures);
    }

    /**
     * What belongs to one journey.
     *
     * @param disk the terminal's own folder
     * @param small what its data lie on, where that is to be filled
     * @param before what the centre held already
     */
    record Scene(
            Path out, Path disk, Path config, FaultProxy line, Optional<SmallDisk> small, EndChecks.Before before) {
        /** What the terminal has told staff and fleet so far. */
        String events() throws IOException {
            Path file = disk.resolve("data/log/events.jsonl");
            return Files.exists(file) ? Files.readString(file) : "";
        }

        /** What a stopped terminal has kept, where a database can be opened: SQLite does not find its way onto a small disk. */
        Path data() throws IOException {
            Path data = disk.resolve("data");
            return small.isPresent() ? Folders.copy(data, disk.resolve("data-copied")) : data;
        }
    }

    /** The configuration of a terminal of this world as it stands in a hall: a direct line to the centre, and all that moves, moves. */
    public Path terminal(Path disk) throws IOException {
        return TerminalFile.write(
                disk.resolve("terminal.yaml"),
                home,
                keys,
                simulator,
                Optional.empty(),
                centre.port(),
                "zh-CN",
                false,
                false,
                false,
                Set.of(),
                0);
    }

    /** Everything as in the morning: nothing on the devices, no paper out, the line up, an empty disk. */
    Scene set(Journey journey, Path out) throws IOException {
        Files.createDirectories(out);
        ahead.set(Duration.ZERO);
        items.change(false);
        simulator.reset();
        releases.clear();
        Path disk = out.resolve("terminal");
        Folders.empty(disk);
        Optional<SmallDisk> small =
                journey.smallDisk() ? Optional.of(SmallDisk.at(disk.resolve("data"))) : Optional.empty();
        FaultProxy line = new FaultProxy(centre.port());
        Optional<Pcscd> service = journey.devices().contains(Extra.SMART_CARD) ? Optional.of(cards()) : Optional.empty();
        Path config = TerminalFile.write(
                disk.resolve("terminal.yaml"), home, keys, simulator, service, line.port(), journey);
        return new Scene(out, disk, config, line, small, checks.before());
    }

    /** How long it is until ten o'clock of the next day that is worked, where the centre is. */
    Duration untilWorkedMorning() {
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        ZonedDateTime now = Instant.now().plus(ahead.get()).atZone(zone);
        return Duration.between(
                now, items.workingDaysAfter(now.toLocalDate(), 1).atTime(10, 0).atZone(zone));
    }

    Terminal startTerminal(Scene scene, Journey journey) throws IOException {
        Terminal terminal = Terminal.start(
                command(scene), scene.config(), journey.screen(), scene.out().resolve("terminal.log"));
        if (!ahead.get().isZero()) {
            terminal.order("clock", Map.of("millis", ahead.get().toMillis()));
        }
        return terminal;
    }

    /** The first terminal that ends as it should leaves a cache, with which the later ones start sooner. */
    private TerminalCommand command(Scene scene) throws IOException {
        String classPath = home.walkedClassPath();
        List<String> launcher = new ArrayList<>(scene.small().map(SmallDisk::within).orElse(List.of()));
        launcher.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        return new TerminalCommand(
                launcher,
                classPath,
                cache.options(classPath, KioskJvm.OPTIONS),
                TerminalCommand.WALKED);
    }

    /** The reader for chip cards, as after it was plugged in, with nothing in it. One serves all journeys that ask for it. */
    private Pcscd cards() throws IOException {
        try {
            Pcscd service = cards.isPresent() ? cards.get() : new Pcscd();
            cards = Optional.of(service);
            service.kill();
            service.start();
            device(SmartCardTwin.ID, "reader", Map.of("port", service.port()));
            return service;
        } catch (IllegalStateException lacking) {
            throw new IOException(lacking.getMessage(), lacking);
        }
    }

    /** What the code says on the paper that came out last, of the printer or off the roll. */
    private String codeOnPaper() throws IOException {
        Optional<String> onRoll = simulator.receipts().stream()
                .flatMap(slip -> slip.codes().stream())
                .reduce((_, later) -> later);
        if (onRoll.isPresent()) {
            return onRoll.get();
        }
        for (Path sheet : simulator.printedSheets().reversed()) {
            Optional<String> code = PrintedPaper.read(sheet).qr();
            if (code.isPresent()) {
                return code.get();
            }
        }
        throw new IOException("no paper with a code has come out");
    }

    /** The letters of a draft's code as they stand on the paper that came out last, as somebody reads them who has no scanner. */
    String lettersOnPaper() throws IOException {
        for (Path sheet : simulator.printedSheets().reversed()) {
            Matcher letters = DRAFT_CODE.matcher(PrintedPaper.read(sheet).text());
            if (letters.find()) {
                return letters.group().replace(" ", "");
            }
        }
        throw new IOException("no paper with a draft's code in letters has come out");
    }

    /** This code, or the last paper's, is held before the code scanner. */
    void hold(Optional<String> code) throws IOException {
        device(CodeScannerTwin.ID, "scan", Map.of("text", code.isPresent() ? code.get() : codeOnPaper()));
    }

    /** What the simulator would do for a person at the device dock. The plug of the chip cards' reader is its service. */
    public void device(String id, String action, Map<String, ?> body) throws IOException {
        if (id.equals(SmartCardTwin.ID) && cards.isPresent()) {
            switch (action) {
                case "unplug" -> cards.get().kill();
                case "plug" -> cards.get().start();
                default -> {}
            }
        }
        switch (simulator.act(id, action, json.writeValueAsString(body))) {
            case Answer.Done _ -> {}
            case Answer.Refused(var mistakes) -> throw new IOException("%s %s: %s".formatted(id, action, mistakes));
            case Answer.NotFound(var what) -> throw new IOException("there is no " + what);
        }
    }

    /** A release is laid down at the centre, from so long after now. */
    void release(Step.Release what) throws IOException {
        releases.add(what, Instant.now().plus(ahead.get()));
    }

    /** A clerk at the centre does something to the case of the receipt that came out last. */
    void clerk(Step.Clerk what) throws IOException {
        String number = CaseCode.read(codeOnPaper())
                .map(CaseCode::number)
                .orElseThrow(() -> new IOException("what came out last is no receipt"));
        clerk.does(number, what.deed(), what.body());
    }

    /** Whether the centre's form is another than the one that the terminals have. */
    void form(boolean changed) {
        items.change(changed);
    }

    void forward(Duration by) {
        ahead.accumulateAndGet(by, Duration::plus);
    }

    /** Something happens to the terminal's disk. */
    void disk(Scene scene, Step.Disk.Harm harm) throws IOException {
        Path key = scene.disk().resolve("data/device.key");
        Path aside = key.resolveSibling("device.key.aside");
        switch (harm) {
            case FULL -> small(scene).fill();
            case FREE -> small(scene).free();
            case SPOILED -> {
                Files.move(key, aside);
                Files.write(key, new byte[] {1, 2, 3});
                Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
            }
            case MENDED -> Files.move(aside, key, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static SmallDisk small(Scene scene) throws IOException {
        return scene.small().orElseThrow(() -> new IOException("only a disk that the journey's head calls small can be filled"));
    }

    Optional<String> check(Scene scene, Journey.End end, List<String> lastSeen) throws IOException {
        return checks.check(scene, end, lastSeen);
    }

    List<String> recordIds(Scene scene) throws IOException {
        savePaper(scene);
        saveReceipts(scene);
        scene.line().close();
        scene.small().ifPresent(SmallDisk::close);
        return checks.newRecords(scene.before());
    }

    private void savePaper(Scene scene) throws IOException {
        List<Path> sheets = simulator.printedSheets();
        if (!sheets.isEmpty()) {
            Path paper = Files.createDirectories(scene.out().resolve("paper"));
            for (int i = 0; i < sheets.size(); i++) {
                Path to = paper.resolve("%02d.pdf".formatted(i + 1));
                Files.deleteIfExists(to);
                Files.copy(sheets.get(i), to);
            }
        }
    }

    private void saveReceipts(Scene scene) throws IOException {
        for (Slip slip : simulator.receipts()) {
            Path receipts = Files.createDirectories(scene.out().resolve("receipts"));
            Files.write(receipts.resolve("%02d.png".formatted(slip.number())), slip.png());
        }
    }

    @Override
    public void close() {
        centre.close();
        simulator.close();
        cards.ifPresent(Pcscd::close);
    }
}
