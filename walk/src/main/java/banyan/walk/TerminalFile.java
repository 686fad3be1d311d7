package banyan.walk;

import banyan.simulator.Simulator;
import banyan.simulator.smartcard.Pcscd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The configuration of a terminal whose devices are twins and whose centre is at the other end of our line. */
final class TerminalFile {
    private TerminalFile() {}

    /** Writes it for a journey; {@code port} is where the centre is reached. */
    static Path write(
            Path file,
            Home home,
            DemonstrationKeys keys,
            Simulator simulator,
            Optional<Pcscd> cards,
            int port,
            Journey journey)
            throws IOException {
        return write(
                file,
                home,
                keys,
                simulator,
                cards,
                port,
                journey.language(),
                journey.screen()[0] > journey.screen()[1],
                false,
                true,
                journey.devices(),
                journey.smallDisk() ? SmallDisk.RESERVE : 0);
    }

    /** Writes it. */
    static Path write(
            Path file,
            Home home,
            DemonstrationKeys keys,
            Simulator simulator,
            Optional<Pcscd> cards,
            int port,
            String language,
            boolean landscape,
            boolean fullscreen,
            boolean reducedMotion,
            Set<Extra> extras,
            long reserve)
            throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        return Files.writeString(file, """
                # A demonstration: every device is simulated, at the other end of its wire.
                terminal: "%s"
                hall: {zh-CN: 鼓楼 24 小时大厅, en: Gulou 24-hour hall}
                language: %s
                screen: {landscape: %s, fullscreen: %s, reduced-motion: %s}
                demonstration: true
                data: data
                reserve-bytes: %d
                key: %s
                centre: {url: "http://127.0.0.1:%d", key: %s}
                catalogue: {folder: %s, keys: [], development-key: %s, release-keys: [%s]}
                staff: %s
                frequent: [social-insurance-certificate, flexible-employment-subsidy]
                devices:
                  id-card-reader: {model: sam-v-serial, port: %s}
                  document-camera: {model: mjpeg-camera, url: "%s", still-url: "%s"}
                  signature-pad: {model: isdv4-serial, port: %s}
                  fingerprint-pad: {model: ef01-serial, port: %s}
                  printer: {model: ipp-everywhere, url: "%s", snmp: "%s"%s}
                  auxiliaries:
                    model: modbus-auxiliaries
                    port: %s
                    baud: "%d"
                    presence: "0"
                    door: 1 inverted
                    tamper: 2 inverted
                    on-battery: "3"
                    battery-low: "4"
                    headphones: "5"
                    call-button: "6"
                    lamp-id-card-reader: "0"
                    lamp-smart-card-terminal: "1"
                    lamp-document-camera: "2"
                    lamp-signature-pad: "6"
                    lamp-printer: "7"
                    lamp-receipt-printer: "8"
                    lamp-code-scanner: "9"
                    lamp-document-cabinet: "10"
                %s""".formatted(
                        World.TERMINAL,
                        language,
                        landscape,
                        fullscreen,
                        reducedMotion,
                        reserve,
                        keys.terminalKey(),
                        port,
                        keys.centreKey(),
                        home.catalogue(),
                        keys.serviceKey(),
                        keys.releaseKey(),
                        keys.roster(),
                        simulator.idCardReaderPort(),
                        simulator.cameraLiveUri(),
                        simulator.cameraStillUri(),
                        simulator.signaturePadPort(),
                        simulator.fingerprintPadPort(),
                        simulator.printerUri(),
                        simulator.printerSnmp(),
                        extras.contains(Extra.CERTIFICATE_TRAY) ? Extra.CERTIFICATE_TRAY.line(simulator, cards) : "",
                        simulator.auxiliariesPort(),
                        Simulator.BOARD_BAUD,
                        extras.stream().map(extra -> extra.entry(simulator, cards)).collect(Collectors.joining())));
    }
}
