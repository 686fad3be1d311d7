package banyan.item;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** The JSON Schema fragments of fields. The engine starts when the first one is asked. */
public final class JsonSchemas {
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Map<String, Schema> COMPILED = new ConcurrentHashMap<>();

    private JsonSchemas() {}

    /** Whether the value, as JSON text, is what the fragment asks for. */
    static boolean fits(String fragment, String value) {
        JsonNode text = JsonNodeFactory.instance.stringNode(value);
        return COMPILED.computeIfAbsent(fragment, JsonSchemas::compile)
                .validate(text)
                .isEmpty();
    }

    /** What is wrong with a fragment itself. */
    public static Optional<String> fault(String fragment) {
        try {
            compile(fragment).initializeValidators();
            return Optional.empty();
        } catch (JacksonException | IllegalArgumentException | SchemaException wrong) {
            return Optional.of("is no JSON Schema: " + wrong.getMessage());
        }
    }

    private static Schema compile(String fragment) {
        return REGISTRY.getSchema(JSON.readTree(fragment));
    }
}
