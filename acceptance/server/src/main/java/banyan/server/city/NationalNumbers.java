package banyan.server.city;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/**
 * 办件编号 of 43 characters: the item's 实施编码 (31, which begins with the 统一社会信用代码 of who decides), the day (8), and a serial of that
 * item and day (4). The form has no check digit of its own; the credit code within has one.
 */
final class NationalNumbers {
    private static final Pattern CODE = Pattern.compile("[0-9A-HJ-NPQRTUWXY]{18}[0-9A-Z]{13}");
    private static final String DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int MOST_A_DAY = 9999;

    private final Map<String, String> codes;

    /** @param codes of items, by their code here */
    NationalNumbers(Map<String, String> codes) {
        this.codes = Map.copyOf(codes);
    }

    /** Whether this has the form of an 实施编码. */
    static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    /** Whether the check character of the credit code at its beginning is as GB 32100 reckons it; real codes exist of which it is not. */
    static boolean checks(String code) {
        int sum = 0;
        for (int at = 0; at < WEIGHTS.length; at++) {
            sum += DIGITS.indexOf(code.charAt(at)) * WEIGHTS[at];
        }
        return DIGITS.charAt((DIGITS.length() - sum % DIGITS.length()) % DIGITS.length()) == code.charAt(WEIGHTS.length);
    }

    /** Whether cases of this item have such a number. */
    boolean has(String item) {
        return codes.containsKey(item);
    }

    /** The one of this case, given now if it has none; empty where its item has no code, or has had all numbers of that day. */
    Optional<String> of(Handle handle, CityRows.Row row, LocalDate day) {
        Optional<String> given = handle.createQuery("SELECT national FROM city_case WHERE terminal = :terminal AND id = :id FOR UPDATE")
                .bind("terminal", row.terminal())
                .bind("id", row.id())
                .map((found, _) -> Optional.ofNullable(found.getString("national")))
                .one();
        String code = codes.get(row.item());
        if (given.isPresent() || code == null) {
            return given;
        }
        Optional<String> number = serial(handle, code, day).map(serial -> number(code, day, serial));
        number.ifPresent(one -> handle.createUpdate("UPDATE city_case SET national = :number WHERE terminal = :terminal AND id = :id")
                .bind("number", one)
                .bind("terminal", row.terminal())
                .bind("id", row.id())
                .execute());
        return number;
    }

    /** Without gaps: whoever takes one holds the row until that is committed. */
    private static Optional<Integer> serial(Handle handle, String code, LocalDate day) {
        return handle.createQuery("""
                        INSERT INTO national_serial (code, day, last) VALUES (:code, :day, 1)
                        ON CONFLICT (code, day) DO UPDATE SET last = national_serial.last + 1
                        WHERE national_serial.last < :most RETURNING last
                        """)
                .bind("code", code)
                .bind("day", day)
                .bind("most", MOST_A_DAY)
                .mapTo(Integer.class)
                .findOne();
    }

    static String number(String code, LocalDate day, int serial) {
        return code + day.format(DateTimeFormatter.BASIC_ISO_DATE) + "%04d".formatted(serial);
    }
}
