package banyan.kiosk.visit;

import banyan.cache.Journal;
import banyan.cache.Note;
import banyan.cache.Room;
import banyan.device.Deadline;
import banyan.device.Depth;
import banyan.device.Device;
import banyan.device.DeviceKind;
import banyan.device.Outcome;
import banyan.item.FilledDocument;
import banyan.kiosk.identity.CardReading;
import banyan.kiosk.log.Code;
import banyan.kiosk.log.Event;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.log.Key;
import banyan.kiosk.staff.StaffDoor.Entry;
import banyan.kiosk.text.Texts;
import banyan.kiosk.upkeep.Chore;
import banyan.kiosk.upkeep.DeviceRecord;
import banyan.kiosk.upkeep.Part;
import banyan.kiosk.upkeep.Printed;
import banyan.kiosk.upkeep.Readiness;
import banyan.kiosk.upkeep.ReadinessReport;
import banyan.kiosk.upkeep.ReportStanding;
import banyan.kiosk.upkeep.Shift;
import banyan.kiosk.upkeep.StaffPapers;
import banyan.kiosk.upkeep.Waiting;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Does what staff ask for; holds what was read of their card only until it has been tried. */
final class UpkeepHand {
    private static final Duration EXAMINE = Duration.ofSeconds(5);

    private final Session session;
    private final PrintingHand printing;
    private final Supplier<Room> room;
    private final Supplier<Optional<LocalDateTime>> offlineSince;
    private final CellsHand cells;
    private final AsideHand aside;
    private char[] card = {};
    private char[] pin = {};
    private Optional<String> staff = Optional.empty();
    private Waiting waiting = Waiting.NOTHING;
    private Printed printed = Printed.NOTHING;
    private List<DeviceRecord> records = List.of();
    private Shift shift = Shift.BEGUN;
    private final ReportHand report;
    private final TrialHand trial;

    /** What was counted. */
    private record Counted(Waiting waiting, List<DeviceRecord> records, Set<String> answered) {}

    UpkeepHand(
            Session session,
            PrintingHand printing,
            Supplier<Room> room,
            Supplier<Optional<LocalDateTime>> offlineSince) {
        this.session = session;
        this.printing = printing;
        this.room = room;
        this.offlineSince = offlineSince;
        this.trial = new TrialHand(session);
        this.report = new ReportHand(session, printing, this::count);
        this.cells = new CellsHand(session, this::staff);
        this.aside = new AsideHand(session, this::staff);
    }

    CellsHand cells() {
        return cells;
    }

    AsideHand aside() {
        return aside;
    }

    /** The number of whoever is here. */
    Optional<String> staff() {
        return staff;
    }

    int digits() {
        return pin.length;
    }

    Printed printed() {
        return printed;
    }

    /** What has become of the report that was made last. */
    Optional<ReportStanding> report() {
        return report.standing();
    }

    /** The centre's last word about a note. */
    void ended(Note.End end) {
        report.ended(end);
    }

    TrialHand trial() {
        return trial;
    }

    Waiting waiting() {
        return waiting;
    }

    void perform(UpkeepDeed deed) {
        switch (deed) {
            case UpkeepDeed.AskDoor() -> {
                if (!session.equipment().staff().leadsAnywhere()) {
                    tell(new UpkeepEvent.NobodyNamed());
                }
            }
            case UpkeepDeed.ReadCard() -> readCard();
            case UpkeepDeed.NotePin(var text) -> {
                Arrays.fill(pin, '\0');
                pin = text.toCharArray();
            }
            case UpkeepDeed.TryEntry() -> tryEntry();
            case UpkeepDeed.Examine() -> examine();
            case UpkeepDeed.PrintTest() ->
                print("test-page", StaffPapers.testPage(texts(), session.clock().now(), terminal()));
            case UpkeepDeed.NoteJudgement(boolean good) -> judged(good);
            case UpkeepDeed.TakeTrial(var from) -> trial.take(from);
            case UpkeepDeed.NoteTrial(var from, boolean good) -> {
                log(Event.of(EventKind.TEST_SCAN_JUDGED)
                        .with(Key.PLACE, good ? Judged.GOOD : Judged.BAD)
                        .with(Key.DEVICE, from));
                did(good ? Chore.TEST_SCAN_GOOD : Chore.TEST_SCAN_BAD);
                trial.device(from).ifPresent(this::judged);
            }
            case UpkeepDeed.ForgetTrial() -> trial.forget();
            case UpkeepDeed.Report() -> makeReport();
            case UpkeepDeed.NoteDone(var what) -> {
                log(Event.of(EventKind.UPKEEP_DONE).with(Key.PLACE, what));
                did(Chore.of(what));
            }
            case UpkeepDeed.NoteFound(var what) -> {
                log(Event.of(EventKind.LEFT_BEHIND_FOUND).with(Key.PLACE, what));
                did(Chore.LEFT_BEHIND);
            }
            case UpkeepDeed.OpenCell(int cell) -> cells.open(cell);
            case UpkeepDeed.LeaveCell() -> cells.leave();
            case UpkeepDeed.NoteEmptied(int cell, boolean found) -> cells.emptied(cell, found);
            case UpkeepDeed.LookAside() -> aside.look();
            case UpkeepDeed.SendAgain(var which) -> {
                did(Chore.SENT_AGAIN);
                aside.send(which);
            }
            case UpkeepDeed.AskReadiness() -> tell(new UpkeepEvent.MayServe(readiness().open()));
            case UpkeepDeed.Leave() -> leave();
        }
    }

