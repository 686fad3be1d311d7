package banyan.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnrolmentCodeTest {
    @Test
    void itIsReadAsPeopleTypeIt() {
        String shown = EnrolmentCode.random().shown();
        assertTrue(shown.matches("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}"), shown);
        for (String typed : new String[] {shown, shown.toLowerCase(Locale.ROOT), " " + shown.replace("-", " ") + " "}) {
            assertEquals(Optional.of(shown), EnrolmentCode.read(typed).map(EnrolmentCode::shown));
        }
    }

    @Test
    void everyWrongLetterIsFoundAndNearlyEveryTwoThatChangedPlaces() {
        int swapped = 0;
        int missed = 0;
        for (int round = 0; round < 40; round++) {
            String code = EnrolmentCode.random().shown().replace("-", "");
            for (int at = 0; at < code.length(); at++) {
                for (char letter : DraftCode.ALPHABET.toCharArray()) {
                    String wrong = code.substring(0, at) + letter + code.substring(at + 1);
                    assertEquals(letter == code.charAt(at), EnrolmentCode.read(wrong).isPresent(), wrong);
                }
                if (at > 0 && code.charAt(at) != code.charAt(at - 1)) {
                    String turned = code.substring(0, at - 1) + code.charAt(at) + code.charAt(at - 1) + code.substring(at + 1);
                    swapped++;
                    missed += EnrolmentCode.read(turned).isPresent() ? 1 : 0;
                }
            }
        }
        assertTrue(missed * 20 < swapped, missed + " of " + swapped);
    }

    @Test
    void whatIsProvenByItIsTheTerminalsOwn() {
        EnrolmentCode code = EnrolmentCode.read("0000-0000-000" + last("00000000000")).orElseThrow();
        assertEquals(32, code.key("0137").length);
        assertFalse(Arrays.equals(code.key("0137"), code.key("0138")));
        assertArrayEquals(code.key("0137"), code.key("0137"));
        // RFC 4231, test case 2.
        assertEquals(
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
                HexFormat.of().formatHex(EnrolmentCode.keyedHash("Jefe".getBytes(UTF_8), "what do ya want for nothing?".getBytes(UTF_8))));
        assertEquals("EnrolmentCode", code.toString());
    }

    private static char last(String eleven) {
        return DraftCode.ALPHABET
                .chars()
                .mapToObj(one -> (char) one)
                .filter(one -> EnrolmentCode.read(eleven + one).isPresent())
                .findFirst()
                .orElseThrow();
    }
}
