package banyan.cache;

import banyan.acceptance.Receipt;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;

/**
 * What takes a submission's place once the centre holds it. What it was called is sealed by itself and for good, so that a receipt that is
 * damaged can be asked for again and one that was erased is not missed.
 *
 * @param name the submission's id
 * @param number what the citizen may hold
 * @param json the centre's receipt as it came; empty where it does not open
 */
record StoredReceipt(String name, String number, Optional<byte[]> json) {
    private static final int FORM = 1;

    StoredReceipt(String name, String number, byte[] json) {
        this(name, number, Optional.of(json));
    }

    /** For its place. */
    Rows.Receipted sealed(EntrySeal seal, Tags tags, long hour) {
        long id = tags.submission(name);
        return new Rows.Receipted(
                id,
                tags.number(number),
                hour,
                seal.sealForGood(label(id), label()),
                seal.sealReceipt(context(id), json.orElse(new byte[0])));
    }

    /** Empty where its label does not open, or is of a form that this program does not know. */
    static Optional<StoredReceipt> opened(EntrySeal seal, Rows.Receipted row) {
        return seal.openForGood(label(row.id()), row.label())
                .flatMap(label -> read(label, seal.receipt(context(row.id()), row.receipt())));
    }

    /** The centre's receipt, as far as it can be read. */
    Optional<Receipt> receipt() {
        return json.flatMap(bytes -> Wire.read(bytes, Receipt.class));
    }

    private byte[] label() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream data = new DataOutputStream(bytes)) {
            data.writeByte(FORM);
            data.writeUTF(name);
            data.writeUTF(number);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    private static Optional<StoredReceipt> read(byte[] label, Optional<byte[]> json) {
        try (DataInputStream data = new DataInputStream(new ByteArrayInputStream(label))) {
            return data.readByte() == FORM
                    ? Optional.of(new StoredReceipt(data.readUTF(), data.readUTF(), json))
                    : Optional.empty();
        } catch (IOException truncated) {
            return Optional.empty();
        }
    }

    private static String context(long id) {
        return "in row " + id;
    }

    private static String label(long id) {
        return "of row " + id;
    }

    @Override
    public String toString() {
        return "StoredReceipt";
    }
}