    private void did(Chore what) {
        shift = shift.did(session.clock().now().toLocalTime(), what);
    }

    /** A person's word is the deepest examination there is. */
    private void judged(boolean good) {
        log(Event.of(EventKind.TEST_PAGE_JUDGED).with(Key.PLACE, good ? Judged.GOOD : Judged.BAD));
        did(good ? Chore.TEST_PAGE_GOOD : Chore.TEST_PAGE_BAD);
        session.equipment().printer().ifPresent(this::judged);
    }

    private void judged(Device device) {
        shift = shift.examined(device.id(), Depth.INTERACTIVE);
    }

    private enum Judged {
        GOOD,
        BAD
    }

    private void tell(UpkeepEvent event) {
        session.tell(new VisitEvent.Upkept(event));
    }

    /** What staff do is recorded with their number. */
    private void log(Event event) {
        session.log(staff.map(number -> event.with(Key.STAFF, new Code(number))).orElse(event));
    }

    private Texts texts() {
        return Texts.of(session.language());
    }

    private String terminal() {
        return session.equipment().site().terminal();
    }

    private void readCard() {
        LocalDate today = session.clock().today();
        session.away(() -> session.equipment().cards().read(today), reading -> {
            session.equipment().devices().forEach(this::forget);
            switch (reading) {
                case CardReading.Holds(var holder) -> {
                    card = holder.number().toCharArray();
                    tell(new UpkeepEvent.CardHeld());
                }
                case CardReading.Flawed _ -> tell(new UpkeepEvent.CardNotHeld());
            }
        });
    }

    private void forget(Device device) {
        session.equipment().threads().execute(device::forget);
    }

    private void tryEntry() {
        char[] tried = pin;
        pin = new char[0];
        char[] held = card.clone();
        session.away(() -> session.equipment().staff().enter(held, tried), entry -> {
            switch (entry) {
                case Entry.Recognised(var number) -> {
                    staff = Optional.of(number);
                    Arrays.fill(card, '\0');
                    log(Event.of(EventKind.UPKEEP_BEGAN));
                    tell(new UpkeepEvent.Recognised());
                }
                case Entry.Refused() -> refused(UpkeepPost.Flaw.NOT_RECOGNISED);
                case Entry.Paused _ -> refused(UpkeepPost.Flaw.PAUSED);
            }
        });
    }

    private void refused(UpkeepPost.Flaw why) {
        session.log(Event.of(EventKind.STAFF_REFUSED).with(Key.FAULT, why));
        tell(new UpkeepEvent.NotRecognised(why));
    }

    /** Asks every device at once, and counts what waits for the centre. */
    private void examine() {
        session.away(
                () -> {
                    List<Thread> asked = new ArrayList<>();
                    Set<String> answered = ConcurrentHashMap.newKeySet();
                    for (Device device : session.equipment().devices()) {
                        asked.add(Thread.ofVirtual().start(() -> {
                            // How it stands is told by its state; this only makes that state as fresh as can be.
                            if (device.examine(Depth.EXTERNAL, Deadline.in(EXAMINE)) instanceof Outcome.Done<?>) {
                                answered.add(device.id());
                            }
                        }));
                    }
                    Deadline limit = Deadline.in(EXAMINE.plusSeconds(1));
                    asked.forEach(one -> join(one, limit));
                    return new Counted(
                            session.equipment().outbox().waiting(),
                            session.equipment().records().get(),
                            Set.copyOf(answered));
                },
                counted -> {
                    waiting = counted.waiting();
                    records = counted.records();
                    printed = Printed.of(records);
                    counted.answered().forEach(device -> shift = shift.examined(device, Depth.EXTERNAL));
                    tell(new UpkeepEvent.Examined());
                });
    }

