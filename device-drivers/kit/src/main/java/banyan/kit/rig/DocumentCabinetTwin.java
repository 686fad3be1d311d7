package banyan.kit.rig;

import banyan.conformance.CabinetRig;
import banyan.device.DeviceDriver;
import banyan.simulator.Simulator;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A hand at the doors of the document cabinet's twin. */
public final class DocumentCabinetTwin extends TwinRig implements CabinetRig {
    /** A hand at the twin of the cabinet, whose doors have contact and bolt. */
    public DocumentCabinetTwin(DeviceDriver driver) {
        super(
                "document-cabinet",
                driver,
                Map.of(
                        "port", SIMULATOR.documentCabinetPort().toString(),
                        "baud", Integer.toString(Simulator.BOARD_BAUD),
                        "doors", "8",
                        "first-bolt", "16",
                        "left-open", "1"));
    }

    private JsonNode door(int door) {
        return twinState().path("doors").path(door - 1);
    }

    private static String at(int door) {
        return "{\"door\": " + door + "}";
    }

    @Override
    public int doors() {
        return 8;
    }

    @Override
    public void close(int door) {
        act("close", at(door));
    }

    @Override
    public void force(int door) {
        act("force", at(door));
    }

    @Override
    public void jam(int door) {
        act("jam", at(door));
    }

    @Override
    public void contradict(int door) {
        act("contact", "{\"door\": " + door + ", \"says\": \"open\"}");
    }

    @Override
    public void holdUnlocked(int door) {
        act("hold", at(door));
    }

    @Override
    public int unlocked(int door) {
        return door(door).path("unlocked").intValue();
    }

    @Override
    public boolean held(int door) {
        return door(door).path("coil").booleanValue();
    }

    @Override
    public void makeNoise() {
        act("grade", "{\"grade\": \"hostile\"}");
    }

    @Override
    public void heal() {
        act("grade", "{\"grade\": \"ideal\"}");
        super.heal();
    }
}
