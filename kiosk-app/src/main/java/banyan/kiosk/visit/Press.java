package banyan.kiosk.visit;

import banyan.item.FilledDocument;
import banyan.kiosk.documents.PaperFonts;
import banyan.kiosk.documents.PaperOptions;
import banyan.kiosk.documents.PaperPreview;
import banyan.kiosk.documents.PaperRenderer;
import banyan.kiosk.documents.Picture;
import banyan.kiosk.documents.Rendering;
import banyan.kiosk.documents.SigningPress;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Draws papers for a visit: the PDF, and the pictures of its pages for the screen. Its first call may wait for the fonts. */
public final class Press {
    /** As wide as a page is ever shown, so that the picture is never enlarged. */
    private static final int WIDTH = 1000;

    private final Supplier<PaperFonts> fonts;
    private final PaperOptions options;
    private final SigningPress signing;

    /**
     * @param fonts parsed once; may block until they are
     * @param signing for what the terminal itself says
     */
    public Press(Supplier<PaperFonts> fonts, PaperOptions options, SigningPress signing) {
        this.fonts = fonts;
        this.options = options;
        this.signing = signing;
    }

    /** The characters of a text that the typeface of paper and screen lacks. */
    public Set<Integer> lacking(String text) {
        return Set.copyOf(fonts.get().lacking(text));
    }

    /** The document as it will be printed; empty where a character has no glyph. */
    public Optional<Rendering.Rendered> draw(FilledDocument document) {
        return switch (new PaperRenderer(fonts.get()).render(document, options)) {
            case Rendering.Rendered rendered -> Optional.of(rendered);
            case Rendering.CannotDraw _ -> Optional.empty();
        };
    }

    /**
     * The same, signed by the terminal.
     *
     * @param verdict what it says, in capital letters and digits
     */
    public Optional<Rendering.Rendered> sign(FilledDocument document, ZonedDateTime at, String verdict) {
        return draw(document).map(drawn -> signing.sign(drawn, at, verdict));
    }

    /** The same with a picture of each page. */
    public Optional<DrawnPaper> show(FilledDocument document) {
        return draw(document).map(rendered -> {
            var pictures = new ArrayList<Picture>();
            for (int page = 0; page < rendered.pages(); page++) {
                pictures.add(
                        switch (PaperPreview.page(rendered.pdf(), page, WIDTH)) {
                            case PaperPreview.Drawn.Page(var picture) -> picture;
                            // What was just written can be read; anything else is a bug.
                            case PaperPreview.Drawn.Unreadable _ ->
                                throw new IllegalStateException("a paper of our own cannot be read");
                        });
            }
            return new DrawnPaper(rendered, pictures);
        });
    }
}
