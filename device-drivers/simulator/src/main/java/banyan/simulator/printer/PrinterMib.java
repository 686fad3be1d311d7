package banyan.simulator.printer;

import banyan.simulator.snmp.Oid;
import banyan.simulator.snmp.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What the printer says of itself over SNMP: Host Resources MIB (RFC 2790) and Printer MIB (RFC 3805), true or not. */
final class PrinterMib {
    private static final Oid DEVICE = Oid.of("1.3.6.1.2.1.25.3.2.1");
    private static final Oid PRINTER = Oid.of("1.3.6.1.2.1.25.3.5.1");
    private static final Oid MIB = Oid.of("1.3.6.1.2.1.43");

    private static final int LOW_PAPER = 0x8000;
    private static final int NO_PAPER = 0x4000;
    private static final int LOW_TONER = 0x2000;
    private static final int NO_TONER = 0x1000;
    private static final int DOOR_OPEN = 0x0800;
    private static final int JAMMED = 0x0400;
    private static final int TRAY_EMPTY = 0x0004;

    /** In what it says something else than IPP does. */
    enum Contradiction {
        NOTHING,
        /** Says jammed where all is well, and that all is well where something is wrong. */
        READINESS,
        /** Its counter stands still. */
        COUNTER
    }

    private final Press press;
    private Contradiction contradiction = Contradiction.NOTHING;
    private int standing;

    PrinterMib(Press press) {
        this.press = press;
    }

    void contradict(Contradiction in) {
        synchronized (press) {
            contradiction = in;
            standing = press.impressions();
        }
    }

    Contradiction contradiction() {
        synchronized (press) {
            return contradiction;
        }
    }

    NavigableMap<Oid, Variable> objects() {
        synchronized (press) {
            NavigableMap<Oid, Variable> objects = new TreeMap<>();
            boolean honest = contradiction != Contradiction.READINESS;
            List<String> reasons = press.reasons();
            boolean stopped = press.printerState() == 5;
            if (!honest) {
                reasons = stopped ? List.of() : List.of("media-jam-error");
                stopped = !stopped;
            }
            boolean well = reasons.stream().noneMatch(reason -> reason.endsWith("-error") || reason.endsWith("-warning"));
            objects.put(DEVICE.then(5, 1), new Variable.Whole(stopped ? 5 : well ? 2 : 3));
            objects.put(PRINTER.then(1, 1), new Variable.Whole(stopped ? 1 : press.printerState() == 4 ? 4 : 3));
            objects.put(PRINTER.then(2, 1), new Variable.Octets(bits(reasons)));
            boolean open = reasons.contains("cover-open-error");
            objects.put(MIB.then(6, 1, 1, 3, 1, 1), new Variable.Whole(open ? 3 : 4));
            inputs(objects, honest);
            marker(objects, honest);
            alerts(objects, reasons);
            return objects;
        }
    }

    private void inputs(NavigableMap<Oid, Variable> objects, boolean honest) {
        List<String> trays = press.trays();
        for (int tray = 0; tray < trays.size(); tray++) {
            int sheets = honest ? press.sheets(trays.get(tray)) : Supplies.TRAY_SHEETS;
            objects.put(MIB.then(8, 2, 1, 9, 1, tray + 1), new Variable.Whole(Supplies.TRAY_SHEETS));
            objects.put(MIB.then(8, 2, 1, 10, 1, tray + 1), new Variable.Whole(sheets));
        }
    }

    private void marker(NavigableMap<Oid, Variable> objects, boolean honest) {
        int toner = honest ? press.toner().percent : Supplies.Toner.FULL.percent;
        int marked = contradiction == Contradiction.COUNTER ? standing : press.impressions();
        objects.put(MIB.then(10, 2, 1, 3, 1, 1), new Variable.Whole(7));
        objects.put(MIB.then(10, 2, 1, 4, 1, 1), new Variable.Counter(marked));
        objects.put(MIB.then(11, 1, 1, 4, 1, 1), new Variable.Whole(3));
        objects.put(MIB.then(11, 1, 1, 9, 1, 1), new Variable.Whole(toner));
    }

    private static void alerts(NavigableMap<Oid, Variable> objects, List<String> reasons) {
        List<Integer> codes = new ArrayList<>();
        if (reasons.contains("media-jam-error")) {
            codes.add(8);
        }
        if (reasons.contains("cover-open-error")) {
            codes.add(3);
        }
        if (reasons.contains("media-empty-error")) {
            codes.add(808);
        }
        if (reasons.contains("toner-empty-error")) {
            codes.add(1101);
        }
        for (int row = 0; row < codes.size(); row++) {
            objects.put(MIB.then(18, 1, 1, 2, 1, row + 1), new Variable.Whole(3));
            objects.put(MIB.then(18, 1, 1, 7, 1, row + 1), new Variable.Whole(codes.get(row)));
        }
    }

    private static byte[] bits(List<String> reasons) {
        int bits = 0;
        for (String reason : reasons) {
            bits |= switch (reason) {
                case "media-jam-error" -> JAMMED;
                case "cover-open-error" -> DOOR_OPEN;
                case "media-empty-error" -> NO_PAPER;
                case "media-empty-warning" -> TRAY_EMPTY;
                case "media-low-warning" -> LOW_PAPER;
                case "toner-empty-error" -> NO_TONER;
                case "toner-low-warning" -> LOW_TONER;
                default -> 0;
            };
        }
        return new byte[] {(byte) (bits >> 8), (byte) bits};
    }
}
