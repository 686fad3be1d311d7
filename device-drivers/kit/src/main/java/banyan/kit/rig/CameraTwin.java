package banyan.kit.rig;

import banyan.conformance.CameraRig;
import banyan.device.DeviceDriver;
import java.util.Map;

/** A hand at the document camera's twin. */
public final class CameraTwin extends TwinRig implements CameraRig {
    public CameraTwin(DeviceDriver driver) {
        super(
                "document-camera",
                driver,
                Map.of(
                        "url",
                        SIMULATOR.cameraLiveUri().toString(),
                        "still-url",
                        SIMULATOR.cameraStillUri().toString()));
    }

    private CameraTwin(DeviceDriver driver, Map<String, String> settings) {
        super("document-camera", driver, settings);
    }

    /** The same camera with no address for stills. */
    public static CameraTwin withoutStills(DeviceDriver driver) {
        return new CameraTwin(driver, Map.of("url", SIMULATOR.cameraLiveUri().toString()));
    }

    @Override
    public void show() {
        act("lay", "{\"page\": \"proof-letter-1\"}");
    }

    @Override
    public void takeAway() {
        act("take-away");
    }

    @Override
    public void freeze() {
        act("freeze");
    }
}
