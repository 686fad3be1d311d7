package banyan.integrator;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The written agreement, {@code openapi.yaml}, and whether an answer is one that it allows. */
final class Contract {
    static final JsonMapper JSON = JsonMapper.shared();
    private static final String SCHEMAS = "/components/schemas";
    private static final String PROBLEM = "application/problem+json";

    private final JsonNode document;
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

    private Contract(JsonNode document) {
        this.document = document;
    }

    /** The one that this program was built with. */
    static Contract own() {
        try (InputStream file = banyan.acceptance.Receipt.class.getResourceAsStream("/banyan/acceptance/openapi.yaml")) {
            Object read = new Load(LoadSettings.builder().build()).loadFromInputStream(Objects.requireNonNull(file));
            return new Contract(JSON.valueToTree(read));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** One thing that may be asked: its method, path with variables, and what the document says of it. */
    record Operation(String method, String path, JsonNode said) {
        /** The JSON Schema of its body, where it has one in JSON. */
        Optional<JsonNode> body() {
            JsonNode schema = said.at("/requestBody/content/application~1json/schema");
            return schema.isMissingNode() ? Optional.empty() : Optional.of(schema);
        }
    }

    /** All of them, in the order of the document. */
    List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        document.get("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(one -> all.add(new Operation(
                        one.getKey().toUpperCase(java.util.Locale.ROOT), path.getKey(), one.getValue()))));
        return all;
    }

    Operation operation(String name) {
        return operations().stream()
                .filter(one -> one.said().path("operationId").asString("").equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the document has no operation " + name));
    }

    /** What a reference names, or the node itself. */
    JsonNode resolved(JsonNode node) {
        JsonNode reference = node.get("$ref");
        return reference == null ? node : document.at(reference.asString().substring(1));
    }

    /** What is wrong with this answer to this operation; empty if nothing is. */
    List<String> faults(Operation operation, int status, String mediaType, byte[] body) {
        JsonNode responses = operation.said().get("responses");
        JsonNode response = responses.get(Integer.toString(status));
        if (response == null) {
            response = responses.get("default");
        }
        if (response == null) {
            return List.of("status %d is not in the document".formatted(status));
        }
        JsonNode content = resolved(response).get("content");
        if (content == null) {
            return body.length == 0 ? List.of() : List.of("a body where the document has none");
        }
        String named = mediaType.replaceFirst(";.*", "").strip();
        JsonNode allowed = content.get(named);
        if (allowed == null) {
            return List.of("media type '%s' is not in the document for %d".formatted(named, status));
        }
        return named.endsWith("json") ? faults(allowed.get("schema"), body, named.equals(PROBLEM) ? status : 0) : List.of();
    }

    private List<String> faults(JsonNode schema, byte[] body, int status) {
        JsonNode read;
        try {
            read = JSON.readTree(body);
        } catch (JacksonException noJson) {
            return List.of("not JSON");
        }
        List<String> faults = new ArrayList<>();
        // Where it is and which rule it breaks; never what stood there.
        schema(schema)
                .validate(read)
                .forEach(one -> faults.add("%s breaks %s".formatted(one.getInstanceLocation(), one.getKeyword())));
        if (status != 0 && read.path("status").asInt(0) != status) {
            faults.add("the problem says another status than the answer");
        }
        return faults;
    }

    private Schema schema(JsonNode schema) {
        return compiled.computeIfAbsent(schema.toString(), _ -> {
            ObjectNode whole = JSON.createObjectNode();
            whole.set("$defs", document.at(SCHEMAS));
            whole.putArray("allOf").add(schema);
            // JSON Schema keeps its definitions elsewhere than OpenAPI.
            return registry.getSchema(JSON.readTree(whole.toString().replace("#" + SCHEMAS, "#/$defs")));
        });
    }
}
