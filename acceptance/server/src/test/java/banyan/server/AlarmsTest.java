package banyan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.Directive;
import banyan.acceptance.LogLines;
import banyan.acceptance.Refusal;
import banyan.acceptance.TerminalHeartbeat;
import banyan.acceptance.TerminalHeartbeat.DeviceStanding;
import banyan.acceptance.TerminalHeartbeat.DeviceWord;
import banyan.acceptance.TerminalHeartbeat.Left;
import banyan.acceptance.TerminalHeartbeat.Service;
import banyan.acceptance.TerminalHeartbeat.StepTime;
import banyan.acceptance.TerminalHeartbeat.SupplyStanding;
import banyan.acceptance.TerminalHeartbeat.Usage;
import banyan.server.TerminalAtTest.Heard;
import banyan.server.fleet.Alarm;
import banyan.server.fleet.Alarm.Reason;
import banyan.server.fleet.AlarmDesk.AlarmDeed;
import banyan.server.fleet.AlarmDesk.Alarms;
import banyan.server.fleet.AlarmDesk.Deed;
import banyan.server.fleet.AlarmKind;
import banyan.server.fleet.CommandDesk.Order;
import banyan.server.fleet.Figures.Day;
import banyan.server.fleet.Supplies.Need;
import banyan.server.fleet.Supplies.Stop;
import banyan.server.fleet.Supplies.VisitingList;
import banyan.server.staff.Role;
import banyan.server.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What somebody must see to at terminals, from the heartbeat to the reason for which it was closed. */
class AlarmsTest {
    private static final Instant NOW = House.NOW.get();

    private final StaffAtTest operator = StaffAtTest.signedIn(Role.OPERATOR);

    @AfterEach
    void clock() {
        House.NOW.set(NOW);
    }

    private static void beat(TerminalAtTest terminal, Optional<String> closed, Optional<String> fault, List<SupplyStanding> supplies, Usage... usage) {
        DeviceStanding printer = new DeviceStanding(
                "printer", "PRINTER", fault.isPresent() ? DeviceWord.NEEDS_HELP : DeviceWord.READY, fault, List.of(), NOW);
        TerminalHeartbeat said = new TerminalHeartbeat(
                "0.1.0", 3, House.CLOCK.instant(), 60, closed.isPresent() ? Service.CLOSED : Service.OPEN, closed, 0, 0, false, 1L << 30,
                List.of(printer), Optional.of(supplies), List.of(usage));
        assertEquals(200, terminal.put("/api/v1/heartbeat", said).status());
        House.centre().alarms().once();
    }

    private static void well(TerminalAtTest terminal) {
        beat(terminal, Optional.empty(), Optional.empty(), List.of());
    }

    private List<Alarm> of(String terminal, String which) {
        return Json.read(operator.get("/staff/api/alarms" + which).body(), Alarms.class).orElseThrow().alarms().stream()
                .filter(alarm -> alarm.terminal().equals(terminal))
                .toList();
    }

    private static Heard act(StaffAtTest who, Alarm alarm, Deed deed, Optional<UUID> directive, Optional<String> words, Optional<Reason> reason) {
        return who.post("/staff/api/alarms/" + alarm.id() + "/deeds", new AlarmDeed(deed, directive, words, reason));
    }

