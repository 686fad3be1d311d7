package banyan.kiosk.upkeep;

import banyan.kiosk.log.Event;
import banyan.kiosk.log.EventKind;
import banyan.kiosk.log.Key;
import java.util.function.Consumer;

/**
 * Reads out of the terminal's events how many pages were sent to the printer and how many came out: all of a job that ended well, and those that are known
 * of one that did not.
 */
public final class PageCount implements Consumer<Event> {
    private final Count count;
    private int asked;

    /** Is told the pages of a job that ended. */
    @FunctionalInterface
    public interface Count {
        /**
         * A job ended.
         *
         * @param due its pages
         * @param out those that came out
         */
        void pages(int due, int out);
    }

    /** @param count is told the pages of each job that ended */
    public PageCount(Count count) {
        this.count = count;
    }

    @Override
    public synchronized void accept(Event event) {
        if (event.kind() == EventKind.PRINT_BEGAN) {
            asked = pages(event, 0);
        } else if (event.kind() == EventKind.PRINT_ENDED) {
            // One that ended well says no number: then all came out.
            count.pages(asked, pages(event, asked));
            asked = 0;
        }
    }

    private static int pages(Event event, int otherwise) {
        String pages = event.values().get(Key.PAGES);
        return pages == null ? otherwise : Integer.parseInt(pages);
    }
}
