package banyan.driver.escpos;

import banyan.device.Deadline;
import banyan.device.DrivenDevice;
import banyan.device.Outcome;
import banyan.device.ReceiptPrinter;

/** A receipt printer that speaks ESC/POS. */
final class RollPrinter extends DrivenDevice<RollWire> implements ReceiptPrinter {
    RollPrinter(String id, RollWire wire) {
        super(id, wire);
    }

    @Override
    public Outcome<ReceiptEnd> print(Receipt receipt, Deadline deadline) {
        Job job = new Job(receipt);
        Outcome<ReceiptEnd.Printed> outcome = thread().runToItsEnd(deadline, turn -> wire().print(turn, job));
        return switch (outcome) {
            case Outcome.Done<ReceiptEnd.Printed>(var printed) -> Outcome.done(printed);
            case Outcome.Failed<ReceiptEnd.Printed>(var fault) ->
                job.begun() ? Outcome.done(new ReceiptEnd.Uncertain(fault)) : Outcome.failed(fault);
        };
    }
}
