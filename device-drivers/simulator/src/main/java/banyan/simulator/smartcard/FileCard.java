package banyan.simulator.smartcard;

import banyan.simulator.smartcard.ChipCard.Application;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A card while it has power: takes commands of ISO 7816-4 and answers them. */
final class FileCard {
    private static final int NO_SUCH_FILE = 0x6A82;
    private static final int NO_SUCH_RECORD = 0x6A83;
    private static final int NO_SUCH_DATA = 0x6A88;
    private static final int WRONG_LENGTH = 0x6700;
    private static final int WRONG_OFFSET = 0x6B00;
    private static final int NOT_ALLOWED = 0x6986;
    private static final int UNKNOWN_COMMAND = 0x6D00;
    private static final int DONE = 0x9000;

    private final ChipCard card;
    private @Nullable Application selected;
    private byte @Nullable [] file;

    /** What GET RESPONSE will give. */
    private byte[] held = {};

    FileCard(ChipCard card) {
        this.card = card;
    }

    /** Power, or a reset: nothing is selected. */
    void reset() {
        selected = null;
        file = null;
        held = new byte[0];
    }

    /** The answer to a command, its status at the end. */
    byte[] answer(byte[] command) {
        if (command.length < 4) {
            return status(WRONG_LENGTH);
        }
        int p1 = command[2] & 0xFF;
        int p2 = command[3] & 0xFF;
        return switch (command[1] & 0xFF) {
            case 0xA4 -> select(p1, data(command));
            case 0xC0 -> done(held);
            case 0xB2 -> record(p1, p2 >> 3, command);
            case 0xB0 -> binary(p1 << 8 | p2, command);
            case 0xCA -> data(p1 << 8 | p2);
            case 0xA8 -> options(data(command));
            default -> status(UNKNOWN_COMMAND);
        };
    }

    private static byte[] data(byte[] command) {
        int length = command.length > 4 ? command[4] & 0xFF : 0;
        return Arrays.copyOfRange(command, Math.min(5, command.length), Math.min(5 + length, command.length));
    }

    private byte[] select(int how, byte[] name) {
        if (how == 0x04) {
            Optional<Application> found = card.applications().stream()
                    .filter(one -> startsWith(one.aid(), name))
                    .findFirst();
            selected = found.orElse(null);
            file = null;
            return found.map(one -> held(one.control())).orElse(status(NO_SUCH_FILE));
        }
        if (selected != null && name.length == 2) {
            byte[] there = selected.files().get((name[0] & 0xFF) << 8 | name[1] & 0xFF);
            file = there;
            return there == null ? status(NO_SUCH_FILE) : done(new byte[0]);
        }
        return status(NO_SUCH_FILE);
    }

    /** A name may be given in part: the first application that begins with it. */
    private static boolean startsWith(byte[] aid, byte[] name) {
        return name.length > 0 && name.length <= aid.length && Arrays.equals(name, Arrays.copyOf(aid, name.length));
    }

    private byte[] held(byte[] answer) {
        if (!card.terse() || answer.length == 0) {
            return done(answer);
        }
        held = answer;
        return status(0x6100 | answer.length & 0xFF);
    }

    private byte[] record(int number, int shortFile, byte[] command) {
        if (selected == null) {
            return status(NOT_ALLOWED);
        }
        byte[] record = selected.records().get(shortFile << 8 | number);
        if (record == null) {
            boolean known = selected.records().keySet().stream().anyMatch(key -> key >> 8 == shortFile);
            return status(known ? NO_SUCH_RECORD : NO_SUCH_FILE);
        }
        boolean exact = command.length == 5 && (command[4] & 0xFF) == record.length;
        return card.terse() && !exact ? status(0x6C00 | record.length & 0xFF) : done(record);
    }

    private byte[] binary(int offset, byte[] command) {
        if (file == null) {
            return status(NOT_ALLOWED);
        }
        if (offset > file.length) {
            return status(WRONG_OFFSET);
        }
        int expected = command.length < 5 || command[4] == 0 ? 256 : command[4] & 0xFF;
        return done(Arrays.copyOfRange(file, offset, Math.min(file.length, offset + expected)));
    }

    private byte[] data(int tag) {
        byte[] there = selected == null ? null : selected.data().get(tag);
        return there == null ? status(NO_SUCH_DATA) : done(there);
    }

    private byte[] options(byte[] data) {
        boolean wellFormed = data.length >= 2 && (data[0] & 0xFF) == 0x83 && data[1] == data.length - 2;
        if (selected == null || selected.options().length == 0) {
            return status(UNKNOWN_COMMAND);
        }
        return wellFormed ? done(selected.options()) : status(WRONG_LENGTH);
    }

    private static byte[] done(byte[] answer) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(answer);
        all.writeBytes(status(DONE));
        return all.toByteArray();
    }

    private static byte[] status(int status) {
        return new byte[] {(byte) (status >> 8), (byte) status};
    }
}
