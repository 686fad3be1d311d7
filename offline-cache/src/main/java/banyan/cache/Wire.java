package banyan.cache;

import banyan.acceptance.Sha256;
import banyan.acceptance.SubmissionId;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of the interface: hashes and ids as plain strings, what is absent left out, what is unknown skipped. */
final class Wire {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addMixIn(Sha256.class, HashAsString.class)
            .addMixIn(SubmissionId.class, IdAsString.class)
            .changeDefaultPropertyInclusion(was -> was.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Wire() {}

    static byte[] write(Object value) {
        return JSON.writeValueAsBytes(value);
    }

    /** Empty where the bytes are not a whole one of this form; whatever else they are, they are not quoted anywhere. */
    static <T extends Record> Optional<T> read(byte[] json, Class<T> type) {
        try {
            return Optional.ofNullable(JSON.readValue(json, type)).filter(Wire::whole);
        } catch (JacksonException | IllegalArgumentException | NullPointerException notOfThisForm) {
            // Records refuse wrong parts with exceptions of their own, which Jackson does not always wrap.
            return Optional.empty();
        }
    }

    /** A part left out arrives as null, whatever the types promise; it must not get further than here. */
    private static boolean whole(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Record parts ->
                Arrays.stream(parts.getClass().getRecordComponents()).allMatch(part -> whole(part(parts, part)));
            case Optional<?> part -> part.isEmpty() || whole(part.get());
            case Collection<?> parts -> parts.stream().allMatch(Wire::whole);
            case Map<?, ?> parts -> parts.values().stream().allMatch(Wire::whole);
            default -> true;
        };
    }

    private static @Nullable Object part(Record of, RecordComponent part) {
        try {
            return part.getAccessor().invoke(of);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private record HashAsString(@JsonValue String hex) {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        private HashAsString {}
    }

    private record IdAsString(@JsonValue UUID value) {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        private IdAsString {}
    }
}
