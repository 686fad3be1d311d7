package banyan.driver.escpos;

import banyan.device.ReceiptPrinter.Receipt;

/** A receipt on its way, as its caller and the printer's thread both see it. */
final class Job {
    private final Receipt receipt;
    private volatile boolean begun;

    Job(Receipt receipt) {
        this.receipt = receipt;
    }

    Receipt receipt() {
        return receipt;
    }

    /** From now on something of it may be on paper. */
    void begin() {
        begun = true;
    }

    boolean begun() {
        return begun;
    }
}
