package banyan.integrator;

import banyan.acceptance.Sha256;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks a centre by chance, whatever the document lets a terminal ask, well and badly formed, and looks at each answer: never a fault of the
 * centre's own, always signed, always of the document's form.
 */
public final class ApiFuzz {
    /** These are answered with bodies of other kinds, or need a history that chance does not have. */
    private static final List<String> LEFT_OUT = List.of("tus", "uploaded", "sendChunk", "sendChunkByPost", "endUpload");

    private final Contract contract = Contract.own();
    private final List<Contract.Operation> operations = contract.operations().stream()
            .filter(one -> one.path().startsWith("/api/"))
            .filter(one -> !LEFT_OUT.contains(one.said().path("operationId").asString("")))
            .toList();
    private final RandomGenerator chance;
    private final Drawn drawn;
    private final Caller caller;
    private final Sample sample;
    private final Map<String, Integer> answers = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();

    private ApiFuzz(Caller caller, Sample sample, long seed) {
        this.chance = new SplittableRandom(seed);
        this.drawn = new Drawn(contract, chance);
        this.caller = caller;
        this.sample = sample;
    }

    /**
     * What came of it.
     *
     * @param answers how many of each status and code
     * @param faults what must not be, in words; nothing of what was sent
     * @param refused names of submissions that were refused with a body of their own, and so must not be held
     */
    public record Outcome(Map<String, Integer> answers, List<String> faults, List<String> refused) {}

    /**
     * @param sample as {@code ./kiosk conform --centre} reads it
     * @throws IOException if the centre cannot be heard any more, which is a fault too
     */
    public static Outcome run(
            URI centre, PublicKey centreKey, String terminal, PrivateKey key, String sample, long seed, int requests)
            throws IOException, InterruptedException {
        try (Caller caller = new Caller(centre, centreKey, terminal, key)) {
            ApiFuzz fuzz = new ApiFuzz(caller, Sample.of(Contract.JSON.readTree(sample)), seed);
            for (int at = 0; at < requests; at++) {
                fuzz.once(at);
            }
            fuzz.unharmed();
            return new Outcome(fuzz.answers, fuzz.faults, fuzz.refused);
        }
    }

    private void once(int at) throws IOException, InterruptedException {
        Contract.Operation operation = operations.get(chance.nextInt(operations.size()));
        String name = operation.said().path("operationId").asString("");
        byte[] body = body(operation, name);
        String path = path(operation, name, body);
        Sha256 signed = chance.nextInt(30) == 0 ? Sha256.of(new byte[] {0}) : paperHash(path, body);
        Heard heard = caller.send(operation.method(), path, body, signed, "application/json");
        answers.merge(heard.said(), 1, Integer::sum);
        List<String> wrong = new ArrayList<>();
        if (heard.status() >= 500) {
            wrong.add("a fault of the centre's own");
        }
        if (!heard.signed()) {
            wrong.add("not signed");
        }
        // What matches no route is answered by none.
        if (!heard.code().equals("ROUTE-UNKNOWN") && !heard.code().equals("METHOD-UNKNOWN")) {
            wrong.addAll(contract.faults(operation, heard.status(), heard.mediaType(), heard.body()));
        }
        if (!wrong.isEmpty()) {
            faults.add("request %d, %s: %s: %s".formatted(at, name, heard.said(), String.join("; ", wrong)));
        }
        if (name.equals("submit") && heard.status() >= 400) {
            refused.add(path.substring(path.lastIndexOf('/') + 1));
        }
    }

    /** Whoever asks properly is served as before. */
    private void unharmed() throws IOException, InterruptedException {
        ObjectNode submission = sample.submission(caller.terminal());
        Heard heard = caller.put(DoorChapter.path(submission), submission);
        if (heard.status() != 201) {
            faults.add("a good request afterwards: " + heard.said());
        }
    }

    private byte[] body(Contract.Operation operation, String name) {
        if (operation.body().isEmpty()) {
            byte[] bytes = new byte[chance.nextInt(4) == 0 ? 0 : chance.nextInt(2_000)];
            chance.nextBytes(bytes);
            boolean has = operation.said().has("requestBody");
            return has || operation.method().equals("PUT") && chance.nextInt(4) == 0 ? bytes : new byte[0];
        }
        JsonNode whole = name.equals("submit") && chance.nextInt(3) != 0
                ? sample.submission(caller.terminal())
                : name.equals("issue") && sample.issues() && chance.nextInt(3) != 0
                        ? sample.certificate()
                        : drawn.of(operation.body().get());
        int spoil = chance.nextInt(10);
        JsonNode said = spoil < 3 ? whole : drawn.spoilt(whole);
        byte[] body = Caller.bytes(said);
        return spoil == 9 ? drawn.broken(body) : body;
    }

    private String path(Contract.Operation operation, String name, byte[] body) {
        StringBuilder path = new StringBuilder();
        for (String part : operation.path().substring(1).split("/", -1)) {
            path.append('/').append(part.startsWith("{") ? variable(part.substring(1, part.length() - 1), name, body) : part);
        }
        if (name.equals("beginUpload")) {
            path.append("?hash=").append(drawn.hex(64)).append("&length=").append(chance.nextLong(-1, 300_000_000L));
        } else if (chance.nextInt(20) == 0) {
            path.append("?after=").append(encoded(drawn.hostile()));
        }
        return path.toString();
    }

    private String variable(String variable, String name, byte[] body) {
        if (chance.nextInt(12) == 0) {
            return encoded(drawn.hostile());
        }
        if (name.equals("submit") && chance.nextInt(8) != 0) {
            String own = new Heard(0, java.net.http.HttpHeaders.of(Map.of(), (_, _) -> true), body, true).text("id");
            if (own.matches("[0-9a-f-]{36}")) {
                return own;
            }
        }
        return switch (variable) {
            case "hash", "draft" -> drawn.hex(64);
            case "day" -> "20%s-1%d-0%d".formatted(drawn.digits(2), chance.nextInt(3), 1 + chance.nextInt(9));
            case "page", "number" -> Integer.toString(1 + chance.nextInt(3));
            case "trace" -> "FUZZ-" + drawn.digits(6);
            case "entry" -> "%d-400000-PRINTED".formatted(1 + chance.nextInt(1_000_000));
            default -> drawn.uuid();
        };
    }

    /** A paper's signature is over the hash in its path. */
    private static Sha256 paperHash(String path, byte[] body) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        return path.contains("/papers/") && last.matches("[0-9a-f]{64}")
                ? Sha256.of(java.util.HexFormat.of().parseHex(last), 0)
                : Sha256.of(body);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text.length() > 500 ? text.substring(0, 500) : text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
