package banyan.driver.pcsc;

import banyan.device.Device;
import banyan.device.DeviceDriver;
import banyan.device.DeviceKind;
import banyan.device.DeviceSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The driver {@code pcsc}. */
public final class PcscDriver implements DeviceDriver {
    static final String ANY = "*";
    static final String YES = "yes";

    /** MAX_READERNAME of pcsc-lite. */
    private static final int LONGEST_NAME = 128;

    /** For the service loader. */
    public PcscDriver() {}

    @Override
    public String model() {
        return "pcsc";
    }

    @Override
    public DeviceKind kind() {
        return DeviceKind.SMART_CARD_TERMINAL;
    }

    @Override
    public Set<String> settings() {
        return Set.of("reader", "apart", "socket");
    }

    @Override
    public List<String> mistakes(DeviceSettings settings) {
        List<String> mistakes = new ArrayList<>();
        String reader = settings.get("reader", ANY);
        if (reader.isBlank() || reader.length() > LONGEST_NAME) {
            mistakes.add("reader must be a part of the reader's name, as pcsc_scan shows it");
        }
        String apart = settings.get("apart", YES);
        if (!Set.of(YES, "no", "true", "false").contains(apart)) {
            mistakes.add("apart must be yes or no");
        }
        String socket = settings.get("socket", "");
        if (settings.values().containsKey("socket") && (!socket.startsWith("/") || !apart(settings))) {
            mistakes.add("socket must be an absolute path, and needs apart: yes");
        }
        return mistakes;
    }

    static boolean apart(DeviceSettings settings) {
        return Set.of(YES, "true").contains(settings.get("apart", YES));
    }

    @Override
    public Device create(DeviceSettings settings) {
        return new PcscTerminal(settings);
    }
}
