package banyan.kiosk.ui;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;

/** The JavaFX thread, started once for all tests of this JVM. */
public final class FxThread {
    private static final CompletableFuture<Boolean> STARTED = new CompletableFuture<>();

    static {
        try {
            Platform.startup(() -> STARTED.complete(true));
        } catch (IllegalStateException alreadyStarted) {
            STARTED.complete(true);
        }
        Platform.setImplicitExit(false);
    }

    private FxThread() {}

    /** Runs something on the JavaFX thread and gives its result. */
    public static <T> T call(Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(work.call());
            } catch (Exception | AssertionError e) {
                result.completeExceptionally(e);
            }
        });
        return get(result);
    }

    public static void run(Runnable work) {
        boolean done = call(() -> {
            work.run();
            return true;
        });
        if (!done) {
            throw new IllegalStateException("not run");
        }
    }

    /** Waits until everything that is queued on the JavaFX thread has run. */
    public static void settle() {
        run(() -> {});
    }

    private static <T> T get(CompletableFuture<T> result) {
        try {
            return result.get(300, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AssertionError claim) {
                throw claim;
            }
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("the JavaFX thread does not answer", e);
        }
    }
}
