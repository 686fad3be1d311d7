package banyan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.KeyFiles;
import banyan.acceptance.Receipt;
import banyan.acceptance.Submission;
import banyan.server.casework.CaseEvent;
import banyan.server.casework.CaseView;
import banyan.server.city.CityDesk;
import banyan.server.city.CityPlan;
import banyan.server.staff.Role;
import banyan.server.store.DatabaseAt;
import banyan.server.store.Retry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cases go to the city's own platform and come back decided: a whole centre, and a platform that is a real server. */
class CityTest {
    private static final Instant THEN = Instant.parse("2026-11-20T12:46:00Z");
    private static final Duration BETWEEN = Duration.ofSeconds(300);

    private final AtomicReference<Instant> now = new AtomicReference<>(THEN);
    private final KeyPair keys = KeyFiles.newPair();
    private final DatabaseAt.Given database =
            House.emptyDatabase("city" + UUID.randomUUID().toString().replaceAll("[^a-z]", ""));
    private CityPeer peer;
    private Optional<Centre> opened = Optional.empty();

    @TempDir
    Path folder;

    @BeforeEach
    void begins() throws IOException {
        peer = new CityPeer();
    }

    @AfterEach
    void ends() {
        opened.ifPresent(Centre::close);
        peer.close();
    }

    /** A centre whose courier goes when the test says so. */
    private void opens(String items) throws IOException {
        if (!items.isEmpty()) {
            peer.describedIn(folder, items);
        }
        opened = Optional.of(Centre.closed(House.settings(folder, database).withClock(now::get), () -> House.ITEMS));
        centre().listen();
        centre().introduce(House.TERMINAL, keys.getPublic());
    }

    private Centre centre() {
        return opened.orElseThrow();
    }

    private String filed() {
        Submission submission = Cases.with();
        return new TerminalAtTest(centre(), House.TERMINAL, keys, now::get)
                .put(Cases.path(submission), submission)
                .as(Receipt.class)
                .acceptanceNumber();
    }

    private int round() {
        return centre().courier().orElseThrow().round();
    }

    private void later(Duration time) {
        now.set(now.get().plus(time));
    }

    private StaffAtTest person(Role... roles) {
        return StaffAtTest.seated(centre(), roles);
    }

    private CaseView view(String number) {
        return person(Role.CLERK).get("/staff/api/cases/" + number).as(CaseView.class);
    }

    private CityDesk.CityStanding standing() {
        return person(Role.OPERATOR).get("/staff/api/city").as(CityDesk.CityStanding.class);
    }

    private List<String> deedsOfThePlatform(String number) {
        return view(number).events().stream()
                .filter(event -> event.by().equals("platform city"))
                .map(CaseEvent::deed)
                .toList();
    }

    @Test
    void aCaseIsHandedOverOnceAndComesBackDecided() throws IOException {
        opens("{\"*\": \"REST\"}");
        String number = filed();
        assertEquals(1, round());
        assertEquals(0, round());
        assertEquals(1, peer.pushed.size());
        assertTrue(peer.pushed.getFirst().contains("\"ours\":\"" + number + "\""));
        assertTrue(peer.pushed.getFirst().contains("13850192671"));
        assertTrue(peer.pushed.getFirst().contains("\"caseNo\":\"11440232MB2D06811W4000117051000202611200001\""));
        assertEquals("Bearer open sesame", peer.tokens.getFirst());
        later(BETWEEN);
        assertEquals(1, round());
        assertEquals(List.of(), deedsOfThePlatform(number));
        peer.says = "{\"data\":{\"status\":\"准予\",\"opinion\":\"符合申请条件\",\"months\":12}}";
        later(BETWEEN);
        round();
        assertEquals(List.of("ACCEPT", "BEGIN", "GRANT"), deedsOfThePlatform(number));
        later(BETWEEN);
        round();
        assertEquals(List.of("ACCEPT", "BEGIN", "GRANT"), deedsOfThePlatform(number), "the same word moved it again");
        peer.says = "{\"data\":{\"status\":\"出证\",\"opinion\":\"符合申请条件\"}}";
        later(BETWEEN);
        round();
        assertEquals("ISSUED", view(number).state().name());
        later(BETWEEN);
        assertEquals(0, round(), "it is over");
    }

    @Test
    void anAnswerThatIsLostMakesNoSecondCaseThere() throws IOException {
        opens("{\"*\": \"REST\"}");
        filed();
        peer.breaksOff = true;
        round();
        peer.breaksOff = false;
        later(Retry.FIRST_WAIT);
        round();
        assertEquals(2, peer.pushed.size());
        assertEquals(1, peer.numbers.size());
        assertEquals(peer.pushed.get(0), peer.pushed.get(1), "another number of 43 characters");
        assertEquals(1, standing().there());
    }

