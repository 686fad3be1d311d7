package banyan.bench;

import banyan.walk.AotCache;
import banyan.walk.Home;
import banyan.walk.KioskJvm;
import banyan.walk.Terminal;
import banyan.walk.TerminalCommand;
import banyan.walk.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A simulator, a centre and one running terminal, and what the terminal has to say. */
final class Hall implements AutoCloseable {
    private static final int[] SCREEN = {1080, 1920};
    private static final String MEASURED = "banyan.bench.inside.MeasuredKiosk";

    private final World world;
    private final Path log;
    private final Terminal terminal;

    private Hall(World world, Path log, Terminal terminal) {
        this.world = world;
        this.log = log;
        this.terminal = terminal;
    }

    /** A terminal that tells how its screen does. */
    static Hall measured() throws IOException, InterruptedException {
        return open(MEASURED, Child.SCREEN);
    }

    /** A terminal that is only walked. */
    static Hall walked() throws IOException, InterruptedException {
        return open(TerminalCommand.WALKED, List.of());
    }

    private static Hall open(String program, List<String> options) throws IOException, InterruptedException {
        Home home = Home.find();
        Path folder = Files.createTempDirectory("banyan-hall");
        Path log = folder.resolve("terminal.log");
        String classPath = Child.classPath(home);
        World world = World.build(home, folder, Optional.empty());
        try {
            Path config = world.terminal(folder.resolve("terminal"));
            AotCache cache = new AotCache(folder);
            train(cache, world, classPath, options, program, config, folder.resolve("before.log"));
            return new Hall(world, log, start(cache, classPath, options, program, config, log));
        } catch (IOException broken) {
            world.close();
            throw broken;
        }
    }

    /** The session before makes the cache, as that of `./kiosk run` does: somebody was there, and went through one visit. */
    private static void train(
            AotCache cache,
            World world,
            String classPath,
            List<String> options,
            String program,
            Path config,
            Path log)
            throws IOException, InterruptedException {
        try (Terminal before = start(cache, classPath, options, program, config, log)) {
            Visits visit = Visits.hurried(world, before);
            visit.identify();
            visit.lookAround();
            visit.queryAndPrint();
            visit.leave();
        }
    }

    private static Terminal start(
            AotCache cache, String classPath, List<String> options, String program, Path config, Path log)
            throws IOException {
        List<String> all = new ArrayList<>(options);
        all.addAll(cache.options(classPath, KioskJvm.OPTIONS));
        return Terminal.start(new TerminalCommand(List.of(Child.java().toString()), classPath, all, program), config, SCREEN, log);
    }

    /** Somebody who looks at each page before touching it. */
    Visits visits() throws IOException {
        return Visits.attentive(world, terminal);
    }

    /** Somebody who knows it all by heart. */
    Visits hurried() throws IOException {
        return Visits.hurried(world, terminal);
    }

    long pid() {
        return terminal.pid();
    }

    /** What the terminal has said so far under this word. */
    List<String[]> said(String word) throws IOException {
        List<String[]> said = new ArrayList<>();
        for (String line : Files.readAllLines(log)) {
            Child.words(line, said);
        }
        return said.stream().filter(words -> words[0].equals(word)).toList();
    }

    @Override
    public void close() throws IOException {
        terminal.close();
        world.close();
    }
}
