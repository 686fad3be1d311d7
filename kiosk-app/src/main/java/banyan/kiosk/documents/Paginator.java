package banyan.kiosk.documents;

import java.util.ArrayList;
import java.util.List;

/** Lays slabs onto sheets, one under the other, with what belongs together on one page. */
final class Paginator {
    private final Style style;
    private final List<List<Mark>> pages = new ArrayList<>();
    private double y;
    private boolean empty = true;

    private Paginator(Style style) {
        this.style = style;
        turn();
    }

    /** The marks of each page, and where the last page ends. */
    record Laid(List<List<Mark>> pages, double end) {}

    static Laid lay(List<Slab> slabs, Style style) {
        var paginator = new Paginator(style);
        int from = 0;
        while (from < slabs.size()) {
            int to = from + 1;
            while (to < slabs.size() && slabs.get(to - 1).keepWithNext()) {
                to++;
            }
            paginator.place(slabs.subList(from, to));
            from = to;
        }
        return new Laid(paginator.pages, paginator.y);
    }

    /** A group that fits on no page is parted all the same: nothing is ever drawn below the foot. */
    private void place(List<Slab> group) {
        boolean fitsAnywhere = height(group) <= room();
        if (fitsAnywhere && !fits(height(group))) {
            turn();
        }
        for (var slab : group) {
            if (!fits(before(slab) + slab.height()) && !empty) {
                turn();
            }
            if (empty && pages.size() > 1) {
                slab.head().ifPresent(this::put);
            }
            put(slab);
        }
    }

    private double height(List<Slab> group) {
        double height = 0;
        for (int i = 0; i < group.size(); i++) {
            height +=
                    (i == 0 && empty ? 0 : group.get(i).before()) + group.get(i).height();
        }
        return height;
    }

    private double room() {
        return style.height() - style.top() - style.bottom();
    }

    private boolean fits(double height) {
        return y + height <= style.height() - style.bottom() + 0.01;
    }

    private double before(Slab slab) {
        return empty ? 0 : slab.before();
    }

    private void put(Slab slab) {
        y += before(slab);
        for (var mark : slab.marks()) {
            pages.getLast().add(mark.moved(0, y));
        }
        y += slab.height();
        empty = empty && slab.height() == 0;
    }

    private void turn() {
        pages.add(new ArrayList<>());
        y = style.top();
        empty = true;
    }
}
