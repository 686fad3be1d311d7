package banyan.kiosk.filing;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.Paper;
import banyan.acceptance.Sha256;
import banyan.cache.PageHandle;
import banyan.kiosk.documents.Picture;
import org.junit.jupiter.api.Test;

/** A page that would make a request larger than the centre takes is known before it is kept. */
class FilingRoomTest {
    @Test
    void pagesFitUntilTheyAreTogetherTooMuch() {
        Filing filing = Filing.blank("item", "1.0.0");
        for (int page = 0; page < 6; page++) {
            assertTrue(filing.hasRoom(Paper.MAX_BYTES), page + " pages of 30 MB are there");
            filing = filing.scanned(page % 2 == 0 ? "letter" : "proof", page(page));
        }
        assertTrue(filing.hasRoom(1_000_000));
        assertFalse(filing.hasRoom(Paper.MAX_BYTES));
        assertTrue(filing.dropped("letter", 0).hasRoom(Paper.MAX_BYTES));
    }

    private static ScannedPage page(int number) {
        PageHandle handle =
                new PageHandle("0".repeat(31) + number, Paper.MAX_BYTES, Sha256.of(new byte[] {(byte) number}));
        return new ScannedPage(handle, new Picture(1, 1, new int[1]));
    }
}
