package banyan.simulator.cabinet;

import banyan.simulator.modbus.Bits;
import banyan.simulator.modbus.Board;
import banyan.simulator.traffic.Traffic;
import banyan.simulator.twin.Answer;
import banyan.simulator.twin.Fields;
import banyan.simulator.twin.Twin;
import banyan.simulator.wire.Grade;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The document cabinet's twin: a Modbus board, unit 1. Coil <i>n</i>−1 draws the bolt of door <i>n</i>; input <i>n</i>−1 is made
 * while that door is closed, input <i>n</i>+15 while its bolt is thrown.
 */
public final class DocumentCabinetTwin implements Twin {
    public static final String ID = "document-cabinet";

    /** So many doors it has. */
    public static final int DOORS = 8;

    /** The input of door 1's bolt. */
    public static final int FIRST_BOLT = 16;

    private static final Set<String> ACTIONS = Set.of(
            "close", "force", "jam", "hold", "contact", "silence", "garble", "heal", "grade", "unplug", "plug");

    private final List<Door> doors = new ArrayList<>();
    private final Terminals terminals = new Terminals();
    private final Board board;

    public DocumentCabinetTwin(Path folder, int baud) {
        refit();
        board = new Board(ID, folder, baud, terminals);
        board.plug();
    }

    private void refit() {
        doors.clear();
        for (int i = 0; i < DOORS; i++) {
            doors.add(new Door());
        }
    }

    /** The board's terminals; its lock is that of the doors. */
    private final class Terminals implements Bits {
        @Override
        public int inputs() {
            return FIRST_BOLT + DOORS;
        }

        @Override
        public int coils() {
            return DOORS;
        }

        @Override
        public boolean input(int address) {
            if (address < DOORS) {
                return doors.get(address).contactShut();
            }
            return address >= FIRST_BOLT && doors.get(address - FIRST_BOLT).thrown();
        }

        @Override
        public boolean coil(int address) {
            return doors.get(address).coil();
        }

        @Override
        public void coil(int address, boolean on) {
            doors.get(address).coil(on);
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
            case "close" -> at(fields, Door::push);
            case "force" -> at(fields, Door::force);
            case "jam" -> at(fields, Door::jam);
            case "hold" -> at(fields, door -> door.coil(true));
            case "contact" -> {
                Door.Contact says = fields.choice("says", Door.Contact.class, Door.Contact.TRUE);
                yield at(fields, door -> door.contact(says));
            }
            case "silence" -> fields.then(board::silence, this::state);
            case "garble" -> fields.then(board::garble, this::state);
            case "heal" -> fields.then(this::heal, this::state);
            case "grade" -> {
                Grade grade = fields.choice("grade", Grade.class, Grade.IDEAL);
                yield fields.then(() -> board.grade(grade), this::state);
            }
            case "unplug" -> fields.then(board::unplug, this::state);
            case "plug" -> fields.then(board::plug, this::state);
            default -> new Answer.NotFound("action " + action);
        };
    }

    private Answer at(Fields fields, Consumer<Door> deed) {
        int door = fields.number("door", 1, DOORS, 1);
        return fields.then(
                () -> {
                    synchronized (terminals) {
                        deed.accept(doors.get(door - 1));
                    }
                },
                this::state);
    }

    private void heal() {
        board.heal();
        synchronized (terminals) {
            doors.forEach(Door::heal);
        }
    }

    @Override
    public void reset() {
        synchronized (terminals) {
            refit();
        }
        board.reset();
    }

    @Override
    public ObjectNode state() {
        ObjectNode state = board.state();
        ArrayNode all = state.putArray("doors");
        synchronized (terminals) {
            for (int i = 0; i < DOORS; i++) {
                Door door = doors.get(i);
                all.addObject()
                        .put("door", i + 1)
                        .put("closed", door.shut())
                        .put("bolted", door.thrown())
                        .put("coil", door.coil())
                        .put("unlocked", door.unlocked())
                        .put("jammed", door.jammed())
                        .put("contact", Fields.word(door.contact()));
            }
        }
        return state;
    }

    @Override
    public void close() {
        board.close();
    }
}
