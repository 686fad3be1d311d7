package banyan.walk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The terminal as a process of its own, started with the extra jar, and the channel to its screen. */
public final class Terminal implements AutoCloseable {
    private static final int START_MILLIS = 60_000;
    private static final int ANSWER_MILLIS = 40_000;

    /** Its own end takes no time; but the one that trains the cache for all later starts writes it then. */
    private static final int END_SECONDS = 60;

    private final JsonMapper json = new JsonMapper();
    private final Process process;
    private final Socket socket;
    private final BufferedReader in;
    private final PrintWriter out;

    private Terminal(Process process, Socket socket) throws IOException {
        this.process = process;
        this.socket = socket;
        this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        this.out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    /** Starts a terminal with this configuration and waits until its screen answers. */
    public static Terminal start(TerminalCommand command, Path config, int[] screen, Path log) throws IOException {
        Files.createDirectories(TerminalCommand.temporary(config));
        try (ServerSocket waiting = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            waiting.setSoTimeout(200);
            Process process = new ProcessBuilder(command.line(config, screen, waiting.getLocalPort()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(START_MILLIS);
            while (process.isAlive() && System.nanoTime() < until) {
                try {
                    Socket socket = waiting.accept();
                    socket.setSoTimeout(ANSWER_MILLIS);
                    return new Terminal(process, socket);
                } catch (SocketTimeoutException notYet) {
                    // Look whether it still lives, and wait on.
                }
            }
            process.destroyForcibly();
            throw new IOException("the terminal did not start; its output is in " + log.getFileName());
        }
    }

    /** Its process. */
    public long pid() {
        return process.pid();
    }

    /** Gives one order to what runs inside the terminal, and returns its answer. */
    public JsonNode order(String what, Map<String, ?> words) throws IOException {
        Map<String, Object> order = new LinkedHashMap<>(words);
        order.put("do", what);
        out.println(json.writeValueAsString(order));
        String answer = in.readLine();
        if (answer == null) {
            throw new IOException("the terminal has gone");
        }
        return json.readTree(answer);
    }

    /** The name of the page, without troubling the screen. */
    public String page() throws IOException {
        return order("page", Map.of()).path("page").asString("");
    }

    /** What the screen shows: page, texts, ids. */
    public Seen see() throws IOException {
        JsonNode answer = order("see", Map.of());
        return new Seen(answer.path("page").asString(""), strings(answer.path("texts")), strings(answer.path("ids")));
    }

    /** What a person would see now. */
    public record Seen(String page, List<String> texts, List<String> ids) {}

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(one -> strings.add(one.asString()));
        return strings;
    }

    /** Dies at once, as in a power cut of the process: no hook runs. */
    void kill() throws IOException {
        process.destroyForcibly();
        close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        process.destroy();
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("the terminal did not end when it was asked to");
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
