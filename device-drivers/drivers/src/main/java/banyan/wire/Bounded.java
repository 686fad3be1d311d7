package banyan.wire;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Collects a body of at most so many bytes. Room is made for what has come, never for what is announced. */
final class Bounded implements BodySubscriber<byte[]> {
    private static final int FIRST_ROOM = 16 * 1024;

    private final int most;
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private byte[] bytes = new byte[0];
    private int count;
    private Flow.@Nullable Subscription subscription;

    Bounded(int most) {
        this.most = most;
    }

    /** The body is larger than was allowed. */
    static final class TooLarge extends IOException {
        TooLarge(int most) {
            super("more than " + most + " bytes");
        }
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscribed) {
        subscription = subscribed;
        subscribed.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> portions) {
        for (ByteBuffer portion : portions) {
            int size = portion.remaining();
            if (size > most - count) {
                if (subscription != null) {
                    subscription.cancel();
                }
                boolean _ = body.completeExceptionally(new TooLarge(most));
                return;
            }
            if (count + size > bytes.length) {
                bytes = Arrays.copyOf(
                        bytes, Math.min(most, Math.max(count + size, Math.max(FIRST_ROOM, bytes.length * 2))));
            }
            portion.get(bytes, count, size);
            count += size;
        }
    }

    @Override
    public void onError(Throwable failure) {
        boolean _ = body.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        boolean _ = body.complete(count == bytes.length ? bytes : Arrays.copyOf(bytes, count));
    }
}
