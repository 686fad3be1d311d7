package banyan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.server.TerminalAtTest.Heard;
import banyan.server.signin.Invitations;
import banyan.server.signin.People;
import banyan.server.signin.SignIn;
import banyan.server.staff.Role;
import banyan.server.staff.Staff;
import banyan.server.store.CentreSecret;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Invited, set, signed in, locked out: what happens between the centre and somebody who wants to work there. */
class SignInTest {
    private static final AtomicInteger COUNTED = new AtomicInteger();
    private static final Duration NEXT_CODE = Duration.ofSeconds(30);
    private static final StaffAtTest ADMINISTRATOR = StaffAtTest.signedIn(Role.ADMINISTRATOR);

    private final Instant before = House.NOW.get();
    private final String number = "S%04d".formatted(COUNTED.incrementAndGet());

    @AfterEach
    void theClockGoesBack() {
        House.NOW.set(before);
    }

    private Invited invited() {
        Heard added = ADMINISTRATOR.post("/staff/api/people", Invited.person(number, "CLERK"));
        assertEquals(201, added.status(), added.text());
        return Invited.open(added.as(People.Invitation.class).code());
    }

    private Invited ready() {
        Invited invited = invited();
        assertEquals(204, invited.take(Invited.PASSWORD).status());
        // The code with which it was set counts no more.
        House.NOW.set(House.NOW.get().plus(NEXT_CODE));
        return invited;
    }

