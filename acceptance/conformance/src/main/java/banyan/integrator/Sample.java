package banyan.integrator;

import banyan.acceptance.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What this centre takes: a request that its items accept, and a certificate that it issues. Invented people only. */
final class Sample {
    private final JsonNode read;

    private Sample(JsonNode read) {
        this.read = read;
    }

    /**
     * A file with {@code submission} (item, itemVersion, applicant, answers, sources, and {@code material}, a code of a paper that may be
     * added), and if the centre issues any, {@code certificate} (item, name, number, parameters).
     *
     * @throws IOException if there is none that can be read
     */
    static Sample read(Path file) throws IOException {
        try {
            return of(Contract.JSON.readTree(Files.readAllBytes(file)));
        } catch (JacksonException | IllegalArgumentException wrong) {
            throw new IOException(file + " is no sample: " + wrong.getMessage(), wrong);
        }
    }

    static Sample of(JsonNode read) {
        JsonNode submission = read.path("submission");
        for (String part : List.of("item", "itemVersion", "applicant", "answers", "sources")) {
            if (submission.path(part).isMissingNode()) {
                throw new IllegalArgumentException("submission." + part + " is missing");
            }
        }
        return new Sample(read);
    }

    boolean issues() {
        return read.has("certificate");
    }

    ObjectNode certificate() {
        return ((ObjectNode) read.get("certificate")).deepCopy();
    }

    String number() {
        return read.at("/submission/applicant/number").asString();
    }

    String item() {
        return read.at("/submission/item").asString();
    }

    /** A request with these papers, all of them new. */
    ObjectNode submission(String terminal, byte[]... papers) {
        ObjectNode made = ((ObjectNode) read.get("submission")).deepCopy();
        String material = made.path("material").asString("proof");
        made.remove("material");
        made.put("id", UUID.randomUUID().toString());
        made.put("terminal", terminal);
        made.put("confirmedAt", Instant.now().toString());
        made.put("language", "zh-CN");
        made.put("provisional", terminal + "-8K42");
        ArrayNode all = made.putArray("papers");
        for (byte[] paper : papers) {
            all.addObject()
                    .put("material", material)
                    .put("page", all.size())
                    .put("mediaType", "image/jpeg")
                    .put("size", paper.length)
                    .put("hash", Sha256.of(paper).toString());
        }
        return made;
    }
}
