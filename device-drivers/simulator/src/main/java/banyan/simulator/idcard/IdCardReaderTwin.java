package banyan.simulator.idcard;

import banyan.simulator.twin.Answer;
import banyan.simulator.twin.Fields;
import banyan.simulator.twin.Fixtures;
import banyan.simulator.twin.Twin;
import banyan.simulator.wire.Grade;
import banyan.simulator.wire.SerialWire;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The identity card reader's twin: a {@link SamModule} on a serial line, and the hand that puts a card on it, lifts it
 * and pulls the plug.
 */
public final class IdCardReaderTwin implements Twin {
    public static final String ID = "id-card-reader";
    private static final Set<String> ACTIONS = Set.of(
            "put",
            "lift",
            "pull-during-read",
            "refuse",
            "silence",
            "garble",
            "fail-self-test",
            "heal",
            "grade",
            "unplug",
            "plug");

    private final Fixtures fixtures;
    private final int firstBaud;
    private final SamModule module;
    private final SerialWire wire;

    public IdCardReaderTwin(Path folder, int baud, Fixtures fixtures) {
        this.fixtures = fixtures;
        this.firstBaud = baud;
        this.module = new SamModule(ID, folder, baud);
        this.wire = module.wire();
        wire.plug();
    }

    @Override
    public String id() {
        return ID;
    }

    /** The name of the port a driver opens. */
    public Path port() {
        return wire.link();
    }

    @Override
    public Set<String> actions() {
        return ACTIONS;
    }

    @Override
    public Answer act(String action, Fields fields) {
        return switch (action) {
            case "put" -> {
                Optional<Card> card = card(fields);
                yield fields.then(() -> card.ifPresent(module::put), this::state);
            }
            case "lift" -> fields.then(module::lift, this::state);
            case "pull-during-read" -> {
                int after = fields.number("afterBytes", 0, 4096, 0);
                yield fields.then(() -> module.pullDuringRead(after), this::state);
            }
            case "refuse" -> {
                // As it is written, in hexadecimal: 32 means 0x32.
                int status = fields.number("status", 31, 33, 32);
                yield fields.then(() -> module.refuse(0x30 + status % 10), this::state);
            }
            case "silence" -> fields.then(() -> module.trouble(SamModule.Trouble.SILENT), this::state);
            case "garble" -> fields.then(() -> module.trouble(SamModule.Trouble.GARBLED), this::state);
            case "fail-self-test" -> fields.then(() -> module.trouble(SamModule.Trouble.SELF_TEST_FAILS), this::state);
            case "heal" -> fields.then(module::heal, this::state);
            case "grade" -> {
                Grade grade = fields.choice("grade", Grade.class, Grade.IDEAL);
                yield fields.then(() -> wire.grade(grade), this::state);
            }
            case "unplug" -> fields.then(this::unplug, this::state);
            case "plug" -> fields.then(wire::plug, this::state);
            default -> new Answer.NotFound("action " + action);
        };
    }

    private Optional<Card> card(Fields fields) {
        Optional<JsonNode> given = fields.any("card");
        if (given.isPresent() && given.get() instanceof ObjectNode inline) {
            return Optional.of(Card.read("given in the request", inline, fields));
        }
        if (given.isEmpty() || !given.get().isString()) {
            fields.mistaken("card must be a fixture's name or a card as a JSON object");
            return Optional.empty();
        }
        String name = given.get().stringValue();
        Optional<byte[]> bytes = fixtures.bytes(Fixtures.Kind.CARDS, name.endsWith(".json") ? name : name + ".json");
        if (bytes.isEmpty()) {
            fields.mistaken("there is no card fixture of that name");
            return Optional.empty();
        }
        Fields file = Fields.parse(new String(bytes.get(), StandardCharsets.UTF_8));
        return file.object().map(json -> Card.read(name, json, fields)).or(() -> {
            fields.mistaken("the card fixture is not a JSON object");
            return Optional.empty();
        });
    }

    private void unplug() {
        wire.unplug();
        module.losePower();
        wire.baud(firstBaud);
    }

    @Override
    public void reset() {
        wire.discardOutgoing();
        module.forgetAll();
        wire.grade(Grade.IDEAL);
        wire.baud(firstBaud);
        wire.plug();
    }

    @Override
    public void close() {
        wire.close();
    }

    @Override
    public ObjectNode state() {
        ObjectNode state = Fields.JSON.createObjectNode();
        state.put("id", ID)
                .put("plugged", wire.plugged())
                .put("port", wire.link().toString());
        state.put("open", wire.open())
                .put("sending", !wire.idle())
                .put("baud", wire.baud())
                .put("grade", Fields.word(wire.grade()));
        module.describe(state);
        return state;
    }
}
