package banyan.kiosk.filing;

import banyan.item.Fact;
import banyan.item.Material;
import banyan.kiosk.catalog.Offer;
import java.util.List;

/** The papers of a request: which are needed, which are there, and which to scan next. Pure. */
public record Checklist(List<Line> lines) {
    public Checklist {
        lines = List.copyOf(lines);
    }

    /**
     * A material of the item; {@code fewest} and {@code most} pages where it is scanned, else 0.
     *
     * @param inCabinet its original goes into the cabinet instead
     */
    public record Line(Material material, Way way, int fewest, int most, int pages, boolean inCabinet) {
        /** Nothing more is needed of it. */
        public boolean complete() {
            return inCabinet || pages >= fewest;
        }

        /** Its original may still go into the cabinet: the item says so, and nothing of it was scanned. */
        public boolean mayBeLeft() {
            return way == Way.SCAN && material.inCabinet() && pages == 0;
        }

        /** Another page can be taken. */
        public boolean open() {
            return way == Way.SCAN && !inCabinet && pages < most;
        }
    }

    /** How a material comes into the case. */
    public enum Way {
        /** The card was read. */
        CARD,
        /** The centre has it. */
        HELD,
        /** The department looks for it; the citizen does nothing. */
        DEPARTMENT,
        /** It is scanned here. */
        SCAN
    }

    /** The papers of this request. */
    public static Checklist of(Offer offer, Filing filing) {
        return new Checklist(offer.item().materials().stream()
                .map(material -> line(material, filing))
                .toList());
    }

    private static Line line(Material material, Filing filing) {
        int pages = filing.pagesOf(material.code()).size();
        boolean left = material.inCabinet() && pages == 0 && filing.inCabinet().containsKey(material.code());
        return switch (material.source()) {
            case Material.IdCard _ -> new Line(material, Way.CARD, 0, 0, 0, false);
            case Material.Scan(int fewest, int most) -> new Line(material, Way.SCAN, fewest, most, pages, left);
            case Material.Held held ->
                filing.facts().get(held.fact()) instanceof Fact.Known
                        ? new Line(material, Way.HELD, 0, 0, 0, false)
                        : switch (held.otherwise()) {
                            case Material.DepartmentLooks _ -> new Line(material, Way.DEPARTMENT, 0, 0, 0, false);
                            case Material.ScanIt(int fewest, int most) ->
                                new Line(material, Way.SCAN, fewest, most, pages, left);
                        };
        };
    }

    /** Codes of the materials whose originals go into the cabinet. */
    public List<String> inCabinet() {
        return lines.stream()
                .filter(Line::inCabinet)
                .map(line -> line.material().code())
                .toList();
    }

    /** How many materials are not complete. */
    public int missing() {
        return (int) lines.stream().filter(line -> !line.complete()).count();
    }

    /** The first that is not complete; else {@code otherwise}. */
    public int firstMissing(int otherwise) {
        for (int at = 0; at < lines.size(); at++) {
            if (!lines.get(at).complete()) {
                return at;
            }
        }
        return otherwise;
    }

    /** The first that is scanned at all; 0 where none is. */
    public int firstScanned() {
        for (int at = 0; at < lines.size(); at++) {
            if (lines.get(at).way() == Way.SCAN) {
                return at;
            }
        }
        return 0;
    }
}
