package banyan.conformance;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An invented card. Its words are such as occur nowhere else, so that they can be looked for afterwards.
 *
 * @param type the letter of the record, a space for a resident's
 * @param photoSeed what the opaque portrait is made of
 */
public record TestCard(
        String type,
        String name,
        String sex,
        String nation,
        LocalDate birth,
        String address,
        String number,
        String issuer,
        LocalDate validFrom,
        Optional<LocalDate> validTo,
        int photoSeed) {
    /** A card that is good in every way; its check digit fits. */
    public static final TestCard GOOD = new TestCard(
            " ",
            "欧阳榕测",
            "2",
            "01",
            LocalDate.of(1988, 2, 29),
            "福建省福州市样张区金丝雀巷７号",
            "350104198802290028",
            "福州市公安局样张分局",
            LocalDate.of(2018, 3, 1),
            Optional.of(LocalDate.of(2038, 3, 1)),
            7);

    /** The same with another last character of its number, which no longer fits. */
    public TestCard withWrongCheckDigit() {
        char last = number.charAt(17) == '0' ? '1' : '0';
        return new TestCard(
                type,
                name,
                sex,
                nation,
                birth,
                address,
                number.substring(0, 17) + last,
                issuer,
                validFrom,
                validTo,
                photoSeed);
    }

    /** The same with a record of this type. */
    public TestCard withType(String letter) {
        return new TestCard(letter, name, sex, nation, birth, address, number, issuer, validFrom, validTo, photoSeed);
    }

    /** The same without an end of its validity. */
    public TestCard longTerm() {
        return new TestCard(
                type, name, sex, nation, birth, address, number, issuer, validFrom, Optional.empty(), photoSeed);
    }

    /** What must be found nowhere afterwards. */
    public List<String> words() {
        return List.of(name, address, number, issuer);
    }
}
