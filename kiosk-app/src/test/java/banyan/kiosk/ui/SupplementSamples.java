package banyan.kiosk.ui;

import banyan.kiosk.visit.FilingPage.Review;
import banyan.kiosk.visit.KeepingPage;
import banyan.kiosk.visit.KeepingPage.PaperState;
import banyan.kiosk.visit.KeepingPage.Rating;
import banyan.kiosk.visit.KeepingPage.Received;
import banyan.kiosk.visit.KeepingPage.Submitting.Progress;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What was asked for in a case, where its pages say something else than those of a request. */
final class SupplementSamples extends SampleChapter {
    SupplementSamples(SampleBook book) {
        super(book);
    }

    void all(Review review, Received received) {
        String title = say("补正：", "Supplement: ") + itemTitle();
        add(
                "26-supplement-review",
                new Review(
                        review.head(),
                        review.groups().subList(1, 2),
                        review.answerBy(),
                        review.promisedDays(),
                        review.decidedBy(),
                        review.fee(),
                        true,
                        true));
        add(
                "26-supplement-submitting",
                new KeepingPage.Submitting(
                        title, List.of(Progress.DONE, Progress.DONE, Progress.DOING, Progress.TO_DO), true));
        add(
                "26-supplement-received",
                new Received(
                        title,
                        received.at(),
                        received.acceptanceNumber(),
                        received.answerBy(),
                        Optional.empty(),
                        received.qr(),
                        received.paper(),
                        received.next(),
                        OptionalInt.empty(),
                        Rating.NOT_ASKED,
                        List.of()));
        add(
                "26-supplement-kept",
                new KeepingPage.Kept(
                        title,
                        SampleBook.EVENING,
                        Optional.of(LocalDateTime.of(2026, 11, 20, 20, 38)),
                        "榕 0137-8K42",
                        Optional.empty(),
                        "BANYAN:KEPT:0137-8K42",
                        new PaperState(PaperState.State.PRINTED, 1, 1),
                        Optional.empty(),
                        false,
                        true));
    }
}