    @Test
    void whoTakesUpAnInvitationSignsInWithPasswordAndCodeTogether() {
        Invited clerk = ready();
        assertEquals("STAFF-SIGN-IN-WRONG", clerk.signIn("Banyan-tree-2027", Duration.ZERO).code());
        assertEquals("STAFF-SIGN-IN-WRONG", clerk.signIn(Invited.PASSWORD, Duration.ofMinutes(5)).code());
        Heard in = clerk.signIn(Invited.PASSWORD, Duration.ZERO);
        assertEquals(204, in.status(), in.text());
        assertTrue(Invited.with(in, "/staff/api/me").text().contains("\"CLERK\""));
        String cookie = Objects.requireNonNull(in.headers().get("Set-Cookie"));
        assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), cookie);
    }

    @Test
    void aCodeCountsOnce() {
        Invited clerk = ready();
        assertEquals(204, clerk.signIn(Invited.PASSWORD, Duration.ZERO).status());
        assertEquals("STAFF-SIGN-IN-WRONG", clerk.signIn(Invited.PASSWORD, Duration.ZERO).code());
    }

    @Test
    void whoeverTriesTooOftenWaitsEvenWithTheRightPassword() {
        Invited clerk = ready();
        for (int tried = 1; tried < SignIn.TRIES; tried++) {
            assertEquals("STAFF-SIGN-IN-WRONG", clerk.signIn("wrong", Duration.ZERO).code());
        }
        assertEquals("STAFF-SIGN-IN-LOCKED", clerk.signIn("wrong", Duration.ZERO).code());
        assertEquals("STAFF-SIGN-IN-LOCKED", clerk.signIn(Invited.PASSWORD, Duration.ZERO).code());
        House.NOW.set(House.NOW.get().plus(SignIn.LOCKED));
        assertEquals(204, clerk.signIn(Invited.PASSWORD, Duration.ZERO).status());
    }

    @Test
    void anAdministratorLetsSomebodyTryAgain() {
        Invited clerk = ready();
        for (int tried = 0; tried < SignIn.TRIES; tried++) {
            clerk.signIn("wrong", Duration.ZERO);
        }
        assertEquals(204, ADMINISTRATOR.post("/staff/api/people/" + number + "/unlock").status());
        assertEquals(204, clerk.signIn(Invited.PASSWORD, Duration.ZERO).status());
    }

    @Test
    void anInvitationIsForOnceAndForADay() {
        Invited clerk = ready();
        assertEquals("STAFF-INVITATION-UNKNOWN", clerk.take(Invited.PASSWORD).code());
        String again = ADMINISTRATOR.post("/staff/api/people/" + number + "/invitation")
                .as(People.Invitation.class)
                .code();
        House.NOW.set(House.NOW.get().plus(Invitations.COUNTS));
        Heard late = StaffAtTest.stranger().post("/staff/api/invitations/open", new Invitations.Code(again));
        assertEquals("STAFF-INVITATION-UNKNOWN", late.code());
    }

    @Test
    void whoHasLostTheAuthenticatorIsInvitedAgainAndTheOldOneCountsNoMore() {
        Invited lost = ready();
        Heard in = lost.signIn(Invited.PASSWORD, Duration.ZERO);
        Invited found = Invited.open(ADMINISTRATOR.post("/staff/api/people/" + number + "/invitation")
                .as(People.Invitation.class)
                .code());
        assertEquals(200, Invited.with(in, "/staff/api/me").status());
        assertEquals(204, found.take("Another-tree-2026").status());
        assertEquals(401, Invited.with(in, "/staff/api/me").status());
        House.NOW.set(House.NOW.get().plus(NEXT_CODE));
        assertEquals("STAFF-SIGN-IN-WRONG", lost.signIn(Invited.PASSWORD, Duration.ZERO).code());
        assertEquals(204, found.signIn("Another-tree-2026", Duration.ZERO).status());
    }

    @Test
    void aWeakPasswordAndAWrongCodeSetNothing() {
        Invited clerk = invited();
        for (String weak : new String[] {"short-1A", "alllowercaseletters", "Aaaa1111aaaa", number + "-Xy-2026"}) {
            assertEquals("STAFF-PASSWORD-WEAK", clerk.take(weak).code(), weak);
        }
        Heard wrong = StaffAtTest.stranger()
                .post("/staff/api/invitations/take", new Invitations.Taken(clerk.code(), Invited.PASSWORD, "abcdef"));
        assertEquals("STAFF-CODE-WRONG", wrong.code());
        assertEquals(204, clerk.take(Invited.PASSWORD).status());
    }

    @Test
    void nothingThatOpensIsInTheDatabaseAsItIs() {
        Invited clerk = ready();
        clerk.signIn(Invited.PASSWORD, Duration.ZERO);
        String held = House.database().jdbi().withHandle(handle -> handle.createQuery("""
                        SELECT string_agg(t, ' ') FROM (
                          SELECT staff::text || encode(totp, 'escape') AS t FROM staff UNION ALL
                          SELECT staff_invitation::text FROM staff_invitation UNION ALL
                          SELECT staff_session::text FROM staff_session) AS all_of_it
                        """).mapTo(String.class).one());
        assertFalse(held.contains(Invited.PASSWORD) || held.contains(clerk.code()) || held.contains(clerk.secret()));
    }

    @Test
    void anAdministratorNeitherGivesRolesThatAreToBeApartNorChangesHerself() {
        assertEquals(
                "STAFF-ROLES-APART",
                ADMINISTRATOR.post("/staff/api/people", Invited.person(number, "AUDITOR", "CLERK")).code());
        assertEquals(
                "STAFF-ROLES-APART",
                ADMINISTRATOR.post("/staff/api/people", Invited.person(number, "ADMINISTRATOR", "SUPERVISOR")).code());
        String herself = "/staff/api/people/" + ADMINISTRATOR.number();
        assertEquals("STAFF-ONESELF", ADMINISTRATOR.put(herself + "/roles", new People.NewRoles(java.util.List.of("CLERK"))).code());
        assertEquals("STAFF-ONESELF", ADMINISTRATOR.post(herself + "/invitation").code());
        assertEquals("STAFF-UNKNOWN", ADMINISTRATOR.post("/staff/api/people/NOBODY/unlock").code());
        assertEquals("MALFORMED", ADMINISTRATOR.post("/staff/api/people", Invited.person("a b", "CLERK")).code());
        invited();
        assertEquals("STAFF-TAKEN", ADMINISTRATOR.post("/staff/api/people", Invited.person(number, "CLERK")).code());
    }

    @Test
    void onlyAnAdministratorSeesPeopleAndOnlyAnAuditorTheAudit() {
        for (Role role : Role.values()) {
            StaffAtTest somebody = StaffAtTest.signedIn(role);
            assertEquals(role == Role.ADMINISTRATOR ? 200 : 403, somebody.get("/staff/api/people").status(), role.name());
            assertEquals(role == Role.ADMINISTRATOR ? 200 : 403, somebody.get("/staff/people").status(), role.name());
            assertEquals(role == Role.AUDITOR ? 200 : 403, somebody.get("/staff/api/audit").status(), role.name());
            assertEquals(200, somebody.get("/staff").status());
        }
        Heard led = StaffAtTest.stranger().get("/staff/people");
        assertEquals(303, led.status());
        assertEquals("/staff/sign-in?next=%2Fstaff%2Fpeople", led.headers().get("Location"));
    }

    @Test
    void everyDeedIsInTheAuditAndTheAuditorSeesWhoDidWhatToWhom() {
        Invited clerk = ready();
        clerk.signIn("wrong", Duration.ZERO);
        clerk.signIn(Invited.PASSWORD, Duration.ZERO);
        ADMINISTRATOR.put("/staff/api/people/" + number + "/shut", new People.Shut(true));
        StaffAtTest auditor = StaffAtTest.signedIn(Role.AUDITOR);
        String about = auditor.get("/staff/api/audit?subject=" + number).text();
        for (String deed : new String[] {"STAFF-ADDED", "STAFF-INVITED", "STAFF-SHUT-OUT"}) {
            assertTrue(about.contains("\"" + deed + "\""), deed);
        }
        String by = auditor.get("/staff/api/audit?staff=" + number).text();
        for (String deed : new String[] {"INVITATION-TAKEN", "SIGN-IN-FAILED", "SIGNED-IN"}) {
            assertTrue(by.contains("\"" + deed + "\""), deed);
        }
        assertTrue(auditor.post("/staff/api/audit/verify").text().contains("\"whole\":true"));
        assertTrue(auditor.deeds().startsWith("AUDIT-READ " + number + ", AUDIT-READ, AUDIT-VERIFIED whole "), auditor.deeds());
    }

    @Test
    void theFirstAdministratorIsInvitedAtTheMachineAndAgainIfNeedBe() throws IOException {
        CentreSettings settings = House.settings(Path.of("target", "clerk-" + number));
        CentreSecret secret = House.secret();
        Staff first = new Staff(number, "陈主任", Set.of(Role.ADMINISTRATOR));
        String old = ClerkMain.invited(House.database(), secret, settings, first);
        Invited administrator = Invited.open(ClerkMain.invited(House.database(), secret, settings, first));
        Heard unknown = StaffAtTest.stranger().post("/staff/api/invitations/open", new Invitations.Code(old));
        assertEquals("STAFF-INVITATION-UNKNOWN", unknown.code());
        assertEquals(204, administrator.take(Invited.PASSWORD).status());
    }
}
