package banyan.driver.samv;

import banyan.device.IdCard;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a card's answer holds: the lengths of text and photo (2 bytes each, big-endian), then the text block of 256 bytes
 * (UTF-16LE, padded with spaces, fields at fixed places), then the photo.
 *
 * <p>The layouts of foreigners' cards ({@code I}, {@code Y}) are not read yet: such a card is unreadable here, not half read.
 */
final class TextBlock {
    private static final int LENGTHS = 4;
    private static final int SIZE = 256;

    private static final Field NAME = new Field(0, 30);
    private static final Field SEX = new Field(30, 2);
    private static final Field NATION = new Field(32, 4);
    private static final Field BIRTH = new Field(36, 16);
    private static final Field ADDRESS = new Field(52, 70);
    private static final Field NUMBER = new Field(122, 36);
    private static final Field ISSUER = new Field(158, 30);
    private static final Field VALID_FROM = new Field(188, 16);
    private static final Field VALID_TO = new Field(204, 16);
    private static final Field TYPE = new Field(248, 2);

    private static final String LONG_TERM = "长期";
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    private TextBlock() {}

    private record Field(int at, int length) {
        String of(byte[] bytes, int block) {
            String padded = new String(bytes, block + at, length, StandardCharsets.UTF_16LE);
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
        int block = from + LENGTHS;
        byte[] picture = Arrays.copyOfRange(bytes, block + text, to);
        return switch (TYPE.of(bytes, block)) {
            case "" -> card(IdCard.Type.RESIDENT, bytes, block, picture);
            case "J" -> card(IdCard.Type.HK_MACAO_TAIWAN, bytes, block, picture);
            default -> Optional.empty();
        };
    }

    private static Optional<IdCard> card(IdCard.Type type, byte[] bytes, int block, byte[] photo) {
        try {
            String validTo = VALID_TO.of(bytes, block);
            return Optional.of(new IdCard(
                    type,
                    NAME.of(bytes, block),
                    SEX.of(bytes, block),
                    NATION.of(bytes, block),
                    BIRTH.day(bytes, block),
                    ADDRESS.of(bytes, block),
                    NUMBER.of(bytes, block),
                    ISSUER.of(bytes, block),
                    VALID_FROM.day(bytes, block),
                    validTo.equals(LONG_TERM) ? Optional.empty() : Optional.of(LocalDate.parse(validTo, DAY)),
                    photo));
        } catch (DateTimeParseException _) {
            // The exception quotes the card: it ends here.
            return Optional.empty();
        }
    }

    private static int unsigned(byte[] bytes, int at) {
        return ((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF);
    }
}
