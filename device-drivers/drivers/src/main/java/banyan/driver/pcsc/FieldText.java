package banyan.driver.pcsc;

import banyan.device.ApplicationProfile.Encoding;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** The bytes of a field as text; empty where they are not what the profile says. */
final class FieldText {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int FILL = 0xF;

    private FieldText() {}

    static Optional<String> of(byte[] bytes, int from, int to, Encoding encoding) {
        return switch (encoding) {
            case HEX -> Optional.of(HexFormat.of().formatHex(bytes, from, to));
            case DIGITS -> digits(bytes, from, to);
            case GB18030 -> decoded(bytes, from, to, GB18030);
            case ASCII -> decoded(bytes, from, to, StandardCharsets.US_ASCII);
        };
    }

    private static Optional<String> digits(byte[] bytes, int from, int to) {
        StringBuilder digits = new StringBuilder();
        for (int i = 2 * from; i < 2 * to; i++) {
            int digit = i % 2 == 0 ? bytes[i / 2] >> 4 & 0xF : bytes[i / 2] & 0xF;
            if (digit == FILL) {
                return Optional.of(digits.toString());
            }
            if (digit > 9) {
                return Optional.empty();
            }
            digits.append((char) ('0' + digit));
        }
        return Optional.of(digits.toString());
    }

    private static Optional<String> decoded(byte[] bytes, int from, int to, Charset charset) {
        int end = to;
        while (end > from && (bytes[end - 1] == 0 || bytes[end - 1] == ' ' || bytes[end - 1] == (byte) 0xFF)) {
            end--;
        }
        try {
            String text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, end - from))
                    .toString();
            return text.chars().anyMatch(Character::isISOControl) ? Optional.empty() : Optional.of(text);
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }
}
