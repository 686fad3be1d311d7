package banyan.walk;

import banyan.server.Centre;
import banyan.server.CentreSettings;
import banyan.simulator.Simulator;
import banyan.simulator.SimulatorSettings;
import banyan.simulator.smartcard.Pcscd;
import banyan.simulator.smartcard.SmartCardTwin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code ./kiosk run}: a centre, simulated devices and the terminal as it is shipped, on one machine. What it keeps, it keeps in a
 * folder of its own, so that a case filed in a demonstration is never in a real outbox.
 */
public final class Demonstration {
    private static final int CENTRE_PORT = 8137;
    private static final int DOCK_PORT = 8138;

    private Demonstration() {}

    /** Runs until the terminal is closed. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> words = Arrays.asList(arguments);
        Home home = Home.find();
        Path folder = Files.createDirectories(home.root().resolve(".kiosk/demonstration"));
        DemonstrationKeys keys = DemonstrationKeys.in(folder.resolve("keys"));
        DemonstrationHalls.in(folder.resolve("centre"));
        try (Simulator simulator = Simulator.start(SimulatorSettings.in(folder.resolve("devices"))
                        .withPorts(DOCK_PORT, 0, 0)
                        .withSecondsPerPage(2));
                Centre centre = Centre.start(
                        CentreSettings.in(folder.resolve("centre")).withPort(CENTRE_PORT),
                        Catalogues.book(home.catalogue(), keys))) {
            keys.introduce(World.TERMINAL, centre);
            Optional<Pcscd> cards = cards(simulator);
            Set<Extra> extras = EnumSet.allOf(Extra.class);
            if (cards.isEmpty()) {
                extras.remove(Extra.SMART_CARD);
            }
            Path config = TerminalFile.write(
                    folder.resolve("terminal/terminal.yaml"),
                    home,
                    keys,
                    simulator,
                    cards,
                    centre.port(),
                    language(words),
                    words.contains("--landscape"),
                    words.contains("--fullscreen"),
                    false,
                    extras,
                    0);
            System.out.printf("""
                    Simulated devices (put the card, lay a page, pull a plug):  %s
                    Acceptance centre (the cases it holds):                     %s
                    The terminal opens in a window; closing it ends everything. 演示 / demonstration
                    %n""", simulator.controlUri(), centre.address());
            Process terminal = new ProcessBuilder(terminal(home, folder, config))
                    .inheritIO()
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(terminal::destroy));
            System.exit(terminal.waitFor());
        }
    }

    /** The reader for chip cards is a real service, which not every machine has: then the demonstration goes on without. */
    private static Optional<Pcscd> cards(Simulator simulator) {
        try {
            Pcscd service = new Pcscd();
            simulator.act(SmartCardTwin.ID, "reader", "{\"port\": %d}".formatted(service.port()));
            return Optional.of(service);
        } catch (IllegalStateException lacking) {
            System.out.println("Without bank cards: " + lacking.getMessage());
            return Optional.empty();
        }
    }

    private static String language(List<String> words) {
        int at = words.indexOf("--language");
        return at >= 0 && at + 1 < words.size() ? words.get(at + 1) : "zh-CN";
    }

    private static List<String> terminal(Home home, Path folder, Path config) throws IOException {
        String classPath = String.join(
                ":", home.productionJars().stream().map(Path::toString).toList());
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(KioskJvm.OPTIONS);
        line.addAll(new AotCache(folder).options(classPath, KioskJvm.OPTIONS));
        line.addAll(List.of("-cp", classPath, "banyan.kiosk.Kiosk", "--config", config.toString()));
        return line;
    }
}
