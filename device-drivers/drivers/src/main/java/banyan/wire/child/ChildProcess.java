package banyan.wire.child;

import banyan.device.Outcome;
import banyan.wire.child.ChildFrames.Frame;
import java.io.DataInputStream;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The work in a child process: a second, small JVM that runs {@link ChildMain} and nothing else. */
public final class ChildProcess extends Worker {
    /** Small and quick to start; a crash leaves neither core nor report, in which a citizen's bytes could be. */
    private static final List<String> OPTIONS = List.of(
            "-Xmx48m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:ErrorFile=/dev/null",
            "--enable-native-access=ALL-UNNAMED");

    private final Class<? extends ChildWork> work;
    private final Map<String, String> environment;
    private final RestartBudget budget;
    private volatile @Nullable Child child;

    /**
     * Starts nothing yet.
     *
     * @param device as for {@link Worker}
     * @param work what the child does
     * @param environment what stands in the child's environment beside this process's own
     */
    public ChildProcess(
            String device, Class<? extends ChildWork> work, Map<String, String> environment, RestartBudget budget) {
        super(device);
        this.work = work;
        this.environment = Map.copyOf(environment);
        this.budget = budget;
    }

    /** A child, and whether it has ended: its pipe says so before the system does. */
    private static final class Child {
        private final Process process;
        private volatile boolean over;

        Child(Process process) {
            this.process = process;
        }

        void kill() {
            over = true;
            Process _ = process.destroyForcibly();
            try {
                process.getOutputStream().close();
            } catch (IOException _) {
                // Broken already.
            }
        }
    }

    @Override
    Outcome<Boolean> started() {
        if (child != null && child.over) {
            child = null;
            budget.ended(System.nanoTime());
        }
        if (child != null) {
            return Outcome.done(true);
        }
        return budget.allows(System.nanoTime()) ? start() : Outcome.failed(keepsEnding);
    }

    @Override
    void abandon() {
        close();
        budget.ended(System.nanoTime());
    }

    private Outcome<Boolean> start() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), ChildMain.class.getName(), work.getName()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(Redirect.DISCARD);
        builder.environment().putAll(environment);
        try {
            Child started = new Child(builder.start());
            child = started;
            Thread.ofPlatform()
                    .daemon(true)
                    .name("child-" + started.process.pid())
                    .start(() -> receive(started));
            return Outcome.done(true);
        } catch (IOException _) {
            budget.ended(System.nanoTime());
            return Outcome.failed(ended);
        }
    }

    private void receive(Child from) {
        try (DataInputStream in = new DataInputStream(from.process.getInputStream())) {
            Optional<Frame> next = ChildFrames.read(in);
            while (next.isPresent()) {
                answered(next.get().number(), next.get().bytes());
                next = ChildFrames.read(in);
            }
        } catch (IOException _) {
            // Closing a pipe whose other end is gone.
        }
        // The end of its output, or something that is no frame: nothing it says later could be believed.
        from.kill();
        if (child == from) {
            gone(ended);
        }
    }

    @Override
    void pass(int id, byte[] request) {
        Child to = child;
        try {
            if (to != null) {
                ChildFrames.write(to.process.getOutputStream(), new Frame(id, request));
            }
        } catch (IOException _) {
            to.over = true;
        }
        // It may have ended just before the request was noted, and then nobody else would say so.
        if (to == null || to.over) {
            gone(ended);
        }
    }

    @Override
    public void forget() {
        Child washed = child;
        if (washed != null && !waiting()) {
            try {
                ChildFrames.write(washed.process.getOutputStream(), new Frame(ChildFrames.WASH, new byte[0]));
            } catch (IOException _) {
                // It has ended, and its buffers with it.
            }
        }
    }

    @Override
    public void close() {
        Child last = child;
        child = null;
        if (last != null) {
            last.kill();
        }
        gone(ended);
    }
}
