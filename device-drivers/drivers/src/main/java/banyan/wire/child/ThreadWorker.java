package banyan.wire.child;

import banyan.device.Outcome;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The work on a thread of this process: a library that hangs does not hold the device's own thread up, but one that crashes takes
 * the terminal with it.
 */
public final class ThreadWorker extends Worker {
    private final Supplier<? extends ChildWork> work;
    private final String name;
    private @Nullable Lane lane;

    /** @param device as for {@link Worker} */
    public ThreadWorker(String device, Supplier<? extends ChildWork> work) {
        super(device);
        this.work = work;
        this.name = "native-" + device.toLowerCase(Locale.ROOT);
    }

    private record Request(int id, byte[] bytes) {}

    /** A thread and what it has to do; once left, it ends with the call it is in. */
    private final class Lane {
        private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
        private final Thread thread = Thread.ofPlatform().daemon(true).name(name).unstarted(this::live);
        private volatile boolean left;

        private void live() {
            ChildWork doing = work.get();
            while (!left) {
                try {
                    Request request = requests.take();
                    byte[] answer = doing.answer(request.bytes());
                    Arrays.fill(request.bytes(), (byte) 0);
                    answered(request.id(), answer);
                } catch (InterruptedException _) {
                    // Left: the loop's condition says so.
                }
            }
        }

        void leave() {
            left = true;
            thread.interrupt();
        }
    }

    @Override
    Outcome<Boolean> started() {
        if (lane == null) {
            lane = new Lane();
            lane.thread.start();
        }
        return Outcome.done(true);
    }

    @Override
    void abandon() {
        close();
    }

    @Override
    void pass(int id, byte[] request) {
        if (lane == null) {
            gone(ended);
        } else {
            lane.requests.add(new Request(id, request.clone()));
        }
    }

    @Override
    public void forget() {
        // Each answer is overwritten by whoever got it; there is nothing in between.
    }

    @Override
    public void close() {
        if (lane != null) {
            lane.leave();
            lane = null;
        }
        gone(ended);
    }
}
