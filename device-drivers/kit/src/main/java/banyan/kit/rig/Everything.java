package banyan.kit.rig;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/** Everything that is logged while it is open, by whomever, at every level. */
public final class Everything extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    /** Begins to listen. */
    public Everything() {
        root().addAppender(this);
        start();
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    @Override
    protected void append(ILoggingEvent event) {
        // Logged by the far end, which is not what is tested.
        if (!event.getLoggerName().startsWith("banyan.simulator")) {
            lines.add(event.getLoggerName() + " " + event.getFormattedMessage());
            for (IThrowableProxy cause = event.getThrowableProxy(); cause != null; cause = cause.getCause()) {
                lines.add(String.valueOf(cause.getMessage()));
            }
        }
    }

    /** What was logged so far. */
    public String text() {
        return String.join("\n", lines);
    }

    @Override
    public void close() {
        boolean _ = root().detachAppender(this);
        stop();
    }
}
