package banyan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.Directive;
import banyan.acceptance.Directive.Kind;
import banyan.acceptance.DirectiveAnswer;
import banyan.acceptance.DirectiveAnswer.Standing;
import banyan.acceptance.HeartbeatAnswer;
import banyan.acceptance.Refusal;
import banyan.acceptance.TerminalHeartbeat;
import banyan.acceptance.TerminalHeartbeat.DeviceStanding;
import banyan.acceptance.TerminalHeartbeat.DeviceWord;
import banyan.acceptance.TerminalHeartbeat.Service;
import banyan.acceptance.TerminalHeartbeat.Usage;
import banyan.server.TerminalAtTest.Heard;
import banyan.server.fleet.CommandDesk.Order;
import banyan.server.fleet.CommandDesk.Word;
import banyan.server.fleet.CommandDesk.Words;
import banyan.server.fleet.Fleet.Point;
import banyan.server.fleet.Fleet.View;
import banyan.server.fleet.PointStanding.Colour;
import banyan.server.staff.Role;
import banyan.server.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Heartbeats and directives, from both ends. */
class FleetTest {
    private static final Instant NOW = House.NOW.get();
    private static final LocalDate TODAY = LocalDate.parse("2026-11-20");
    private static final Map<String, String> WORDS = Map.of("zh-CN", "本机维护，请到大厅窗口。", "en", "Being looked after; please go to a window.");

    @AfterEach
    void clock() {
        House.NOW.set(NOW);
    }

    private static TerminalHeartbeat heartbeat(List<DeviceStanding> devices, Usage... usage) {
        return new TerminalHeartbeat("0.1.0", 3, House.CLOCK.instant(), 60, Service.OPEN, Optional.empty(), 2, 0, false, 1L << 30, devices, Optional.empty(), List.of(usage));
    }

    private static DeviceStanding printer(DeviceWord state, String... warnings) {
        return new DeviceStanding("printer", "PRINTER", state, Optional.empty(), List.of(warnings), NOW);
    }

    private static Usage usage(int completed, Map<String, Integer> abandoned) {
        return new Usage(TODAY, 20, "subsidy", completed + 1, completed, abandoned, Map.of(), 4, 0, Optional.empty());
    }

    private static HeartbeatAnswer beat(TerminalAtTest terminal) {
        Heard heard = terminal.put("/api/v1/heartbeat", heartbeat(List.of(printer(DeviceWord.READY))));
        assertEquals(200, heard.status());
        return Json.read(heard.body(), HeartbeatAnswer.class).orElseThrow();
    }

    private static Point point(StaffAtTest staff, String terminal) {
        View view = Json.read(staff.get("/staff/api/fleet").body(), View.class).orElseThrow();
        return view.points().stream().filter(one -> one.terminal().equals(terminal)).findFirst().orElseThrow();
    }

    private static Order order(Kind kind, String... terminals) {
        boolean speaks = kind == Kind.OUT_OF_SERVICE || kind == Kind.NOTICE;
        return new Order(
                UUID.randomUUID(),
                List.of(terminals),
                kind,
                speaks ? Optional.of(WORDS) : Optional.empty(),
                Optional.empty(),
                House.CLOCK.instant().plus(Duration.ofHours(8)));
    }

    private static String standing(Heard heard, String terminal) {
        return Json.read(heard.body(), Words.class).orElseThrow().terminals().stream()
                .filter(word -> word.terminal().equals(terminal))
                .map(Word::standing)
                .findFirst()
                .orElseThrow();
    }

    private static int answer(TerminalAtTest terminal, UUID id, Standing standing, String... code) {
        DirectiveAnswer said = new DirectiveAnswer(standing, List.of(code).stream().findFirst(), NOW);
        return terminal.put("/api/v1/directives/" + id + "/answer", said).status();
    }

    @Test
    void aTerminalIsUnknownUntilItSpeaksThenAsItSaysAndUnknownAgainAfterThreePeriodsOfSilence() {
        StaffAtTest operator = StaffAtTest.signedIn(Role.OPERATOR);
        TerminalAtTest terminal = House.introduced("F100");
        assertEquals("NEVER-HEARD", point(operator, "F100").code().orElseThrow());
        HeartbeatAnswer answer = beat(terminal);
        assertEquals(Colour.OK, point(operator, "F100").colour());
        assertEquals(200, terminal.put("/api/v1/heartbeat", heartbeat(List.of(printer(DeviceWord.READY, "PAPER-LOW")))).status());
        assertEquals(Colour.WATCH, point(operator, "F100").colour());
        assertEquals("PAPER-LOW", point(operator, "F100").code().orElseThrow());
        House.NOW.set(NOW.plusSeconds(3L * answer.everySeconds() + 1));
        assertEquals(Colour.UNKNOWN, point(operator, "F100").colour());
        assertEquals("SILENT", point(operator, "F100").code().orElseThrow());
    }

