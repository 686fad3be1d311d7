package banyan.simulator.twin;

import banyan.simulator.traffic.Traffic;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** One simulated device: it speaks its real protocol on a wire, and is moved from outside by named actions. */
public interface Twin extends AutoCloseable {
    /** The name under which it is reached, such as {@code id-card-reader}. */
    String id();

    /** How it stands, for people and tests to read. */
    ObjectNode state();

    /** The actions that {@link #act} knows. */
    Set<String> actions();

    /**
     * Does what a hand would do to the device.
     *
     * @param action one of {@link #actions}
     * @param fields the action's details; what is wrong with them refuses the action as a whole
     */
    Answer act(String action, Fields fields);

    /** Back to the state after start: connected, empty, healthy, nothing counted. */
    void reset();

    /** What passed over its wire last. */
    Traffic traffic();

    @Override
    void close();
}
