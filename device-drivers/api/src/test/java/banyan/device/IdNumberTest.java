package banyan.device;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class IdNumberTest {
    /** The example of GB 11643-1999. */
    private static final String STANDARD = "11010519491231002X";

    @Test
    void theExampleOfTheStandardHolds() {
        assertTrue(IdNumber.holds(STANDARD));
    }

    @Test
    void anyOtherCheckCharacterDoesNot() {
        for (char check : "0123456789".toCharArray()) {
            assertFalse(IdNumber.holds(STANDARD.substring(0, 17) + check), "with " + check);
        }
    }

    @Test
    void anythingOfAnotherFormDoesNot() {
        for (String other : new String[] {"", "1", STANDARD + "1", STANDARD.toLowerCase(java.util.Locale.ROOT)}) {
            assertFalse(IdNumber.holds(other));
        }
    }
}
