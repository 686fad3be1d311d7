package banyan.server.wire;

import banyan.server.store.PaperStore;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A failure in words that tell a developer where to look and nothing of a citizen. */
public final class Failures {
    private static final int PLACES = 6;
    private static final int CAUSES = 5;

    private Failures() {}

    /** Whether it is the database or the paper store that could not be had, rather than a mistake in what it was asked. */
    static boolean storeAway(Throwable failure) {
        @Nullable Throwable at = failure;
        for (int depth = 0; at != null && depth < CAUSES; depth++) {
            if (at instanceof PaperStore.Away
                    || at instanceof java.sql.SQLTransientException
                    || at instanceof org.jdbi.v3.core.ConnectionException) {
                return true;
            }
            if (at instanceof java.sql.SQLException sql && sql.getSQLState() != null) {
                // Connection, resources, operator: the classes in which trying again may help.
                return sql.getSQLState().matches("(08|53|57|58|40).*");
            }
            at = at.getCause();
        }
        return false;
    }

    /** Kinds and places: {@code JdbiException<PSQLException[57P01] at Submissions.put:57 …}. Messages are left out. */
    public static String inWords(Throwable failure) {
        StringBuilder words = new StringBuilder();
        @Nullable Throwable at = failure;
        for (int depth = 0; at != null && depth < CAUSES; depth++) {
            words.append(depth == 0 ? "" : "<").append(at.getClass().getSimpleName());
            if (at instanceof java.sql.SQLException sql && sql.getSQLState() != null) {
                words.append('[').append(sql.getSQLState()).append(']');
            }
            at = at.getCause();
        }
        return words + " at "
                + Arrays.stream(failure.getStackTrace())
                        .filter(place -> place.getClassName().startsWith("banyan."))
                        .limit(PLACES)
                        .map(place -> place.getClassName().replaceFirst(".*\\.", "") + "." + place.getMethodName() + ":"
                                + place.getLineNumber())
                        .collect(Collectors.joining(" "));
    }
}