    /** How much waits for the centre now. */
    private void count() {
        session.away(() -> session.equipment().outbox().waiting(), now -> {
            waiting = now;
            session.changed();
        });
    }

    private static void join(Thread asked, Deadline limit) {
        try {
            boolean _ = asked.join(limit.left());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** How everything stands, by its own last word. */
    Readiness readiness() {
        List<Part> parts = new ArrayList<>();
        // Before the devices, so that it stands among the first jobs.
        cells.part().ifPresent(parts::add);
        for (Device device : session.equipment().devices()) {
            parts.add(Part.of(device.id(), device.kind(), device.state(), device.supplies(), device.parts()));
        }
        Optional<String> centre = offlineSince
                .get()
                .map(_ -> "CENTRE-OFFLINE")
                .or(() -> waiting.gaps() > 0 ? Optional.of("DAY-GAP") : Optional.empty());
        parts.add(Part.of(
                Part.Own.CENTRE, centre.isPresent() ? Part.Standing.ATTENTION : Part.Standing.READY, centre));
        parts.add(
                switch (room.get()) {
                    case Room.Enough _ ->
                        waiting.salvaged() == 0
                                ? Part.of(Part.Own.DISK, Part.Standing.READY, Optional.empty())
                                : Part.of(Part.Own.DISK, Part.Standing.ATTENTION, Optional.of("JOURNAL-SALVAGED"));
                    case Room.Full _ -> Part.of(Part.Own.DISK, Part.Standing.TO_DO, Optional.of("DISK-FULL"));
                    case Room.Broken(var code) ->
                        Part.of(
                                Part.Own.DISK,
                                Part.Standing.TO_DO,
                                Optional.of(code.equals(Journal.KEYS_DESTROYED) ? code : "DISK-BROKEN"));
                });
        parts.add(
                session.equipment().ledger().isPresent()
                        ? Part.of(Part.Own.LEDGER, Part.Standing.READY, Optional.empty())
                        : Part.of(Part.Own.LEDGER, Part.Standing.TO_DO, Optional.of("LEDGER-UNREADABLE")));
        if (session.equipment().devices().stream().anyMatch(device -> device.kind() == DeviceKind.AUXILIARIES)) {
            Surroundings around = session.surroundings();
            parts.add(
                    around.housingOpen()
                            ? Part.of(Part.Own.HOUSING, Part.Standing.TO_DO, Optional.of("HOUSING-OPEN"))
                            : Part.of(Part.Own.HOUSING, Part.Standing.READY, Optional.empty()));
            parts.add(
                    around.powerLow()
                            ? Part.of(Part.Own.POWER, Part.Standing.TO_DO, Optional.of("BATTERY-LOW"))
                            : Part.of(Part.Own.POWER, Part.Standing.READY, Optional.empty()));
        }
        return new Readiness(parts);
    }

    private void makeReport() {
        report.make(
                new ReadinessReport(
                        terminal(),
                        session.clock().instant().atZone(session.clock().zone()),
                        staff.orElse(""),
                        readiness(),
                        shift,
                        waiting,
                        records,
                        ReadinessReport.installed()),
                texts());
    }

    private void print(String name, FilledDocument paper) {
        session.away(
                session.equipment().work(),
                () -> session.equipment().press().draw(paper),
                drawn -> {
                    if (drawn.isEmpty()) {
                        VisitEvent broken = new VisitEvent.PrintBroken(PaperPage.TroubleKind.PRINTER_SILENT, 0);
                        session.tell(broken);
                        return;
                    }
                    printing.print(name, drawn.get(), _ -> {});
                },
                _ -> {});
    }

    private void leave() {
        staff.ifPresent(_ -> log(Event.of(EventKind.UPKEEP_ENDED)));
        Arrays.fill(card, '\0');
        Arrays.fill(pin, '\0');
        card = new char[0];
        pin = new char[0];
        staff = Optional.empty();
        shift = Shift.BEGUN;
        report.forget();
        trial.forget();
        cells.leave();
        printing.forget();
        session.leave();
    }
}
