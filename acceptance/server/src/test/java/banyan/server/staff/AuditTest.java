package banyan.server.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import banyan.server.SharedHouse;
import banyan.server.staff.AuditWalk.Found;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.Test;

/** The chain of what staff did: in a schema of its own, so that it can be broken. */
class AuditTest {
    private static final byte[] SECRET = "of this test".getBytes(StandardCharsets.UTF_8);
    private static final Staff CLERK = new Staff("0216", "林工", Set.of(Role.CLERK));
    private static final Jdbi ROWS = SharedHouse.database().jdbi();

    private final Audit audit = new Audit(SECRET, () -> Instant.parse("2026-11-20T12:46:00.123456789Z"));

    /** Runs on a chain of five rows in tables that only this connection sees, and that are gone with it. */
    private static Found after(Change change) {
        return ROWS.withHandle(handle -> {
            handle.execute("CREATE TEMP TABLE staff_audit (LIKE public.staff_audit INCLUDING ALL)");
            handle.execute("CREATE TEMP TABLE staff_audit_head AS SELECT * FROM public.staff_audit_head WITH NO DATA");
            try {
                handle.execute("INSERT INTO staff_audit_head VALUES ('staff', 0, '1970-01-01', ?, ?)", new byte[32], new byte[32]);
                Audit audit = new Audit(SECRET, () -> Instant.parse("2026-11-20T12:46:00.123456789Z"));
                for (int row = 1; row <= 5; row++) {
                    String subject = "case " + row;
                    handle.useTransaction(inside -> audit.note(inside, CLERK, "CASE-VIEWED", subject));
                }
                change.to(handle);
                return new AuditWalk(SECRET, ROWS).walk(handle);
            } finally {
                handle.execute("DROP TABLE pg_temp.staff_audit, pg_temp.staff_audit_head");
            }
        });
    }

    @FunctionalInterface
    private interface Change {
        void to(Handle handle);
    }

    @Test
    void aChainThatNobodyTouchedIsWhole() {
        assertEquals(new Found.Whole(5), after(_ -> {}));
    }

    @Test
    void everyAlteredColumnIsFoundAtItsRow() {
        for (String change : List.of(
                "at = at + interval '1 microsecond'",
                "staff = '0217'",
                "deed = 'CASE-DECIDED'",
                "subject = 'case 4'",
                "hash = decode(repeat('00', 32), 'hex')")) {
            assertEquals(
                    new Found.Broken(3),
                    after(handle -> handle.execute("UPDATE staff_audit SET " + change + " WHERE seq = 3")),
                    change);
        }
    }

    @Test
    void aMissingRowIsFoundWhereverItWas() {
        for (long gone : List.of(1L, 3L, 5L)) {
            assertEquals(
                    new Found.Broken(gone), after(handle -> handle.execute("DELETE FROM staff_audit WHERE seq = ?", gone)));
        }
    }

    @Test
    void theLastRowsCannotBeTakenAwayWithTheHeadMovedBack() {
        assertEquals(new Found.Broken(5), after(handle -> {
            handle.execute("DELETE FROM staff_audit WHERE seq = 5");
            handle.execute("UPDATE staff_audit_head SET seq = 4, hash = (SELECT hash FROM staff_audit WHERE seq = 4)");
        }));
        assertEquals(new Found.Broken(1), after(handle -> {
            handle.execute("DELETE FROM staff_audit");
            handle.execute("DELETE FROM staff_audit_head");
        }));
    }

    @Test
    void aRowThatWasWrittenWithoutTheSecretIsFound() {
        assertEquals(new Found.Broken(6), after(handle -> handle.useTransaction(inside ->
                new Audit(new byte[32], Instant::now).note(inside, CLERK, "CASE-VIEWED", "case 6"))));
    }

    @Test
    void twoRowsThatChangedPlacesAreFound() {
        assertEquals(new Found.Broken(2), after(handle -> {
            handle.execute("UPDATE staff_audit SET seq = 99 WHERE seq = 2");
            handle.execute("UPDATE staff_audit SET seq = 2 WHERE seq = 3");
            handle.execute("UPDATE staff_audit SET seq = 3 WHERE seq = 99");
        }));
    }

    @Test
    void aDeedThatWasUndoneLeavesNoRowAndNoGap() throws InterruptedException {
        Staff many = new Staff("A-" + System.nanoTime(), "多", Set.of(Role.CLERK));
        try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
            together.invokeAll(IntStream.range(0, 24).<Callable<Void>>mapToObj(turn -> () -> {
                ROWS.useTransaction(handle -> {
                    new Audit(SECRET, Instant::now).note(handle, many, "TRIED", Integer.toString(turn));
                    handle.rollback();
                });
                return null;
            }).toList());
        }
        assertEquals(0, counted("SELECT count(*) FROM staff_audit WHERE staff = '" + many.number() + "'"));
        assertEquals(0, counted("SELECT h.seq - (SELECT count(*) FROM staff_audit) FROM staff_audit_head h"));
    }

    @Test
    void whatCouldBeACitizensDataOrStandsAloneIsNotWritten() {
        for (String subject : List.of("张三", "a\nb", "<b>", "x".repeat(121))) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> ROWS.useTransaction(handle -> audit.note(handle, CLERK, "CASE-VIEWED", subject)));
        }
        assertThrows(
                IllegalStateException.class, () -> ROWS.useHandle(handle -> audit.note(handle, CLERK, "CASE-VIEWED", "1")));
    }

    @Test
    void oneRowIsOnePlaceInTheChain() {
        assertThrows(
                UnableToExecuteStatementException.class,
                () -> after(handle -> handle.execute("INSERT INTO staff_audit SELECT * FROM staff_audit WHERE seq = 3")));
    }

    private static int counted(String sql) {
        return ROWS.<Integer, RuntimeException>withHandle(
                handle -> handle.createQuery(sql).mapTo(Integer.class).one());
    }
}