    private static Heard act(StaffAtTest who, Alarm alarm, Deed deed) {
        return act(who, alarm, deed, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Heard close(StaffAtTest who, Alarm alarm, Reason reason) {
        return act(who, alarm, Deed.CLOSE, Optional.empty(), Optional.empty(), Optional.of(reason));
    }

    @Test
    void ofEachKindOneIsOpenHoweverOftenItIsFoundAndWhatNobodyTookEndsWithIt() {
        TerminalAtTest terminal = House.introduced("A100");
        beat(terminal, Optional.empty(), Optional.of("PAPER-OUT"), List.of());
        beat(terminal, Optional.of("HOUSING-OPEN"), Optional.of("PAPER-OUT"), List.of());
        assertEquals(List.of(AlarmKind.TAMPER, AlarmKind.PAPER_OUT), of("A100", "").stream().map(Alarm::kind).sorted().toList());
        well(terminal);
        assertEquals(List.of(), of("A100", ""));
        assertEquals(List.of(Reason.WENT_AWAY, Reason.WENT_AWAY), of("A100", "?closed=1").stream().flatMap(alarm -> alarm.reason().stream()).toList());
    }

    @Test
    void aTerminalThatFallsSilentIsAnAlarmAndWhatWasFoundBeforeIsNotOver() {
        TerminalAtTest terminal = House.introduced("A101");
        House.introduced("A102");
        beat(terminal, Optional.empty(), Optional.of("PAPER-OUT"), List.of());
        House.NOW.set(NOW.plusSeconds(91));
        House.centre().alarms().once();
        assertEquals(2, of("A101", "").size());
        // One that never spoke is no alarm: it may not have been set up yet.
        assertEquals(List.of(), of("A102", ""));
        beat(terminal, Optional.empty(), Optional.of("PAPER-OUT"), List.of());
        assertEquals(List.of(AlarmKind.PAPER_OUT), of("A101", "").stream().map(Alarm::kind).toList());
    }

    @Test
    void whoeverTakesItDoesTheRestAndWhatIsStillSoIsNotClosed() {
        TerminalAtTest terminal = House.introduced("A103");
        StaffAtTest other = StaffAtTest.signedIn(Role.OPERATOR);
        beat(terminal, Optional.of("HOUSING-OPEN"), Optional.empty(), List.of());
        Alarm alarm = of("A103", "").getFirst();
        assertEquals(403, act(operator, alarm, Deed.HAND_BACK).status());
        assertEquals(200, act(operator, alarm, Deed.TAKE).status());
        assertEquals(409, act(other, alarm, Deed.TAKE).status());
        assertEquals(403, close(other, alarm, Reason.MENDED).status());
        assertEquals(403, act(StaffAtTest.signedIn(Role.SUPERVISOR), alarm, Deed.TAKE).status());
        assertEquals(409, close(operator, alarm, Reason.MENDED).status());
        assertEquals(Refusal.MALFORMED.status(), close(operator, alarm, Reason.WENT_AWAY).status());
        assertEquals(200, act(operator, alarm, Deed.FEEDBACK, Optional.empty(), Optional.of("锁坏了，已换。"), Optional.empty()).status());
        Order order = new Order(UUID.randomUUID(), List.of("A103"), Directive.Kind.RESTART, Optional.empty(), Optional.empty(), NOW.plus(Duration.ofHours(1)));
        assertEquals(404, act(operator, alarm, Deed.DIRECTIVE, Optional.of(order.id()), Optional.empty(), Optional.empty()).status());
        assertEquals(200, operator.post("/staff/api/directives", order).status());
        assertEquals(200, act(operator, alarm, Deed.DIRECTIVE, Optional.of(order.id()), Optional.empty(), Optional.empty()).status());
        well(terminal);
        Alarm cleared = of("A103", "").getFirst();
        assertTrue(cleared.cleared().isPresent());
        beat(terminal, Optional.of("HOUSING-OPEN"), Optional.empty(), List.of());
        assertTrue(of("A103", "").getFirst().cleared().isEmpty());
        well(terminal);
        assertEquals(200, close(operator, alarm, Reason.MENDED).status());
        assertEquals(409, close(operator, alarm, Reason.MENDED).status());
        Alarm closed = of("A103", "?closed=1").getFirst();
        assertEquals("锁坏了，已换。", closed.feedback().getFirst().words());
        assertEquals(Optional.of(operator.number()), closed.closedBy());
        assertEquals(Optional.of(order.id()), closed.directive());
        assertTrue(operator.deeds().contains("ALARM-TAKE A103 TAMPER " + alarm.id()), operator.deeds());
        assertTrue(operator.deeds().contains("ALARM-CLOSE A103 TAMPER " + alarm.id() + " MENDED"), operator.deeds());
        assertFalse(operator.deeds().contains("锁"), operator.deeds());
    }

    @Test
    void whoNeedsPaperStandsFirstAndWhatIsNotToldIsNotEnough() {
        beat(House.introduced("A104"), Optional.empty(), Optional.empty(), List.of(new SupplyStanding("printer", "tray-1", "SHEETS", Left.PIECES, Optional.of(400))));
        beat(House.introduced("A105"), Optional.empty(), Optional.empty(), List.of(new SupplyStanding("printer", "tray-1", "SHEETS", Left.OUT, Optional.empty())));
        House.introduced("A106");
        List<Stop> stops = Json.read(operator.get("/staff/api/supplies").body(), VisitingList.class).orElseThrow().stops();
        Map<String, Need> needs = Map.of("A104", Need.ENOUGH, "A105", Need.OUT, "A106", Need.UNKNOWN);
        List<Stop> ours = stops.stream().filter(stop -> needs.containsKey(stop.terminal())).toList();
        assertEquals(List.of("A105", "A106", "A104"), ours.stream().map(Stop::terminal).toList());
        ours.forEach(stop -> assertEquals(needs.get(stop.terminal()), stop.need()));
        assertEquals(Optional.of("gulou"), ours.getFirst().district());
        String csv = operator.get("/staff/api/supplies?form=csv").text();
        assertTrue(csv.contains("OUT,gulou,\"鼓楼大厅\",A105,printer,tray-1,SHEETS,OUT,,"), csv);
        assertTrue(csv.contains("UNKNOWN,,\"\",A106,,,,UNKNOWN,,"), csv);
        assertTrue(operator.deeds().contains("SUPPLIES-EXPORTED"), operator.deeds());
    }

    @Test
    void figuresSayWhatNobodyKnows() {
        Instant otherDay = NOW.plus(Duration.ofDays(300));
        House.NOW.set(otherDay);
        StaffAtTest then = StaffAtTest.signedIn(Role.SUPERVISOR);
        Day empty = Json.read(then.get("/staff/api/figures").body(), Day.class).orElseThrow();
        assertEquals(0, empty.saying());
        assertEquals(Optional.empty(), empty.hours());
        assertEquals(4, empty.themes().size());
        assertEquals("NO-TERMINAL-SAID", empty.themes().getFirst().figures().stream()
                .filter(figure -> figure.name().equals("begun"))
                .flatMap(figure -> figure.unknown().stream())
                .findFirst()
                .orElseThrow());
        empty.themes().forEach(theme -> theme.figures().forEach(figure -> assertTrue(figure.value().isPresent() != figure.unknown().isPresent(), figure.name())));
        LocalDate day = LocalDate.ofInstant(otherDay, ZoneId.of("Asia/Shanghai"));
        beat(House.introduced("A107"), Optional.empty(), Optional.empty(), List.of(),
                new Usage(day, 9, "-", 4, 0, Map.of("HOME", 1), Map.of(), 3, 0, Optional.of(List.of(new StepTime("HOME", 4, 80)))),
                new Usage(day, 9, "subsidy", 0, 3, Map.of(), Map.of(), 0, 0, Optional.empty()));
        Day some = Json.read(then.get("/staff/api/figures").body(), Day.class).orElseThrow();
        assertEquals(1, some.saying());
        assertEquals(3, some.hours().orElseThrow().get(9));
        assertEquals(List.of(new StepTime("HOME", 4, 80)), some.steps().orElseThrow());
        assertEquals(75.0, some.themes().get(1).figures().getFirst().value().orElseThrow());
        assertEquals(20.0, some.themes().get(1).figures().get(1).value().orElseThrow());
    }

    @Test
    void aLogIsTakenFromWhomItWasAskedAndOnlyCodesAndNumbers() {
        TerminalAtTest terminal = House.introduced("A108");
        TerminalAtTest other = House.introduced("A109");
        Order order = new Order(UUID.randomUUID(), List.of("A108"), Directive.Kind.SEND_LOG, Optional.empty(), Optional.empty(), NOW.plus(Duration.ofHours(1)));
        assertEquals(200, operator.post("/staff/api/directives", order).status());
        String path = "/api/v1/directives/" + order.id() + "/log";
        LogLines lines = new LogLines(List.of(new LogLines.Line(NOW, "VISIT_MOVED", Map.of("place", "HOME")), new LogLines.Line(NOW, "CATALOGUE_LOADED", Map.of("count", "5"))));
        assertEquals(404, other.put(path, lines).status());
        for (Map<String, String> wrong : List.of(Map.of("name", "HOME"), Map.of("place", "王芳"), Map.of("place", "350102199003071234"), Map.of("count", "many"))) {
            assertEquals(Refusal.MALFORMED.status(), terminal.put(path, new LogLines(List.of(new LogLines.Line(NOW, "VISIT_MOVED", wrong)))).status(), wrong.toString());
        }
        String seen = "/staff/api/directives/" + order.id() + "/logs/A108";
        assertEquals(404, operator.get(seen).status());
        assertEquals(204, terminal.put(path, lines).status());
        assertEquals(204, terminal.put(path, new LogLines(List.of())).status());
        assertEquals(lines, Json.read(operator.get(seen).body(), LogLines.class).orElseThrow());
        assertEquals(403, StaffAtTest.signedIn(Role.SUPERVISOR).get(seen).status());
        assertTrue(operator.deeds().contains("TERMINAL-LOG-READ A108 " + order.id()), operator.deeds());
    }
}
