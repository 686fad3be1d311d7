package banyan.simulator.wire;

import banyan.simulator.traffic.Traffic;
import banyan.simulator.traffic.Way;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Tells the traffic what a camera sends, from one flush to the next, and of each its beginning. */
final class StreamTap extends FilterOutputStream {
    /** The head of a part and the first bytes of its picture. */
    private static final int BEGINNING = 160;

    private final Traffic traffic;
    private final ByteArrayOutputStream beginning = new ByteArrayOutputStream();
    private int length;

    StreamTap(OutputStream out, Traffic traffic) {
        super(out);
        this.traffic = traffic;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        beginning.write(bytes, from, Math.clamp(BEGINNING - beginning.size(), 0, count));
        length += count;
        out.write(bytes, from, count);
    }

    @Override
    public void flush() throws IOException {
        tell();
        super.flush();
    }

    private void tell() {
        if (length > 0) {
            traffic.passed(Way.TO_DRIVER, beginning.toByteArray(), length, "");
            beginning.reset();
            length = 0;
        }
    }
}
