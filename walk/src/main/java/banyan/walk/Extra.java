package banyan.walk;

import banyan.simulator.Simulator;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A device that a terminal has only where a journey's {@code devices} names it: many sites do without. */
enum Extra {
    SCANNER("scanner") {
        @Override
        String line(Simulator simulator) {
            return "{model: escl, url: \"%s\"}".formatted(simulator.scannerUri());
        }
    },
    RECEIPT_PRINTER("receipt-printer") {
        @Override
        String line(Simulator simulator) {
            return "{model: escpos-serial, port: %s}".formatted(simulator.receiptPrinterPort());
        }
    };

    private final String id;

    Extra(String id) {
        this.id = id;
    }

    /** Its model and where its twin is reached, as the terminal's configuration has it. */
    abstract String line(Simulator simulator);

    /** The one with this name. */
    static Optional<Extra> of(String id) {
        return Arrays.stream(values()).filter(extra -> extra.id.equals(id)).findFirst();
    }

    /** The names that there are. */
    static List<String> ids() {
        return Arrays.stream(values()).map(extra -> extra.id).toList();
    }

    /** A device's whole entry in the configuration. */
    String entry(Simulator simulator) {
        return "  %s: %s%n".formatted(id, line(simulator));
    }
}
