package banyan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import banyan.acceptance.AppointmentOrder;
import banyan.acceptance.AppointmentProof;
import banyan.acceptance.AppointmentChange;
import banyan.acceptance.Appointment;
import banyan.acceptance.Appointments;
import banyan.acceptance.Assignment;
import banyan.acceptance.CaseProof;
import banyan.acceptance.CaseStand;
import banyan.acceptance.CasesQuery;
import banyan.acceptance.Board;
import banyan.acceptance.Halls;
import banyan.acceptance.HallsQuery;
import banyan.acceptance.Ticket;
import banyan.acceptance.TicketOrder;
import banyan.acceptance.CentreIdentity;
import banyan.acceptance.CentreStatus;
import banyan.acceptance.Enrolment;
import banyan.acceptance.KeyRenewal;
import banyan.acceptance.Certificate;
import banyan.acceptance.CertificateOrder;
import banyan.acceptance.Consent;
import banyan.acceptance.DayAnswer;
import banyan.acceptance.Deposit;
import banyan.acceptance.DepositTaken;
import banyan.acceptance.Directive;
import banyan.acceptance.DirectiveAnswer;
import banyan.acceptance.Draft;
import banyan.acceptance.DraftKept;
import banyan.acceptance.DraftQuery;
import banyan.acceptance.Drafts;
import banyan.acceptance.Evaluation;
import banyan.acceptance.Facts;
import banyan.acceptance.FactsQuery;
import banyan.acceptance.HeartbeatAnswer;
import banyan.acceptance.LedgerEntry;
import banyan.acceptance.Missing;
import banyan.acceptance.MyCases;
import banyan.acceptance.NoteReceipt;
import banyan.acceptance.PrintReport;
import banyan.acceptance.PaperDraft;
import banyan.acceptance.Problem;
import banyan.acceptance.Progress;
import banyan.acceptance.ProgressQuery;
import banyan.acceptance.Receipt;
import banyan.acceptance.Reckoning;
import banyan.acceptance.Refusal;
import banyan.acceptance.Release;
import banyan.acceptance.ReleaseFile;
import banyan.acceptance.ReleaseReport;
import banyan.acceptance.ResultOrder;
import banyan.acceptance.SlipAnswer;
import banyan.acceptance.SlipQuery;
import banyan.acceptance.Submission;
import banyan.acceptance.Supplement;
import banyan.acceptance.LogLines;
import banyan.acceptance.TerminalHeartbeat;
import banyan.acceptance.Trouble;
import banyan.acceptance.TroubleQuery;
import banyan.acceptance.TroubleStand;
import banyan.acceptance.Unaccepted;
import banyan.acceptance.Withdrawal;
import banyan.server.intake.PublicForm;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What is written about the wire and what the centre does are the same. */
class OpenApiTest {
    private static final Map<?, ?> WRITTEN = written();
    private static final List<Class<? extends Record>> RECORDS = List.of(
            CentreStatus.class,
            CentreIdentity.class,
            Enrolment.class,
            KeyRenewal.class,
            Submission.class,
            Missing.class,
            Receipt.class,
            FactsQuery.class,
            Facts.class,
            ProgressQuery.class,
            Progress.class,
            CaseStand.class,
            CaseProof.class,
            CasesQuery.class,
            MyCases.class,
            Withdrawal.class,
            Supplement.class,
            ResultOrder.class,
            CertificateOrder.class,
            Certificate.class,
            PrintReport.class,
            Evaluation.class,
            Trouble.class,
            TroubleQuery.class,
            TroubleStand.class,
            HallsQuery.class,
            Halls.class,
            AppointmentOrder.class,
            AppointmentProof.class,
            AppointmentChange.class,
            Appointment.class,
            Appointments.class,
            TicketOrder.class,
            Ticket.class,
            Board.class,
            Deposit.class,
            DepositTaken.class,
            Consent.class,
            LedgerEntry.class,
            NoteReceipt.class,
            SlipQuery.class,
            SlipAnswer.class,
            Unaccepted.class,
            Assignment.class,
            Reckoning.class,
            DayAnswer.class,
            Release.class,
            ReleaseFile.class,
            ReleaseReport.class,
            TerminalHeartbeat.class,
            HeartbeatAnswer.class,
            Directive.class,
            DirectiveAnswer.class,
            LogLines.class,
            Draft.class,
            DraftKept.class,
            DraftQuery.class,
            Drafts.class,
            PaperDraft.class,
            PublicForm.class,
            Problem.class);

    @Test
    void everyRouteIsWrittenAndEveryWrittenRouteIsThere() {
        Set<String> written = new TreeSet<>();
        in(WRITTEN, "paths")
                .forEach((path, methods) -> ((Map<?, ?>) methods)
                        .keySet()
                        .forEach(method ->
                                written.add(method.toString().toUpperCase(java.util.Locale.ROOT) + " " + path)));
        // What staff's pages ask is written in staff-openapi.yaml.
        Set<String> there = House.centre().routes().stream()
                .filter(route -> !route.path().equals("/staff") && !route.path().startsWith("/staff/"))
                .map(route -> route.method() + " " + route.path())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(there, written);
    }

    @Test
    void everyRefusalIsWritten() {
        Map<?, ?> code = in(in(schema("Problem"), "properties"), "code");
        assertEquals(Arrays.stream(Refusal.values()).map(Refusal::code).toList(), code.get("enum"));
    }

    @Test
    void everyRecordHasItsSchemaWithTheSameParts() {
        for (Class<? extends Record> record : RECORDS) {
            Set<String> parts = Arrays.stream(record.getRecordComponents())
                    .map(RecordComponent::getName)
                    .collect(Collectors.toSet());
            assertEquals(parts, in(schema(record.getSimpleName()), "properties").keySet(), record.getSimpleName());
        }
    }

    @Test
    void whatIsRequiredIsWhatIsNotOptional() {
        for (Class<? extends Record> record : RECORDS) {
            Set<String> required = Arrays.stream(record.getRecordComponents())
                    .filter(part -> part.getType() != Optional.class)
                    .map(RecordComponent::getName)
                    .collect(Collectors.toSet());
            Object written = schema(record.getSimpleName()).get("required");
            assertEquals(required, Set.copyOf((List<?>) written), record.getSimpleName());
        }
    }

    private static Map<?, ?> schema(String name) {
        return in(in(in(WRITTEN, "components"), "schemas"), name);
    }

    private static Map<?, ?> in(Map<?, ?> map, String key) {
        Object inner = map.get(key);
        assertNotNull(inner, key);
        return (Map<?, ?>) inner;
    }

    private static Map<?, ?> written() {
        try (InputStream file = Receipt.class.getResourceAsStream("/banyan/acceptance/openapi.yaml")) {
            return (Map<?, ?>) new Load(LoadSettings.builder().build())
                    .loadFromInputStream(java.util.Objects.requireNonNull(file));
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
