package banyan.cache;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * The end of the journal's chain, as it stands sealed in the database: how many links there have been, the last of them, and what the
 * journal holds, as keyed sums of its rows. All of it has one length, and nothing of it can be seen without the device's keys.
 *
 * @param step how many commits have put a row in, changed one or taken one out
 * @param link over the link before and all that follows here
 * @param entries the sum of what waits
 * @param receipts the sum of what has been received
 * @param erasedBefore receipts of before this hour may have been erased, and no others
 * @param breaks how often an examination has found another sum
 * @param missing how many rows were missing then, all together
 */
record Mark(long step, byte[] link, Sum entries, Sum receipts, long erasedBefore, int breaks, int missing) {
    /** In the clear. */
    static final int SIZE = 1 + 2 * Long.BYTES + Links.SIZE + 2 * (Long.BYTES + Links.SIZE) + 2 * Integer.BYTES;

    private static final byte FORM = 1;

    /**
     * The sum of some rows' hashes: none of two, whatever their order, so putting a row in and taking it out are the same step.
     *
     * @param count of the rows
     * @param hash all of theirs, one over the other
     */
    record Sum(long count, byte[] hash) {
        static final Sum EMPTY = new Sum(0, new byte[Links.SIZE]);

        Sum with(byte[] row) {
            return over(1, row);
        }

        Sum without(byte[] row) {
            return over(-1, row);
        }

        Sum with(Sum change) {
            return over(change.count, change.hash);
        }

        private Sum over(long more, byte[] other) {
            byte[] both = hash.clone();
            for (int at = 0; at < both.length; at++) {
                both[at] ^= other[at];
            }
            return new Sum(count + more, both);
        }

        boolean is(Sum other) {
            return count == other.count && Arrays.equals(hash, other.hash);
        }

        private void to(ByteBuffer bytes) {
            bytes.putLong(count).put(hash);
        }

        private static Sum from(ByteBuffer bytes) {
            long count = bytes.getLong();
            return new Sum(count, taken(bytes));
        }

        @Override
        public String toString() {
            return "Sum[" + count + "]";
        }
    }

    /** Of a chain that begins with nothing. */
    static final Mark FIRST = new Mark(0, new byte[Links.SIZE], Sum.EMPTY, Sum.EMPTY, 0, 0, 0);

    /** The next one, with its link over this. */
    Mark next(Links links, Sum nowWaiting, Sum nowReceived, long nowErased) {
        return linked(links, new Mark(step + 1, link, nowWaiting, nowReceived, nowErased, breaks, missing));
    }

    /** The one with which the chain goes on where it was found broken. */
    Mark mended(Links links, Sum nowWaiting, Sum nowReceived, long nowErased, int lost) {
        return linked(links, new Mark(step + 1, link, nowWaiting, nowReceived, nowErased, breaks + 1, missing + lost));
    }

    private static Mark linked(Links links, Mark unlinked) {
        byte[] link = links.after(unlinked.link, unlinked.bytes());
        return new Mark(
                unlinked.step,
                link,
                unlinked.entries,
                unlinked.receipts,
                unlinked.erasedBefore,
                unlinked.breaks,
                unlinked.missing);
    }

    byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(SIZE).put(FORM).putLong(step).put(link);
        entries.to(bytes);
        receipts.to(bytes);
        return bytes.putLong(erasedBefore).putInt(breaks).putInt(missing).array();
    }

    /** Empty where the form is one that this program does not know. */
    static Optional<Mark> read(byte[] clear) {
        if (clear.length != SIZE || clear[0] != FORM) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(clear, 1, SIZE - 1);
        long step = bytes.getLong();
        byte[] link = taken(bytes);
        return Optional.of(new Mark(
                step, link, Sum.from(bytes), Sum.from(bytes), bytes.getLong(), bytes.getInt(), bytes.getInt()));
    }

    private static byte[] taken(ByteBuffer bytes) {
        byte[] hash = new byte[Links.SIZE];
        bytes.get(hash);
        return hash;
    }

    @Override
    public String toString() {
        return "Mark[" + step + "]";
    }
}
