package banyan.simulator.idcard;

import banyan.simulator.twin.Answer;
import banyan.simulator.twin.Fields;
import banyan.simulator.twin.Fixtures;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The hand that puts a card on a reader, lifts it and pulls the plug, however the reader is connected. */
final class ReaderHand {
    static final Set<String> ACTIONS = Set.of(
            "put",
            "lift",
            "pull-during-read",
            "refuse",
            "silence",
            "garble",
            "fail-self-test",
            "heal",
            "unplug",
            "plug");

    private final SamModule module;
    private final Fixtures fixtures;

    ReaderHand(SamModule module, Fixtures fixtures) {
        this.module = module;
        this.fixtures = fixtures;
    }

    Answer act(String action, Fields fields, Supplier<ObjectNode> state) {
        return switch (action) {
            case "put" -> {
                Optional<Card> card = card(fields);
                yield fields.then(() -> card.ifPresent(module::put), state);
            }
            case "lift" -> fields.then(module::lift, state);
            case "pull-during-read" -> {
                int after = fields.number("afterBytes", 0, 4096, 0);
                yield fields.then(() -> module.pullDuringRead(after), state);
            }
            case "refuse" -> {
                // As it is written, in hexadecimal: 32 means 0x32.
                int status = fields.number("status", 31, 33, 32);
                yield fields.then(() -> module.refuse(0x30 + status % 10), state);
            }
            case "silence" -> fields.then(() -> module.trouble(SamModule.Trouble.SILENT), state);
            case "garble" -> fields.then(() -> module.trouble(SamModule.Trouble.GARBLED), state);
            case "fail-self-test" -> fields.then(() -> module.trouble(SamModule.Trouble.SELF_TEST_FAILS), state);
            case "heal" -> fields.then(module::heal, state);
            case "unplug" -> fields.then(this::unplug, state);
            case "plug" -> fields.then(module.cable()::plug, state);
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
        module.cable().unplug();
        module.losePower();
    }
}
