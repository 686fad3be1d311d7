package banyan.kiosk.visit;

import banyan.device.Deadline;
import banyan.device.DeviceState;
import banyan.device.Fault;
import banyan.device.Outcome;
import banyan.device.ReceiptPrinter;
import java.util.ArrayList;
import java.util.List;

/** A receipt printer whose receipts end as the test says. */
final class FakeRoll extends FakeDevice implements ReceiptPrinter {
    static final Fault EMPTY = new Fault(Fault.Kind.MEDIA, Fault.Remedy.REFILL, "RECEIPT-PAPER-OUT");

    final List<Receipt> receipts = new ArrayList<>();
    DeviceState state = DeviceState.ready();
    Outcome<ReceiptEnd> end = Outcome.done(new ReceiptEnd.Printed());

    @Override
    public DeviceState state() {
        return state;
    }

    @Override
    public Outcome<ReceiptEnd> print(Receipt receipt, Deadline deadline) {
        receipts.add(receipt);
        return end;
    }

    @Override
    public String id() {
        return "receipt-printer";
    }

    /** All words of a receipt. */
    static String words(Receipt receipt) {
        var words = new StringBuilder();
        for (Part part : receipt.parts()) {
            if (part instanceof Part.Text(var text, _, _, _)) {
                words.append(text).append('\n');
            }
        }
        return words.toString();
    }
}
