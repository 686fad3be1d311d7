package banyan.cache;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/**
 * A disk whose power can be cut: a file system in a file in memory. The cut is the file system's own shutdown without its log being
 * flushed, after which nothing reaches the disk any more; what was not flushed until then is gone when it is mounted again. What a
 * disk does to a flush that it has confirmed is not shown by it: see {@link RecordedDisk}.
 */
final class PowerCut implements AutoCloseable {
    /** {@code EXT4_IOC_SHUTDOWN}, which is {@code XFS_IOC_GOINGDOWN} too. */
    private static final long SHUTDOWN = 0x8004587DL;

    private static final int WITHOUT_FLUSHING_ITS_LOG = 2;

    private final LoopMount memory;
    private final Path image;
    private final Path folder;
    private LoopMount disk;

    /** Where {@code work} is an empty folder. */
    PowerCut(Path work, LoopMount.FileSystem system) throws IOException, InterruptedException {
        memory = LoopMount.memory(work.resolve("memory"));
        image = memory.folder().resolve("image");
        folder = work.resolve("disk");
        try {
            system.make(image);
            disk = LoopMount.of(image, folder);
        } catch (AssertionError | IOException failure) {
            memory.close();
            throw failure;
        }
    }

    /** The disk. */
    Path folder() {
        return folder;
    }

    /** Nothing that is not on the disk by now will ever be. */
    void cut() {
        Linker linker = Linker.nativeLinker();
        MethodHandle open = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("open"),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT),
                Linker.Option.firstVariadicArg(2));
        MethodHandle ioctl = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("ioctl"),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS),
                Linker.Option.firstVariadicArg(2));
        MethodHandle close = linker.downcallHandle(
                linker.defaultLookup().findOrThrow("close"),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment how = arena.allocateFrom(ValueLayout.JAVA_INT, WITHOUT_FLUSHING_ITS_LOG);
            int file = (int) open.invokeExact(arena.allocateFrom(folder.toString()), 0);
            int said = (int) ioctl.invokeExact(file, SHUTDOWN, how);
            int _ = (int) close.invokeExact(file);
            if (file < 0 || said != 0) {
                throw new AssertionError("the power could not be cut");
            }
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable never) {
            throw new AssertionError(never);
        }
    }

    /** The power is back: the disk is mounted again, and its file system recovers. */
    void back() throws IOException, InterruptedException {
        disk.close();
        disk = LoopMount.of(image, folder);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        try {
            disk.close();
        } finally {
            memory.close();
        }
    }
}
