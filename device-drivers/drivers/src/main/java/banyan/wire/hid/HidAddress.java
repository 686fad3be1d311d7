package banyan.wire.hid;

import banyan.device.DeviceSettings;
import banyan.wire.usb.UsbIpLine;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which HID device is meant.
 *
 * @param word that the fault codes begin with, such as {@code PAD}
 * @param vendor its maker's number; 0 for any
 * @param products its maker's numbers for the kinds that will do; empty for any
 * @param usagePage of its first application; 0 for any
 * @param serialNumber of this very piece, where several are connected
 * @param shared where it is shared by USB/IP, if it is not connected to this machine
 */
public record HidAddress(
        String word,
        int vendor,
        Set<Integer> products,
        int usagePage,
        Optional<String> serialNumber,
        Optional<URI> shared) {
    /** The settings that {@link #of} reads. */
    public static final Set<String> SETTINGS = Set.of("serial-number", "port");

    /** What is wrong with these settings. */
    public static List<String> mistakes(DeviceSettings settings) {
        List<String> mistakes = new ArrayList<>();
        String port = settings.get("port", "");
        if (!port.isEmpty() && !UsbIpLine.isAddress(port)) {
            mistakes.add("port may be left out, or be the address of a device that is shared by USB/IP, "
                    + "such as usbip://192.168.1.40:3240/1-1");
        }
        return mistakes;
    }

    /** The device of this kind that a site means. */
    public static HidAddress of(
            DeviceSettings settings, String word, int vendor, Set<Integer> products, int usagePage) {
        return new HidAddress(
                word,
                vendor,
                products,
                usagePage,
                Optional.of(settings.get("serial-number", "")).filter(text -> !text.isEmpty()),
                Optional.of(settings.get("port", ""))
                        .filter(text -> !text.isEmpty())
                        .map(URI::create));
    }

    boolean means(int itsVendor, int itsProduct) {
        return (vendor == 0 || vendor == itsVendor) && (products.isEmpty() || products.contains(itsProduct));
    }
}
