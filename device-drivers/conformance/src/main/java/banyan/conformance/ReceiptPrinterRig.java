package banyan.conformance;

import java.util.List;

/**
 * A hand at a receipt printer, which takes some hundredths of a second for a line. What is to happen "after lines" happens in the
 * middle of the next receipt, when so many of its lines are on paper.
 */
public interface ReceiptPrinterRig extends Rig {
    /** Puts in a new roll; what hangs from the old one comes off. */
    void load();

    /** The roll is nearly used up. */
    void nearEnd();

    /** Takes the roll out now. */
    void runOut();

    /** The roll ends in the middle. */
    void runOutAfter(int lines);

    /** Opens the cover in the middle. */
    void openCoverAfter(int lines);

    /** Closes the cover. */
    void closeCover();

    /** The knife sticks at its next cut. */
    void jamCutter();

    /** Frees the knife. */
    void clearCutter();

    /** From then on nothing is answered. */
    void fallSilentAfter(int lines);

    /** The plug is pulled in the middle. */
    void unplugAfter(int lines);

    /** The power is cut in the middle: what is not on paper is lost. {@link #plug} gives power again. */
    void cutPowerAfter(int lines);

    /** So long for each line from now on. */
    void slow(int millisPerLine);

    /** The receipts that came out, in their order; one that still hangs in the printer is the last. */
    List<Slip> receipts();

    /** How many lines the printer itself had to break because they were longer than its paper. */
    int linesBrokenByThePrinter();

    /**
     * A piece of paper with something on it.
     *
     * @param text its lines, each with its end
     * @param codes what its QR codes say
     * @param cut whether it was cut off
     */
    record Slip(String text, List<String> codes, boolean cut) {}
}
