package banyan.server;

import banyan.server.TerminalAtTest.Heard;
import banyan.server.staff.Audit;
import banyan.server.staff.Role;
import banyan.server.staff.Sessions;
import banyan.server.staff.Staff;
import banyan.server.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Somebody of the centre's staff at a browser, as a test needs it: signed in without having signed in. */
final class StaffAtTest {
    /** The name of the cookie on this machine. */
    static final String COOKIE = "banyan-staff";

    private static final OkHttpClient HTTP =
            new OkHttpClient.Builder().followRedirects(false).build();
    private static final AtomicInteger COUNTED = new AtomicInteger();

    private final Centre centre;
    private final String number;
    private final String token;

    private StaffAtTest(Centre centre, String number, String token) {
        this.centre = centre;
        this.number = number;
        this.token = token;
    }

    /** Somebody new with these roles, at the house's centre. */
    static StaffAtTest signedIn(Role... roles) {
        String number = "T%04d".formatted(COUNTED.incrementAndGet());
        String token = House.database().jdbi().inTransaction(handle -> {
            handle.createUpdate("""
                            INSERT INTO staff (number, name, roles, since) VALUES (:number, :name, :roles, :now)
                            """)
                    .bind("number", number)
                    .bind("name", "试员" + number)
                    .bindArray("roles", String.class, Arrays.stream(roles).map(Role::name).toList())
                    .bind("now", House.CLOCK.instant())
                    .execute();
            return new Sessions(House.database().jdbi(), House.CLOCK).begin(handle, number);
        });
        return new StaffAtTest(House.centre(), number, token);
    }

    /** Somebody new with these roles, at another centre. */
    static StaffAtTest seated(Centre centre, Role... roles) {
        String number = "S%04d".formatted(COUNTED.incrementAndGet());
        return new StaffAtTest(centre, number, centre.seat(new Staff(number, "试员" + number, Set.of(roles))));
    }

    /** Somebody who is not signed in. */
    static StaffAtTest stranger() {
        return new StaffAtTest(House.centre(), Audit.NOBODY, "");
    }

    /** The number of this person. */
    String number() {
        return number;
    }

    /** The value of the session's cookie, for a browser. */
    String token() {
        return token;
    }

    Heard get(String path) {
        return send(request(path).get());
    }

    Heard post(String path, Object json) {
        return send(fromOurPage(path).post(RequestBody.create(Json.write(json))));
    }

    /** Nothing but the request itself. */
    Heard post(String path) {
        return send(fromOurPage(path).post(RequestBody.create(new byte[0])));
    }

    Heard put(String path, Object json) {
        return send(fromOurPage(path).put(RequestBody.create(Json.write(json))));
    }

    Heard delete(String path) {
        return send(fromOurPage(path).delete());
    }

    Request.Builder fromOurPage(String path) {
        String origin = centre.address().toString();
        return request(path).header("Origin", origin.substring(0, origin.length() - 1));
    }

    Request.Builder request(String path) {
        URI at = centre.address().resolve(path);
        Request.Builder request = new Request.Builder().url(at.toString());
        return token.isEmpty() ? request : request.header("Cookie", COOKIE + "=" + token);
    }

    static Heard send(Request.Builder request) {
        try (Response response = HTTP.newCall(request.build()).execute()) {
            return new Heard(response.code(), response.body().bytes(), response.headers());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The deeds of this person in the order of the chain, each with its subject. */
    String deeds() {
        return House.database().jdbi().withHandle(handle -> handle
                .createQuery("SELECT deed, subject FROM staff_audit WHERE chain = 'staff' AND staff = :staff ORDER BY seq")
                .bind("staff", number)
                .map((row, _) -> (row.getString("deed") + " " + row.getString("subject")).strip())
                .list()
                .stream()
                .collect(Collectors.joining(", ")));
    }
}
