package banyan.driver.samv;

import banyan.device.IdCard;
import banyan.device.IdCard.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a card's answer holds: the lengths of text and photo (2 bytes each, big-endian), and of the fingerprints where they were asked
 * for, then the text block of 256 bytes (UTF-16LE, padded with spaces, fields at fixed places), photo, fingerprints. Every layout has its letter at the same place. A layout
 * that is not known is unreadable here, not half read.
 */
final class TextBlock {
    private static final int LENGTHS = 4;
    private static final int LENGTHS_WITH_FINGERPRINTS = 6;
    private static final int MOST_FINGERPRINTS = 2;
    private static final int SIZE = 256;

    private static final Field VALID_FROM = new Field(188, 16);
    private static final Field VALID_TO = new Field(204, 16);
    private static final Field TYPE = new Field(248, 2);

    // A resident's card and the residence permit, and for most of it the foreigner's of 2023.
    private static final Field NAME = new Field(0, 30);
    private static final Field SEX = new Field(30, 2);
    private static final Field NATION = new Field(32, 4);
    private static final Field BIRTH = new Field(36, 16);
    private static final Field ADDRESS = new Field(52, 70);
    private static final Field NUMBER = new Field(122, 36);
    private static final Field ISSUER = new Field(158, 30);
    private static final Field PASS_NUMBER = new Field(220, 18);

    // A foreigner's card of 2017.
    private static final Field OLD_LATIN_NAME = new Field(0, 120);
    private static final Field OLD_SEX = new Field(120, 2);
    private static final Field OLD_NUMBER = new Field(122, 30);
    private static final Field OLD_COUNTRY = new Field(152, 6);
    private static final Field OLD_NAME = new Field(158, 30);
    private static final Field OLD_BIRTH = new Field(220, 16);
    private static final Field OLD_AUTHORITY = new Field(240, 8);

    // A foreigner's card of 2023: the Latin name in two pieces.
    private static final Field LATIN_NAME = new Field(52, 70);
    private static final Field LATIN_NAME_ON = new Field(220, 22);
    private static final Field COUNTRY = new Field(242, 6);

    private static final String LONG_TERM = "长期";
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    private TextBlock() {}

    private record Field(int at, int length) {
        String of(byte[] bytes, int block) {
            return trimmed(padded(bytes, block));
        }

        String padded(byte[] bytes, int block) {
            return new String(bytes, block + at, length, StandardCharsets.UTF_16LE);
        }

        static String trimmed(String padded) {
            int end = padded.length();
            while (end > 0 && (padded.charAt(end - 1) == ' ' || padded.charAt(end - 1) == 0)) {
                end--;
            }
            return padded.substring(0, end);
        }

        LocalDate day(byte[] bytes, int block) {
            return LocalDate.parse(of(bytes, block), DAY);
        }
    }

    /** The card in {@code bytes[from, to)}, or empty where that is no record we know. Nothing of {@code bytes} is kept. */
    static Optional<IdCard> parse(byte[] bytes, int from, int to) {
        if (to - from < LENGTHS) {
            return Optional.empty();
        }
        int text = unsigned(bytes, from);
        int photo = unsigned(bytes, from + 2);
        if (text < SIZE || to - from != LENGTHS + text + photo) {
            return Optional.empty();
        }
        return card(bytes, from + LENGTHS, Arrays.copyOfRange(bytes, from + LENGTHS + text, to));
    }

    /** As {@link #parse}, of an answer with a third length and fingerprints behind the photo. */
    static Optional<IdCard> parseWithFingerprints(byte[] bytes, int from, int to) {
        if (to - from < LENGTHS_WITH_FINGERPRINTS) {
            return Optional.empty();
        }
        int text = unsigned(bytes, from);
        int photo = unsigned(bytes, from + 2);
        int fingers = unsigned(bytes, from + 4);
        boolean whole = to - from == LENGTHS_WITH_FINGERPRINTS + text + photo + fingers;
        boolean known = fingers % Fingerprint.SIZE == 0 && fingers <= MOST_FINGERPRINTS * Fingerprint.SIZE;
        if (text < SIZE || !whole || !known) {
            return Optional.empty();
        }
        int block = from + LENGTHS_WITH_FINGERPRINTS;
        byte[] picture = Arrays.copyOfRange(bytes, block + text, block + text + photo);
        return card(bytes, block, picture).map(card -> card.withFingerprints(fingerprints(bytes, to - fingers, to)));
    }

