package banyan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.server.TerminalAtTest.Heard;
import banyan.server.staff.Role;
import banyan.server.staff.Sessions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who gets through the staff's door, and for how long. */
class StaffDoorTest {
    private final Instant before = House.NOW.get();

    @AfterEach
    void theClockGoesBack() {
        House.NOW.set(before);
    }

    @Test
    void whoIsSignedInIsKnownAndAStrangerIsNot() {
        StaffAtTest clerk = StaffAtTest.signedIn(Role.CLERK);
        assertTrue(clerk.get("/staff/api/me").text().contains(clerk.number()));
        Heard refused = StaffAtTest.stranger().get("/staff/api/me");
        assertEquals(401, refused.status());
        assertEquals("STAFF-SIGNED-OUT", refused.code());
        assertEquals("application/problem+json", refused.headers().get("Content-Type"));
    }

    @Test
    void aTokenThatWasMadeUpOpensNothing() {
        for (String token : new String[] {"x", "A".repeat(43), "' OR 1=1 --", "%00"}) {
            Heard refused = StaffAtTest.send(
                    StaffAtTest.stranger().request("/staff/api/me").header("Cookie", StaffAtTest.COOKIE + "=" + token));
            assertEquals(401, refused.status(), token);
        }
    }

    /** The server once took a header for an earlier one of the same connection that began alike. */
    @Test
    void noTokenIsTakenForAnEarlierOneThatBeginsAlike() {
        StaffAtTest clerk = StaffAtTest.signedIn(Role.CLERK);
        for (int length = 1; length < clerk.token().length(); length++) {
            String begins = clerk.token().substring(0, length);
            assertEquals(
                    401,
                    StaffAtTest.send(StaffAtTest.stranger().request("/staff/api/me").header("Cookie", StaffAtTest.COOKIE + "=" + begins))
                            .status());
            assertEquals(200, clerk.get("/staff/api/me").status(), "after " + length + " of it");
        }
    }

    @Test
    void whatAnotherSiteSendsUnderTheSessionDoesNothing() {
        StaffAtTest clerk = StaffAtTest.signedIn(Role.CLERK);
        RequestBody nothing = RequestBody.create(new byte[0]);
        for (Map<String, String> headers : java.util.List.<Map<String, String>>of(
                Map.of(),
                Map.of("Origin", "https://elsewhere.example"),
                Map.of("Origin", "null"),
                Map.of("Sec-Fetch-Site", "cross-site"),
                Map.of("Sec-Fetch-Site", "same-site"),
                Map.of("Sec-Fetch-Site", "same-origin"))) {
            okhttp3.Request.Builder request = clerk.request("/staff/api/sign-out").post(nothing);
            headers.forEach(request::header);
            assertEquals("STAFF-OTHER-SITE", StaffAtTest.send(request).code(), headers.toString());
        }
        Heard both = StaffAtTest.send(
                clerk.fromOurPage("/staff/api/sign-out").header("Sec-Fetch-Site", "cross-site").post(nothing));
        assertEquals(403, both.status());
        assertEquals(200, clerk.get("/staff/api/me").status());
    }

    @Test
    void aSessionEndsWhenNobodyUsesItAndAfterADaysWork() {
        StaffAtTest idle = StaffAtTest.signedIn(Role.CLERK);
        House.NOW.set(before.plus(Sessions.IDLE));
        assertEquals(401, idle.get("/staff/api/me").status());
        House.NOW.set(before);
        StaffAtTest busy = StaffAtTest.signedIn(Role.CLERK);
        Duration step = Sessions.IDLE.minusMinutes(1);
        Duration worked = Duration.ZERO;
        while (worked.plus(step).compareTo(Sessions.WHOLE) < 0) {
            worked = worked.plus(step);
            House.NOW.set(before.plus(worked));
            assertEquals(200, busy.get("/staff/api/me").status(), worked.toString());
        }
        House.NOW.set(before.plus(Sessions.WHOLE));
        assertEquals(401, busy.get("/staff/api/me").status());
    }

    @Test
    void whoSignsOutIsOutAndTheCookieIsTakenAway() {
        StaffAtTest clerk = StaffAtTest.signedIn(Role.CLERK);
        Heard out = clerk.post("/staff/api/sign-out");
        assertEquals(204, out.status());
        String cookie = Objects.requireNonNull(out.headers().get("Set-Cookie"));
        assertTrue(cookie.contains("Max-Age=0") && cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), cookie);
        assertEquals(401, clerk.get("/staff/api/me").status());
        assertEquals("SIGNED-OUT", clerk.deeds());
    }

    @Test
    void whoeverIsShutOutIsOutAtOnce() {
        StaffAtTest clerk = StaffAtTest.signedIn(Role.CLERK);
        House.database().jdbi().useHandle(handle -> handle.createUpdate("UPDATE staff SET shut = true WHERE number = :number")
                .bind("number", clerk.number())
                .execute());
        assertEquals(401, clerk.get("/staff/api/me").status());
    }
}
