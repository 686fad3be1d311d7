package banyan.cache;

import banyan.acceptance.CaseCode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The lookup codes on slips of what is kept here: made of the slip's number under the root of this journal, so that they need not be kept and
 * nobody else can make one.
 */
final class SlipCodes {
    private static final long ALL = Math.powExact(10L, CaseCode.DIGITS);

    private final Vault vault;

    SlipCodes(Vault vault) {
        this.vault = vault;
    }

    /** The code that belongs to this number. */
    String code(String number) {
        byte[] derived = vault.deriveForGood("banyan slip 1", number.getBytes(StandardCharsets.US_ASCII));
        return ("%0" + CaseCode.DIGITS + "d").formatted(Math.floorMod(ByteBuffer.wrap(derived).getLong(), ALL));
    }
}
