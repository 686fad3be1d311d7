package banyan.simulator.finger;

import banyan.simulator.finger.ModulePackets.Heard;
import banyan.simulator.traffic.Traffic;
import banyan.simulator.twin.Fields;
import banyan.simulator.wire.SerialWire;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The module under the glass at the end of its serial line. It looks at the glass when it is told to, keeps the picture if a finger
 * lies there, and sends it when it is asked; of a finger that moves no picture comes about.
 */
final class GlassModule implements SerialWire.Listener {
    private static final int LOOK = 0x01;
    private static final int SEND_PICTURE = 0x0A;
    private static final int PARAMETERS = 0x0F;
    private static final int PASSWORD = 0x13;

    private static final byte DONE = 0;
    private static final byte NOT_WHOLE = 0x01;
    private static final byte NO_FINGER = 0x02;
    private static final byte NOT_COLLECTED = 0x03;
    private static final byte PASSWORD_WRONG = 0x13;
    private static final byte NO_PICTURE = 0x15;
    private static final byte PASSWORD_WANTED = 0x21;

    /** Which the module calls 2: 32, 64, 128 and 256 bytes are 0 to 3. */
    private static final int PORTION = 128;

    private static final int ALL_PARAMETERS = 16;
    private static final int FIRST_PARAMETER = 10;

    /** What is wrong with the module. */
    enum Trouble {
        NONE,
        SILENT,
        GARBLED,
        /** Somebody has set a password. */
        LOCKED
    }

    /** A finger on the glass: its name and its picture, four bits a point. */
    record Lying(String label, byte[] packed, boolean moving) {
        @Override
        public String toString() {
            return "Lying[" + label + "]";
        }
    }

    private final Traffic traffic = new Traffic(new ModuleWords());
    private final SerialWire wire;
    private final Map<Integer, Integer> counts = new TreeMap<>();
    private byte[] pending = new byte[0];
    private byte[] picture = new byte[0];
    private @Nullable Lying lying;
    private Trouble trouble = Trouble.NONE;
    private int failure;
    private int pictures;

    GlassModule(String name, Path folder, int baud) {
        this.wire = new SerialWire(name, folder, baud, ModulePackets.preamble(), true, this, traffic);
    }

    Traffic traffic() {
        return traffic;
    }

    SerialWire wire() {
        return wire;
    }

    synchronized void lay(Lying finger) {
        lying = finger;
    }

    synchronized void lift() {
        lying = null;
    }

    synchronized void trouble(Trouble now) {
        trouble = now;
    }

    /** From now on looking at the glass is answered with this confirmation code. */
    synchronized void fail(int confirmation) {
        failure = confirmation;
    }

    synchronized void heal() {
        trouble = Trouble.NONE;
        failure = 0;
    }

    /** Without power the picture is gone. */
    synchronized void losePower() {
        pending = new byte[0];
        picture = new byte[0];
    }

    synchronized void forgetAll() {
        losePower();
        lift();
        heal();
        counts.clear();
        pictures = 0;
    }

    synchronized void describe(ObjectNode state) {
        state.put("trouble", Fields.word(trouble)).put("pictures", pictures);
        if (failure != 0) {
            state.put("fails", failure);
        }
        if (lying != null) {
            state.putObject("finger").put("label", lying.label()).put("moving", lying.moving());
        }
        ObjectNode commands = state.putObject("commands");
        counts.forEach((command, count) -> commands.put("%02X".formatted(command), count));
    }

    @Override
    public synchronized void received(byte[] bytes, int count) {
        byte[] all = Arrays.copyOf(pending, pending.length + count);
        System.arraycopy(bytes, 0, all, pending.length, count);
        while (all.length > 0) {
            int taken = switch (ModulePackets.hear(all)) {
                case Heard.Unfinished() -> 0;
                case Heard.Noise(int length) -> length;
                case Heard.Spoilt(int length) -> {
                    answer(NOT_WHOLE);
                    yield length;
                }
                case Heard.Instruction(int code, int length) -> {
                    counts.merge(code, 1, Integer::sum);
                    obey(code, Arrays.copyOfRange(all, FIRST_PARAMETER, length - 2));
                    yield length;
                }
            };
            if (taken == 0) {
                break;
            }
            all = Arrays.copyOfRange(all, taken, all.length);
        }
        pending = all;
    }

    /** The rest of what was begun does not come any more. */
    @Override
    public synchronized void quiet() {
        pending = new byte[0];
    }

    private void obey(int code, byte[] parameters) {
        if (code == PASSWORD) {
            boolean right = trouble != Trouble.LOCKED && Arrays.equals(parameters, new byte[4]);
            answer(right ? DONE : PASSWORD_WRONG);
            return;
        }
        if (code == PARAMETERS) {
            answer(parameters());
            return;
        }
        if (trouble == Trouble.LOCKED) {
            answer(PASSWORD_WANTED);
            return;
        }
        switch (code) {
            case LOOK -> answer(look());
            case SEND_PICTURE -> {
                if (picture.length == 0) {
                    answer(NO_PICTURE);
                } else {
                    answer(DONE);
                    pictures++;
                    say(ModulePackets.data(picture, PORTION));
                }
            }
            default -> answer(NOT_WHOLE);
        }
    }

    private byte look() {
        Lying there = lying;
        if (failure != 0) {
            return (byte) failure;
        }
        if (there == null) {
            return NO_FINGER;
        }
        if (there.moving()) {
            return NOT_COLLECTED;
        }
        picture = there.packed().clone();
        return DONE;
    }

    /** Status, system 9, room for 200, security 3, the address, portions of 128 bytes, six times 9600 baud. */
    private static byte[] parameters() {
        byte[] answer = new byte[1 + ALL_PARAMETERS];
        answer[4] = 9;
        answer[6] = (byte) 200;
        answer[8] = 3;
        Arrays.fill(answer, 9, 13, (byte) 0xFF);
        answer[14] = 2;
        answer[16] = 6;
        return answer;
    }

    private void answer(byte... content) {
        say(ModulePackets.answer(content));
    }

    private void say(byte[] packets) {
        switch (trouble) {
            case NONE, LOCKED -> wire.send(packets);
            case SILENT -> {}
            case GARBLED -> {
                byte[] garbled = packets.clone();
                for (int i = 0; i < garbled.length; i++) {
                    garbled[i] ^= (byte) (0x5A + 7 * i);
                }
                wire.send(garbled);
            }
        }
    }
}
