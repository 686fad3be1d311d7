package banyan.item;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** The JSON Schema fragments of fields, compiled when first needed. */
public final class JsonSchemas {
    private static final class Registry {
        static final SchemaRegistry ONE = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        static final JsonMapper JSON = JsonMapper.shared();
    }

    private final Map<String, Schema> compiled = new ConcurrentHashMap<>();

    /** Whether the value, as JSON text, is what the fragment asks for. */
    public boolean fits(String fragment, String value) {
        JsonNode text = JsonNodeFactory.instance.stringNode(value);
        return compiled.computeIfAbsent(fragment, JsonSchemas::compile)
                .validate(text)
                .isEmpty();
    }

    /** What is wrong with a fragment itself. */
    public static Optional<String> fault(String fragment) {
        try {
            compile(fragment).initializeValidators();
            return Optional.empty();
        } catch (JacksonException | IllegalArgumentException | com.networknt.schema.SchemaException wrong) {
            return Optional.of("is no JSON Schema: " + wrong.getMessage());
        }
    }

    private static Schema compile(String fragment) {
        return Registry.ONE.getSchema(Registry.JSON.readTree(fragment));
    }
}
