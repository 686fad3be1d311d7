package banyan.kiosk.visit;

import banyan.kiosk.documents.PagePlan;
import banyan.kiosk.documents.Picture;
import banyan.kiosk.documents.Rendering;
import java.util.Arrays;
import java.util.List;

/** A paper that was drawn: the PDF, and the pictures of its pages. Personal, and overwritten when it is no longer shown. */
record DrawnPaper(Rendering.Rendered paper, List<Picture> pictures) {
    DrawnPaper {
        pictures = List.copyOf(pictures);
    }

    int pages() {
        return pictures.size();
    }

    Picture picture(int page) {
        return pictures.get(Math.clamp(page, 0, pictures.size() - 1));
    }

    /** Where things stand on a page. */
    PagePlan plan(int page) {
        return paper.plans().get(Math.clamp(page, 0, paper.plans().size() - 1));
    }

    /** The bars over personal values of a page: x, y, width, height in fractions of it. */
    List<float[]> bars(int page) {
        return plan(page).bars().stream().map(DrawnPaper::bar).toList();
    }

    private static float[] bar(PagePlan.Bar bar) {
        var area = bar.area();
        return new float[] {(float) area.x(), (float) area.y(), (float) area.width(), (float) area.height()};
    }

    void wipe() {
        Arrays.fill(paper.pdf(), (byte) 0);
        pictures.forEach(Picture::wipe);
    }

    @Override
    public String toString() {
        return "DrawnPaper[" + pages() + " pages]";
    }
}
