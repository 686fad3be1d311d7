package banyan.server.wire;

import banyan.acceptance.Refusal;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;

/** How long whoever is refused should stay away: different for each, so that they do not all come back together. */
final class ComeBack {
    private static final int BUSY = 2;

    private ComeBack() {}

    /** In seconds; empty where coming back is the sender's own affair. */
    static OptionalInt after(Refusal refusal) {
        return switch (refusal) {
            case TRANSFER_UNDER_WAY, UPLOAD_UNDER_WAY -> OptionalInt.of(1);
            case CENTRE_BUSY, STORE_AWAY -> OptionalInt.of(spread(BUSY));
            case PROVIDER_AWAY -> OptionalInt.of(spread(10 * BUSY));
            case STORE_FULL -> OptionalInt.of(spread(5 * BUSY));
            case UPLOADS_TOO_MANY, PROGRESS_TOO_MANY_TRIES -> OptionalInt.of(spread(30 * BUSY));
            default -> OptionalInt.empty();
        };
    }

    private static int spread(int least) {
        return least + ThreadLocalRandom.current().nextInt(4 * least);
    }
}
