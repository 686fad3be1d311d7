package banyan.cache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.Assignment;
import banyan.acceptance.Refusal;
import banyan.acceptance.Unaccepted;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefusalReportsTest {
    @TempDir
    Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Given.NOON);
    private TestCentre centre;
    private CentreClient client;
    private Journal journal;
    private PageStore pages;
    private Sync sync;

    @BeforeEach
    void start() throws IOException {
        centre = new TestCentre();
        client = new CentreClient(
                TestCentre.centre(centre.port()), new Terminal(Given.TERMINAL, TestCentre.TERMINAL.getPrivate()), now::get);
        pages = PageStore.open(folder, VisitKey.random());
        open();
    }

    private void open() {
        journal = Given.journal(folder);
        sync = new Sync(journal, client, Instant::now, Given.QUICK);
    }

    @AfterEach
    void stop() {
        sync.close();
        journal.close();
        client.close();
        centre.close();
    }

    private Sealed keep() {
        Sealed sealed = Given.sealed(journal, Given.pages(pages, 100));
        assertInstanceOf(Appended.Kept.class, journal.append(sealed, pages, Given.SOON));
        return sealed;
    }

    /** The centre's form has changed since the citizen filled it in. */
    private Sealed refused() {
        centre.handling = request -> request.startsWith("PUT /api/v1/submissions")
                ? Optional.of(TestCentre.Said.refusal(Refusal.ANSWERS_INVALID))
                : Optional.empty();
        return keep();
    }

    private void begin() {
        new RefusalReports(journal).start(sync);
        sync.start();
    }

    private String path(Sealed sealed) {
        return "/api/v1/unaccepted/" + sealed.id();
    }

    private Optional<Assignment> assigned(Sealed sealed) {
        return journal.assignment(sealed.number());
    }

    @Test
    void whatTheCentreDoesNotTakeIsReportedWithAllAClerkNeedsAndItsWordIsKept() throws IOException {
        Sealed sealed = refused();
        begin();
        Until.holds(() -> assigned(sealed).isPresent());
        Unaccepted said = Optional.ofNullable(centre.notes.get(path(sealed)))
                .flatMap(body -> Wire.read(body, Unaccepted.class))
                .orElseThrow();
        assertEquals("ANSWERS-INVALID", said.code());
        assertEquals(sealed.number(), said.provisional());
        assertEquals(journal.slipCode(sealed.number()), said.slipCode());
        assertArrayEquals(sealed.payload(), said.payload().orElseThrow());
        assertEquals("林静", assigned(sealed).orElseThrow().clerk());
        assertInstanceOf(Standing.Refused.class, journal.standing(sealed.id()).orElseThrow());
        assertEquals(0, journal.report().notes());
    }

    @Test
    void anItemThatTheCentreWillNotHaveAnyMoreGetsAClerkAfterDays() throws IOException {
        Sealed sealed = refused();
        centre.handling = request -> request.startsWith("PUT /api/v1/submissions")
                ? Optional.of(TestCentre.Said.refusal(Refusal.ITEM_UNKNOWN))
                : Optional.empty();
        begin();
        Until.holds(() -> centre.requests.stream().filter(request -> request.contains("/submissions/")).count() > 2);
        assertInstanceOf(Standing.Unanswered.class, journal.standing(sealed.id()).orElseThrow());
        now.set(Given.NOON.plus(Unoffered.KEPT));
        Until.holds(() -> assigned(sealed).isPresent());
        assertEquals("ITEM-UNKNOWN", assigned(sealed).orElseThrow().code());
    }

    @Test
    void theClerksNameIsThereAfterAStart() throws IOException {
        Sealed sealed = refused();
        begin();
        Until.holds(() -> assigned(sealed).isPresent());
        sync.close();
        journal.close();
        open();
        assertEquals("0591-83251235", assigned(sealed).orElseThrow().telephone());
        assertEquals(Optional.empty(), journal.assignment("0137-2222"));
    }

    @Test
    void whatWasSetAsideBeforeAPowerCutIsReportedAfterIt() throws IOException {
        Sealed sealed = keep();
        assertTrue(journal.refuse(journal.pending(sealed.id().toString()).orElseThrow(), "PAPERS-INVALID"));
        journal.close();
        open();
        begin();
        Until.holds(() -> assigned(sealed).isPresent());
        assertEquals("PAPERS-INVALID", assigned(sealed).orElseThrow().code());
    }

    @Test
    void itIsReportedOnce() throws IOException {
        Sealed sealed = refused();
        begin();
        Until.holds(() -> assigned(sealed).isPresent());
        RefusalReports again = new RefusalReports(journal);
        again.owe();
        again.owe();
        assertEquals(0, journal.report().notes());
        assertEquals(1, centre.requests.stream().filter(("PUT " + path(sealed))::equals).count());
    }

    @Test
    void aWordThatIsNotTheCentresAboutThisReportIsNotKept() throws IOException {
        centre.assignments = right -> new Assignment(
                right.submission(),
                right.report(),
                right.code(),
                "somebody else",
                right.telephone(),
                right.by(),
                right.filedAt(),
                right.keyId(),
                right.signature());
        Sealed sealed = refused();
        begin();
        Until.holds(() -> centre.requests.stream().filter(("PUT " + path(sealed))::equals).count() > 1);
        assertEquals(Optional.empty(), assigned(sealed));
        assertEquals(1, journal.report().notes());
    }

    @Test
    void whatIsReceivedAfterAllNeedsNoClerk() throws IOException {
        Sealed sealed = refused();
        begin();
        Until.holds(() -> assigned(sealed).isPresent());
        centre.handling = _ -> Optional.empty();
        assertTrue(journal.sendAgain(journal.report().stuck().getFirst()));
        assertInstanceOf(Delivery.Received.class, sync.deliver(sealed.id(), Given.SOON, _ -> {}));
        assertInstanceOf(
                Standing.Received.class,
                journal.standing(sealed.number(), journal.slipCode(sealed.number())).orElseThrow());
    }

    @Test
    void aDayKnowsItAsRefusedAndNotAsTwo() throws IOException {
        Sealed sealed = refused();
        begin();
        Until.holds(() -> assigned(sealed).isPresent());
        long hour = Given.NOON.getEpochSecond() / 3600;
        assertEquals(
                List.of(sealed.number()),
                journal.filed(hour, hour + 1).orElseThrow().stream().map(Filed::number).toList());
    }

    @Test
    void nothingOfTheReportIsReadableOnTheDisk() throws IOException {
        Sealed sealed = refused();
        begin();
        Until.holds(() -> assigned(sealed).isPresent());
        sync.close();
        journal.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                for (String secret : List.of(Given.NAME, Given.CARD, "林静", "83251235")) {
                    assertTrue(!bytes.contains(secret), file + " says " + secret);
                }
            }
        }
        open();
    }
}
