package banyan.simulator.idcard;

import banyan.simulator.traffic.Traffic;
import banyan.simulator.twin.Answer;
import banyan.simulator.twin.Fields;
import banyan.simulator.twin.Fixtures;
import banyan.simulator.twin.Twin;
import java.net.URI;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** The identity card reader's twin with its module on USB. */
public final class UsbIdCardReaderTwin implements Twin {
    public static final String ID = "usb-id-card-reader";
    private static final Set<String> ACTIONS =
            Stream.concat(ReaderHand.ACTIONS.stream(), Stream.of("stray")).collect(Collectors.toUnmodifiableSet());

    private final SamModule module;
    private final ReaderHand hand;
    private final UsbCable cable;

    /** @param port 0 for any free one */
    public UsbIdCardReaderTwin(int port, Fixtures fixtures) {
        this.module = new SamModule(listener -> new UsbCable(ID, port, listener));
        this.hand = new ReaderHand(module, fixtures);
        this.cable = (UsbCable) module.cable();
    }

    @Override
    public String id() {
        return ID;
    }

    /** Where a driver finds it. */
    public URI uri() {
        return cable.uri();
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
            case "stray" -> fields.then(() -> cable.stray(true), this::state);
            case "heal" -> fields.then(this::heal, this::state);
            default -> hand.act(action, fields, this::state);
        };
    }

    private void heal() {
        cable.stray(false);
        module.heal();
    }

    @Override
    public void reset() {
        cable.renew();
        module.forgetAll();
    }

    @Override
    public ObjectNode state() {
        ObjectNode state = Fields.JSON.createObjectNode();
        state.put("id", ID);
        cable.describe(state);
        module.describe(state);
        return state;
    }

    @Override
    public void close() {
        cable.close();
    }
}
