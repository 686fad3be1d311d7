package banyan.walk;

import banyan.simulator.Simulator;
import banyan.simulator.smartcard.Pcscd;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A device that a terminal has only where a journey's {@code devices} names it: many sites do without. */
enum Extra {
    SCANNER("scanner") {
        @Override
        String line(Simulator simulator, Optional<Pcscd> cards) {
            return "{model: escl, url: \"%s\"}".formatted(simulator.scannerUri());
        }
    },
    RECEIPT_PRINTER("receipt-printer") {
        @Override
        String line(Simulator simulator, Optional<Pcscd> cards) {
            return "{model: escpos-serial, port: %s}".formatted(simulator.receiptPrinterPort());
        }
    },
    CODE_SCANNER("code-scanner") {
        @Override
        String line(Simulator simulator, Optional<Pcscd> cards) {
            return "{model: code-scanner-serial, port: %s, prefix: \"02\", ask: honeywell}"
                    .formatted(simulator.codeScannerPort());
        }
    },
    /** The reader is a real {@code pcscd}'s; the twin is the card in it. */
    SMART_CARD("smart-card") {
        @Override
        String line(Simulator simulator, Optional<Pcscd> cards) {
            Pcscd service = cards.orElseThrow(() -> new IllegalStateException("no pcscd runs"));
            return "{model: pcsc, reader: %s, socket: %s}".formatted(Pcscd.READER, service.socket());
        }
    },
    DOCUMENT_CABINET("document-cabinet") {
        @Override
        String line(Simulator simulator, Optional<Pcscd> cards) {
            return "{model: modbus-cabinet, port: %s, baud: \"%d\", doors: \"8\", first-bolt: \"16\"}"
                    .formatted(simulator.documentCabinetPort(), Simulator.BOARD_BAUD);
        }
    },
    /** No device of its own: a second tray of the printer's, which a hand has to build in. */
    CERTIFICATE_TRAY("certificate-tray") {
        @Override
        String line(Simulator simulator, Optional<Pcscd> cards) {
            return ", tray-plain: main, tray-certificate: bottom";
        }

        @Override
        String entry(Simulator simulator, Optional<Pcscd> cards) {
            return "";
        }
    };

    private final String id;

    Extra(String id) {
        this.id = id;
    }

    /**
     * Its model and where its twin is reached, as the terminal's configuration has it.
     *
     * @param cards what has the reader for chip cards; only for what needs one
     */
    abstract String line(Simulator simulator, Optional<Pcscd> cards);

    /** The one with this name. */
    static Optional<Extra> of(String id) {
        return Arrays.stream(values()).filter(extra -> extra.id.equals(id)).findFirst();
    }

    /** The names that there are. */
    static List<String> ids() {
        return Arrays.stream(values()).map(extra -> extra.id).toList();
    }

    /** A device's whole entry in the configuration. */
    String entry(Simulator simulator, Optional<Pcscd> cards) {
        return "  %s: %s%n".formatted(id, line(simulator, cards));
    }
}
