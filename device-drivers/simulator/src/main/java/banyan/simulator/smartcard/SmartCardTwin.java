package banyan.simulator.smartcard;

import banyan.simulator.traffic.Traffic;
import banyan.simulator.twin.Answer;
import banyan.simulator.twin.Fields;
import banyan.simulator.twin.Fixtures;
import banyan.simulator.twin.Twin;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A chip card in a hand before the virtual reader vpcd: put in, pulled out, mute, or lying. The reader itself is pcscd's. */
public final class SmartCardTwin implements Twin {
    public static final String ID = "smart-card";

    /** Where Debian's package has vpcd listen for its first slot. */
    public static final int PORT = 35963;

    /** Begins with neither of the two first bytes there are: pcscd takes the card for mute. */
    private static final byte[] NO_ATR = {0};

    private static final Set<String> ACTIONS = Set.of(
            "put", "pull", "pull-during-read", "mute", "lie", "silence", "heal", "reader", "unplug", "plug");

    private enum Trouble {
        NONE,
        /** Does not answer to reset. */
        MUTE,
        /** Lengths in records are too great. */
        LYING,
        /** Takes a command and does not answer. */
        SILENT
    }

    private final Traffic traffic = new Traffic(new CardWords());
    private final Fixtures fixtures;
    private int port = PORT;
    private boolean plugged = true;
    private volatile Trouble trouble = Trouble.NONE;
    private volatile CountDownLatch healed = new CountDownLatch(0);
    private volatile int commands;
    private volatile int pullAfter = -1;
    private @Nullable ChipCard card;
    private @Nullable VirtualSlot slot;

    public SmartCardTwin(Fixtures fixtures) {
        this.fixtures = fixtures;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Set<String> actions() {
        return ACTIONS;
    }

    @Override
    public Traffic traffic() {
        return traffic;
    }

    @Override
    public synchronized Answer act(String action, Fields fields) {
        return switch (action) {
            case "put" -> put(fields);
            case "pull" -> fields.then(this::pull, this::state);
            case "pull-during-read" -> {
                int after = fields.number("afterCommands", 0, 100, 1);
                yield fields.then(() -> pullAfter = after, this::state);
            }
            case "mute" -> fields.then(() -> trouble(Trouble.MUTE), this::state);
            case "lie" -> fields.then(() -> trouble(Trouble.LYING), this::state);
            case "silence" -> fields.then(() -> trouble(Trouble.SILENT), this::state);
            case "heal" -> fields.then(() -> trouble(Trouble.NONE), this::state);
            case "reader" -> {
                int wanted = fields.number("port", 1, 0xFFFF, PORT);
                yield fields.then(() -> reader(wanted), this::state);
            }
            case "unplug" -> fields.then(() -> plugged(false), this::state);
            case "plug" -> fields.then(() -> plugged(true), this::state);
            default -> new Answer.NotFound("action " + action);
        };
    }

    private Answer put(Fields fields) {
        Optional<JsonNode> given = fields.any("card");
        if (given.isEmpty()) {
            fields.mistaken("card must be a name or an object");
        }
        Optional<ChipCard> read = given.flatMap(
                        json -> json.isString() ? fixture(json.stringValue(), fields) : Optional.of(json))
                .flatMap(json -> ChipCard.read(json, fields));
        return fields.then(
                () -> read.ifPresent(now -> {
                    pull();
                    card = now;
                    connect();
                }),
                this::state);
    }

    private Optional<JsonNode> fixture(String name, Fields fields) {
        Optional<JsonNode> json = fixtures.bytes(
                        Fixtures.Kind.CHIP_CARDS, name.endsWith(".json") ? name : name + ".json")
                .flatMap(bytes -> Fields.parse(new String(bytes, StandardCharsets.UTF_8)).object());
        if (json.isEmpty()) {
            fields.mistaken("there is no chip card fixture of that name");
        }
        return json;
    }

    private void connect() {
        if (card != null && plugged) {
            slot = new VirtualSlot(port, new InTheSlot(new FileCard(card), card.atr()), traffic);
        }
    }

    private void disconnect() {
        healed.countDown();
        if (slot != null) {
            slot.close();
            slot = null;
        }
    }

    private void pull() {
        disconnect();
        card = null;
    }

    private void reader(int wanted) {
        disconnect();
        port = wanted;
        connect();
    }

    private void plugged(boolean now) {
        disconnect();
        plugged = now;
        connect();
    }

    private void trouble(Trouble now) {
        healed.countDown();
        healed = new CountDownLatch(now == Trouble.SILENT ? 1 : 0);
        trouble = now;
        if (now == Trouble.NONE) {
            pullAfter = -1;
        }
    }

    /** The card as the slot's thread has it. */
    private final class InTheSlot implements VirtualSlot.Chip {
        private final FileCard files;
        private final byte[] atr;

        InTheSlot(FileCard files, byte[] atr) {
            this.files = files;
            this.atr = atr;
        }

        @Override
        public byte[] atr() {
            return trouble == Trouble.MUTE ? NO_ATR.clone() : atr;
        }

        @Override
        public void reset() {
            files.reset();
        }

        @Override
        public byte @Nullable [] answer(byte[] command) {
            commands = commands + 1;
            if (pullAfter == 0) {
                pullAfter = -1;
                return null;
            }
            pullAfter = Math.max(-1, pullAfter - 1);
            try {
                healed.await();
            } catch (InterruptedException _) {
                return null;
            }
            byte[] answer = files.answer(command);
            if (trouble == Trouble.LYING && command[1] == (byte) 0xB2 && answer.length > 4) {
                answer[1] = 0x7F;
            }
            return answer;
        }
    }

    @Override
    public synchronized void reset() {
        pull();
        trouble(Trouble.NONE);
        port = PORT;
        plugged = true;
        commands = 0;
    }

    @Override
    public synchronized ObjectNode state() {
        VirtualSlot now = slot;
        ObjectNode state = Fields.JSON.createObjectNode();
        state.put("id", ID).put("plugged", plugged).put("port", port);
        state.put("card", card != null && (now == null || !now.gone()))
                .put("connected", now != null && now.connected())
                .put("trouble", Fields.word(trouble))
                .put("commands", commands);
        return state;
    }

    @Override
    public void close() {
        reset();
    }
}
