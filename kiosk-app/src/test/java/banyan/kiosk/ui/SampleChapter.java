package banyan.kiosk.ui;

import banyan.kiosk.visit.Page;
import banyan.kiosk.visit.Page.StepHead;
import banyan.kiosk.visit.Sheet;
import java.util.Optional;

/** Some of the samples, told into the one book. */
abstract class SampleChapter {
    final SampleBook book;

    SampleChapter(SampleBook book) {
        this.book = book;
    }

    final String say(String chinese, String english) {
        return book.say(chinese, english);
    }

    final void add(String name, Page page) {
        book.add(name, page, Optional.empty());
    }

    final void add(String name, Page page, Optional<Sheet> sheet) {
        book.add(name, page, sheet);
    }

    final String itemTitle() {
        return book.itemTitle();
    }

    final StepHead step(int step) {
        return book.step(step);
    }
}
