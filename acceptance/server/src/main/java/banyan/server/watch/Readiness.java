package banyan.server.watch;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Whether the centre can take anything in now: each thing that it needs, asked when somebody wants to know. */
public final class Readiness {
    /** Something the centre needs. */
    @FunctionalInterface
    public interface Need {
        /**
         * Whether it is there.
         *
         * @throws IOException if it is not
         */
        boolean met() throws IOException;
    }

    private final Map<String, Need> needs = new LinkedHashMap<>();

    /** One more thing, under a fixed name. */
    public Readiness with(String name, Need need) {
        needs.put(name, need);
        return this;
    }

    /** Each by its name, and whether it is there. */
    public Map<String, Boolean> now() {
        Map<String, Boolean> standing = new LinkedHashMap<>();
        needs.forEach((name, need) -> standing.put(name, met(need)));
        return standing;
    }

    private static boolean met(Need need) {
        try {
            return need.met();
        } catch (IOException | RuntimeException away) {
            // Why is in the log of whoever uses it; here it only counts that it is away.
            return false;
        }
    }
}
