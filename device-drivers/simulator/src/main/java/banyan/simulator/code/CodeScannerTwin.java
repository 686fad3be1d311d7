package banyan.simulator.code;

import banyan.simulator.traffic.Traffic;
import banyan.simulator.twin.Answer;
import banyan.simulator.twin.Fields;
import banyan.simulator.twin.Twin;
import banyan.simulator.wire.Grade;
import banyan.simulator.wire.SerialWire;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.node.ObjectNode;

/**
 * The code scanner's twin: sends STX, the code's bytes and CR for whatever is held before it, and answers Honeywell's query
 * commands, SYN M CR and then such as {@code CBRENA?.}, with ACK before the full stop.
 */
public final class CodeScannerTwin implements Twin {
    public static final String ID = "code-scanner";

    private static final byte STX = 0x02;
    private static final byte ACK = 0x06;
    private static final byte ENQ = 0x05;
    private static final byte[] COMMAND = {0x16, 'M', '\r'};
    private static final int LONGEST_COMMAND = 64;

    /** More than any QR code holds: what a scanner would never send is sent too. */
    private static final int MOST_BYTES = 8000;

    private static final Set<String> ACTIONS =
            Set.of("scan", "half", "silence", "garble", "heal", "grade", "unplug", "plug");

    private enum Trouble {
        NONE,
        SILENT,
        GARBLED
    }

    private final Traffic traffic = new Traffic(new CodeWords());
    private final SerialWire wire;
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private Trouble trouble = Trouble.NONE;
    private int scanned;
    private int asked;

    public CodeScannerTwin(Path folder, int baud) {
        this.wire = new SerialWire(ID, folder, baud, new byte[] {STX, 'h', 't'}, false, new Questions(), traffic);
        wire.plug();
    }

    /** What the terminal sends. */
    private final class Questions implements SerialWire.Listener {
        @Override
        public void received(byte[] bytes, int count) {
            hear(bytes, count);
        }

        @Override
        public void quiet() {
            forgetHalf();
        }
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
        return traffic;
    }

    @Override
    public Answer act(String action, Fields fields) {
        return switch (action) {
            case "scan" -> {
                byte[] code = code(fields);
                boolean wait = fields.flag("wait", true);
                Answer answer = fields.then(() -> send(framed(code)), this::state);
                if (wait && answer instanceof Answer.Done) {
                    awaitSent();
                }
                yield answer;
            }
            case "half" -> {
                byte[] frame = framed(code(fields));
                Answer answer =
                        fields.then(() -> send(Arrays.copyOf(frame, Math.max(1, frame.length / 2))), this::state);
                awaitSent();
                yield answer;
            }
            case "silence" -> fields.then(() -> trouble(Trouble.SILENT), this::state);
            case "garble" -> fields.then(() -> trouble(Trouble.GARBLED), this::state);
            case "heal" -> fields.then(() -> trouble(Trouble.NONE), this::state);
            case "grade" -> {
                Grade grade = fields.choice("grade", Grade.class, Grade.IDEAL);
                yield fields.then(() -> wire.grade(grade), this::state);
            }
            case "unplug" -> fields.then(wire::unplug, this::state);
            case "plug" -> fields.then(wire::plug, this::state);
            default -> new Answer.NotFound("action " + action);
        };
    }

    /** The code's bytes: {@code text} in UTF-8, or {@code hex} as they are. */
    static byte[] code(Fields fields) {
        Optional<String> text = fields.text("text");
        Optional<String> hex = fields.text("hex");
        if (text.isPresent() == hex.isPresent()) {
            fields.mistaken("give either text or hex");
            return new byte[0];
        }
        if (hex.isPresent() && !hex.get().matches("([0-9a-fA-F]{2})*")) {
            fields.mistaken("hex must be pairs of hexadecimal digits");
            return new byte[0];
        }
        byte[] code = text.map(words -> words.getBytes(StandardCharsets.UTF_8))
                .orElseGet(() -> HexFormat.of().parseHex(hex.orElse("")));
        if (code.length > MOST_BYTES) {
            fields.mistaken("a code may have " + MOST_BYTES + " bytes at most");
        }
        return code;
    }

    private static byte[] framed(byte[] code) {
        byte[] frame = new byte[code.length + 2];
        frame[0] = STX;
        System.arraycopy(code, 0, frame, 1, code.length);
        frame[frame.length - 1] = '\r';
        return frame;
    }

    private synchronized void send(byte[] frame) {
        scanned++;
        say(frame);
    }

    private void awaitSent() {
        while (!wire.idle() && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    private synchronized void hear(byte[] bytes, int count) {
        for (int i = 0; i < count; i++) {
            heard.write(bytes[i]);
            boolean ends = bytes[i] == '.' || bytes[i] == '!';
            if (ends || heard.size() > LONGEST_COMMAND) {
                answer(heard.toByteArray());
                heard.reset();
            }
        }
    }

    private synchronized void forgetHalf() {
        heard.reset();
    }

    /** The command is echoed in capitals, with its status before the punctuation mark. */
    private void answer(byte[] command) {
        if (command.length <= COMMAND.length + 1
                || !Arrays.equals(command, 0, COMMAND.length, COMMAND, 0, COMMAND.length)) {
            return;
        }
        asked++;
        String words = new String(
                command, COMMAND.length, command.length - COMMAND.length - 1, StandardCharsets.US_ASCII);
        boolean known = words.equalsIgnoreCase("CBRENA?");
        byte[] echo = (known ? "CBRENA1" : words).getBytes(StandardCharsets.US_ASCII);
        byte[] answer = Arrays.copyOf(echo, echo.length + 2);
        answer[echo.length] = known ? ACK : ENQ;
        answer[echo.length + 1] = command[command.length - 1];
        say(answer);
    }

    private void say(byte[] frame) {
        switch (trouble) {
            case NONE -> wire.send(frame);
            case SILENT -> {}
            case GARBLED -> {
                byte[] garbled = frame.clone();
                for (int i = 0; i < garbled.length; i++) {
                    garbled[i] = (byte) (garbled[i] ^ 0x55);
                }
                wire.send(garbled);
            }
        }
    }

    private synchronized void trouble(Trouble now) {
        trouble = now;
    }

    @Override
    public void reset() {
        wire.discardOutgoing();
        synchronized (this) {
            trouble = Trouble.NONE;
            scanned = 0;
            asked = 0;
            wire.grade(Grade.IDEAL);
        }
        wire.plug();
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
        state.put("trouble", Fields.word(trouble)).put("scanned", scanned).put("asked", asked);
        return state;
    }

    @Override
    public void close() {
        wire.close();
    }
}
