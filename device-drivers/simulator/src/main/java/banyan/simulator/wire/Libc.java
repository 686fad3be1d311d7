package banyan.simulator.wire;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The calls of the C library that make a pseudo-terminal (Linux), by {@code java.lang.foreign}. */
final class Libc {
    static final int O_RDWR = 2;
    static final int O_NOCTTY = 0x100;
    static final int O_NONBLOCK = 0x800;
    static final int O_CLOEXEC = 0x80000;
    static final short POLLIN = 1;
    static final short POLLHUP = 0x10;
    static final int TCSANOW = 0;
    static final int TCIOFLUSH = 2;
    static final int EIO = 5;
    static final int EAGAIN = 11;

    /** Larger than {@code struct termios} on any Linux. */
    static final long TERMIOS_BYTES = 256;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final StructLayout CALL_STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO = CALL_STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

    static final Libc CALLS = new Libc();

    private final MethodHandle posixOpenpt = handle("posix_openpt", JAVA_INT, JAVA_INT);
    private final MethodHandle grantpt = handle("grantpt", JAVA_INT, JAVA_INT);
    private final MethodHandle unlockpt = handle("unlockpt", JAVA_INT, JAVA_INT);
    private final MethodHandle ptsname = handle("ptsname_r", JAVA_INT, JAVA_INT, ADDRESS, JAVA_LONG);
    private final MethodHandle open = handle("open", JAVA_INT, ADDRESS, JAVA_INT);
    private final MethodHandle close = handle("close", JAVA_INT, JAVA_INT);
    private final MethodHandle poll = handle("poll", JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT);
    private final MethodHandle read = handle("read", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);
    private final MethodHandle write = handle("write", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG);
    private final MethodHandle tcgetattr = handle("tcgetattr", JAVA_INT, JAVA_INT, ADDRESS);
    private final MethodHandle tcsetattr = handle("tcsetattr", JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS);
    private final MethodHandle tcflush = handle("tcflush", JAVA_INT, JAVA_INT, JAVA_INT);
    private final MethodHandle cfmakeraw =
            LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow("cfmakeraw"), FunctionDescriptor.ofVoid(ADDRESS));

    private Libc() {}

    private static MethodHandle handle(String name, ValueLayout result, ValueLayout... arguments) {
        // open(2) takes its third argument by "...", and so must be told where the fixed ones end.
        Linker.Option[] options = name.equals("open")
                ? new Linker.Option[] {Linker.Option.captureCallState("errno"), Linker.Option.firstVariadicArg(2)}
                : new Linker.Option[] {Linker.Option.captureCallState("errno")};
        return LINKER.downcallHandle(
                LINKER.defaultLookup().findOrThrow(name), FunctionDescriptor.of(result, arguments), options);
    }

    int openMaster() {
        return checked("posix_openpt", posixOpenpt, O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
    }

    /** Lets the other end be opened, and names it. */
    String unlockAndName(int master) {
        checked("grantpt", grantpt, master);
        checked("unlockpt", unlockpt, master);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocate(64);
            checked("ptsname_r", ptsname, master, name, name.byteSize());
            return name.getString(0);
        }
    }

    int open(String path) {
        try (Arena arena = Arena.ofConfined()) {
            return checked("open", open, arena.allocateFrom(path), O_RDWR | O_NOCTTY | O_CLOEXEC);
        }
    }

    void makeRaw(int terminal) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment termios = arena.allocate(TERMIOS_BYTES);
            checked("tcgetattr", tcgetattr, terminal, termios);
            invoke(cfmakeraw, termios);
            checked("tcsetattr", tcsetattr, terminal, TCSANOW, termios);
        }
    }

    void flush(int terminal) {
        checked("tcflush", tcflush, terminal, TCIOFLUSH);
    }

    void close(int descriptor) {
        checked("close", close, descriptor);
    }

    /** What {@code poll(2)} reports for one descriptor; nothing at all once the time is over. */
    short poll(int descriptor, short events, int millis) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment entry = arena.allocate(8);
            entry.set(JAVA_INT, 0, descriptor);
            entry.set(ValueLayout.JAVA_SHORT, 4, events);
            int ready = (int) result(poll, new int[1], entry, 1L, millis);
            return ready <= 0 ? 0 : entry.get(ValueLayout.JAVA_SHORT, 6);
        }
    }

    /** The number of bytes read, or minus the error number. */
    int read(int descriptor, byte[] into) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment buffer = arena.allocate(into.length);
            int[] errno = new int[1];
            int count = (int) result(read, errno, descriptor, buffer, (long) into.length);
            if (count < 0) {
                return -errno[0];
            }
            MemorySegment.copy(buffer, ValueLayout.JAVA_BYTE, 0, into, 0, count);
            return count;
        }
    }

    /** The number of bytes written, or minus the error number. */
    int write(int descriptor, byte[] bytes, int from, int to) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment buffer = arena.allocateFrom(ValueLayout.JAVA_BYTE, Arrays.copyOfRange(bytes, from, to));
            int[] errno = new int[1];
            int count = (int) result(write, errno, descriptor, buffer, (long) (to - from));
            return count < 0 ? -errno[0] : count;
        }
    }

    private static int checked(String name, MethodHandle call, Object... arguments) {
        int[] errno = new int[1];
        long result = result(call, errno, arguments);
        if (result < 0) {
            throw new IllegalStateException(name + " failed with errno " + errno[0]);
        }
        return (int) result;
    }

    private static long result(MethodHandle call, int[] errno, Object... arguments) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(CALL_STATE);
            List<Object> all = new ArrayList<>(arguments.length + 1);
            all.add(state);
            all.addAll(Arrays.asList(arguments));
            Object result = invoke(call, all.toArray());
            errno[0] = (int) ERRNO.get(state, 0L);
            return result instanceof Number number ? number.longValue() : 0;
        }
    }

    private static Object invoke(MethodHandle call, Object... arguments) {
        try {
            return call.invokeWithArguments(arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            // A method handle declares Throwable; a native call throws nothing of the kind.
            throw new IllegalStateException(e);
        }
    }
}
