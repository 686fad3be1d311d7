package banyan.cache;

import java.util.BitSet;
import java.util.OptionalInt;
import java.util.function.Predicate;

/**
 * The provisional numbers of one terminal, such as {@code 0137-8K42}: its number and four symbols that nobody confuses when
 * reading them out. Random, so that they tell no order; never given twice.
 */
final class ProvisionalNumbers {
    private static final String SYMBOLS = "23456789ACDEFHJKMNPQRTWXY";
    private static final int LENGTH = 4;
    private static final int TRIES = 1000;
    private static final int ALL = SYMBOLS.length() * SYMBOLS.length() * SYMBOLS.length() * SYMBOLS.length();

    private final String prefix;
    private final BitSet given = new BitSet(ALL);

    ProvisionalNumbers(String terminal) {
        this.prefix = terminal + "-";
    }

    /**
     * A number not given before, of which {@code taken} does not hold. When all are (390,625), which no terminal lives to see, they
     * begin anew.
     */
    String next(Predicate<String> taken) {
        String number = next();
        // Where so many in a row are taken the journal says so when it is to keep one of them.
        for (int tries = 0; tries < TRIES && taken.test(number); tries++) {
            number = next();
        }
        return number;
    }

    /** The same where only this object knows what was given. */
    synchronized String next() {
        if (given.cardinality() >= ALL) {
            given.clear();
        }
        int code = given.nextClearBit(Randomness.below(ALL));
        if (code >= ALL) {
            code = given.nextClearBit(0);
        }
        given.set(code);
        return prefix + symbols(code);
    }

    /** Takes note of a number that stands in the journal. */
    synchronized void given(String number) {
        code(number).ifPresent(given::set);
    }

    private static String symbols(int code) {
        char[] symbols = new char[LENGTH];
        int rest = code;
        for (int at = LENGTH - 1; at >= 0; at--) {
            symbols[at] = SYMBOLS.charAt(rest % SYMBOLS.length());
            rest /= SYMBOLS.length();
        }
        return new String(symbols);
    }

    private OptionalInt code(String number) {
        if (!number.startsWith(prefix) || number.length() != prefix.length() + LENGTH) {
            return OptionalInt.empty();
        }
        int code = 0;
        for (int at = prefix.length(); at < number.length(); at++) {
            int symbol = SYMBOLS.indexOf(number.charAt(at));
            if (symbol < 0) {
                return OptionalInt.empty();
            }
            code = code * SYMBOLS.length() + symbol;
        }
        return OptionalInt.of(code);
    }
}
