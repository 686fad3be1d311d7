package banyan.cache;

import banyan.acceptance.KeyFiles;
import banyan.acceptance.Receipt;
import banyan.acceptance.Sha256;
import banyan.acceptance.Signing;
import banyan.acceptance.SubmissionId;
import java.security.KeyPair;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Receipts as a centre would sign them. */
final class Receipts {
    static final KeyPair CENTRE = KeyFiles.newPair();
    static final String NUMBER = "350126084193";

    private Receipts() {}

    static byte[] json(Sealed sealed) {
        return Wire.write(signed(
                CENTRE,
                sealed.id(),
                Sha256.of(sealed.payload()),
                sealed.papers().stream().map(PageHandle::hash).toList()));
    }

    static Receipt signed(KeyPair key, SubmissionId id, Sha256 payload, List<Sha256> papers) {
        return signed(key, id, payload, papers, Optional.of("48271093"));
    }

    /** With another lookup code, or with none as receipts had none before. */
    static Receipt signed(
            KeyPair key, SubmissionId id, Sha256 payload, List<Sha256> papers, Optional<String> lookupCode) {
        return signed(key, id, payload, papers, lookupCode, Optional.of(Given.NOON));
    }

    /** With another legal date, or with none as receipts had none before. */
    static Receipt signed(
            KeyPair key,
            SubmissionId id,
            Sha256 payload,
            List<Sha256> papers,
            Optional<String> lookupCode,
            Optional<Instant> filedAt) {
        String keyId = Signing.keyId(key.getPublic());
        LocalDate day = LocalDate.of(2026, 12, 1);
        Receipt unsigned =
                new Receipt(id, payload, papers, NUMBER, Given.NOON, day, filedAt, lookupCode, keyId, new byte[0]);
        byte[] signature = Signing.sign(key.getPrivate(), unsigned.signedBytes());
        return new Receipt(id, payload, papers, NUMBER, Given.NOON, day, filedAt, lookupCode, keyId, signature);
    }
}
