package banyan.server.notice;

import banyan.server.store.OwnFolder;
import banyan.server.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** For demonstration and tests: puts each message into a file instead of sending it, and says in it that it is a sample. */
public final class Spool implements Channel {
    private final Path folder;

    public Spool(Path folder) {
        this.folder = folder;
    }

    /** As it stands in the file. */
    public record Sample(String sample, Notice notice) {}

    @Override
    public Delivery send(Notice notice) {
        try {
            OwnFolder.make(folder);
            Path half = folder.resolve(notice.id() + ".half");
            Files.deleteIfExists(half);
            Files.createFile(half, OwnFolder.FILE);
            Files.write(half, Json.write(new Sample("样例：没有发给任何人。 A sample: sent to nobody.", notice)));
            Files.move(half, folder.resolve(notice.id() + ".json"), StandardCopyOption.ATOMIC_MOVE);
            return new Delivery.Taken();
        } catch (IOException full) {
            return new Delivery.Later("SPOOL-AWAY");
        }
    }
}
