package banyan.driver.escpos;

/** What is asked behind a receipt so that its answer means: everything before it is on paper. */
enum Confirmation {
    /** {@code GS ( H}, process ID response: answered after the printing, with a number of our own. */
    PROCESS_ID {
        @Override
        void ask(Tape tape, int id) {
            tape.command(0x1D, '(', 'H', 6, 0, 48, 48, id >> 24 & 0xFF, id >> 16 & 0xFF, id >> 8 & 0xFF, id & 0xFF);
        }
    },
    /**
     * {@code GS r 1}, paper sensor, for printers that have no process ID: answered in the order of the buffer, with a byte that
     * says no more. One such byte may be noise of a line that was just switched on; {@link #TIMES} in a row are not.
     */
    PAPER_STATUS {
        @Override
        void ask(Tape tape, int id) {
            for (int i = 0; i < TIMES; i++) {
                tape.command(0x1D, 'r', 1);
            }
        }
    };

    static final int TIMES = 3;

    /** Asks; an answer with another number belongs to an earlier receipt. */
    abstract void ask(Tape tape, int id);
}