    @Test
    void aDayHasAsManyNumbersAsItsFourDigitsAndTheNextBeginsAnew() throws IOException {
        opens("{\"*\": \"REST\"}");
        filed();
        round();
        centre().database().jdbi().useHandle(handle -> handle.execute("UPDATE national_serial SET last = 9998"));
        filed();
        filed();
        round();
        assertTrue(peer.pushed.getLast().contains("202611209999\""));
        assertEquals("NUMBERS-OF-THE-DAY-USED-UP", standing().dead().getFirst().code().orElseThrow());
        later(Duration.ofDays(1));
        filed();
        round();
        assertTrue(peer.pushed.stream().anyMatch(body -> body.contains("202611210001\"")));
    }

    @Test
    void whatThePlatformRefusesIsStuckUntilSomebodyReleasesIt() throws IOException {
        opens("{\"*\": \"REST\"}");
        String number = filed();
        peer.ill = 422;
        round();
        assertEquals("PLATFORM-422", standing().dead().getFirst().code().orElseThrow());
        peer.ill = 0;
        later(Duration.ofDays(1));
        assertEquals(0, round());
        assertEquals(403, person(Role.CLERK).post("/staff/api/city/" + number + "/again").status());
        StaffAtTest operator = person(Role.OPERATOR);
        assertEquals(204, operator.post("/staff/api/city/" + number + "/again").status());
        assertEquals(422, operator.post("/staff/api/city/" + number + "/again").status());
        assertEquals(1, round());
        assertEquals(List.of(), standing().dead());
        assertEquals(1, standing().there());
    }

    @Test
    void aPlatformThatIsAwayIsLeftAloneAndCostsTheOthersNoTry() throws IOException {
        opens("{\"*\": \"REST\"}");
        for (int count = 0; count < 8; count++) {
            filed();
        }
        peer.ill = 503;
        assertEquals(5, round());
        assertEquals(5, peer.pushed.size(), "it was not left alone");
        assertEquals(8, standing().waiting());
        peer.ill = 0;
        later(Duration.ofSeconds(31));
        assertEquals(3, round(), "the five wait for their minute");
        later(Retry.FIRST_WAIT);
        assertEquals(5, round());
        assertEquals(8, peer.numbers.size());
    }

    @Test
    void oneThatIsAwayForGoodIsSeenInTheEnd() throws IOException {
        opens("{\"*\": \"REST\"}");
        filed();
        peer.ill = 500;
        for (int tried = 0; tried < Retry.MOST_TRIES; tried++) {
            assertEquals(List.of(), standing().dead());
            round();
            later(Retry.LONGEST_WAIT);
        }
        assertEquals(Retry.MOST_TRIES, standing().dead().getFirst().tries());
    }

    @Test
    void aWordThatNobodyKnowsOrADecisionWithoutGroundsMovesNothing() throws IOException {
        opens("{\"*\": \"REST\"}");
        String number = filed();
        round();
        peer.says = "{\"data\":{\"status\":\"挂起\"}}";
        later(BETWEEN);
        round();
        assertEquals("PLATFORM-UNKNOWN-WORD", standing().dead().getFirst().code().orElseThrow());
        person(Role.OPERATOR).post("/staff/api/city/" + number + "/again");
        peer.says = "{\"data\":{\"status\":\"不准\",\"opinion\":\" \"}}";
        round();
        assertEquals("NO-GROUNDS", standing().dead().getFirst().code().orElseThrow());
        assertEquals(List.of(), deedsOfThePlatform(number));
    }

    @Test
    void whatWasDecidedOtherwiseHereIsSomebodysToSettle() throws IOException {
        opens("{\"*\": \"HAND\"}");
        String number = filed();
        round();
        StaffAtTest clerk = person(Role.CLERK);
        String at = "/staff/api/city/" + number;
        clerk.put(at + "/entered", new CityDesk.CityEntry("350100-7"));
        assertEquals(204, clerk.post(at + "/outcome", Map.of("stage", "GRANTED", "words", "符合")).status());
        assertEquals(422, clerk.post(at + "/outcome", Map.of("stage", "REFUSED", "words", "不符合")).status());
        assertEquals("GRANTED", view(number).state().name());
    }

