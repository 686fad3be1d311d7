package banyan.wire.child;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;

/** A work that does what a vendor's library may do: answers, hangs, ends its process, or writes where it should not. */
public final class Mischief implements ChildWork {
    static final byte[] HANG = {'h'};
    static final byte[] CRASH = {'c'};
    static final byte[] THROW = {'t'};
    static final byte[] PRINT = {'p'};

    /** For the child. */
    public Mischief() {}

    @Override
    public byte[] answer(byte[] request) {
        switch (request[0]) {
            case 'h' -> {
                while (true) {
                    LockSupport.park();
                }
            }
            case 'c' -> Runtime.getRuntime().halt(139);
            case 't' -> throw new IllegalStateException("thrown on purpose");
            case 'p' -> print();
            default -> {}
        }
        return request.clone();
    }

    /** Past what the JVM calls its output. */
    private static void print() {
        try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
            out.write("opened reader 0x7f31\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
