package banyan.driver.escpos;

import banyan.device.DevicePart;
import banyan.device.DevicePart.Standing;
import banyan.device.Fault;
import banyan.device.Fault.Kind;
import banyan.device.Fault.Remedy;
import banyan.device.Supply;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the printer stands, by its answers to {@code DLE EOT} 1 to 4 (Epson ESC/POS command reference, "DLE EOT: transmit real-time
 * status").
 *
 * @param printer n = 1: bit 3 offline
 * @param offline n = 2: bit 2 cover open, bit 3 fed by its button, bit 5 stopped because the paper ended, bit 6 error
 * @param error n = 3: bit 2 recoverable error, bit 3 autocutter, bit 5 unrecoverable, bit 6 recovers by itself (the head is hot)
 * @param roll n = 4: bits 2 and 3 the roll is nearly used up, bits 5 and 6 no paper
 */
record Look(int printer, int offline, int error, int roll) {
    private static final int IS_OFFLINE = 1 << 3;
    private static final int COVER_OPEN = 1 << 2;
    private static final int FED_BY_BUTTON = 1 << 3;
    private static final int PAPER_ENDED = 1 << 5;
    private static final int ERROR = 1 << 6;
    private static final int RECOVERABLE = 1 << 2;
    private static final int CUTTER = 1 << 3;
    private static final int UNRECOVERABLE = 1 << 5;
    private static final int RECOVERS_BY_ITSELF = 1 << 6;
    private static final int NEAR_END = 0b11 << 2;
    private static final int NO_PAPER = 0b11 << 5;

    private static final Fault IS_COVER_OPEN = new Fault(Kind.MEDIA, Remedy.CALL_STAFF, "RECEIPT-COVER-OPEN");
    private static final Fault PAPER_OUT = new Fault(Kind.MEDIA, Remedy.REFILL, "RECEIPT-PAPER-OUT");
    private static final Fault CUTTER_JAM = new Fault(Kind.MEDIA, Remedy.CLEAR_PATH, "RECEIPT-CUTTER-JAM");

    /** What stops the printer, the first to be put right: under an open cover its sensors see no paper either. */
    Optional<Fault> trouble() {
        if ((error & UNRECOVERABLE) != 0) {
            return fault(Kind.HARDWARE, Remedy.OUT_OF_SERVICE, "RECEIPT-BROKEN");
        }
        if (coverOpen()) {
            return Optional.of(IS_COVER_OPEN);
        }
        if (paperOut()) {
            return Optional.of(PAPER_OUT);
        }
        if ((error & CUTTER) != 0) {
            return Optional.of(CUTTER_JAM);
        }
        if ((error & RECOVERS_BY_ITSELF) != 0) {
            return fault(Kind.HARDWARE, Remedy.RETRY, "RECEIPT-COOLING");
        }
        if ((error & RECOVERABLE) != 0 || (offline & ERROR) != 0) {
            return fault(Kind.HARDWARE, Remedy.RESET, "RECEIPT-TROUBLE");
        }
        // While somebody holds its button it is offline and prints on afterwards; offline for no reason is a fault.
        return (printer & IS_OFFLINE) != 0 && (offline & FED_BY_BUTTON) == 0
                ? fault(Kind.HARDWARE, Remedy.CALL_STAFF, "RECEIPT-OFFLINE")
                : Optional.empty();
    }

    private static Optional<Fault> fault(Kind kind, Remedy remedy, String code) {
        return Optional.of(new Fault(kind, remedy, code));
    }

    private boolean coverOpen() {
        return (offline & COVER_OPEN) != 0;
    }

    private boolean paperOut() {
        return (roll & NO_PAPER) != 0 || (offline & PAPER_ENDED) != 0;
    }

    /** Without any of its parts no receipt comes out that can be taken. Nothing that a broken printer says of them is believed. */
    List<DevicePart> parts() {
        boolean believed = (error & UNRECOVERABLE) == 0;
        return List.of(
                DevicePart.required(DevicePart.Kind.ROLL, standing(believed && !coverOpen(), paperOut(), PAPER_OUT)),
                DevicePart.required(DevicePart.Kind.CUTTER, standing(believed, (error & CUTTER) != 0, CUTTER_JAM)),
                DevicePart.required(DevicePart.Kind.COVER, standing(believed, coverOpen(), IS_COVER_OPEN)));
    }

    private static Standing standing(boolean believed, boolean broken, Fault fault) {
        return !believed ? new Standing.Unknown() : broken ? new Standing.Broken(fault) : new Standing.Usable();
    }

    Set<String> warnings() {
        return paper() instanceof Supply.Level.Low ? Set.of("RECEIPT-PAPER-LOW") : Set.of();
    }

    /** How much is left of the roll. */
    Supply.Level paper() {
        if ((roll & NO_PAPER) != 0) {
            return new Supply.Level.Out();
        }
        return (roll & NEAR_END) != 0 ? new Supply.Level.Low() : new Supply.Level.Enough();
    }
}
