package banyan.simulator.auxiliaries;

import banyan.simulator.modbus.Bits;
import banyan.simulator.modbus.Board;
import banyan.simulator.traffic.Traffic;
import banyan.simulator.twin.Answer;
import banyan.simulator.twin.Fields;
import banyan.simulator.twin.Twin;
import banyan.simulator.wire.Grade;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * The twin of the terminal's senses and lamps: a Modbus board, unit 1. Each {@link Sense} is an input, each {@link Lamp} a coil, in
 * their order from 0. The housing's door and the tamper contact are made while all is well, so that a cut wire is an alarm; the
 * other inputs are made while it is so.
 */
public final class AuxiliariesTwin implements Twin {
    public static final String ID = "auxiliaries";

    /** What there is to sense. */
    public enum Sense {
        PRESENCE,
        DOOR,
        TAMPER,
        ON_BATTERY,
        BATTERY_LOW,
        HEADPHONES,
        CALL_BUTTON;

        boolean inverted() {
            return this == DOOR || this == TAMPER;
        }
    }

    /** Beside what a lamp is. */
    public enum Lamp {
        ID_CARD_READER,
        SMART_CARD_TERMINAL,
        DOCUMENT_CAMERA,
        FACE_CAMERA,
        SCANNER,
        FINGERPRINT_PAD,
        SIGNATURE_PAD,
        PRINTER,
        RECEIPT_PRINTER,
        CODE_SCANNER,
        DOCUMENT_CABINET
    }

    private static final Set<String> ACTIONS =
            Set.of("sense", "glitch", "silence", "garble", "heal", "grade", "unplug", "plug");

    private final Terminals terminals = new Terminals();
    private final Board board;

    public AuxiliariesTwin(Path folder, int baud) {
        board = new Board(ID, folder, baud, terminals);
        board.plug();
    }

    /** The board's terminals, and the lock of all that is at them. */
    private static final class Terminals implements Bits {
        final EnumSet<Sense> so = EnumSet.noneOf(Sense.class);
        final EnumSet<Sense> glitches = EnumSet.noneOf(Sense.class);
        final EnumSet<Lamp> lit = EnumSet.noneOf(Lamp.class);
        final int[] switchedOn = new int[Lamp.values().length];

        @Override
        public int inputs() {
            return Sense.values().length;
        }

        @Override
        public int coils() {
            return Lamp.values().length;
        }

        @Override
        public boolean input(int address) {
            Sense sense = Sense.values()[address];
            return so.contains(sense) != glitches.remove(sense) != sense.inverted();
        }

        @Override
        public boolean coil(int address) {
            return lit.contains(Lamp.values()[address]);
        }

        @Override
        public void coil(int address, boolean on) {
            Lamp lamp = Lamp.values()[address];
            if (on && lit.add(lamp)) {
                switchedOn[address]++;
            } else if (!on) {
                lit.remove(lamp);
            }
        }
    }

    @Override
    public String id() {
        return ID;
    }

    /** The name of the port a driver opens. */
    public Path port() {
        return board.port();
    }

    @Override
    public Set<String> actions() {
        return ACTIONS;
    }

    @Override
    public Traffic traffic() {
        return board.traffic();
    }

    @Override
    public Answer act(String action, Fields fields) {
        return switch (action) {
            case "sense" -> {
                Sense sense = sense(fields);
                boolean so = fields.flag("so", true);
                yield fields.then(() -> sense(sense, so), this::state);
            }
            case "glitch" -> {
                Sense sense = sense(fields);
                yield fields.then(() -> glitch(sense), this::state);
            }
            case "silence" -> fields.then(board::silence, this::state);
            case "garble" -> fields.then(board::garble, this::state);
            case "heal" -> fields.then(board::heal, this::state);
            case "grade" -> {
                Grade grade = fields.choice("grade", Grade.class, Grade.IDEAL);
                yield fields.then(() -> board.grade(grade), this::state);
            }
            case "unplug" -> fields.then(board::unplug, this::state);
            case "plug" -> fields.then(board::plug, this::state);
            default -> new Answer.NotFound("action " + action);
        };
    }

    private static Sense sense(Fields fields) {
        if (fields.text("sense").isEmpty()) {
            fields.mistaken("sense must be given");
        }
        return fields.choice("sense", Sense.class, Sense.PRESENCE);
    }

    private void sense(Sense sense, boolean so) {
        synchronized (terminals) {
            if (so) {
                terminals.so.add(sense);
            } else {
                terminals.so.remove(sense);
            }
        }
    }

    private void glitch(Sense sense) {
        synchronized (terminals) {
            terminals.glitches.add(sense);
        }
    }

    @Override
    public void reset() {
        synchronized (terminals) {
            terminals.so.clear();
            terminals.glitches.clear();
            terminals.lit.clear();
            Arrays.fill(terminals.switchedOn, 0);
        }
        board.reset();
    }

    @Override
    public ObjectNode state() {
        ObjectNode state = board.state();
        synchronized (terminals) {
            ObjectNode senses = state.putObject("senses");
            for (Sense sense : Sense.values()) {
                senses.put(Fields.word(sense), terminals.so.contains(sense));
            }
            ObjectNode glitches = state.putObject("glitches");
            terminals.glitches.forEach(sense -> glitches.put(Fields.word(sense), true));
            ObjectNode lamps = state.putObject("lamps");
            ObjectNode switched = state.putObject("switchedOn");
            for (Lamp lamp : Lamp.values()) {
                lamps.put(Fields.word(lamp), terminals.lit.contains(lamp));
                switched.put(Fields.word(lamp), terminals.switchedOn[lamp.ordinal()]);
            }
        }
        return state;
    }

    @Override
    public void close() {
        board.close();
    }
}
