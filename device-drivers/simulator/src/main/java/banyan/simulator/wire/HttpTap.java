package banyan.simulator.wire;

import banyan.simulator.traffic.Traffic;
import banyan.simulator.traffic.Way;
import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Tells the traffic each request when it is read and each answer when it is sent: the heads as they were meant, bodies from their beginning. */
final class HttpTap extends Filter {
    private final Traffic traffic;

    HttpTap(Traffic traffic) {
        this.traffic = traffic;
    }

    @Override
    public String description() {
        return "keeps the traffic";
    }

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
        Request request = new Request(exchange);
        Reply reply = new Reply(exchange, request);
        exchange.setStreams(request, reply);
        try {
            chain.doFilter(exchange);
        } finally {
            request.tell();
            reply.tell();
        }
    }

    private static void fields(StringBuilder head, Headers headers) {
        headers.forEach((name, values) ->
                values.forEach(value -> head.append(name).append(": ").append(value).append("\r\n")));
        head.append("\r\n");
    }

    /** A head, the beginning of a body, and how long both were. */
    private static final class Kept {
        private final ByteArrayOutputStream beginning = new ByteArrayOutputStream();
        private int length;

        void add(byte[] bytes, int from, int count) {
            beginning.write(bytes, from, Math.clamp(Traffic.KEPT - beginning.size(), 0, count));
            length += count;
        }

        void head(StringBuilder text) {
            byte[] bytes = text.toString().getBytes(StandardCharsets.ISO_8859_1);
            add(bytes, 0, bytes.length);
        }
    }

    /** What the terminal sends. */
    private final class Request extends FilterInputStream {
        private final Kept kept = new Kept();
        private boolean told;

        Request(HttpExchange exchange) {
            super(exchange.getRequestBody());
            StringBuilder head = new StringBuilder(exchange.getRequestMethod())
                    .append(' ')
                    .append(exchange.getRequestURI())
                    .append(" HTTP/1.1\r\n");
            fields(head, exchange.getRequestHeaders());
            kept.head(head);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            if (one >= 0) {
                kept.add(new byte[] {(byte) one}, 0, 1);
            }
            return one;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int count = super.read(into, from, most);
            if (count > 0) {
                kept.add(into, from, count);
            }
            return count;
        }

        void tell() {
            if (!told) {
                told = true;
                traffic.passed(Way.TO_DEVICE, kept.beginning.toByteArray(), kept.length, "");
            }
        }
    }

    /** What is answered. */
    private final class Reply extends FilterOutputStream {
        private final HttpExchange exchange;
        private final Request request;
        private final Kept kept = new Kept();

        Reply(HttpExchange exchange, Request request) {
            super(exchange.getResponseBody());
            this.exchange = exchange;
            this.request = request;
        }

        private void begin() {
            request.tell();
            if (kept.length == 0) {
                StringBuilder head = new StringBuilder("HTTP/1.1 ").append(exchange.getResponseCode()).append("\r\n");
                fields(head, exchange.getResponseHeaders());
                kept.head(head);
            }
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            begin();
            kept.add(bytes, from, count);
            out.write(bytes, from, count);
        }

        /** Where nothing was answered, nothing is told: a printer that is silent. */
        void tell() {
            if (exchange.getResponseCode() >= 0) {
                begin();
                traffic.passed(Way.TO_DRIVER, kept.beginning.toByteArray(), kept.length, "");
            }
        }
    }
}
