package banyan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import banyan.server.TerminalAtTest.Heard;
import banyan.server.signin.Invitations;
import banyan.server.signin.SignIn;
import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** Somebody who was invited, with an authenticator, as a test needs it. */
record Invited(String number, String code, String secret) {
    static final String PASSWORD = "Banyan-tree-2026";

    private static final StaffAtTest ANYBODY = StaffAtTest.stranger();

    /** Opens the invitation and puts the secret into an authenticator. */
    static Invited open(String code) {
        Heard opened = ANYBODY.post("/staff/api/invitations/open", new Invitations.Code(code));
        assertEquals(200, opened.status(), opened.text());
        Invitations.Opened said = opened.as(Invitations.Opened.class);
        return new Invited(said.number(), code, said.secret());
    }

    /** What the authenticator shows at this time of the centre's, or so much later. */
    String digits(Duration later) {
        try {
            TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();
            SecretKeySpec key = new SecretKeySpec(new Base32().decode(secret), codes.getAlgorithm());
            return codes.generateOneTimePasswordString(key, House.CLOCK.instant().plus(later), Locale.ROOT);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Heard take(String password) {
        return ANYBODY.post("/staff/api/invitations/take", new Invitations.Taken(code, password, digits(Duration.ZERO)));
    }

    Heard signIn(String password, Duration later) {
        return ANYBODY.post("/staff/api/sign-in", new SignIn.Shown(number, password, digits(later)));
    }

    /** What is asked with the session that this answer has given. */
    static Heard with(Heard signedIn, String path) {
        String cookie = Objects.requireNonNull(signedIn.headers().get("Set-Cookie"));
        return StaffAtTest.send(ANYBODY.request(path).header("Cookie", cookie.substring(0, cookie.indexOf(';'))));
    }

    /** A number that nobody has. */
    static Map<String, Object> person(String number, String... roles) {
        return Map.of("number", number, "name", "林晓", "roles", java.util.List.of(roles));
    }
}
