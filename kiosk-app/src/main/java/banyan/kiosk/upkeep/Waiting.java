package banyan.kiosk.upkeep;

/**
 * What is on its way to the centre, in numbers.
 *
 * @param toSend kept here, not confirmed
 * @param stuck refused by the centre or damaged: somebody must look
 * @param notes evaluations and reports
 * @param salvaged damaged journals that lie aside, because not all of them could perhaps be read
 */
public record Waiting(int toSend, int stuck, int notes, int salvaged) {
    /** Before it was counted. */
    public static final Waiting NOTHING = new Waiting(0, 0, 0, 0);
}
