package banyan.kiosk.visit;

import banyan.device.Deadline;
import banyan.device.Outcome;
import banyan.device.ReceiptPrinter;
import banyan.device.ReceiptPrinter.Receipt;
import banyan.device.ReceiptPrinter.ReceiptEnd;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Brings one receipt at a time to the receipt printer and says truthfully how it went, in the words in which {@link PrintDesk} does.
 * It sends a receipt once: whoever wants it again asks again, knowing what became of the first.
 */
public final class RollDesk {
    /** A receipt is printed in a few seconds; more than this is waited for nothing. */
    private static final Duration WHOLE = Duration.ofSeconds(30);

    private final ReceiptPrinter printer;
    private Optional<Thread> printing = Optional.empty();

    public RollDesk(ReceiptPrinter printer) {
        this.printer = printer;
    }

    /**
     * Prints a receipt. Blocks until the printer has it on paper, or that cannot be known. The last event is exactly one of {@code
     * Printed}, {@code PrintBroken} (nothing of it is on paper) and {@code PrintUncertain}.
     */
    public void print(Receipt receipt, Consumer<VisitEvent> tell) {
        tell.accept(new VisitEvent.PrintBegun(1));
        tell.accept(
                switch (ended(receipt)) {
                    case Outcome.Done<ReceiptEnd>(ReceiptEnd.Printed _) -> new VisitEvent.Printed();
                    case Outcome.Done<ReceiptEnd>(ReceiptEnd.Uncertain _) -> new VisitEvent.PrintUncertain(0);
                    case Outcome.Failed<ReceiptEnd>(var fault) ->
                        new VisitEvent.PrintBroken(PrintDesk.trouble(fault), 0);
                });
    }

    private Outcome<ReceiptEnd> ended(Receipt receipt) {
        synchronized (this) {
            printing = Optional.of(Thread.currentThread());
        }
        try {
            return printer.print(receipt, Deadline.in(WHOLE));
        } finally {
            synchronized (this) {
                printing = Optional.empty();
                // A stop that came with the end of the receipt is none for what this thread does next.
                var _ = Thread.interrupted();
            }
        }
    }

    /** Has the printer throw away what is not yet on paper. Nothing happens when nothing is printed. */
    public synchronized void stop() {
        printing.ifPresent(Thread::interrupt);
    }
}
