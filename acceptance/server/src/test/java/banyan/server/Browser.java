package banyan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Chromium without a window, driven by its DevTools protocol: as much of it as the page's tests need. */
final class Browser implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final long PATIENCE_SECONDS = 20;
    private static final int MOST_PAGES = 100;
    private static final String SPEAKS_AT = "DevTools listening on ";

    private final Path folder;
    private final Process program;
    private final HttpClient http = HttpClient.newHttpClient();
    private final WebSocket line;
    private final AtomicInteger asked = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();
    private final StringBuilder part = new StringBuilder();

    private Browser(Path folder, Process program, URI at) {
        this.folder = folder;
        this.program = program;
        this.line = http.newWebSocketBuilder().buildAsync(at, new Listener()).join();
    }

    /** Starts it; what it writes is in a folder of its own that goes with it. */
    static Browser start() {
        try {
            Path folder = Files.createTempDirectory("browser");
            ProcessBuilder builder = new ProcessBuilder(
                    "chromium",
                    "--headless=new",
                    // In a container of tests there is nobody else to be kept apart from.
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-dev-shm-usage",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--accept-lang=zh-CN",
                    "--remote-debugging-port=0",
                    "--user-data-dir=" + folder,
                    "about:blank");
            builder.environment().put("HOME", folder.toString());
            // The terminal's own letters, so that pictures show what is written where the machine has no Chinese ones.
            Path letters = Path.of("..", "..", "kiosk-app", "src", "main", "resources", "banyan", "kiosk", "font");
            Files.createSymbolicLink(folder.resolve(".fonts"), letters.toAbsolutePath().normalize());
            Process program = builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return new Browser(folder, program, address(program));
        } catch (IOException absent) {
            throw new UncheckedIOException(
                    "Chromium is needed: apt-get install --no-install-recommends chromium", absent);
        }
    }

    private static URI address(Process program) throws IOException {
        BufferedReader said =
                new BufferedReader(new InputStreamReader(program.getErrorStream(), StandardCharsets.UTF_8));
        String line = said.readLine();
        while (line != null && !line.startsWith(SPEAKS_AT)) {
            line = said.readLine();
        }
        if (line == null) {
            throw new IOException("it ended before it could be spoken to");
        }
        Thread.ofVirtual().start(() -> said.lines().forEach(_ -> {}));
        return URI.create(line.substring(SPEAKS_AT.length()));
    }

    /** A telephone that has never been here: a page of 390 by 844 that shares nothing with another. */
    Tab tab() {
        String context = ask("", "Target.createBrowserContext", Map.of())
                .get("browserContextId")
                .asString();
        String target = ask("", "Target.createTarget", Map.of("url", "about:blank", "browserContextId", context))
                .get("targetId")
                .asString();
        String session = ask("", "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .get("sessionId")
                .asString();
        Tab tab = new Tab(session);
        tab.ask("Network.enable", Map.of());
        tab.ask("Runtime.enable", Map.of());
        tab.ask("Page.enable", Map.of());
        tab.wide(390, 844);
        return tab;
    }

    /** One page. */
    final class Tab {
        private final String session;

        private Tab(String session) {
            this.session = session;
        }

        private JsonNode ask(String method, Map<String, ?> parameters) {
            return Browser.this.ask(session, method, parameters);
        }

        void wide(int width, int height) {
            ask(
                    "Emulation.setDeviceMetricsOverride",
                    Map.of("width", width, "height", height, "deviceScaleFactor", 2, "mobile", true));
        }

        /** What its owner has chosen in the telephone's settings. */
        void prefers(String feature, String value) {
            ask("Emulation.setEmulatedMedia", Map.of("features", List.of(Map.of("name", feature, "value", value))));
        }

        void open(String address) {
            ask("Page.navigate", Map.of("url", address));
        }

        /** What this expression comes to. */
        JsonNode is(String expression) {
            JsonNode answer = ask(
                    "Runtime.evaluate",
                    Map.of("expression", expression, "awaitPromise", true, "returnByValue", true, "userGesture", true));
            if (answer.has("exceptionDetails")) {
                throw new IllegalStateException(answer.get("exceptionDetails").toString());
            }
            return answer.get("result").path("value");
        }

        /** Waits until this holds; what the page shows is said where it never does. */
        void until(String condition) {
            String looked = """
                    new Promise(done => {
                      const end = Date.now() + 10000;
                      const look = () => (%s) ? done('')
                        : Date.now() > end ? done('never, and it shows ' + document.body.innerText)
                        : setTimeout(look, 10);
                      look();
                    })""".formatted(condition);
            for (int page = 0; page < MOST_PAGES; page++) {
                try {
                    assertEquals("", is(looked).asString(), condition);
                    return;
                } catch (IllegalStateException _) {
                    // The page that was asked has gone, and the next has come or is coming.
                }
            }
            throw new AssertionError("never: " + condition);
        }

        /** Waits for a page whose heading says this. */
        void headed(String words) {
            until("document.querySelector('h1')?.textContent === " + JSON.writeValueAsString(words));
        }

        void press(String words) {
            is("[...document.querySelectorAll('button')].find(b => b.checkVisibility() && b.textContent === "
                    + JSON.writeValueAsString(words) + ").click()");
        }

        /** Takes what is in this field away and types, as a keyboard does. */
        void type(String selector, String text) {
            is("{ const f = document.querySelector('" + selector + "'); f.focus(); f.select(); }");
            ask("Input.insertText", Map.of("text", text));
        }

        /** One key, pressed and let go: Enter, Tab, a space or a letter. */
        void key(String key) {
            String text = key.equals("Enter") ? "\r" : key.length() == 1 ? key : "";
            Map<String, Object> down = new HashMap<>(Map.of("type", "keyDown", "key", key));
            down.put("windowsVirtualKeyCode", switch (key) {
                case "Enter" -> 13;
                case "Tab" -> 9;
                case "Escape" -> 27;
                case " " -> 32;
                case "ArrowDown" -> 40;
                case "ArrowUp" -> 38;
                default -> (int) Character.toUpperCase(key.charAt(0));
            });
            if (!text.isEmpty()) {
                down.put("text", text);
            }
            ask("Input.dispatchKeyEvent", down);
            Map<String, Object> up = new HashMap<>(down);
            up.remove("text");
            up.put("type", "keyUp");
            ask("Input.dispatchKeyEvent", up);
        }

        /** An authenticator in this telephone that keeps passkeys; it recognises its owner, or not. Its number. */
        String authenticator(boolean recognises) {
            ask("WebAuthn.enable", Map.of());
            return ask("WebAuthn.addVirtualAuthenticator", Map.of("options", Map.of(
                            "protocol", "ctap2",
                            "transport", "internal",
                            "hasResidentKey", true,
                            "hasUserVerification", true,
                            "isUserVerified", recognises,
                            "automaticPresenceSimulation", true)))
                    .get("authenticatorId")
                    .asString();
        }

        /** From now on it recognises its owner, or not. */
        void recognises(String authenticator, boolean does) {
            ask("WebAuthn.setUserVerified", Map.of("authenticatorId", authenticator, "isUserVerified", does));
        }

        /** The passkeys in it, each with its private key and count. */
        List<JsonNode> passkeys(String authenticator) {
            return ask("WebAuthn.getCredentials", Map.of("authenticatorId", authenticator)).get("credentials").valueStream()
                    .toList();
        }

        /** Puts a passkey into it. */
        void put(String authenticator, Map<String, ?> passkey) {
            ask("WebAuthn.addCredential", Map.of("authenticatorId", authenticator, "credential", passkey));
        }

        void remove(String authenticator) {
            ask("WebAuthn.removeVirtualAuthenticator", Map.of("authenticatorId", authenticator));
        }

        /** A cookie that the centre has given elsewhere. */
        void cookie(String name, String value, String address) {
            ask("Network.setCookie", Map.of("name", name, "value", value, "url", address, "httpOnly", true));
        }

        String text() {
            return is("document.body.innerText").asString();
        }

        /** The addresses to which this page can go back, and its own. */
        List<String> back() {
            return ask("Page.getNavigationHistory", Map.of()).get("entries").valueStream()
                    .map(entry -> entry.get("url").asString())
                    .toList();
        }

        byte[] picture() {
            JsonNode answer = ask("Page.captureScreenshot", Map.of("format", "png"));
            return Base64.getDecoder().decode(answer.get("data").asString());
        }

        /** From now on the centre's answers under this path are lost on the way, after it has done what was asked. */
        void loseAnswers(String path) {
            ask(
                    "Fetch.enable",
                    Map.of("patterns", List.of(Map.of("urlPattern", "*" + path + "*", "requestStage", "Response"))));
        }

        /** They arrive again. */
        void loseNoMore() {
            ask("Fetch.disable", Map.of());
        }

        /** What was reported of this page so far, by its method in the protocol. */
        List<JsonNode> heard(String method) {
            return events.stream()
                    .filter(event -> event.path("sessionId").asString("").equals(session)
                            && event.path("method").asString("").equals(method))
                    .map(event -> event.get("params"))
                    .toList();
        }
    }

    private void lose(JsonNode paused) {
        String request = paused.at("/params/requestId").asString();
        String session = paused.get("sessionId").asString();
        ask(session, "Fetch.failRequest", Map.of("requestId", request, "errorReason", "ConnectionReset"));
    }

    private JsonNode ask(String session, String method, Map<String, ?> parameters) {
        int id = asked.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.put(id, answer);
        Map<String, Object> message = new HashMap<>(Map.of("id", id, "method", method, "params", parameters));
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        synchronized (line) {
            line.sendText(JSON.writeValueAsString(message), true).join();
        }
        try {
            JsonNode said = answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (said.has("error")) {
                throw new IllegalStateException(method + ": " + said.get("error"));
            }
            return said.get("result");
        } catch (TimeoutException | ExecutionException none) {
            throw new AssertionError("no answer to " + method + " " + parameters, none);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private final class Listener implements WebSocket.Listener {
        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            part.append(data);
            if (last) {
                JsonNode message = JSON.readTree(part.toString());
                part.setLength(0);
                CompletableFuture<JsonNode> waiting =
                        message.has("id") ? answers.remove(message.get("id").asInt()) : null;
                if (waiting != null) {
                    waiting.complete(message);
                } else if (message.path("method").asString("").equals("Fetch.requestPaused")) {
                    Thread.ofVirtual().start(() -> lose(message));
                } else {
                    events.add(message);
                }
            }
            socket.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }

    @Override
    public void close() {
        ask("", "Browser.close", Map.of());
        try {
            if (!program.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                program.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            program.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        http.close();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