    private static List<Fingerprint> fingerprints(byte[] bytes, int from, int to) {
        return IntStream.iterate(from, at -> at < to, at -> at + Fingerprint.SIZE)
                .mapToObj(at -> new Fingerprint(Arrays.copyOfRange(bytes, at, at + Fingerprint.SIZE)))
                .toList();
    }

    private static Optional<IdCard> card(byte[] bytes, int block, byte[] picture) {
        try {
            return switch (TYPE.of(bytes, block)) {
                case "" -> Optional.of(resident(IdCard.Type.RESIDENT, "", bytes, block, picture));
                case "J" -> {
                    String pass = PASS_NUMBER.of(bytes, block);
                    yield Optional.of(resident(IdCard.Type.HK_MACAO_TAIWAN, pass, bytes, block, picture));
                }
                case "I" -> Optional.of(foreigner2017(bytes, block, picture));
                case "Y" -> Optional.of(foreigner2023(bytes, block, picture));
                default -> Optional.empty();
            };
        } catch (DateTimeParseException _) {
            // The exception quotes the card: it ends here.
            return Optional.empty();
        }
    }

    /** The newest address in {@code bytes[from, to)}: UTF-16LE, padded. Empty where nothing was stored. */
    static Optional<String> newestAddress(byte[] bytes, int from, int to) {
        return Optional.of(new Field(0, to - from).of(bytes, from)).filter(address -> !address.isEmpty());
    }

    private static IdCard resident(IdCard.Type type, String pass, byte[] bytes, int block, byte[] photo) {
        return new IdCard(
                type,
                NAME.of(bytes, block),
                "",
                SEX.of(bytes, block),
                NATION.of(bytes, block),
                "",
                BIRTH.day(bytes, block),
                ADDRESS.of(bytes, block),
                Optional.empty(),
                NUMBER.of(bytes, block),
                pass,
                ISSUER.of(bytes, block),
                VALID_FROM.day(bytes, block),
                validTo(bytes, block),
                photo);
    }

    private static IdCard foreigner2017(byte[] bytes, int block, byte[] photo) {
        return new IdCard(
                IdCard.Type.FOREIGNER_2017,
                OLD_NAME.of(bytes, block),
                OLD_LATIN_NAME.of(bytes, block),
                OLD_SEX.of(bytes, block),
                "",
                OLD_COUNTRY.of(bytes, block),
                OLD_BIRTH.day(bytes, block),
                "",
                Optional.empty(),
                OLD_NUMBER.of(bytes, block),
                "",
                OLD_AUTHORITY.of(bytes, block),
                VALID_FROM.day(bytes, block),
                validTo(bytes, block),
                photo);
    }

    private static IdCard foreigner2023(byte[] bytes, int block, byte[] photo) {
        return new IdCard(
                IdCard.Type.FOREIGNER_2023,
                NAME.of(bytes, block),
                Field.trimmed(LATIN_NAME.padded(bytes, block) + LATIN_NAME_ON.padded(bytes, block)),
                SEX.of(bytes, block),
                "",
                COUNTRY.of(bytes, block),
                BIRTH.day(bytes, block),
                "",
                Optional.empty(),
                NUMBER.of(bytes, block),
                "",
                "",
                VALID_FROM.day(bytes, block),
                validTo(bytes, block),
                photo);
    }

    private static Optional<LocalDate> validTo(byte[] bytes, int block) {
        String day = VALID_TO.of(bytes, block);
        return day.equals(LONG_TERM) ? Optional.empty() : Optional.of(LocalDate.parse(day, DAY));
    }

    private static int unsigned(byte[] bytes, int at) {
        return ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
    }
}
