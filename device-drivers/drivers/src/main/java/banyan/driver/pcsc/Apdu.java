package banyan.driver.pcsc;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Commands of ISO 7816-4 and EMV in their short form, and the status of an answer. */
final class Apdu {
    private static final int INTERINDUSTRY = 0x00;
    private static final int EMV = 0x80;
    private static final int SELECT = 0xA4;
    private static final int READ_RECORD = 0xB2;
    private static final int READ_BINARY = 0xB0;
    private static final int GET_DATA = 0xCA;
    private static final int GET_PROCESSING_OPTIONS = 0xA8;

    /** As much as there is. */
    private static final byte ALL = 0;

    /** What one READ BINARY gives at most. */
    static final int MOST = 256;

    private static final int HEADER = 5;

    private Apdu() {}

    private static byte[] command(int family, int instruction, int p1, int p2, byte... body) {
        return ByteBuffer.allocate(4 + body.length)
                .put((byte) family)
                .put((byte) instruction)
                .put((byte) p1)
                .put((byte) p2)
                .put(body)
                .array();
    }

    private static byte[] withData(int family, int instruction, int p1, int p2, byte[] data) {
        byte[] body = ByteBuffer.allocate(data.length + 2)
                .put((byte) data.length)
                .put(data)
                .put(ALL)
                .array();
        return command(family, instruction, p1, p2, body);
    }

    static byte[] select(byte[] aid) {
        return withData(INTERINDUSTRY, SELECT, 0x04, 0x00, aid);
    }

    /** An elementary file below what is selected. */
    static byte[] selectFile(int file) {
        return withData(INTERINDUSTRY, SELECT, 0x02, 0x00, new byte[] {(byte) (file >> 8), (byte) file});
    }

    static byte[] readRecord(int file, int record) {
        return command(INTERINDUSTRY, READ_RECORD, record, file << 3 | 0x04, ALL);
    }

    /** @param length 1 to {@link #MOST} */
    static byte[] readBinary(int offset, int length) {
        return command(INTERINDUSTRY, READ_BINARY, offset >> 8 & 0x7F, offset, (byte) length);
    }

    static byte[] getData(int tag) {
        return command(EMV, GET_DATA, tag >> 8, tag, ALL);
    }

    /** With nothing filled in: as many zeros as the card asks for data. */
    static byte[] getProcessingOptions(int asked) {
        byte[] data = new byte[2 + asked];
        data[0] = (byte) 0x83;
        data[1] = (byte) asked;
        return withData(EMV, GET_PROCESSING_OPTIONS, 0, 0, data);
    }

    /** As a card under T=0 takes it: a command that brings data does not say how much it expects. */
    static byte[] underT0(byte[] command) {
        return command.length > HEADER ? Arrays.copyOf(command, command.length - 1) : command;
    }

    /** How a card's answer ends. */
    enum Status {
        DONE,
        /** No such application, file, record or data; or not for whoever has no PIN. */
        NOT_THERE,
        /** What happened is not what was asked for. */
        TROUBLE;

        /** The status of an answer of at least two bytes. */
        static Status of(byte[] answer) {
            int first = answer[answer.length - 2] & 0xFF;
            int second = answer[answer.length - 1] & 0xFF;
            return switch (first << 8 | second) {
                case 0x9000 -> DONE;
                // End reached before so many bytes: what there is, is given.
                case 0x6282 -> DONE;
                // Invalidated, refused without a PIN, not allowed now, not known, not there, past the end.
                case 0x6283, 0x6982, 0x6983, 0x6984, 0x6985, 0x6986, 0x6999 -> NOT_THERE;
                case 0x6A81, 0x6A82, 0x6A83, 0x6A86, 0x6A88, 0x6B00, 0x6D00, 0x6E00 -> NOT_THERE;
                default -> TROUBLE;
            };
        }
    }
}
