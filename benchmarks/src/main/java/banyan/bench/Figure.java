package banyan.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One measured figure.
 *
 * @param name what was measured
 * @param value the product's value, in {@code unit}
 * @param reference the limit, or what a peer did in the same run, in the same unit
 * @param ratio value to reference
 * @param goal what the ratio or the value must be, in words
 */
record Figure(String name, double value, String unit, double reference, double ratio, String goal, boolean met) {
    /** A figure that must not be more than {@code most} times its reference. */
    static Figure atMost(String name, double value, String unit, double reference, double most) {
        double ratio = value / reference;
        return new Figure(
                name, value, unit, reference, ratio, "≤ %s × reference".formatted(plain(most)), ratio <= most);
    }

    /** A figure that must be at least {@code least} times its reference. */
    static Figure atLeast(String name, double value, String unit, double reference, double least) {
        double ratio = value / reference;
        return new Figure(
                name, value, unit, reference, ratio, "≥ %s × reference".formatted(plain(least)), ratio >= least);
    }

    /** A figure that must stay within a limit, which is its reference. */
    static Figure within(String name, double value, String unit, double limit) {
        return new Figure(
                name, value, unit, limit, value / limit, "≤ %s %s".formatted(plain(limit), unit), value <= limit);
    }

    /** A figure that is only told. */
    static Figure told(String name, double value, String unit) {
        return new Figure(name, value, unit, value, 1, "told", true);
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : "%.2f".formatted(number);
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", name);
        json.put("value", value);
        json.put("unit", unit);
        json.put("reference", reference);
        json.put("ratio", ratio);
        json.put("goal", goal);
        json.put("met", met);
        return json;
    }

    String row() {
        return "%-58s %10.2f %-5s %10.2f %7.2f  %-20s %s"
                .formatted(name, value, unit, reference, ratio, goal, met ? "met" : "NOT MET");
    }
}
