package banyan.simulator.finger;

import banyan.simulator.finger.GlassModule.Lying;
import banyan.simulator.finger.GlassModule.Trouble;
import banyan.simulator.traffic.Traffic;
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
import tools.jackson.databind.node.ObjectNode;

/** The fingerprint pad's twin: a {@link GlassModule} on a serial line, and the hand that lays a finger on its glass. */
public final class FingerprintPadTwin implements Twin {
    public static final String ID = "fingerprint-pad";

    /** Points of the glass, at 500 dots an inch, until somebody puts another module there. */
    private static final int WIDTH = 256;

    private static final int HEIGHT = 288;

    /** At which a picture takes seven seconds, as it does on the desk. */
    private static final int BAUD = 57_600;

    private static final int SENSOR_FAILED = 0x29;
    private static final Set<String> ACTIONS =
            Set.of("lay", "lift", "silence", "garble", "lock", "fail", "heal", "grade", "speed", "glass", "unplug", "plug");

    private final Fixtures fixtures;
    private final GlassModule module;
    private final SerialWire wire;
    private volatile Glass glass = new Glass(WIDTH, HEIGHT);

    private record Glass(int width, int height) {}

    public FingerprintPadTwin(Path folder, Fixtures fixtures) {
        this.fixtures = fixtures;
        this.module = new GlassModule(ID, folder, BAUD);
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
    public Traffic traffic() {
        return module.traffic();
    }

    @Override
    public Answer act(String action, Fields fields) {
        return switch (action) {
            case "lay" -> {
                Impression impression = impression(fields);
                String label = label(fields, impression);
                boolean moving = fields.flag("moving", false);
                yield fields.then(() -> module.lay(new Lying(label, packed(impression), moving)), this::state);
            }
            case "lift" -> fields.then(module::lift, this::state);
            case "silence" -> fields.then(() -> module.trouble(Trouble.SILENT), this::state);
            case "garble" -> fields.then(() -> module.trouble(Trouble.GARBLED), this::state);
            case "lock" -> fields.then(() -> module.trouble(Trouble.LOCKED), this::state);
            case "fail" -> {
                int confirmation = fields.number("confirmation", 3, 255, SENSOR_FAILED);
                yield fields.then(() -> module.fail(confirmation), this::state);
            }
            case "heal" -> fields.then(module::heal, this::state);
            case "grade" -> {
                Grade grade = fields.choice("grade", Grade.class, Grade.IDEAL);
                yield fields.then(() -> wire.grade(grade), this::state);
            }
            case "speed" -> {
                int baud = fields.number("baud", 9600, 10_000_000, BAUD);
                yield fields.then(() -> wire.baud(baud), this::state);
            }
            case "glass" -> {
                Glass other = new Glass(
                        fields.number("width", 96, 1024, WIDTH) / 2 * 2, fields.number("height", 96, 1024, HEIGHT));
                yield fields.then(() -> glass = other, this::state);
            }
            case "unplug" -> fields.then(this::unplug, this::state);
            case "plug" -> fields.then(wire::plug, this::state);
            default -> new Answer.NotFound("action " + action);
        };
    }

    /** A fixture's finger or one that is given, laid as the request says. */
    private Impression impression(Fields fields) {
        Optional<String> name = fields.text("finger");
        Fields finger = name.isPresent() ? fixture(name.get(), fields) : fields;
        int seed = finger.number("seed", 0, Integer.MAX_VALUE, 1);
        Pattern pattern = finger.choice("pattern", Pattern.class, Pattern.of(seed));
        if (name.isPresent()) {
            finger.any("note");
            finger.mistakes().forEach(mistake -> fields.mistaken("finger: " + mistake));
        }
        return new Impression(
                seed,
                pattern,
                fields.number("impression", 0, Integer.MAX_VALUE, 0),
                fields.decimal("rotation", -180, 180, 0),
                fields.decimal("smudge", 0, 1, 0),
                fields.choice("skin", Skin.class, Skin.NORMAL));
    }

    private Fields fixture(String name, Fields fields) {
        Optional<byte[]> bytes =
                fixtures.bytes(Fixtures.Kind.FINGERS, name.endsWith(".json") ? name : name + ".json");
        if (bytes.isEmpty()) {
            fields.mistaken("there is no finger fixture of that name");
            return Fields.none();
        }
        return Fields.parse(new String(bytes.get(), StandardCharsets.UTF_8));
    }

    private static String label(Fields fields, Impression impression) {
        return fields.text("finger").orElse("seed " + impression.seed());
    }

    /** Four bits a point, the left of two in the upper half. */
    private byte[] packed(Impression impression) {
        byte[] grey = impression.picture(glass.width(), glass.height());
        byte[] packed = new byte[grey.length / 2];
        for (int i = 0; i < packed.length; i++) {
            packed[i] = (byte) (grey[2 * i] & 0xF0 | (grey[2 * i + 1] & 0xF0) >> 4);
        }
        return packed;
    }

    private void unplug() {
        wire.unplug();
        module.losePower();
    }

    @Override
    public void reset() {
        wire.discardOutgoing();
        module.forgetAll();
        wire.grade(Grade.IDEAL);
        wire.baud(BAUD);
        glass = new Glass(WIDTH, HEIGHT);
        wire.plug();
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
        state.put("width", glass.width()).put("height", glass.height());
        module.describe(state);
        return state;
    }

    @Override
    public void close() {
        wire.close();
    }
}
