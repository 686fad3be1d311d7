package banyan.wire.child;

import banyan.conformance.CodecUnderTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** What comes through the pipe of a child process as a function of bytes. */
public final class ChildCodec implements CodecUnderTest {
    @Override
    public String name() {
        return "pcsc.child";
    }

    @Override
    public List<byte[]> samples() {
        return List.of(frame(1, 0), frame(2, 5), frame(3, 300));
    }

    private static byte[] frame(int number, int length) {
        return ByteBuffer.allocate(8 + length).putInt(number).putInt(length).array();
    }

    @Override
    public int largest() {
        return ChildWork.MOST;
    }

    @Override
    public String read(List<byte[]> portions) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        portions.forEach(all::writeBytes);
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(all.toByteArray()));
        StringBuilder seen = new StringBuilder();
        for (Optional<ChildFrames.Frame> next = ChildFrames.read(in); next.isPresent(); next = ChildFrames.read(in)) {
            seen.append(next.get()).append(next.get().bytes().length).append(';');
        }
        return seen.toString();
    }
}
