package banyan.kiosk.documents;

/** A rectangle on a page, in shares of the page's width and height from its upper left corner, so that it fits any zoom. */
public record Area(double x, double y, double width, double height) {
    public boolean holds(double atX, double atY) {
        return atX >= x && atX <= x + width && atY >= y && atY <= y + height;
    }
}
