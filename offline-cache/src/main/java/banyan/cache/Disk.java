package banyan.cache;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** The few things done with files, in one place so that a test can fail each of them at any point. */
interface Disk {
    /** Makes the folder and its parents, durably and for the owner only; nothing happens where it exists. */
    void makeFolder(Path folder) throws IOException;

    /** A new file, for the owner only; fails where one exists. */
    Output create(Path file) throws IOException;

    /** An existing file, to be written over from its beginning; what lies behind that stays until it is cut off. */
    Output reopen(Path file) throws IOException;

    InputStream open(Path file) throws IOException;

    long size(Path file) throws IOException;

    boolean exists(Path file);

    /** Gives the file a time that does not tell when somebody was here. */
    void setTime(Path file, Instant time) throws IOException;

    /** Renames, over an older file where there is one; all or nothing. */
    void move(Path from, Path to) throws IOException;

    /** A second name for the same file. */
    void link(Path existing, Path name) throws IOException;

    /** Overwrites the beginning of a file in place and flushes it. */
    void overwrite(Path file, byte[] bytes) throws IOException;

    /** Removes a file or an empty folder; whether there was one. */
    boolean delete(Path file) throws IOException;

    /** Makes names made, moved or deleted in the folder survive a power cut. */
    void flushFolder(Path folder) throws IOException;

    /** The names in a folder; none where it does not exist. */
    List<Path> list(Path folder) throws IOException;

    /** Bytes that may still be written. */
    long usable(Path folder) throws IOException;

    /** A file being written. */
    interface Output extends Closeable {
        /** Writes some of the bytes, and perhaps not all of them: a full disk may take a part without complaint. */
        int write(ByteBuffer bytes) throws IOException;

        /** Ends the file where writing has come to. */
        default void cut() throws IOException {}

        /** Returns when all of it, and its length, is on the disk. */
        void force() throws IOException;
    }

    /** Writes until nothing remains. */
    static void writeAll(Output output, byte[] bytes, int from, int length) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(bytes, from, length);
        while (left.hasRemaining()) {
            if (output.write(left) <= 0) {
                throw new IOException("the disk takes nothing");
            }
        }
    }

    /** Whether this failure means that there is no room. */
    static boolean isFull(IOException failure) {
        String message = String.valueOf(failure.getMessage());
        return message.contains("No space left") || message.contains("quota exceeded");
    }
}
