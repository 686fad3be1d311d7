package banyan.item;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NumbersTest {
    @Test
    void theStandardsOwnExampleIsValid() {
        // GB 11643-1999, appendix: 11010519491231002X.
        assertTrue(CitizenNumber.valid("11010519491231002X"));
    }

    @Test
    void oneWrongDigitAnywhereIsNoticed() {
        var right = "11010519491231002X";
        for (int at = 0; at < 17; at++) {
            int digit = right.charAt(at) - '0';
            var wrong = right.substring(0, at) + (digit + 1) % 10 + right.substring(at + 1);
            assertFalse(CitizenNumber.valid(wrong), "place " + at);
        }
    }

    @Test
    void aBirthdayThatNeverWasIsNotValid() {
        assertEquals(Optional.empty(), CitizenNumber.birth("110105194902310029"));
        assertEquals(Optional.of(LocalDate.of(1949, 12, 31)), CitizenNumber.birth("11010519491231002X"));
    }

    @Test
    void theDigitBeforeTheLastSaysWhetherAWomanApplies() {
        assertTrue(CitizenNumber.female("11010519491231002X"));
        assertFalse(CitizenNumber.female("350102199003071239"));
    }

    @Test
    void aCardNumberOfAStandardsBodyIsValidAndItsNeighbourIsNot() {
        // ISO/IEC 7812-1's worked example extended to a card's length: the well-known test number of a card scheme.
        assertTrue(BankCard.valid("4111111111111111"));
        assertFalse(BankCard.valid("4111111111111112"));
    }

    @Test
    void aMobileNumberBeginsWithThirteenToNineteen() {
        assertTrue(PhoneNumber.valid("13800002671"));
        assertFalse(PhoneNumber.valid("12800002671"));
        assertFalse(PhoneNumber.valid("1380000267"));
    }
}
