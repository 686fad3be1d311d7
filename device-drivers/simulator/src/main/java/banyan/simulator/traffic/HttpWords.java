package banyan.simulator.traffic;

import java.nio.charset.StandardCharsets;

/** What HTTP calls requests and answers: their first lines. A body is somebody's unless who knows it says otherwise. */
public class HttpWords implements Words {
    private static final int LONGEST_NAME = 80;

    @Override
    public final Spoken of(Way way, byte[] bytes, byte[] asked) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        int body = end < 0 ? bytes.length : end + 4;
        String first = text.lines().findFirst().orElse("").replace(" HTTP/1.1", "").replace("HTTP/1.1 ", "");
        String name = first.length() > LONGEST_NAME ? first.substring(0, LONGEST_NAME) + "…" : first;
        return body(way, name, bytes, body, asked);
    }

    /**
     * What a message with this body is called.
     *
     * @param name what HTTP calls it
     * @param body where it begins in {@code bytes}; at their end where there is none
     */
    protected Spoken body(Way way, String name, byte[] bytes, int body, byte[] asked) {
        return Spoken.personal(name, body, bytes.length);
    }
}
