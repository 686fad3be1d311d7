package banyan.walk;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A whole visit as data.
 *
 * @param screen width and height of the panel
 * @param smallDisk whether its terminal keeps everything on a disk that can be filled
 * @param devices what its terminal has beyond what every terminal has
 * @param steps in order, blocks already resolved
 * @param ends what must be true at the end: the kind of expectation, its line, and its words
 */
record Journey(
        String name,
        String about,
        Path file,
        int[] screen,
        String language,
        boolean smallDisk,
        Set<Extra> devices,
        List<Step.Line> steps,
        List<End> ends) {

    /** One expectation of the end: {@code centre}, {@code paper}, {@code receipts}, {@code journal}, {@code disk} or {@code events}. */
    record End(String about, int line, Map<String, Object> words) {}
}
