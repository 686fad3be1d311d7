package banyan.driver.ipp;

import banyan.device.Fault;
import banyan.device.Fault.Kind;
import banyan.device.Fault.Remedy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the printer stands by what it says over SNMP. Pure. What stops it whatever it is called is judged as {@link Reasons} does; an
 * empty tray or cartridge stops it only where it says that it is down (RFC 3805, 2.2.13.2): it may have another.
 *
 * @param trouble what stops it
 * @param signs the codes of all that it says is not as it should be, whether it stops it or not
 * @param detects whether it says anything of faults at all; where it does not, it contradicts nobody who sees one
 * @param count its first marker's counter
 */
record Testimony(Optional<Fault> trouble, Set<String> signs, boolean detects, Optional<Count> count) {
    private static final long DOWN = 5;
    private static final long WARMING_UP = 5;
    private static final long OTHER = 1;
    private static final long CRITICAL = 3;
    private static final long CONSUMED = 3;
    private static final long COVER_OPEN = 3;
    private static final long INTERLOCK_OPEN = 5;
    private static final long IMPRESSIONS = 7;
    private static final long SHEETS = 8;

    private static final Fault JAM = new Fault(Kind.MEDIA, Remedy.CLEAR_PATH, "PAPER-JAM");
    private static final Fault COVER = new Fault(Kind.MEDIA, Remedy.CALL_STAFF, "PRINTER-COVER-OPEN");
    private static final Fault OFFLINE = new Fault(Kind.HARDWARE, Remedy.CALL_STAFF, "PRINTER-STOPPED");
    private static final Fault PAPER = new Fault(Kind.MEDIA, Remedy.REFILL, "PAPER-OUT");
    private static final Fault TONER = new Fault(Kind.MEDIA, Remedy.REFILL, "TONER-OUT");
    private static final Fault OUTPUT = new Fault(Kind.MEDIA, Remedy.CLEAR_PATH, "OUTPUT-FULL");
    private static final Fault TRAY = new Fault(Kind.MEDIA, Remedy.CALL_STAFF, "TRAY-MISSING");
    private static final Fault WASTE = new Fault(Kind.MEDIA, Remedy.CALL_STAFF, "TONER-WASTE-FULL");
    private static final Fault TROUBLE = new Fault(Kind.HARDWARE, Remedy.CALL_STAFF, "PRINTER-TROUBLE");

    Testimony {
        signs = Set.copyOf(signs);
    }

    /**
     * How far a marker has gone.
     *
     * @param sheets whether it counts sheets; else sides
     */
    record Count(boolean sheets, long number) {}

