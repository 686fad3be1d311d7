package banyan.bench;

import java.io.IOException;
import java.util.List;

/** One measurement that can be asked for by name. */
interface Bench {
    /** The word on the command line. */
    String name();

    /** Measures; the machine should be quiet. */
    List<Figure> measure() throws IOException, InterruptedException;
}
