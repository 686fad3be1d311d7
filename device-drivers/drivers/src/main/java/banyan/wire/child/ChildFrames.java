package banyan.wire.child;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** What goes over the pipes: number (4, big-endian), length (4), so many bytes. */
final class ChildFrames {
    /**
     * Not for the work: the child answers it with zeros, as many as go through every buffer between the two, so that nothing of a
     * citizen stays in them.
     */
    static final int WASH = 0;

    /** The JDK reads a child's output through 8 KiB that nobody else can reach. */
    static final int WASHING = 2 * 8192;

    private static final int HEADER = 8;

    private ChildFrames() {}

    /**
     * A request, or the answer to the request of the same number.
     *
     * @param bytes maybe a citizen's: whoever takes them overwrites them
     */
    record Frame(int number, byte[] bytes) {
        @Override
        public String toString() {
            return "Frame[" + number + "]";
        }
    }

    /** The next frame; empty at the end of the stream, and where what comes is no frame: nothing after it can be trusted. */
    static Optional<Frame> read(DataInputStream in) {
        try {
            int number = in.readInt();
            int length = in.readInt();
            if (length < 0 || length > ChildWork.MOST) {
                return Optional.empty();
            }
            byte[] bytes = new byte[length];
            in.readFully(bytes);
            return Optional.of(new Frame(number, bytes));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** Sends a frame at once, past every buffer. */
    static void write(OutputStream out, Frame frame) throws IOException {
        byte[] all = ByteBuffer.allocate(HEADER + frame.bytes().length)
                .putInt(frame.number())
                .putInt(frame.bytes().length)
                .put(frame.bytes())
                .array();
        try {
            out.write(all);
            out.flush();
        } finally {
            Arrays.fill(all, (byte) 0);
        }
    }
}
