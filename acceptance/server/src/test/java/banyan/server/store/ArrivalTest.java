package banyan.server.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ArrivalTest {
    @Test
    void whatArrivesInTimeArrivesWhole() throws IOException {
        byte[] body = {1, 2, 3};
        assertArrayEquals(body, new Arrival(new ByteArrayInputStream(body), Duration.ofMinutes(1)).readAllBytes());
    }

    @Test
    void whoeverTricklesIsCutOff() {
        Arrival late = new Arrival(new ByteArrayInputStream(new byte[9]), Duration.ofNanos(-1));
        assertTrue(assertThrows(Arrival.Broken.class, late::read).slow());
    }

    @Test
    void aSenderThatGoesAwayIsNoFailureOfTheStore() {
        InputStream gone = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };
        Arrival arrival = new Arrival(gone, Duration.ofMinutes(1));
        assertFalse(assertThrows(Arrival.Broken.class, arrival::readAllBytes).slow());
    }

    @Test
    void whoFallsBehindThePaceIsCutOffLongBeforeTheDeadline() throws IOException {
        AtomicLong nanos = new AtomicLong();
        Arrival.Pace pace = new Arrival.Pace(Duration.ofSeconds(30), 1_000);
        Arrival body = new Arrival(
                new ByteArrayInputStream(new byte[20_000]), Duration.ofMinutes(10), pace, nanos::get);
        assertEquals(5_000, body.readNBytes(5_000).length);
        nanos.set(Duration.ofSeconds(35).toNanos());
        assertEquals(5_000, body.readNBytes(5_000).length);
        nanos.set(Duration.ofSeconds(41).toNanos());
        assertTrue(assertThrows(Arrival.Broken.class, body::read).slow());
    }

    @Test
    void whoKeepsThePaceIsHeardToTheEnd() throws IOException {
        AtomicLong nanos = new AtomicLong();
        Arrival.Pace pace = new Arrival.Pace(Duration.ofSeconds(30), 1_000);
        byte[] all = new byte[60_000];
        Arrival body = new Arrival(new ByteArrayInputStream(all), Duration.ofMinutes(10), pace, nanos::get);
        for (int second = 0; second < 60; second++) {
            assertEquals(1_000, body.readNBytes(1_000).length);
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        }
        assertEquals(-1, body.read());
    }
}
