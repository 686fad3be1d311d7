package banyan.server.wire;

import banyan.acceptance.Sha256;
import banyan.acceptance.SubmissionId;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * The records of {@code banyan.acceptance} as JSON. Reading is strict where two readers could disagree (a name twice, something
 * after the end, a required part missing) and lenient about names it does not know, so that a newer terminal is understood.
 */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .addModule(new SimpleModule("acceptance")
                    .addSerializer(SubmissionId.class, new AsText<>())
                    .addSerializer(Sha256.class, new AsText<>())
                    .addDeserializer(SubmissionId.class, new SubmissionIdFromText())
                    .addDeserializer(Sha256.class, new Sha256FromText()))
            .build();

    private Json() {}

    /** As JSON in UTF-8. */
    public static byte[] write(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /** The record that these bytes say, or empty if they do not say one whole. Why is not told: it could quote them. */
    public static <T extends Record> Optional<T> read(byte[] json, Class<T> type) {
        try {
            T value = MAPPER.readValue(json, type);
            return value != null && whole(value) ? Optional.of(value) : Optional.empty();
        } catch (JacksonException notThis) {
            return Optional.empty();
        }
    }

    /** A part left out arrives as null, whatever the types promise; it must not get further than here. */
    private static boolean whole(@org.jspecify.annotations.Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Record parts -> wholeRecord(parts);
            case Optional<?> part -> part.isEmpty() || whole(part.get());
            case Collection<?> parts -> parts.stream().allMatch(Json::whole);
            case Map<?, ?> parts -> parts.values().stream().allMatch(Json::whole);
            default -> true;
        };
    }

    private static boolean wholeRecord(Record value) {
        for (RecordComponent part : value.getClass().getRecordComponents()) {
            try {
                if (!whole(part.getAccessor().invoke(value))) {
                    return false;
                }
            } catch (IllegalAccessException | InvocationTargetException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return true;
    }

    private static final class AsText<T> extends ValueSerializer<T> {
        @Override
        public void serialize(T value, JsonGenerator json, SerializationContext context) {
            json.writeString(value.toString());
        }
    }

    private static final class SubmissionIdFromText extends ValueDeserializer<SubmissionId> {
        @Override
        public SubmissionId deserialize(JsonParser json, DeserializationContext context) {
            Optional<UUID> id = Names.uuid(json.getString());
            if (id.isEmpty()) {
                return context.reportInputMismatch(SubmissionId.class, "not a submission's name");
            }
            return new SubmissionId(id.get());
        }
    }

    private static final class Sha256FromText extends ValueDeserializer<Sha256> {
        @Override
        public Sha256 deserialize(JsonParser json, DeserializationContext context) {
            Optional<Sha256> hash = Names.hash(json.getString());
            if (hash.isEmpty()) {
                return context.reportInputMismatch(Sha256.class, "not a SHA-256");
            }
            return hash.get();
        }
    }
}
