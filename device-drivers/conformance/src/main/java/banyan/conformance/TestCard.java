package banyan.conformance;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An invented card. Its words are such as occur nowhere else, so that they can be looked for afterwards.
 *
 * @param type the letter of the record, a space for a resident's
 * @param photoSeed what the opaque portrait is made of
 */
public record TestCard(
        String type,
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
        int photoSeed) {
    /** A card that is good in every way; its check digit fits. */
    public static final TestCard GOOD = new TestCard(
            " ",
            "欧阳榕测",
            "",
            "2",
            "01",
            "",
            LocalDate.of(1988, 2, 29),
            "福建省福州市样张区金丝雀巷７号",
            Optional.empty(),
            "350104198802290028",
            "",
            "福州市公安局样张分局",
            LocalDate.of(2018, 3, 1),
            Optional.of(LocalDate.of(2038, 3, 1)),
            7);

    /** A residence permit of a person from Hong Kong, Macao or Taiwan. */
    public static final TestCard PERMIT = new TestCard(
            "J",
            "何榕测",
            "",
            "2",
            "",
            "",
            LocalDate.of(1991, 8, 25),
            "福建省福州市样张区金丝雀巷９号",
            Optional.empty(),
            "810000199108251242",
            "H00000001",
            "福州市公安局样张分局",
            LocalDate.of(2023, 1, 5),
            Optional.of(LocalDate.of(2028, 1, 5)),
            11);

    /** A foreigner's permanent residence card in the layout of 2017. */
    public static final TestCard FOREIGNER_2017 = new TestCard(
            "I",
            "榕测安娜",
            "TESTWRIGHT, ANNA CANARY",
            "2",
            "",
            "GBR",
            LocalDate.of(1985, 3, 15),
            "",
            Optional.empty(),
            "GBR110085031501",
            "",
            "1500",
            LocalDate.of(2018, 1, 1),
            Optional.of(LocalDate.of(2028, 1, 1)),
            12);

    /** One in the layout of 2023, whose Latin name is longer than its first place; a blank stands where it is cut. */
    public static final TestCard FOREIGNER_2023 = new TestCard(
            "Y",
            "",
            "TESTWRIGHTSON-CANARY, ANNA MARIANN SUSAN",
            "1",
            "",
            "CAN",
            LocalDate.of(1985, 3, 15),
            "",
            Optional.empty(),
            "911156198503150123",
            "",
            "",
            LocalDate.of(2024, 1, 1),
            Optional.of(LocalDate.of(2034, 1, 1)),
            13);

    /** The same with another last character of its number, which no longer fits. */
    public TestCard withWrongCheckDigit() {
        char last = number.charAt(17) == '0' ? '1' : '0';
        return with(type, number.substring(0, 17) + last, newestAddress, validTo);
    }

    /** The same with a record of this type. */
    public TestCard withType(String letter) {
        return with(letter, number, newestAddress, validTo);
    }

    /** The same without an end of its validity. */
    public TestCard longTerm() {
        return with(type, number, newestAddress, Optional.empty());
    }

    /** The same after its holder has moved house. */
    public TestCard movedTo(String newest) {
        return with(type, number, Optional.of(newest), validTo);
    }

    private TestCard with(String letter, String numbered, Optional<String> newest, Optional<LocalDate> end) {
        return new TestCard(
                letter,
                name,
                latinName,
                sex,
                nation,
                country,
                birth,
                address,
                newest,
                numbered,
                passNumber,
                issuer,
                validFrom,
                end,
                photoSeed);
    }

    /** What must be found nowhere afterwards. */
    public List<String> words() {
        return Stream.of(name, latinName, address, newestAddress.orElse(""), number, issuer)
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
