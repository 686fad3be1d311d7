package banyan.kiosk.upkeep;

import java.time.ZonedDateTime;
import java.util.List;

/**
 * How a terminal stands, to be signed. No citizen is in it, and of staff only the number of service.
 *
 * @param at by the terminal's clock
 * @param staff number of whoever has it made
 * @param versions of the program and what it runs on, each with its name
 */
public record ReadinessReport(
        String terminal,
        ZonedDateTime at,
        String staff,
        Readiness readiness,
        Shift shift,
        Waiting waiting,
        List<DeviceRecord> records,
        List<String> versions) {
    /** Of this program. */
    public static final String VERSION = "0.1.0";

    public ReadinessReport {
        records = List.copyOf(records);
        versions = List.copyOf(versions);
    }

    /** What this terminal runs. */
    public static List<String> installed() {
        return List.of(
                "Banyan " + VERSION,
                "Java " + Runtime.version().feature() + "." + Runtime.version().interim() + "."
                        + Runtime.version().update(),
                System.getProperty("os.name", "?") + " " + System.getProperty("os.version", "?"));
    }

    /** In capitals, for whoever sorts reports: {@code READY}, or how many jobs are left. */
    public String verdict() {
        return readiness.open() ? "READY" : "JOBS " + readiness.jobs().size();
    }
}
