package banyan.server.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Folders and files that are their owner's alone, from the moment they are made. */
public final class OwnFolder {
    /** Of a file. */
    public static final FileAttribute<Set<PosixFilePermission>> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private static final FileAttribute<Set<PosixFilePermission>> FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private OwnFolder() {}

    /** Makes it with all above it that are missing. One that is there keeps the rights that somebody gave it. */
    public static void make(Path folder) throws IOException {
        Files.createDirectories(folder, FOLDER);
    }

    /** Takes the rights of others away from one that is there. */
    static void close(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, FOLDER.value());
    }
}
