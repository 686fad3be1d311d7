package banyan.kiosk.visit;

import banyan.cache.PageStore;
import banyan.cache.VisitKey;
import java.util.Arrays;

/** Seals bytes in the visit's page store and overwrites them in memory. */
final class Keeping {
    private Keeping() {}

    /** On the disk's thread. A visit that has ended meanwhile has no key any more, and keeps nothing. */
    static PageStore.Put put(PageStore store, VisitKey key, byte[] bytes) {
        try {
            return key.forgotten() ? new PageStore.Put.Failed("VISIT-OVER") : store.put(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
