package banyan.driver.ipp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import banyan.device.DeviceSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings of SNMP, right and wrong. */
class SnmpAddressTest {
    private static DeviceSettings settings(String lines) {
        Map<String, String> all = new HashMap<>(Map.of("url", "ipp://192.168.1.20/ipp/print"));
        for (String line : lines.split(",", -1)) {
            String[] parts = line.split("=", 2);
            all.put(parts[0], parts[1]);
        }
        return new DeviceSettings("a4", all);
    }

    @Test
    void aPortAloneIsThatOfThePrintersOwnHost() {
        assertEquals(
                Optional.of(new SnmpAddress("192.168.1.20", 161, "public", false)),
                SnmpAddress.of(settings("snmp=161"), "192.168.1.20"));
        assertEquals(
                Optional.of(new SnmpAddress("printer-3.hall", 1161, "hall", true)),
                SnmpAddress.of(
                        settings("snmp=printer-3.hall:1161,snmp-community=hall,snmp-version=1"), "192.168.1.20"));
    }

    @Test
    void theCommunityIsNotToldToLogs() {
        assertFalse(new SnmpAddress("printer", 161, "hall-secret", false).toString().contains("secret"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "snmp=0",
                "snmp=99999",
                "snmp=printer",
                "snmp=udp:printer:161",
                "snmp=161,snmp-version=3",
                "snmp=161,snmp-community=",
                "snmp-community=hall",
                "snmp-version=1"
            })
    void aMistakeIsTold(String lines) {
        assertEquals(1, new IppDriver().mistakes(settings(lines)).size(), lines);
    }
}
