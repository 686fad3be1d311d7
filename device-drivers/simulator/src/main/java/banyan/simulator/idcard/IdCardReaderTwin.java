package banyan.simulator.idcard;

import banyan.simulator.traffic.Traffic;
import banyan.simulator.twin.Answer;
import banyan.simulator.twin.Fields;
import banyan.simulator.twin.Fixtures;
import banyan.simulator.twin.Twin;
import banyan.simulator.wire.Grade;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * The identity card reader's twin: a {@link SamModule} on a serial line, and the hand that puts a card on it, lifts it
 * and pulls the plug.
 */
public final class IdCardReaderTwin implements Twin {
    public static final String ID = "id-card-reader";
    private static final Set<String> ACTIONS =
            Stream.concat(ReaderHand.ACTIONS.stream(), Stream.of("grade")).collect(Collectors.toUnmodifiableSet());

    private final SamModule module;
    private final ReaderHand hand;
    private final SerialCable cable;

    public IdCardReaderTwin(Path folder, int baud, Fixtures fixtures) {
        this.module = new SamModule(listener -> new SerialCable(ID, folder, baud, listener));
        this.hand = new ReaderHand(module, fixtures);
        this.cable = (SerialCable) module.cable();
        cable.plug();
    }

    @Override
    public String id() {
        return ID;
    }

    /** The name of the port a driver opens. */
    public Path port() {
        return cable.wire().link();
    }

    @Override
    public Set<String> actions() {
        return ACTIONS;
    }

    @Override
    public Traffic traffic() {
        return cable.traffic();
    }

    @Override
    public Answer act(String action, Fields fields) {
        return switch (action) {
            case "grade" -> {
                Grade grade = fields.choice("grade", Grade.class, Grade.IDEAL);
                yield fields.then(() -> cable.wire().grade(grade), this::state);
            }
            default -> hand.act(action, fields, this::state);
        };
    }

    @Override
    public void reset() {
        cable.renew();
        module.forgetAll();
    }

    @Override
    public void close() {
        cable.close();
    }

    @Override
    public ObjectNode state() {
        ObjectNode state = Fields.JSON.createObjectNode();
        state.put("id", ID);
        cable.describe(state);
        module.describe(state);
        return state;
    }
}
