package banyan.kit.rig;

import banyan.conformance.DisturbedLine;
import banyan.conformance.Rig;
import banyan.conformance.Tap;
import banyan.device.DeviceDriver;
import banyan.device.DeviceSettings;
import banyan.kit.wire.Relays;
import banyan.simulator.Simulator;
import banyan.simulator.SimulatorSettings;
import banyan.simulator.twin.Answer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A hand at one of the simulator's twins. One simulator serves all tests; each rig finds it as it was when it started. */
public abstract class TwinRig implements Rig {
    /** A page takes a tenth of a second; the pad's line is so fast that a stroke of five minutes passes in some seconds. */
    protected static final Simulator SIMULATOR =
            Simulator.start(SimulatorSettings.in(Path.of(
                                    System.getProperty("banyan.kit.twins", "target/twins"),
                                    Long.toString(ProcessHandle.current().pid()))
                            .toAbsolutePath())
                    .withSecondsPerPage(0.1)
                    .withBaud(115_200, 4_000_000));

    /** For the fields of an action. */
    protected static final JsonMapper JSON = JsonMapper.shared();

    private final Everything log;
    private final String twin;
    private final DeviceDriver driver;
    private final Map<String, String> settings;

    /**
     * A hand at one twin, as it is after start.
     *
     * @param twin the twin's id
     * @param settings that lead the driver to it
     */
    protected TwinRig(String twin, DeviceDriver driver, Map<String, String> settings) {
        this.twin = twin;
        this.driver = driver;
        this.settings = settings;
        SIMULATOR.reset();
        log = new Everything();
    }

    /** Does an action of the twin that has no fields. */
    protected final void act(String action) {
        act(action, "");
    }

    /** Does an action of the twin with these fields; throws where the twin refuses. */
    protected final void act(String action, String json) {
        Answer answer = SIMULATOR.act(twin, action, json);
        if (!(answer instanceof Answer.Done)) {
            throw new IllegalStateException(action + ": " + answer);
        }
    }

    /** What the twin says of itself. */
    protected final ObjectNode twinState() {
        Optional<ObjectNode> state = SIMULATOR.state(twin);
        return state.orElseThrow();
    }

    /** What passed over the twin's wire so far, as the dock saves it. */
    public final String saved(boolean personal) {
        return SIMULATOR.transcript(twin, personal).orElseThrow();
    }

    @Override
    public final DeviceDriver driver() {
        return driver;
    }

    @Override
    public final DeviceSettings settings() {
        return new DeviceSettings(twin, settings);
    }

    @Override
    public void unplug() {
        act("unplug");
    }

    @Override
    public void plug() {
        act("plug");
    }

    @Override
    public void fallSilent() {
        act("silence");
    }

    @Override
    public void heal() {
        act("heal");
    }

    @Override
    public DisturbedLine disturbedLine(Tap tap) {
        return Relays.to(settings(), tap);
    }

    @Override
    public final String logged() {
        return log.text();
    }

    @Override
    public void close() {
        log.close();
        SIMULATOR.reset();
    }
}
