package banyan.kiosk.documents;

import banyan.item.Language;
import java.util.List;

/**
 * What a preview lays over the picture of a page: bars over personal values, and the words that make a photograph of the screen
 * worthless. The picture below stays the page that is printed, pixel for pixel.
 */
public record PreviewLayer(List<PagePlan.Bar> bars, List<Stamp> stamps) {
    /** A document that is being signed is shown whole: one signs what one sees. */
    public static final PreviewLayer NONE = new PreviewLayer(List.of(), List.of());

    public PreviewLayer {
        bars = List.copyOf(bars);
        stamps = List.copyOf(stamps);
    }

    /**
     * Words across the page.
     *
     * @param centreX in shares of the page's width
     * @param centreY in shares of the page's height
     * @param degrees clockwise
     * @param textSize in shares of the page's width
     */
    public record Stamp(String words, double centreX, double centreY, double degrees, double textSize) {}

    /** The layer of a page in this language. */
    public static PreviewLayer over(PagePlan page, Language language) {
        var words = PaperWords.in(language).preview();
        // Long words in small letters reach as far across as short words in large ones.
        double size = Math.min(0.085, 0.9 / words.codePointCount(0, words.length()));
        return new PreviewLayer(
                page.bars(), List.of(new Stamp(words, 0.43, 0.42, -30, size), new Stamp(words, 0.61, 0.66, -30, size)));
    }
}
