package banyan.cache;

import banyan.acceptance.Sha256;
import banyan.acceptance.SubmissionId;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.UUID;
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

    /** Empty where the bytes are not JSON of this form; whatever else they are, they are not quoted anywhere. */
    static <T> Optional<T> read(byte[] json, Class<T> type) {
        try {
            return Optional.ofNullable(JSON.readValue(json, type));
        } catch (JacksonException | IllegalArgumentException | NullPointerException notOfThisForm) {
            // Records refuse missing parts with an exception of their own, which Jackson does not always wrap.
            return Optional.empty();
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
