package banyan.cache;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An epoch's key as it lies on the disk: wrapped under the device key, and sealed for the centre where there is an escrow key.
 *
 * <pre>
 * number 4 · hour 8 · name of the device key 8 · the key under it (nonce 12, key 32, tag 16) · the centre's copy 152, or zeros
 * </pre>
 *
 * The wrap authenticates all the rest. Records have one length, so that damage to one says nothing about its neighbours.
 *
 * @param number a random one; 0 is the root
 * @param hour in which it was made, in hours since 1970
 * @param device name of the device key; 0 where that wrap has been destroyed
 */
record EpochRecord(int number, long hour, long device, byte[] wrapped, byte[] escrow) {
    static final int WRAPPED = 32 + Gcm.OVERHEAD;
    static final int LENGTH = Integer.BYTES + Long.BYTES + Long.BYTES + WRAPPED + Escrow.Copy.LENGTH;

    private static final byte[] PURPOSE = "banyan epoch 1".getBytes(StandardCharsets.US_ASCII);

    /** Wraps a key under a device's. */
    static EpochRecord of(int number, long hour, byte[] key, DeviceWrap device, byte[] escrow) {
        byte[] wrapped = Gcm.seal(device.key(), key, context(number, hour, escrow));
        return new EpochRecord(number, hour, device.name(), wrapped, escrow);
    }

    /** A device's key for wrapping epochs, and its name. */
    record DeviceWrap(long name, byte[] key) {
        @Override
        public String toString() {
            return "DeviceWrap";
        }
    }

    /** Empty where it is another device's, or not what was written. */
    Optional<byte[]> open(DeviceWrap by) {
        return device == by.name() ? Gcm.open(by.key(), wrapped, context(number, hour, escrow)) : Optional.empty();
    }

    /** The centre's copy, where there is one. */
    Optional<Escrow.Copy> copy() {
        return Optional.of(Escrow.Copy.read(ByteBuffer.wrap(escrow))).filter(copy -> copy.name() != 0);
    }

    /** The centre's copy of a key, or the place where one may stand later. */
    static byte[] escrow(Optional<Escrow> escrow, byte[] key, int number, long hour) {
        return escrow.map(to -> to.copy(key, context(number, hour)).bytes()).orElse(new byte[Escrow.Copy.LENGTH]);
    }

    /** What the centre's copy is bound to. */
    byte[] context() {
        return context(number, hour);
    }

    /** The same for the centre alone: nobody here can open it any more. */
    EpochRecord withoutDevice() {
        return new EpochRecord(number, hour, 0, new byte[WRAPPED], escrow);
    }

    private static byte[] context(int number, long hour) {
        return ByteBuffer.allocate(PURPOSE.length + Integer.BYTES + Long.BYTES)
                .put(PURPOSE)
                .putInt(number)
                .putLong(hour)
                .array();
    }

    private static byte[] context(int number, long hour, byte[] escrow) {
        byte[] context = context(number, hour);
        return ByteBuffer.allocate(context.length + escrow.length).put(context).put(escrow).array();
    }

    byte[] bytes() {
        return ByteBuffer.allocate(LENGTH)
                .putInt(number)
                .putLong(hour)
                .putLong(device)
                .put(wrapped)
                .put(escrow)
                .array();
    }

    /** All whole records in these bytes, which may be anything. */
    static List<EpochRecord> all(byte[] bytes, int from) {
        List<EpochRecord> records = new ArrayList<>();
        for (int at = from; at + LENGTH <= bytes.length; at += LENGTH) {
            ByteBuffer one = ByteBuffer.wrap(bytes, at, LENGTH);
            EpochRecord record = new EpochRecord(
                    one.getInt(), one.getLong(), one.getLong(), new byte[WRAPPED], new byte[Escrow.Copy.LENGTH]);
            one.get(record.wrapped).get(record.escrow);
            records.add(record);
        }
        return records;
    }

    /** Whether not a bit of it differs. */
    boolean isSame(EpochRecord other) {
        return Arrays.equals(bytes(), other.bytes());
    }

    @Override
    public String toString() {
        return "EpochRecord";
    }
}
