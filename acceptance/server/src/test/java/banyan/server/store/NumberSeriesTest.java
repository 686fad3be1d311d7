package banyan.server.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NumberSeriesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private final NumberSeries series = new NumberSeries("3501", new byte[32], "case_counter", 6);

    @Test
    void noTwoCountsGiveTheSameNumber() {
        for (int length : new int[] {3, 4}) {
            int all = (int) Math.pow(10, length);
            Set<String> numbers = new HashSet<>();
            for (int count = 0; count < all; count++) {
                numbers.add(series.number(count, length, DAY));
            }
            assertEquals(all, numbers.size());
        }
    }

    @Test
    void aCaseNumberHasTwelveDigitsAreaAndYearFirst() {
        for (long count = 1; count < 200; count++) {
            assertTrue(series.number(count, 6, DAY).matches("350126[0-9]{6}"));
        }
    }

    @Test
    void neighboursDoNotLookLikeNeighbours() {
        int close = 0;
        for (long count = 1; count < 200; count++) {
            long here = Long.parseLong(series.number(count, 6, DAY));
            long next = Long.parseLong(series.number(count + 1, 6, DAY));
            close += Math.abs(here - next) < 1000 ? 1 : 0;
        }
        assertTrue(close < 5, close + " of 200 neighbours are within a thousand");
    }

    @Test
    void anotherSecretGivesOtherNumbers() {
        byte[] other = new byte[32];
        other[0] = 1;
        NumberSeries elsewhere = new NumberSeries("3501", other, "case_counter", 6);
        assertNotEquals(
                series.number(1, 6, DAY) + series.number(2, 6, DAY),
                elsewhere.number(1, 6, DAY) + elsewhere.number(2, 6, DAY));
    }
}
