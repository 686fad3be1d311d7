package banyan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.CertificateOrder;
import banyan.acceptance.Evaluation;
import banyan.acceptance.FactsQuery;
import banyan.acceptance.Paper;
import banyan.acceptance.Sha256;
import banyan.acceptance.Submission;
import banyan.acceptance.SubmissionId;
import banyan.server.TerminalAtTest.Heard;
import banyan.server.store.DatabaseAt;
import banyan.server.wire.Json;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A name and a number that must come out nowhere, sent in every way that can go wrong. */
class PrivacyTest {
    private static final String NAME = "赖金丝雀";
    private static final String NUMBER = "350102199911117773";
    private static final String PHONE = "13811117773";

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Level level = root.getLevel();
    private final TerminalAtTest terminal = House.terminal();
    private final List<Heard> answers = new ArrayList<>();

    @BeforeEach
    void listen() {
        root.setLevel(Level.INFO);
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(log);
        root.setLevel(level);
    }

    @Test
    void refusalsAndLogsSayNothingOfTheCitizen() {
        Submission good = submission(SubmissionId.random(), PHONE, "proof");
        answers.add(terminal.put(Cases.path(good), good));
        Submission wrongAnswer = submission(SubmissionId.random(), NUMBER, "proof");
        answers.add(terminal.put(Cases.path(wrongAnswer), wrongAnswer));
        Submission wrongMaterial = submission(SubmissionId.random(), PHONE, NAME);
        answers.add(terminal.put(Cases.path(wrongMaterial), wrongMaterial));
        Submission other = submission(good.id(), "13800000000", "proof");
        answers.add(terminal.put(Cases.path(good), other));
        answers.add(terminal.put(Cases.path(good), ("{\"" + NAME + "\":\"" + NUMBER).getBytes(StandardCharsets.UTF_8)));
        answers.add(terminal.put("/api/v1/submissions/" + NUMBER, good));
        answers.add(terminal.put("/api/v1/certificates/" + UUID.randomUUID(), order(Map.of(NAME, NUMBER))));
        answers.add(
                terminal.put("/api/v1/certificates/" + UUID.randomUUID(), order(Map.of("from", NAME, "to", NUMBER))));
        answers.add(terminal.post("/api/v1/facts", new FactsQuery(NAME, NUMBER)));
        answers.add(terminal.put(
                "/api/v1/evaluations/" + UUID.randomUUID(),
                new Evaluation(3, List.of(NAME), Instant.EPOCH, Optional.of(NAME), Optional.of(NUMBER))));
        answers.add(terminal.put("/api/v1/troubles/" + NUMBER.replace('3', '-'), new byte[] {'{'}));
        assertEquals(11, answers.size());
        assertTrue(answers.stream().filter(answer -> answer.status() >= 400).count() >= 10);
        assertNothingSaid();
    }

    @Test
    void aFailingDatabaseSaysNothingOfTheCitizenEither() {
        Submission submission = submission(SubmissionId.random(), PHONE, "proof");
        House.database()
                .jdbi()
                .useHandle(handle -> handle.execute(
                        "ALTER TABLE submission ADD CONSTRAINT broken CHECK (item <> 'subsidy') NOT VALID"));
        try {
            Heard heard = terminal.put(Cases.path(submission), submission);
            answers.add(heard);
            assertEquals("CENTRE-FAULT", heard.code());
        } finally {
            House.database()
                    .jdbi()
                    .useHandle(handle -> handle.execute("ALTER TABLE submission DROP CONSTRAINT broken"));
        }
        assertTrue(
                log.list.stream().anyMatch(event -> event.getFormattedMessage().contains("PSQLException[23514]")));
        assertNothingSaid();
    }

    @Test
    void theDatabasesOwnLogSaysNothingOfTheCitizen() throws IOException {
        Submission submission = submission(SubmissionId.random(), PHONE, "proof");
        terminal.put(Cases.path(submission), submission);
        House.database().jdbi().useHandle(handle -> {
            try {
                handle.createUpdate("INSERT INTO trouble (terminal, trace, phone) VALUES ('0137', :name, :phone)")
                        .bind("name", NAME)
                        .bind("phone", PHONE)
                        .execute();
            } catch (org.jdbi.v3.core.JdbiException notWhole) {
                // As meant: the row lacks what it must have, and PostgreSQL complains about it.
            }
        });
        DatabaseAt.Given at = House.database().at();
        Path folder = java.util.Objects.requireNonNull(at.passwordFile().getParent());
        String text = Files.readString(folder.resolve("postgres.log"));
        assertTrue(text.contains("null value in column"));
        assertFalse(text.contains(PHONE));
        assertFalse(text.contains(NAME));
    }

    private void assertNothingSaid() {
        for (Heard answer : answers) {
            assertSilent(answer.text());
        }
        for (ILoggingEvent event : List.copyOf(log.list)) {
            assertSilent(event.getFormattedMessage());
            if (event.getThrowableProxy() != null) {
                assertSilent(ThrowableProxyUtil.asString(event.getThrowableProxy()));
            }
        }
    }

    private static void assertSilent(String text) {
        for (String secret : List.of(NAME, NUMBER, PHONE)) {
            assertFalse(text.contains(secret), "a citizen's data came out");
        }
    }

    private static Submission submission(SubmissionId id, String phone, String material) {
        List<Paper> papers = List.of(new Paper(material, 1, "image/jpeg", 5, Sha256.of(Cases.page("canary"))));
        Submission base = Cases.of(id, TestItems.FILING, phone, papers);
        return new Submission(
                id,
                base.terminal(),
                base.item(),
                base.itemVersion(),
                base.confirmedAt(),
                base.language(),
                new Submission.Applicant(NAME, NUMBER, "ID_CARD"),
                base.answers(),
                base.sources(),
                papers,
                base.provisional(),
                base.slipCode());
    }

    private static CertificateOrder order(Map<String, String> parameters) {
        assertTrue(Json.write(parameters).length > 0);
        return new CertificateOrder(TestItems.PRINTING, NAME, NUMBER, new TreeMap<>(parameters));
    }
}
