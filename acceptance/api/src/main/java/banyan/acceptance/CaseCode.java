package banyan.acceptance;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the code on a receipt or on a slip says: {@code 350126084193:48271093}, number and lookup code, in characters that a QR code
 * packs well. Papers of before there were lookup codes say the number alone.
 *
 * @param number 受理编号, or the number of a slip such as {@code 0137-8K42}
 * @param code 查询码, eight digits
 */
public record CaseCode(String number, Optional<String> code) {
    /** How many digits a lookup code has. */
    public static final int DIGITS = 8;

    /** The longest text that is looked at: anything beyond is no paper of ours. */
    public static final int LONGEST = 40;

    private static final Pattern FORM = Pattern.compile("([0-9]{12,15}|[0-9A-Z]{1,12}-[2-9A-Z]{4})(?::([0-9]{8}))?");

    /** As a code on paper has it. */
    public String text() {
        return code.map(known -> number + ":" + known).orElse(number);
    }

    /** Whether the number is one that a terminal gave, and not the centre. */
    public boolean ofSlip() {
        return number.contains("-");
    }

    /** What was read, exactly; empty where it is anything but a paper's code. */
    public static Optional<CaseCode> read(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new CaseCode(form.group(1), Optional.ofNullable(form.group(2))))
                : Optional.empty();
    }

    /** Without what it says: it is as good as the paper. */
    @Override
    public String toString() {
        return "CaseCode[]";
    }
}
