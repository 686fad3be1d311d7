package banyan.server.register;

import banyan.acceptance.Fact;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whoever can be asked about citizens: a department's system, or what stands in for one. What it cannot say is a value too. */
public interface Provider {
    /** A fixed name for the log, the figures and the staff. */
    String name();

    /** Whether it is the one for this query. */
    boolean has(Ask ask);

    /** What became of the query. It is interrupted when its time is over. */
    Registers.Queried query(Ask ask);

    /** Which facts it knows of. */
    Set<String> factNames();

    /** Everything it knows of this citizen under these names; empty where it cannot say now. */
    Optional<List<Fact>> facts(String citizen, Set<String> names, LocalDate today);
}
