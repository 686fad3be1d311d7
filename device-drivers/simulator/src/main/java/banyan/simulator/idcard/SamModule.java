package banyan.simulator.idcard;

import banyan.simulator.idcard.SamFrames.Request;
import banyan.simulator.twin.Fields;
import banyan.simulator.wire.SerialWire;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The reader's security module at the end of its cable: obeys SAM_V commands for the card that lies there. A card
 * is found once until it is lifted or the module is reset; it is read only when it was found and selected.
 */
final class SamModule implements SerialWire.Listener {
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

    /** What is wrong with the module. */
    enum Trouble {
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

    private final ReaderCable cable;
    private final Map<Integer, Integer> counts = new TreeMap<>();
    private byte[] pending = new byte[0];
    private @Nullable Lying lying;
    private Trouble trouble = Trouble.NONE;
    private int refusal;
    private Optional<Integer> pullAfter = Optional.empty();

    /** @param cable made for a listener to what the terminal sends */
    SamModule(Function<SerialWire.Listener, ? extends ReaderCable> cable) {
        this.cable = cable.apply(this);
    }

    ReaderCable cable() {
        return cable;
    }

    synchronized void put(Card card) {
        lying = new Lying(card);
    }

    synchronized void lift() {
        lying = null;
        pullAfter = Optional.empty();
    }

    synchronized void pullDuringRead(int afterBytes) {
        pullAfter = Optional.of(afterBytes);
    }

    synchronized void refuse(int status) {
        refusal = status;
    }

    synchronized void trouble(Trouble now) {
        trouble = now;
    }

    synchronized void heal() {
        trouble = Trouble.NONE;
        refusal = 0;
        pullAfter = Optional.empty();
    }

    /** Without power it forgets how far it was with the card. */
    synchronized void losePower() {
        pending = new byte[0];
        if (lying != null) {
            lying = new Lying(lying.card);
        }
    }

    synchronized void forgetAll() {
        lift();
        heal();
        counts.clear();
        pending = new byte[0];
    }

    synchronized void describe(ObjectNode state) {
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
    }

    @Override
    public synchronized void received(byte[] bytes, int count) {
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
    @Override
    public synchronized void quiet() {
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
                    cable.baud(BAUD[command - SET_BAUD]);
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
            cable.send(record, () -> stillLies(now), failed);
        } else {
            answer(record);
        }
    }

    private synchronized boolean stillLies(Lying card) {
        return lying == card;
    }

    private void answer(byte[] frame) {
        switch (trouble) {
            case NONE, SELF_TEST_FAILS -> cable.send(frame);
            case SILENT -> {}
            case GARBLED -> {
                byte[] garbled = frame.clone();
                for (int i = 0; i < garbled.length; i++) {
                    garbled[i] ^= (byte) (0x5A + 7 * i);
                }
                cable.send(garbled);
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
