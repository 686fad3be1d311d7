package banyan.cache;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The real database with a fault at the n-th statement: before it is done, or after, when nobody learns that it was. */
final class FaultyConnection {
    /** What happens at the chosen statement. */
    enum Fault {
        BEFORE,
        AFTER,
        BEFORE_AND_FROM_THERE,
        NO_ROOM
    }

    private Fault fault = Fault.BEFORE;
    private long at = Long.MAX_VALUE;
    private long done;

    synchronized void fail(Fault how, long statement) {
        fault = how;
        at = statement;
        done = 0;
    }

    synchronized long statements() {
        return done;
    }

    Connection around(Connection real) {
        return proxy(Connection.class, real);
    }

    private <T> T proxy(Class<T> type, Object real) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> call(real, method, arguments)));
    }

    private Object call(Object real, Method method, Object[] arguments) throws Throwable {
        boolean counts =
                method.getName().startsWith("execute") || method.getName().equals("commit");
        boolean now = counts && counted();
        if (now && fault != Fault.AFTER) {
            throw failure();
        }
        Object result;
        try {
            result = method.invoke(real, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
        if (now) {
            throw failure();
        }
        return switch (result) {
            case PreparedStatement statement -> proxy(PreparedStatement.class, statement);
            case Statement statement -> proxy(Statement.class, statement);
            case null, default -> result;
        };
    }

    private synchronized boolean counted() {
        done++;
        return done == at || done > at && fault == Fault.BEFORE_AND_FROM_THERE;
    }

    private SQLException failure() {
        return new SQLiteException(
                "injected", fault == Fault.NO_ROOM ? SQLiteErrorCode.SQLITE_FULL : SQLiteErrorCode.SQLITE_IOERR_FSYNC);
    }
}
