package banyan.kiosk.filing.page;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** How much memory the C library has given out and not got back: glibc's {@code mallinfo2}. */
final class NativeHeap {
    private static final int IN_USE = 7;
    private static final int MAPPED = 4;

    private static final MethodHandle MALLINFO = Linker.nativeLinker()
            .downcallHandle(
                    Linker.nativeLinker().defaultLookup().findOrThrow("mallinfo2"),
                    FunctionDescriptor.of(
                            MemoryLayout.structLayout(MemoryLayout.sequenceLayout(10, ValueLayout.JAVA_LONG))));

    private NativeHeap() {}

    static long bytesInUse() {
        try (var arena = Arena.ofConfined()) {
            var info = (MemorySegment) MALLINFO.invokeExact((SegmentAllocator) arena);
            return info.getAtIndex(ValueLayout.JAVA_LONG, IN_USE) + info.getAtIndex(ValueLayout.JAVA_LONG, MAPPED);
        } catch (Throwable broken) {
            throw new AssertionError(broken);
        }
    }
}
