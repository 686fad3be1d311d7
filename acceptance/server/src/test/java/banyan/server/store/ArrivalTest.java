package banyan.server.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
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
}
