package banyan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import banyan.server.casework.CaseEvent;
import banyan.server.casework.CaseView;
import banyan.server.casework.DeedOrder;
import banyan.server.register.ProviderState;
import banyan.server.city.CityDesk;
import banyan.server.followup.FollowUpDesk;
import banyan.server.followup.RatingsReport;
import banyan.server.followup.Task;
import banyan.server.notice.NoticeDesk;
import banyan.server.notice.Notices;
import banyan.server.queue.Window;
import banyan.server.fleet.Alarm;
import banyan.server.fleet.AlarmDesk;
import banyan.server.fleet.CommandDesk;
import banyan.server.fleet.Figures;
import banyan.server.fleet.Fleet;
import banyan.server.enrol.TerminalDesk;
import banyan.server.fleet.Live;
import banyan.server.fleet.Places;
import banyan.server.fleet.Supplies;
import banyan.server.signin.AuditDesk;
import banyan.server.signin.Invitations;
import banyan.server.signin.Me;
import banyan.server.signin.PasskeySignIn;
import banyan.server.signin.Passkeys;
import banyan.server.signin.People;
import banyan.server.signin.SignIn;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What is written in {@code staff-openapi.yaml} and what the centre does for its staff are the same. */
class StaffApiTest {
    private static final Map<?, ?> WRITTEN = written();

    /** Every record of the staff's interface; its schema has the same name. */
    private static final List<Class<? extends Record>> RECORDS = List.of(
            Me.Person.class,
            SignIn.Shown.class,
            Invitations.Code.class,
            Invitations.Opened.class,
            Invitations.Taken.class,
            PasskeySignIn.Offered.class,
            PasskeySignIn.PasskeyAnswer.class,
            Passkeys.Passkey.class,
            Passkeys.OwnPasskeys.class,
            Passkeys.PasskeyQuestion.class,
            Passkeys.NewPasskey.class,
            People.Listed.class,
            People.AllPeople.class,
            People.NewPerson.class,
            People.Invitation.class,
            People.NewRoles.class,
            People.Shut.class,
            AuditDesk.AuditRow.class,
            AuditDesk.AuditPage.class,
            AuditDesk.AuditFound.class,
            TerminalDesk.HandedCode.class,
            DeedOrder.class,
            CaseEvent.class,
            CaseView.class,
            ProvidersPart.ProviderList.class,
            ProviderState.class,
            Task.class,
            Task.Closing.class,
            FollowUpDesk.Tasks.class,
            FollowUpDesk.TakenOn.class,
            FollowUpDesk.Ending.class,
            FollowUpDesk.Counts.class,
            RatingsReport.Report.class,
            RatingsReport.Figures.class,
            RatingsReport.Line.class,
            NoticeDesk.Standing.class,
            Notices.Dead.class,
            CityDesk.CityStanding.class,
            CityDesk.CityCase.class,
            CityDesk.CityFields.class,
            CityDesk.CityEntry.class,
            CityDesk.CityOutcome.class,
            Window.AtWindow.class,
            Fleet.View.class,
            Fleet.Point.class,
            Fleet.Said.class,
            Places.District.class,
            Live.Mark.class,
            Figures.Day.class,
            Figures.Theme.class,
            Figures.Figure.class,
            Figures.LeftAt.class,
            AlarmDesk.Alarms.class,
            AlarmDesk.AlarmDeed.class,
            Alarm.class,
            Alarm.Feedback.class,
            Supplies.VisitingList.class,
            Supplies.Stop.class,
            CommandDesk.Order.class,
            CommandDesk.Words.class,
            CommandDesk.Word.class);

    @Test
    void everyRouteUnderStaffApiIsWrittenAndEveryWrittenRouteIsThere() {
        Set<String> written = new TreeSet<>();
        in(WRITTEN, "paths").forEach((path, methods) -> ((Map<?, ?>) methods).keySet().stream()
                .map(method -> method.toString().toUpperCase(Locale.ROOT) + " " + path)
                .forEach(written::add));
        Set<String> there = House.centre().routes().stream()
                .filter(route -> route.path().startsWith("/staff/api/"))
                .map(route -> route.method() + " " + route.path())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(there, written);
    }

    @Test
    void everyRecordHasItsSchemaWithTheSamePartsAndWhatIsNotOptionalIsRequired() {
        for (Class<? extends Record> record : RECORDS) {
            Map<?, ?> schema = in(in(in(WRITTEN, "components"), "schemas"), record.getSimpleName());
            assertEquals(
                    Arrays.stream(record.getRecordComponents())
                            .map(RecordComponent::getName)
                            .collect(Collectors.toSet()),
                    in(schema, "properties").keySet(),
                    record.getSimpleName());
            assertEquals(
                    Arrays.stream(record.getRecordComponents())
                            .filter(part -> part.getType() != Optional.class)
                            .map(RecordComponent::getName)
                            .collect(Collectors.toSet()),
                    Set.copyOf((List<?>) Objects.requireNonNull(schema.get("required"))),
                    record.getSimpleName());
        }
    }

    private static Map<?, ?> in(Map<?, ?> map, String key) {
        Object inner = map.get(key);
        assertNotNull(inner, key);
        return (Map<?, ?>) inner;
    }

    private static Map<?, ?> written() {
        try (InputStream file = Centre.class.getResourceAsStream("staff-openapi.yaml")) {
            return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(Objects.requireNonNull(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
