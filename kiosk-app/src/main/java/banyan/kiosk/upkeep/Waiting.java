package banyan.kiosk.upkeep;

/**
 * What is on its way to the centre, in numbers.
 *
 * @param toSend kept here, not confirmed
 * @param stuck refused by the centre or damaged: somebody must look
 * @param notes evaluations and reports
 * @param salvaged damaged journals that lie aside, because not all of them could perhaps be read
 * @param gaps days on which this terminal's book and the centre's do not agree
 */
public record Waiting(int toSend, int stuck, int notes, int salvaged, int gaps) {
    /** Before it was counted. */
    public static final Waiting NOTHING = new Waiting(0, 0, 0, 0, 0);
}
