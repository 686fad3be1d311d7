package banyan.device;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What an identity card of GA/T 490 says of its holder, as it stands on the card and not yet judged. Personal data:
 * {@link #toString} gives none of it.
 *
 * @param type which layout the record has
 * @param name as on the card, trimmed; may hold characters outside the basic plane or private ones; on a foreigner's card the
 *     Chinese name, which may be empty
 * @param latinName the name in Latin letters, trimmed; empty where the layout has none
 * @param sex {@code 1} male, {@code 2} female, as coded
 * @param nation code of GB/T 3304, two digits; empty where the layout has none
 * @param country nationality, three letters (ISO 3166-1 alpha-3); empty where the layout has none
 * @param birth date of birth
 * @param address as on the card, trimmed; empty where the layout has none
 * @param newestAddress where the holder moved to since, as it was stored on the card afterwards (最新住址); empty if it was not
 * @param number 18 characters, on a foreigner's card of the 2017 layout 15; its check digit is not judged here, see {@link
 *     IdNumber}
 * @param passNumber number of the travel permit (通行证号码) of a residence permit's holder; empty elsewhere
 * @param issuer the issuing authority, on a foreigner's card of the 2017 layout its code; empty where the layout has none
 * @param validFrom first day of validity
 * @param validTo last day of validity, empty for 长期 (long-term)
 * @param photo the WLT-coded portrait as opaque bytes, see {@link WltDecoder}; empty if the card gave none
 * @param fingerprints two at most; empty where the card has none, and wherever they were not asked for
 */
public record IdCard(
        Type type,
        String name,
        String latinName,
        String sex,
        String nation,
        String country,
        LocalDate birth,
        String address,
        Optional<String> newestAddress,
        String number,
        String passNumber,
        String issuer,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        byte[] photo,
        List<Fingerprint> fingerprints) {
    public IdCard {
        fingerprints = List.copyOf(fingerprints);
    }

    /** A card of which no fingerprints were asked. */
    public IdCard(
            Type type,
            String name,
            String latinName,
            String sex,
            String nation,
            String country,
            LocalDate birth,
            String address,
            Optional<String> newestAddress,
            String number,
            String passNumber,
            String issuer,
            LocalDate validFrom,
            Optional<LocalDate> validTo,
            byte[] photo) {
        this(
                type,
                name,
                latinName,
                sex,
                nation,
                country,
                birth,
                address,
                newestAddress,
                number,
                passNumber,
                issuer,
                validFrom,
                validTo,
                photo,
                List.of());
    }

    /** The layouts of the record. */
    public enum Type {
        /** 居民身份证. */
        RESIDENT,
        /** 港澳台居民居住证, type {@code J}. */
        HK_MACAO_TAIWAN,
        /** 外国人永久居留身份证 in the layout of 2017, type {@code I}. */
        FOREIGNER_2017,
        /** 外国人永久居留身份证 in the layout of 2023, type {@code Y}. */
        FOREIGNER_2023
    }

    /**
     * A fingerprint as the card carries it. Its format (GA/T 1012) is closed: it is handed on to whoever has an agreement to compare it,
     * and never compared here. Biometric: {@link #forget} overwrites it, and whoever asked for it does so as soon as it is handed on.
     *
     * @param record {@value #SIZE} opaque bytes
     */
    public record Fingerprint(byte[] record) {
        /** Each has as many bytes. */
        public static final int SIZE = 512;

        /** Overwrites it. */
        public void forget() {
            Arrays.fill(record, (byte) 0);
        }

        @Override
        public String toString() {
            return "Fingerprint[]";
        }
    }

    /** The same card with what it says beside its record. */
    public IdCard withNewestAddress(String newest) {
        return new IdCard(
                type,
                name,
                latinName,
                sex,
                nation,
                country,
                birth,
                address,
                Optional.of(newest),
                number,
                passNumber,
                issuer,
                validFrom,
                validTo,
                photo,
                fingerprints);
    }

    /** The same card with its fingerprints. */
    public IdCard withFingerprints(List<Fingerprint> carried) {
        return new IdCard(
                type,
                name,
                latinName,
                sex,
                nation,
                country,
                birth,
                address,
                newestAddress,
                number,
                passNumber,
                issuer,
                validFrom,
                validTo,
                photo,
                carried);
    }

    @Override
    public String toString() {
        return "IdCard[" + type + "]";
    }
}
