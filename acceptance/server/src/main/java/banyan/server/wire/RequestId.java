package banyan.server.wire;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** What a request is called in the log and in its answer. Made here, so that nobody can write into the log with it. */
final class RequestId {
    static final String HEADER = "X-Request-Id";

    private RequestId() {}

    /** One that no other request of these days has. */
    static String next() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }
}
