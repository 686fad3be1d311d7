package banyan.device;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a resident identity card says of its holder (GA/T 490), as it stands on the card and not yet judged. Personal data:
 * {@link #toString} gives none of it.
 *
 * @param type which layout the record has
 * @param name as on the card, trimmed; may hold characters outside the basic plane or private ones
 * @param sex {@code 1} male, {@code 2} female, as coded
 * @param nation code of GB/T 3304, two digits; empty where the layout has none
 * @param birth date of birth
 * @param address as on the card, trimmed
 * @param number 18 characters; its check digit is not judged here, see {@link IdNumber}
 * @param issuer the issuing authority
 * @param validFrom first day of validity
 * @param validTo last day of validity, empty for 长期 (long-term)
 * @param photo the WLT-coded portrait as opaque bytes, see {@link WltDecoder}; empty if the card gave none
 */
public record IdCard(
        Type type,
        String name,
        String sex,
        String nation,
        LocalDate birth,
        String address,
        String number,
        String issuer,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        byte[] photo) {
    /** The layouts of the record. */
    public enum Type {
        /** 居民身份证. */
        RESIDENT,
        /** 港澳台居民居住证, type {@code J}. */
        HK_MACAO_TAIWAN,
        /** 外国人永久居留身份证, type {@code I} or {@code Y}. */
        FOREIGNER
    }

    @Override
    public String toString() {
        return "IdCard[" + type + "]";
    }
}
