package banyan.cache;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds the end of the chain in the pages of a damaged journal, so that what could not be carried over is missed. */
final class ChainFinder {
    private static final byte[] NAME = Chain.NAME.getBytes(StandardCharsets.US_ASCII);

    private final Pages pages;
    private final Chain chain;

    /** As it lies there, and how far the chain was. */
    private record End(byte[] sealed, long step) {}

    ChainFinder(Pages pages, Chain chain) {
        this.pages = pages;
        this.chain = chain;
    }

    /** The last that opens, sealed as it lies; empty where none does. */
    Optional<byte[]> last() throws IOException {
        Optional<End> last = Optional.empty();
        for (int index = 0; index <= lastCommitted(); index++) {
            last = later(last, pages.frame(index));
        }
        for (int number = 1; number <= pages.count(); number++) {
            Optional<byte[]> page = pages.page(number);
            last = page.isPresent() ? later(last, page.get()) : last;
        }
        return last.map(End::sealed);
    }

    private int lastCommitted() {
        int last = pages.frames() - 1;
        while (last >= 0 && !pages.committed(last)) {
            last--;
        }
        return last;
    }

    private Optional<End> later(Optional<End> known, byte[] page) {
        return IntStream.rangeClosed(0, page.length - NAME.length - Chain.SEALED)
                .filter(at -> Arrays.equals(page, at, at + NAME.length, NAME, 0, NAME.length))
                .mapToObj(at -> Arrays.copyOfRange(page, at + NAME.length, at + NAME.length + Chain.SEALED))
                .flatMap(sealed -> chain.opened(sealed).map(mark -> new End(sealed, mark.step())).stream())
                .max(Comparator.comparingLong(End::step))
                .filter(found -> known.isEmpty() || found.step() > known.get().step())
                .or(() -> known);
    }
}
