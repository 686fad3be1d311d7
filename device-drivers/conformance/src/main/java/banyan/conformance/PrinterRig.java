package banyan.conformance;

/** A hand at a page printer. A page takes it a fraction of a second. */
public interface PrinterRig extends Rig {
    /** Leaves so many sheets of plain paper in their tray, perhaps none. */
    void leavePaper(int sheets);

    /** Leaves so many sheets of certificate paper in the tray that the settings name for it, perhaps none. */
    void leaveCertificatePaper(int sheets);

    /** How many sheets lie in that tray. */
    int certificatePaper();

    /** Opens the cover: nothing moves. */
    void openCover();

    /** Closes it. */
    void closeCover();

    /** The next job jams after so many pages, and the printer gives it up. */
    void jamAfter(int pages);

    /** The next job is called completed though only so many pages are counted. */
    void countOnly(int pages);

    /** The toner runs low. */
    void lowToner();

    /** Switched off and on: the printer forgets its jobs. */
    void loseJobs();

    /** How many documents it has taken since the rig was made. */
    int documents();
}
