package banyan.server.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The PostgreSQL that runs on a folder, as its {@code postmaster.pid} names it. */
record Postmaster(Path data, ProcessHandle process) {
    private static final Duration END = Duration.ofSeconds(60);

    /**
     * Waits for the end of its input, which comes with the end of whoever started it, however that ended. The number is looked up
     * again: by then it may be another program's.
     */
    private static final String AFTER_US = """
            trap '' INT TERM HUP
            read -r _
            if [ "$(head -n 1 "$1" 2>/dev/null)" = "$2" ]; then kill -INT "$2"; fi
            """;

    /** The one on this folder; empty where none is running. */
    static Optional<Postmaster> on(Path data) throws IOException {
        Path file = file(data);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
        return ProcessHandle.of(pid)
                .filter(process -> process.info().command().orElse("").endsWith("/postgres"))
                .map(process -> new Postmaster(data, process));
    }

    private static Path file(Path data) {
        return data.resolve("postmaster.pid");
    }

    /** Has it end when this program does, even by {@code kill -9}; also when the input of the process returned is closed. */
    Process endWithUs() throws IOException {
        return new ProcessBuilder(
                        "sh", "-c", AFTER_US, "sh", file(data).toString(), Long.toString(process.pid()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Has it end now, and waits for that. What it holds it recovers at its next start by itself. */
    void end() throws IOException {
        try {
            // SIGINT is PostgreSQL's fast shutdown; SIGTERM, which Java could send, would wait for every client to
            // leave.
            new ProcessBuilder("sh", "-c", "kill -INT " + process.pid()).start().waitFor();
            process.onExit().get(END.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while an older PostgreSQL was ending", stopped);
        } catch (ExecutionException | TimeoutException stuck) {
            throw new IOException("an older PostgreSQL on " + data + " does not end", stuck);
        }
    }
}
