package banyan.cache;

import banyan.acceptance.Sha256;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
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
 * @param told the link that the centre has last said it knows
 * @param telling the link that it is being told
 */
record Mark(
        long step,
        byte[] link,
        Sum entries,
        Sum receipts,
        long erasedBefore,
        int breaks,
        int missing,
        Optional<Sha256> told,
        Optional<Sha256> telling) {
    /** In the clear. */
    static final int SIZE = 1 + 2 * Long.BYTES + Links.SIZE + 2 * (Long.BYTES + Links.SIZE) + 2 * Integer.BYTES + 2 * Links.SIZE;

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
    static final Mark FIRST = new Mark(0, new byte[Links.SIZE], Sum.EMPTY, Sum.EMPTY, 0, 0, 0, Optional.empty(), Optional.empty());

    /** The next one, with its link over this. */
    Mark next(Links links, Sum nowWaiting, Sum nowReceived, long nowErased) {
        return after(links, nowWaiting, nowReceived, nowErased, breaks, missing, told, telling);
    }

    /** The one with which the chain goes on where it was found broken. */
    Mark mended(Links links, Sum nowWaiting, Sum nowReceived, long nowErased, int lost) {
        return after(links, nowWaiting, nowReceived, nowErased, breaks + 1, missing + lost, told, telling);
    }

    /** From now on the centre is told of the link that this ends with. */
    Mark tell(Links links) {
        return after(links, entries, receipts, erasedBefore, breaks, missing, told, Optional.of(Sha256.of(link, 0)));
    }

    /** The centre knows what it was told. */
    Mark known(Links links) {
        return after(links, entries, receipts, erasedBefore, breaks, missing, telling, Optional.empty());
    }

    private Mark after(
            Links links,
            Sum nowWaiting,
            Sum nowReceived,
            long nowErased,
            int nowBreaks,
            int nowMissing,
            Optional<Sha256> nowTold,
            Optional<Sha256> nowTelling) {
        Mark unlinked =
                new Mark(step + 1, link, nowWaiting, nowReceived, nowErased, nowBreaks, nowMissing, nowTold, nowTelling);
        byte[] over = links.after(link, unlinked.bytes());
        return new Mark(step + 1, over, nowWaiting, nowReceived, nowErased, nowBreaks, nowMissing, nowTold, nowTelling);
    }

    byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(SIZE).put(FORM).putLong(step).put(link);
        entries.to(bytes);
        receipts.to(bytes);
        return bytes.putLong(erasedBefore)
                .putInt(breaks)
                .putInt(missing)
                .put(of(told))
                .put(of(telling))
                .array();
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
                step, link, Sum.from(bytes), Sum.from(bytes), bytes.getLong(), bytes.getInt(), bytes.getInt(), known(bytes), known(bytes)));
    }

    /** No link is all zeros. */
    private static byte[] of(Optional<Sha256> known) {
        return known.map(hash -> HexFormat.of().parseHex(hash.hex())).orElseGet(() -> new byte[Links.SIZE]);
    }

    private static Optional<Sha256> known(ByteBuffer bytes) {
        byte[] hash = taken(bytes);
        return Arrays.equals(hash, new byte[Links.SIZE]) ? Optional.empty() : Optional.of(Sha256.of(hash, 0));
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
