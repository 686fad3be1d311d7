package banyan.driver.ipp;

import banyan.device.DeviceSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a printer is asked over SNMP, and by which name: the settings {@code snmp}, {@code snmp-community} and {@code snmp-version}. */
record SnmpAddress(String host, int port, String community, boolean first) {
    static final String WHERE = "snmp";
    static final String COMMUNITY = "snmp-community";
    static final String VERSION = "snmp-version";

    private static final Pattern FORM = Pattern.compile("(?:([A-Za-z0-9._-]+):)?([0-9]{1,5})");
    private static final int LAST_PORT = 65_535;
    private static final int LONGEST_COMMUNITY = 255;

    /** As it is set; empty where the site asks by IPP alone. Without a host it is the one that {@code url} names. */
    static Optional<SnmpAddress> of(DeviceSettings settings, String urlHost) {
        Matcher form = FORM.matcher(settings.get(WHERE, ""));
        return form.matches()
                ? Optional.of(new SnmpAddress(
                        Optional.ofNullable(form.group(1)).orElse(urlHost),
                        Integer.parseInt(form.group(2)),
                        settings.get(COMMUNITY, "public"),
                        settings.get(VERSION, "2c").equals("1")))
                : Optional.empty();
    }

    static List<String> mistakes(DeviceSettings settings) {
        List<String> mistakes = new ArrayList<>();
        String where = settings.get(WHERE, "");
        Matcher form = FORM.matcher(where);
        if (!where.isEmpty() && !(form.matches() && isPort(Integer.parseInt(form.group(2))))) {
            mistakes.add("snmp must be a port such as 161, or host and port such as 192.168.1.20:161");
        }
        if (!settings.get(VERSION, "2c").matches("1|2c")) {
            mistakes.add("snmp-version must be 1 or 2c");
        }
        String community = settings.get(COMMUNITY, "public");
        if (community.isEmpty() || community.length() > LONGEST_COMMUNITY) {
            mistakes.add("snmp-community must be the name the printer answers to, such as public");
        }
        if (where.isEmpty() && !(settings.get(COMMUNITY, "") + settings.get(VERSION, "")).isEmpty()) {
            mistakes.add("snmp-community and snmp-version say how snmp is asked: set snmp too, or neither");
        }
        return mistakes;
    }

    private static boolean isPort(int number) {
        return number > 0 && number <= LAST_PORT;
    }

    /** Without the community: whoever knows it may read the printer. */
    @Override
    public String toString() {
        return "SnmpAddress[" + host + ":" + port + "]";
    }
}
