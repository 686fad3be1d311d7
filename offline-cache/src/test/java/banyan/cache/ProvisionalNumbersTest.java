package banyan.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProvisionalNumbersTest {
    private static final int ALL = 25 * 25 * 25 * 25;

    @Test
    void aNumberIsTheTerminalAndFourSymbolsNobodyConfuses() {
        ProvisionalNumbers numbers = new ProvisionalNumbers("0137");
        for (int round = 0; round < 1000; round++) {
            String number = numbers.next();
            assertTrue(number.matches("0137-[2-9ACDEFHJKMNPQRTWXY]{4}"), number);
        }
    }

    @Test
    void allOfThemAreGivenOnceBeforeAnyIsGivenTwice() {
        ProvisionalNumbers numbers = new ProvisionalNumbers("0137");
        Set<String> given = new HashSet<>();
        for (int round = 0; round < ALL; round++) {
            given.add(numbers.next());
        }
        assertEquals(ALL, given.size());
    }

    @Test
    void theLastFreeNumberIsFound() {
        ProvisionalNumbers all = new ProvisionalNumbers("0137");
        ProvisionalNumbers numbers = new ProvisionalNumbers("0137");
        for (int round = 0; round < ALL - 1; round++) {
            numbers.given(all.next());
        }
        assertEquals(all.next(), numbers.next());
    }

    @Test
    void numbersOfAnotherTerminalOrFormAreNoneOfOurs() {
        ProvisionalNumbers numbers = new ProvisionalNumbers("0137");
        numbers.given("0138-2222");
        numbers.given("0137-0000");
        numbers.given("0137-22222");
        assertTrue(numbers.next().startsWith("0137-"));
    }
}
