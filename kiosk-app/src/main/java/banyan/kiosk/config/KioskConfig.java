package banyan.kiosk.config;

import banyan.cache.Suite;
import banyan.device.DeviceKind;
import banyan.device.DeviceSettings;
import banyan.item.Language;
import banyan.kiosk.staff.StaffRoster;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The configuration of one terminal.
 *
 * @param terminal its number, such as {@code 0137}
 * @param hall the hall's name by language
 * @param language shown while nobody has chosen one
 * @param screen the panel
 * @param demonstration whether screen and paper say 演示
 * @param data the folder of journal, vault and pages; only the terminal may read it
 * @param reserveBytes a new visit begins only while so many bytes are free there
 * @param sealedDeviceKey the terminal serves only with a device key that the service manager has unsealed, never with one in a file
 * @param receiptRetention how long a receipt stays on the terminal
 * @param suite with which what is kept from now on is sealed
 * @param keysDestroyedOnTamper the keys of what is kept are destroyed when the housing is forced; the centre has copies then
 * @param key the terminal's own private key, PKCS#8 PEM, mode 0600
 * @param centre the acceptance centre
 * @param catalogue the service packages
 * @param devices by the site's names for them
 * @param staff who may open the staff mode
 * @param frequent codes of the items on the home page, in order
 */
public record KioskConfig(
        String terminal,
        Map<Language, String> hall,
        Language language,
        Screen screen,
        boolean demonstration,
        Path data,
        long reserveBytes,
        boolean sealedDeviceKey,
        Duration receiptRetention,
        Suite suite,
        boolean keysDestroyedOnTamper,
        Path key,
        Centre centre,
        Catalogue catalogue,
        List<DeviceEntry> devices,
        StaffRoster staff,
        List<String> frequent) {
    public KioskConfig {
        hall = Map.copyOf(hall);
        devices = List.copyOf(devices);
        frequent = List.copyOf(frequent);
    }

    /**
     * The panel.
     *
     * @param landscape 1920×1080 instead of 1080×1920; the scene is scaled to the window
     * @param reducedMotion everything changes at once
     */
    public record Screen(boolean landscape, boolean fullscreen, boolean reducedMotion) {}

    /**
     * The centre.
     *
     * @param publicKey whose receipts count, X.509 PEM
     * @param escrowKey for whom what waits is sealed too, X.509 PEM; without one it is lost with the device key
     */
    public record Centre(URI url, Path publicKey, Optional<Path> escrowKey) {}

    /**
     * The service packages.
     *
     * @param keys public keys, X.509 PEM, that packages may be signed with
     * @param releaseKeys public keys, X.509 PEM, that the centre's releases may be signed with; none: no releases are taken
     * @param developmentKey signs local packages as they are loaded; never on a real site
     */
    public record Catalogue(Path folder, List<Path> keys, Optional<Path> developmentKey, List<Path> releaseKeys) {
        public Catalogue {
            keys = List.copyOf(keys);
            releaseKeys = List.copyOf(releaseKeys);
        }
    }

    /**
     * A device at this site.
     *
     * @param model which driver
     * @param places where each setting stands: file and line
     */
    public record DeviceEntry(DeviceKind kind, String model, DeviceSettings settings, Map<String, String> places) {
        public DeviceEntry {
            places = Map.copyOf(places);
        }
    }
}
