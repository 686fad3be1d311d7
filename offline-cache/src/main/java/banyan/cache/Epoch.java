package banyan.cache;

/** An epoch's key, opened, and the two that are made of it. */
final class Epoch {
    static final int KEY = 32;

    /** Wraps what must last as long as the journal, and opened all that was kept before there were epochs. */
    static final int ROOT = 0;

    private final int number;
    private final long hour;
    private final byte[] key;
    private final byte[] wrapping;
    private final byte[] receipts;

    /** Takes the key over. */
    Epoch(int number, long hour, byte[] key) {
        this.number = number;
        this.hour = hour;
        this.key = key;
        this.wrapping = Vault.derive(key, "banyan wrapping 1", new byte[0], new byte[0]);
        this.receipts = Vault.derive(key, "banyan receipts 1", new byte[0], new byte[0]);
    }

    int number() {
        return number;
    }

    /** In which it was made, in hours since 1970. */
    long hour() {
        return hour;
    }

    byte[] key() {
        return key;
    }

    /** For heads of entries. */
    byte[] wrapping() {
        return wrapping;
    }

    byte[] receipts() {
        return receipts;
    }

    /** Puts chance in the place of its keys: whoever holds it still opens nothing, and seals what nobody opens. */
    void forget() {
        Randomness.over(key);
        Randomness.over(wrapping);
        Randomness.over(receipts);
    }

    @Override
    public String toString() {
        return "Epoch";
    }
}