    @Test
    void aCaseGoesByHandAndItsOutcomeIsEnteredOnce() throws IOException {
        opens("{\"subsidy\": \"HAND\"}");
        String number = filed();
        assertEquals(0, round());
        assertEquals(0, peer.pushed.size());
        StaffAtTest clerk = person(Role.CLERK);
        String at = "/staff/api/city/" + number;
        assertEquals(
                Cases.CITIZEN, clerk.get(at).as(CityDesk.CityFields.class).fields().get("applicant.number"));
        assertEquals(422, clerk.post(at + "/outcome", Map.of("stage", "ACCEPTED", "words", "")).status(), "without a number");
        assertEquals(422, clerk.put(at + "/entered", new CityDesk.CityEntry("a b")).status());
        assertEquals(204, clerk.put(at + "/entered", new CityDesk.CityEntry("350100-7")).status());
        assertEquals(204, clerk.put(at + "/entered", new CityDesk.CityEntry("350100-7")).status());
        assertEquals(422, clerk.post(at + "/outcome", Map.of("stage", "GRANTED", "words", "")).status());
        assertEquals(422, clerk.post(at + "/outcome", Map.of("stage", "WITHDRAWN", "words", "")).status());
        assertEquals(204, clerk.post(at + "/outcome", Map.of("stage", "ISSUED", "words", "符合申请条件")).status());
        assertEquals(204, clerk.post(at + "/outcome", Map.of("stage", "ISSUED", "words", "符合申请条件")).status());
        assertEquals(List.of("ACCEPT", "BEGIN", "GRANT", "ISSUE"), deedsOfThePlatform(number));
        assertEquals(List.of(), standing().tasks());
        String audited = centre().database().jdbi().withHandle(handle -> handle.createQuery(
                        "SELECT string_agg(deed, ' ' ORDER BY seq) FROM staff_audit WHERE staff = :staff AND deed LIKE 'CITY-%'")
                .bind("staff", clerk.number())
                .mapTo(String.class)
                .one());
        assertEquals("CITY-CASE-VIEWED CITY-CASE-ENTERED CITY-CASE-ISSUED", audited);
    }

    @Test
    void anItemThatIsNotNamedStaysHereAndSoDoesEveryCaseWithoutAPlan() throws IOException {
        opens("{\"something-else\": \"REST\"}");
        filed();
        assertEquals(0, round());
        assertEquals(0, standing().waiting());
    }

    @Test
    void withoutAPlanTheCentreWorksByItself() throws IOException {
        opens("");
        String number = filed();
        assertTrue(centre().courier().isEmpty());
        assertEquals("none", standing().platform());
        assertEquals("RECEIVED", view(number).state().name());
        assertEquals(404, person(Role.OPERATOR).post("/staff/api/city/" + number + "/again").status());
    }

    @Test
    void aPlanThatIsWrongIsSaidWhenTheCentreStarts() throws IOException {
        Path file = folder.resolve("city.json");
        for (String wrong : List.of(
                "{}",
                "{\"name\": \"city\", \"items\": {}}",
                "{\"name\": \"city\", \"items\": {\"*\": \"REST\"}}",
                "{\"name\": \"a b\", \"items\": {\"*\": \"HAND\"}}")) {
            Files.writeString(file, wrong);
            assertThrows(IOException.class, () -> CityPlan.in(file), wrong);
        }
        peer.describedIn(folder, "{\"*\": \"REST\"}");
        String good = Files.readString(file);
        assertEquals("city", CityPlan.in(file).name());
        for (String[] change : new String[][] {
            {"http://127.0.0.1", "http://platform.example"},
            {"/{number}", "/number"},
            {"\"/data/no\"", "\"data.no\""},
            {"\"GRANTED\"", "\"WITHDRAWN\""},
            {"\"id\"", "\"secret\""},
            {"11440232MB2D", "11440232MB2I"},
            {"5000", "5"}
        }) {
            Files.writeString(file, good.replace(change[0], change[1]));
            assertThrows(IOException.class, () -> CityPlan.in(file), change[1]);
        }
    }

    @Test
    void aPersonWorksATaskOffInABrowser() throws IOException {
        opens("{\"*\": \"HAND\"}");
        String number = filed();
        round();
        try (Browser browser = Browser.start()) {
            Browser.Tab page = browser.tab();
            page.wide(1440, 900);
            page.cookie(StaffAtTest.COOKIE, person(Role.SUPERVISOR).token(), centre().address() + "staff");
            page.open(centre().address() + "staff/city");
            page.headed("市平台");
            page.until("document.querySelector('tbody tr')?.textContent.includes('" + number + "')");
            assertFalse(page.is("document.body.textContent.includes('" + Cases.CITIZEN + "')").asBoolean());
            page.press("办理");
            page.until("document.querySelector('dl')?.textContent.includes('" + Cases.CITIZEN + "')");
            page.type("#field-theirs", "350100-7");
            page.press("已录入市平台，编号核对无误");
            page.until("document.querySelector('.said')?.textContent === '办好了。'");
            page.until("document.querySelector('tbody tr')?.textContent.includes('350100-7')");
            page.press("办理");
            page.until("document.querySelector('#field-stage')");
            Axe.scan(page);
            Files.createDirectories(Path.of("target", "pictures"));
            Files.write(Path.of("target", "pictures", "staff-city.png"), page.picture());
            page.is("document.querySelector('#field-stage').value = 'ISSUED'");
            page.type("#field-words", "符合申请条件");
            page.press("录入结果");
            page.until("[...document.querySelectorAll('p')].some(line => !line.hidden && line.textContent === '现在没有要人工报送的。')");
            page.press("English");
            page.headed("City platform");
        }
        assertEquals("ISSUED", view(number).state().name());
    }
}
