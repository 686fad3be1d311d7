package banyan.server;

import banyan.acceptance.DraftCode;
import banyan.server.intake.CatalogueItemBook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A new telephone and a new code for each test; one browser and one centre for all of them, started by whoever comes first. */
abstract class OnATelephone {
    static final String ITEM = PublicFormTest.SUBSIDY;
    static final String VERSION = "1.0.0";
    static final String TITLE = "灵活就业社会保险补贴申领";
    static final String UNKNOWN = "中心没有这张表";
    static final String KEEP = "存好，到终端接着办";
    static final String BEFORE = "13850192671";
    static final String AFTER = "13799990000";

    private static final Path FOLDER = Path.of("target", "centre-" + UUID.randomUUID());
    static final Centre CENTRE = centre();
    static final TerminalAtTest TERMINAL =
            new TerminalAtTest(CENTRE, House.TERMINAL, House.TERMINAL_KEYS, House.CLOCK);
    private static final Browser BROWSER = browser();

    final Instant before = House.NOW.get();
    final DraftCode code = DraftCode.random();
    final KeptDraft kept = new KeptDraft(TERMINAL, code, ITEM, VERSION);
    Browser.Tab phone = BROWSER.tab();

    private static Centre centre() {
        try {
            Centre centre = Centre.start(
                    House.settings(FOLDER),
                    new CatalogueItemBook(
                            CatalogueItemBook.localPackages(PublicFormTest.PACKAGES),
                            List.of(),
                            ZoneId.of("Asia/Shanghai")));
            centre.introduce(House.TERMINAL, House.TERMINAL_KEYS.getPublic());
            return centre;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Browser browser() {
        Browser browser = Browser.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            browser.close();
            CENTRE.close();
            House.delete(FOLDER);
        }));
        return browser;
    }

    @BeforeEach
    void nobodyHasTried() {
        House.database().jdbi().useHandle(handle -> handle.execute("DELETE FROM lookup_try"));
    }

    @AfterEach
    void now() {
        House.NOW.set(before);
        nobodyHasTried();
    }

    /** Another one, that has never been here. */
    void anotherTelephone() {
        phone = BROWSER.tab();
    }

    /** The page without a code. */
    void blank() {
        phone.open(CENTRE.address() + "d");
        phone.headed("打开您存的表");
    }

    /** Scans the code and sees a page of this heading. */
    void open(String heading) {
        phone.open(CENTRE.address() + "d#" + code.letters());
        phone.headed(heading);
    }

    /** Kept by a terminal and opened here. */
    void openTheForm() {
        kept.keep(BEFORE);
        open(TITLE);
    }

    void changeTheNumber() {
        openTheForm();
        phone.type("#field-phone", AFTER);
        standing("changed");
    }

    /** What is said of what the centre has and what is here. */
    void standing(String word) {
        phone.until("document.getElementById('standing')?.dataset.standing === '" + word + "'");
    }
}
