package banyan.simulator.idcard;

import banyan.simulator.idcard.SamFrames.Request;
import banyan.simulator.twin.Answer;
import banyan.simulator.twin.Fields;
import banyan.simulator.twin.Fixtures;
import banyan.simulator.twin.Twin;
import banyan.simulator.wire.Grade;
import banyan.simulator.wire.SerialWire;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The identity card reader's twin: answers SAM_V commands on a serial line for the card that lies on it. A card is
 * found once until it is lifted or the module is reset; it is read only when it was found and selected.
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
    private static final int[] BAUD = {115200, 57600, 38400, 19200, 9600};
    private static final int FIND = 0x2001;
    private static final int SELECT = 0x2002;
    private static final int READ_BASE = 0x3001;
    private static final int READ_ADDRESS = 0x3003;
    private static final int READ_WITH_FINGERS = 0x3010;
    private static final int RESET = 0x10FF;
    private static final int STATUS = 0x11FF;
    private static final int SAM_ID = 0x12FF;
    private static final int RF_BYTES = 0x61FF;
    private static final int SET_BAUD = 0x6000;

    private enum Trouble {
        NONE,
        SILENT,
        GARBLED,
        SELF_TEST_FAILS
    }

    /** A card on the reader and how far the commands have come with it. */
    private static final class Lying {
        final Card card;
        boolean found;
        boolean selected;
        Instant foundAt = Instant.EPOCH;

        Lying(Card card) {
            this.card = card;
        }
    }

    private final Fixtures fixtures;
    private final int firstBaud;
    private final SerialWire wire;
    private final Map<Integer, Integer> counts = new TreeMap<>();
    private byte[] pending = new byte[0];
    private @Nullable Lying lying;
    private Trouble trouble = Trouble.NONE;
    private int refusal;
    private Optional<Integer> pullAfter = Optional.empty();

    public IdCardReaderTwin(Path folder, int baud, Fixtures fixtures) {
        this.fixtures = fixtures;
        this.firstBaud = baud;
        this.wire = new SerialWire(ID, folder, baud, SamFrames.preamble(), true, new SerialWire.Listener() {
            @Override
            public void received(byte[] bytes, int count) {
                hear(bytes, count);
            }

            @Override
            public void quiet() {
                giveUpHalfFrame();
            }
        });
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
                yield fields.then(() -> card.ifPresent(this::put), this::state);
            }
            case "lift" -> fields.then(this::lift, this::state);
            case "pull-during-read" -> {
                int after = fields.number("afterBytes", 0, 4096, 0);
                yield fields.then(() -> pullDuringRead(after), this::state);
            }
            case "refuse" -> {
                // As it is written, in hexadecimal: 32 means 0x32.
                int status = fields.number("status", 31, 33, 32);
                yield fields.then(() -> refuse(0x30 + status % 10), this::state);
            }
            case "silence" -> fields.then(() -> trouble(Trouble.SILENT), this::state);
            case "garble" -> fields.then(() -> trouble(Trouble.GARBLED), this::state);
            case "fail-self-test" -> fields.then(() -> trouble(Trouble.SELF_TEST_FAILS), this::state);
            case "heal" -> fields.then(this::heal, this::state);
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

    private synchronized void put(Card card) {
        lying = new Lying(card);
    }

    private synchronized void lift() {
        lying = null;
        pullAfter = Optional.empty();
    }

    private synchronized void pullDuringRead(int afterBytes) {
        pullAfter = Optional.of(afterBytes);
    }

    private synchronized void refuse(int status) {
        refusal = status;
    }

    private synchronized void trouble(Trouble now) {
        trouble = now;
    }

    private synchronized void heal() {
        trouble = Trouble.NONE;
        refusal = 0;
        pullAfter = Optional.empty();
    }

    /** Without power the module forgets how far it was with the card. */
    private void unplug() {
        wire.unplug();
        synchronized (this) {
            pending = new byte[0];
            wire.baud(firstBaud);
            if (lying != null) {
                lying = new Lying(lying.card);
            }
        }
    }

    @Override
    public void reset() {
        wire.discardOutgoing();
        synchronized (this) {
            lying = null;
            heal();
            counts.clear();
            pending = new byte[0];
            wire.grade(Grade.IDEAL);
            wire.baud(firstBaud);
        }
        wire.plug();
    }

    @Override
    public void close() {
        wire.close();
    }

    @Override
    public synchronized ObjectNode state() {
        ObjectNode state = Fields.JSON.createObjectNode();
        state.put("id", ID)
                .put("plugged", wire.plugged())
                .put("port", wire.link().toString());
        state.put("open", wire.open())
                .put("sending", !wire.idle())
                .put("baud", wire.baud())
                .put("grade", Fields.word(wire.grade()));
        state.put("trouble", Fields.word(trouble));
        if (refusal != 0) {
            state.put("refuses", "%02X".formatted(refusal));
        }
        pullAfter.ifPresent(bytes -> state.put("pullsAfterBytes", bytes));
        if (lying != null) {
            state.putObject("card")
                    .put("fixture", lying.card.label())
                    .put("found", lying.found)
                    .put("selected", lying.selected)
                    .put("foundAt", lying.found ? lying.foundAt.toString() : "");
        }
        ObjectNode commands = state.putObject("commands");
        counts.forEach((command, count) -> commands.put("%04X".formatted(command), count));
        return state;
    }

    private synchronized void hear(byte[] bytes, int count) {
        byte[] all = Arrays.copyOf(pending, pending.length + count);
        System.arraycopy(bytes, 0, all, pending.length, count);
        int at = 0;
        while (at < all.length) {
            byte[] rest = Arrays.copyOfRange(all, at, all.length);
            switch (SamFrames.parse(rest, rest.length)) {
                case Request.Unfinished() -> {
                    pending = rest;
                    return;
                }
                case Request.Noise(int length) -> at += length;
                case Request.Wrong(int status, int length) -> {
                    at += length;
                    answer(SamFrames.answer(status));
                }
                case Request.Command(int command, int data, int length) -> {
                    at += length;
                    counts.merge(command, 1, Integer::sum);
                    obey(command, data);
                }
            }
        }
        pending = new byte[0];
    }

    /** The length promised more than came. */
    private synchronized void giveUpHalfFrame() {
        if (pending.length > SamFrames.preamble().length) {
            answer(SamFrames.answer(SamStatus.LENGTH_WRONG));
        }
        pending = new byte[0];
    }

    private void obey(int command, int data) {
        Lying now = lying;
        switch (command) {
            case RESET -> {
                if (now != null) {
                    lying = new Lying(now.card);
                }
                answer(SamFrames.answer(SamStatus.DONE));
            }
            case STATUS ->
                answer(SamFrames.answer(
                        trouble == Trouble.SELF_TEST_FAILS ? SamStatus.SELF_TEST_FAILED : SamStatus.DONE));
            case SAM_ID -> answer(SamFrames.answer(SamStatus.DONE, samId()));
            case RF_BYTES -> answer(SamFrames.answer(data > 0 ? SamStatus.DONE : SamStatus.LENGTH_WRONG));
            case FIND -> find(now);
            case SELECT -> select(now);
            case READ_BASE, READ_WITH_FINGERS, READ_ADDRESS -> read(command, now);
            default -> {
                if (command >= SET_BAUD && command < SET_BAUD + BAUD.length) {
                    answer(SamFrames.answer(SamStatus.DONE));
                    wire.baud(BAUD[command - SET_BAUD]);
                } else {
                    answer(SamFrames.answer(SamStatus.COMMAND_WRONG));
                }
            }
        }
    }

    private void find(@Nullable Lying now) {
        if (now == null || now.found) {
            answer(SamFrames.answer(SamStatus.FIND_FAILED));
            return;
        }
        now.found = true;
        now.foundAt = Instant.now();
        answer(SamFrames.answer(SamStatus.CARD_FOUND, new byte[4]));
    }

    private void select(@Nullable Lying now) {
        if (now == null || !now.found) {
            answer(SamFrames.answer(SamStatus.SELECT_FAILED));
            return;
        }
        now.selected = true;
        answer(SamFrames.answer(SamStatus.DONE, new byte[8]));
    }

    private void read(int command, @Nullable Lying now) {
        byte[] failed = SamFrames.answer(SamStatus.READ_FAILED);
        if (now == null || !now.selected) {
            answer(failed);
            return;
        }
        if (refusal != 0) {
            answer(SamFrames.answer(refusal));
            return;
        }
        byte[] record = switch (command) {
            case READ_BASE -> SamFrames.answer(SamStatus.DONE, now.card.base());
            case READ_WITH_FINGERS -> SamFrames.answer(SamStatus.DONE, now.card.baseAndFingers());
            default ->
                now.card
                        .newestAddress()
                        .map(address -> SamFrames.answer(SamStatus.DONE, address))
                        .orElseGet(() -> SamFrames.answer(SamStatus.NOT_ON_CARD));
        };
        if (pullAfter.isPresent()) {
            int sent = Math.min(pullAfter.get(), record.length - 1);
            pullAfter = Optional.empty();
            lying = null;
            if (sent > 0) {
                answer(Arrays.copyOf(record, sent));
            }
            answer(failed);
            return;
        }
        if (trouble == Trouble.NONE || trouble == Trouble.SELF_TEST_FAILS) {
            wire.send(record, () -> stillLies(now), failed);
        } else {
            answer(record);
        }
    }

    private synchronized boolean stillLies(Lying card) {
        return lying == card;
    }

    private void answer(byte[] frame) {
        switch (trouble) {
            case NONE, SELF_TEST_FAILS -> wire.send(frame);
            case SILENT -> {}
            case GARBLED -> {
                byte[] garbled = frame.clone();
                for (int i = 0; i < garbled.length; i++) {
                    garbled[i] ^= (byte) (0x5A + 7 * i);
                }
                wire.send(garbled);
            }
        }
    }

    /** Printed as 05.01-20261121-0000000001-0000000002: a module that was never made. */
    private static byte[] samId() {
        ByteBuffer id = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        id.put(0, (byte) 0x05).put(2, (byte) 0x01);
        id.putInt(4, 20261121).putInt(8, 1).putInt(12, 2);
        return id.array();
    }
}
