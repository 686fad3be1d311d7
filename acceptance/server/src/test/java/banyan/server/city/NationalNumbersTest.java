package banyan.server.city;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class NationalNumbersTest {
    /** A code in use, with a number of its cases. */
    private static final String CODE = "11440232MB2D06811W4000117051000";

    @Test
    void aNumberIsCodeDayAndSerial() {
        String number = NationalNumbers.number(CODE, LocalDate.of(2020, 10, 20), 8);
        assertEquals(CODE + "202010200008", number);
        assertEquals(43, number.length());
    }

    @Test
    void theCheckCharacterIsReckonedAsInCodesInUse() {
        for (String credit : new String[] {"11440232MB2D06811W", "91350200776049653A", "91350500798359476R"}) {
            assertTrue(NationalNumbers.checks(credit + "4000117051000"), credit);
        }
        assertFalse(NationalNumbers.checks("11440232MB2D06812W4000117051000"));
        assertFalse(NationalNumbers.checks("91350203M0001QAY9B4000117051000"), "in use, and only warned of");
    }

    @Test
    void aCodeHasThirtyOneCharactersOfTheAlphabet() {
        assertTrue(NationalNumbers.isCode(CODE));
        assertFalse(NationalNumbers.isCode(CODE + "0"));
        assertFalse(NationalNumbers.isCode(CODE.replace('W', 'I')));
        assertFalse(NationalNumbers.isCode(""));
    }
}