    @Test
    void theHoursOfADayAreCountedOnceHoweverOftenTheyAreSaid() {
        TerminalAtTest terminal = House.introduced("F101");
        for (int completed : new int[] {3, 3, 5}) {
            TerminalHeartbeat said = heartbeat(List.of(), usage(completed, Map.of("SIGNING", 1)));
            assertEquals(200, terminal.put("/api/v1/heartbeat", said).status());
        }
        assertEquals("1 6 5", House.database().jdbi().withHandle(handle -> handle
                .createQuery("SELECT count(*) || ' ' || sum(begun) || ' ' || sum(completed) FROM terminal_hour WHERE terminal = 'F101'")
                .mapTo(String.class)
                .one()));
    }

    @Test
    void whatIsNoCodeOrCountIsRefusedAndNothingOfItIsKept() {
        TerminalAtTest terminal = House.introduced("F102");
        List<TerminalHeartbeat> wrong = List.of(
                heartbeat(List.of(new DeviceStanding("王芳", "PRINTER", DeviceWord.READY, Optional.empty(), List.of(), NOW))),
                heartbeat(List.of(printer(DeviceWord.READY, "paper is low"))),
                heartbeat(List.of(printer(DeviceWord.READY), printer(DeviceWord.READY))),
                heartbeat(List.of(), usage(-1, Map.of())),
                heartbeat(List.of(), usage(1, Map.of("350102199003071234'", 1))),
                heartbeat(List.of(), usage(1, Map.of()), usage(2, Map.of())));
        wrong.forEach(said -> assertEquals(Refusal.MALFORMED.status(), terminal.put("/api/v1/heartbeat", said).status(), said.toString()));
        assertEquals("NEVER-HEARD", point(StaffAtTest.signedIn(Role.SUPERVISOR), "F102").code().orElseThrow());
    }

    @Test
    void directivesAreToldInTheirOrderUntilTheLastWordAndThatStands() {
        StaffAtTest operator = StaffAtTest.signedIn(Role.OPERATOR);
        TerminalAtTest terminal = House.introduced("F103");
        TerminalAtTest other = House.introduced("F104");
        Order close = order(Kind.OUT_OF_SERVICE, "F103", "F104");
        Order open = order(Kind.BACK_IN_SERVICE, "F103");
        assertEquals("OPEN", standing(operator.post("/staff/api/directives", close), "F103"));
        assertEquals("OPEN", standing(operator.post("/staff/api/directives", close), "F104"));
        operator.post("/staff/api/directives", open);
        // Told again and again: an answer may be lost.
        for (int time = 0; time < 2; time++) {
            List<Directive> told = beat(terminal).directives();
            assertEquals(List.of(close.id(), open.id()), told.stream().map(Directive::id).toList());
            assertEquals(WORDS, told.getFirst().text().orElseThrow());
        }
        assertEquals(204, answer(terminal, close.id(), Standing.SEEN));
        assertEquals(204, answer(terminal, close.id(), Standing.DONE));
        assertEquals(204, answer(terminal, close.id(), Standing.REFUSED, "TOO-LATE"));
        assertEquals(List.of(open.id()), beat(terminal).directives().stream().map(Directive::id).toList());
        assertEquals(List.of(close.id()), beat(other).directives().stream().map(Directive::id).toList());
        Heard words = operator.get("/staff/api/directives/" + close.id());
        assertEquals("DONE", standing(words, "F103"));
        assertEquals("OPEN", standing(words, "F104"));
        assertTrue(operator.deeds().contains("DIRECTIVE-OUT-OF-SERVICE " + close.id() + " 2 terminals"), operator.deeds());
        assertTrue(operator.deeds().contains("DIRECTIVE-BACK-IN-SERVICE " + open.id() + " F103"), operator.deeds());
    }

    @Test
    void whoeverWasOffHearsItLaterAndNobodyHearsWhatHasExpired() {
        StaffAtTest operator = StaffAtTest.signedIn(Role.OPERATOR);
        TerminalAtTest terminal = House.introduced("F105");
        Order order = order(Kind.FETCH_CATALOGUE, "F105");
        operator.post("/staff/api/directives", order);
        House.NOW.set(NOW.plus(Duration.ofHours(7)));
        assertEquals(1, beat(terminal).directives().size());
        House.NOW.set(NOW.plus(Duration.ofHours(8)));
        assertEquals(0, beat(terminal).directives().size());
        // Who gave it is long signed out.
        StaffAtTest next = StaffAtTest.signedIn(Role.OPERATOR);
        assertEquals("EXPIRED", standing(next.get("/staff/api/directives/" + order.id()), "F105"));
    }

    @Test
    void nobodyAnswersForAnotherAndOnlyOperatorsOrder() {
        StaffAtTest operator = StaffAtTest.signedIn(Role.OPERATOR);
        TerminalAtTest other = House.introduced("F106");
        House.introduced("F107");
        Order order = order(Kind.FETCH_CATALOGUE, "F107");
        assertEquals(403, StaffAtTest.signedIn(Role.SUPERVISOR).post("/staff/api/directives", order).status());
        assertEquals(403, StaffAtTest.signedIn(Role.CLERK).get("/staff/api/fleet").status());
        assertEquals(404, operator.post("/staff/api/directives", order(Kind.FETCH_CATALOGUE, "F107", "NOBODY")).status());
        assertEquals(200, operator.post("/staff/api/directives", order).status());
        assertEquals(404, answer(other, order.id(), Standing.DONE));
        assertEquals("OPEN", standing(operator.get("/staff/api/directives/" + order.id()), "F107"));
    }
}