    /** What these columns say; empty where they are no printer's. */
    static Optional<Testimony> of(Map<PrinterMib, Map<String, Long>> said) {
        Optional<Long> status = first(said, PrinterMib.PRINTER_STATUS);
        Optional<Long> bits = first(said, PrinterMib.ERROR_STATE);
        Map<String, Long> counts = said.getOrDefault(PrinterMib.LIFE_COUNT, Map.of());
        if (status.isEmpty() && bits.isEmpty() && counts.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Fault> stopping = new LinkedHashMap<>();
        Map<String, Fault> signs = new LinkedHashMap<>();
        bits.ifPresent(set -> judge(set, stopping, signs));
        if (any(said, PrinterMib.COVER_STATUS, COVER_OPEN) || any(said, PrinterMib.COVER_STATUS, INTERLOCK_OPEN)) {
            put(stopping, COVER);
        }
        if (any(said, PrinterMib.INPUT_LEVEL, 0)) {
            put(signs, PAPER);
        }
        Map<String, Long> levels = said.getOrDefault(PrinterMib.SUPPLY_LEVEL, Map.of());
        said.getOrDefault(PrinterMib.SUPPLY_CLASS, Map.of()).forEach((row, kind) -> {
            if (kind == CONSUMED && levels.getOrDefault(row, 1L) == 0) {
                put(signs, TONER);
            }
        });
        boolean critical = alerts(said, stopping);
        Optional<Long> device = first(said, PrinterMib.DEVICE_STATUS);
        boolean warming = status.equals(Optional.of(WARMING_UP));
        // Where it does not say how the device is, `other` is as much as a printer that can do nothing can say.
        boolean down = device.map(now -> now == DOWN).orElse(status.equals(Optional.of(OTHER)) && !signs.isEmpty());
        if (down && !warming && stopping.isEmpty()) {
            stopping.putAll(signs);
            if (stopping.isEmpty()) {
                put(stopping, OFFLINE);
            }
        }
        signs.putAll(stopping);
        return Optional.of(new Testimony(
                stopping.values().stream().findFirst(),
                signs.keySet(),
                bits.isPresent() || critical || device.isPresent(),
                count(said, counts)));
    }

    /** {@code hrPrinterDetectedErrorState} (RFC 2790). */
    private static void judge(long bits, Map<String, Fault> stopping, Map<String, Fault> signs) {
        put(stopping, JAM, bits, 5);
        put(stopping, COVER, bits, 4);
        put(stopping, OFFLINE, bits, 6);
        put(signs, PAPER, bits, 1);
        put(signs, PAPER, bits, 13);
        put(signs, TONER, bits, 3);
        put(signs, TONER, bits, 10);
        put(signs, OUTPUT, bits, 12);
        put(signs, TRAY, bits, 8);
        put(signs, TRAY, bits, 9);
    }

    private static void put(Map<String, Fault> into, Fault fault, long bits, int bit) {
        if ((bits & 1L << bit) != 0) {
            put(into, fault);
        }
    }

    private static void put(Map<String, Fault> into, Fault fault) {
        into.putIfAbsent(fault.code(), fault);
    }

    /** {@code prtAlertTable}: whether there is a critical one. Critical is what stops it (RFC 3805, 2.2.13.1). */
    private static boolean alerts(Map<PrinterMib, Map<String, Long>> said, Map<String, Fault> stopping) {
        Map<String, Long> codes = said.getOrDefault(PrinterMib.ALERT_CODE, Map.of());
        boolean critical = false;
        for (var alert : said.getOrDefault(PrinterMib.ALERT_SEVERITY, Map.of()).entrySet()) {
            if (alert.getValue() == CRITICAL) {
                critical = true;
                put(stopping, alert(codes.getOrDefault(alert.getKey(), 0L)));
            }
        }
        return critical;
    }

    private static Fault alert(long code) {
        // PrtAlertCodeTC, IANA-PRINTER-MIB.
        return switch ((int) Math.clamp(code, 0, Integer.MAX_VALUE)) {
            case 3, 5, 501 -> COVER;
            case 8 -> JAM;
            case 22, 504 -> OFFLINE;
            case 801, 901, 1301 -> TRAY;
            case 808, 809 -> PAPER;
            case 903, 1303 -> OUTPUT;
            case 1101, 1102, 1103, 1114, 1115 -> TONER;
            case 1109, 1110 -> WASTE;
            default -> TROUBLE;
        };
    }

    private static Optional<Count> count(Map<PrinterMib, Map<String, Long>> said, Map<String, Long> counts) {
        return counts.entrySet().stream().findFirst().flatMap(count -> {
            long unit = said.getOrDefault(PrinterMib.COUNTER_UNIT, Map.of()).getOrDefault(count.getKey(), IMPRESSIONS);
            return unit == IMPRESSIONS || unit == SHEETS
                    ? Optional.of(new Count(unit == SHEETS, count.getValue()))
                    : Optional.empty();
        });
    }

    private static Optional<Long> first(Map<PrinterMib, Map<String, Long>> said, PrinterMib column) {
        return said.getOrDefault(column, Map.of()).values().stream().findFirst();
    }

    private static boolean any(Map<PrinterMib, Map<String, Long>> said, PrinterMib column, long value) {
        return said.getOrDefault(column, Map.of()).containsValue(value);
    }

    /**
     * How many pages at most came out since then: of a sheet two where it was printed on both sides. Empty where it does not count, or
     * counts something else now, or backwards.
     */
    Optional<Integer> pagesSince(Optional<Count> before, boolean oneSided) {
        return before.flatMap(then -> count.filter(now -> now.sheets() == then.sheets() && now.number() >= then.number())
                .map(now -> (now.number() - then.number()) * (now.sheets() && !oneSided ? 2 : 1))
                .map(pages -> (int) Math.min(pages, Integer.MAX_VALUE)));
    }
}
