package banyan.simulator.printer;

import java.nio.file.Path;
import java.util.List;

/**
 * A sheet that came out of the printer.
 *
 * @param number counted from 1 since the start or the last reset
 * @param pages the pages of the job's document on it, counted from 1: two if both sides are printed
 * @param of how many pages that document has
 */
record Paper(int number, int job, List<Integer> pages, int of, Path file) {
    Paper {
        pages = List.copyOf(pages);
    }
}
