package banyan.server.wire;

import banyan.server.staff.Staff;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/**
 * A request that has passed the gate.
 *
 * @param terminal whose it is; empty on an open route
 * @param path the values of the route's variables, in the form their route asks for
 * @param body the JSON or PDF body; empty where the body is a stream
 * @param stream the body of a paper, not yet read; of no bytes elsewhere
 * @param said what some routes look at besides: headers of tus, a range, and the parameters of the query
 * @param caller who asks, on a route for staff
 */
public record Call(
        String terminal, Map<String, String> path, byte[] body, InputStream stream, Map<String, String> said, Caller caller) {
    /** One that is not from staff. */
    public Call(String terminal, Map<String, String> path, byte[] body, InputStream stream, Map<String, String> said) {
        this(terminal, path, body, stream, said, Caller.NOBODY);
    }

    /** Who asks; on a route for staff there is somebody. */
    public Staff staff() {
        return caller.staff().orElseThrow(() -> new IllegalStateException("the route is not for staff"));
    }

    /** The value of this variable; its route has it. */
    public String named(String variable) {
        String value = path.get(variable);
        if (value == null) {
            throw new IllegalStateException("the route has no variable " + variable);
        }
        return value;
    }

    /** A header of tus or a parameter of the query. */
    public Optional<String> said(String name) {
        return Optional.ofNullable(said.get(name));
    }

    @Override
    public String toString() {
        return "Call[" + terminal + ", " + body.length + " bytes]";
    }
}
