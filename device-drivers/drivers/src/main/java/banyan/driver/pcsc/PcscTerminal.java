package banyan.driver.pcsc;

import banyan.device.ApplicationProfile;
import banyan.device.CardApplication;
import banyan.device.Deadline;
import banyan.device.DeviceSettings;
import banyan.device.DrivenDevice;
import banyan.device.Outcome;
import banyan.device.SmartCardTerminal;
import banyan.wire.child.ChildProcess;
import banyan.wire.child.RestartBudget;
import banyan.wire.child.ThreadWorker;
import banyan.wire.child.Worker;
import java.util.List;
import java.util.Map;

/** A smart card terminal behind PC/SC. */
final class PcscTerminal extends DrivenDevice<PcscWire> implements SmartCardTerminal {
    PcscTerminal(DeviceSettings settings) {
        super(settings.id(), new PcscWire(settings.get("reader", PcscDriver.ANY), worker(settings)));
    }

    private static Worker worker(DeviceSettings settings) {
        if (!PcscDriver.apart(settings)) {
            return new ThreadWorker(Trouble.DEVICE, PcscLibrary::new);
        }
        String socket = settings.get("socket", "");
        Map<String, String> environment = socket.isEmpty() ? Map.of() : Map.of("PCSCLITE_CSOCK_NAME", socket);
        return new ChildProcess(Trouble.DEVICE, PcscLibrary.class, environment, RestartBudget.usual());
    }

    @Override
    public Outcome<Boolean> awaitCard(Deadline deadline) {
        return thread().run(deadline, turn -> wire().await(turn, true));
    }

    @Override
    public Outcome<CardApplication> read(List<ApplicationProfile> profiles, Deadline deadline) {
        return thread().run(deadline, turn -> wire().read(turn, profiles));
    }

    @Override
    public Outcome<Boolean> awaitRemoval(Deadline deadline) {
        return thread().run(deadline, turn -> wire().await(turn, false));
    }
}
