package banyan.server.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Numbers for people: area, two digits of the year, and digits that look like chance. They are a counter sent through a keyed
 * permutation, so that two never meet, a gap in the counter shows nowhere, and a number tells neither how many came before nor
 * what its neighbours are. Should a year need more of them than the digits can give, its last ones are a digit longer.
 */
public final class NumberSeries {
    private static final String HMAC = "HmacSHA256";
    private static final int MOST_DIGITS = 12;
    private static final int ROUNDS = 8;
    private static final int AHEAD = 64;

    private final String area;
    private final SecretKeySpec secret;
    private final String counter;
    private final int digits;
    /** Taken from the counter together. Those left when the centre ends are never given; no gap shows. */
    private final Queue<Long> counts = new ArrayDeque<>();

    /**
     * @param area digits of the administrative area, such as {@code 3501}
     * @param secret of the permutation; another one would sooner or later meet numbers already given
     * @param counter the database's sequence behind it
     * @param digits after area and year
     */
    public NumberSeries(String area, byte[] secret, String counter, int digits) {
        this.area = area;
        this.secret = new SecretKeySpec(secret, HMAC);
        this.counter = counter;
        this.digits = digits;
    }

    /**
     * A number that nobody else is handed, though somebody may have had it years ago: whoever writes it down finds that out, and takes
     * {@link #next} then.
     */
    public String drawn(Jdbi rows, LocalDate day) {
        return number(count(rows), digits, day);
    }

    private synchronized long count(Jdbi rows) {
        if (counts.isEmpty()) {
            counts.addAll(rows.withHandle(handle -> handle.createQuery(
                            "SELECT nextval(:counter) FROM generate_series(1, :most)")
                    .bind("counter", counter)
                    .bind("most", AHEAD)
                    .mapTo(Long.class)
                    .list()));
        }
        return counts.remove();
    }

    /** Takes the next number for this, for good once the transaction is committed. */
    public String next(Handle handle, String terminal, UUID subject, LocalDate day) {
        long count = handle.createQuery("SELECT nextval(:counter)")
                .bind("counter", counter)
                .mapTo(Long.class)
                .one();
        for (int length = digits; length <= MOST_DIGITS; length++) {
            String number = number(count, length, day);
            int taken = handle.createUpdate("""
                            INSERT INTO given_number (number, terminal, subject) VALUES (:number, :terminal, :subject)
                            ON CONFLICT DO NOTHING
                            """)
                    .bind("number", number)
                    .bind("terminal", terminal)
                    .bind("subject", subject)
                    .execute();
            if (taken == 1) {
                return number;
            }
        }
        throw new IllegalStateException("no number is free");
    }

    /** The number for this count. Pure: different counts below 10 to the length give different numbers. */
    String number(long count, int length, LocalDate day) {
        String tail = Long.toString(permuted(count % Math.powExact(10L, length), length));
        return area + "%02d".formatted(day.getYear() % 100) + "0".repeat(length - tail.length()) + tail;
    }

    /**
     * A Feistel network on the two halves of the digits, each round adding a keyed hash of one half to the other. Whatever the
     * hash, a round can be undone, so no two counts come out alike.
     */
    private long permuted(long count, int length) {
        long low = Math.powExact(10L, length / 2);
        long high = Math.powExact(10L, length - length / 2);
        long left = count / low;
        long right = count % low;
        Mac mac = keyed();
        for (int round = 0; round < ROUNDS; round++) {
            if (round % 2 == 0) {
                left = Math.floorMod(left + hash(mac, round, length, right), high);
            } else {
                right = Math.floorMod(right + hash(mac, round, length, left), low);
            }
        }
        return left * low + right;
    }

    private Mac keyed() {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(secret);
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static long hash(Mac mac, int round, int length, long half) {
        mac.update((round + " " + length + " " + half).getBytes(StandardCharsets.US_ASCII));
        // Two bits less than a long has, so that adding the other half cannot overflow.
        return ByteBuffer.wrap(mac.doFinal()).getLong() >>> 2;
    }
}
