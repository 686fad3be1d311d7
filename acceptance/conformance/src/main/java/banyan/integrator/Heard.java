package banyan.integrator;

import java.net.http.HttpHeaders;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * An answer that was read to its end.
 *
 * @param signed whether the centre's key has signed it, for this very request
 */
record Heard(int status, HttpHeaders headers, byte[] body, boolean signed) {
    String mediaType() {
        return headers.firstValue("Content-Type").orElse("");
    }

    /** The body as JSON; missing if it is none. */
    JsonNode json() {
        try {
            JsonNode read = Contract.JSON.readTree(body);
            return read == null ? MissingNode.getInstance() : read;
        } catch (JacksonException none) {
            return MissingNode.getInstance();
        }
    }

    String text(String field) {
        return json().path(field).asString("");
    }

    /** Of a problem; empty where it is none. */
    String code() {
        return text("code");
    }

    /** For a report: what was said, without any of its content. */
    String said() {
        return status + (code().isEmpty() ? "" : " " + code());
    }

    @Override
    public String toString() {
        return "Heard[" + said() + "]";
    }
}
