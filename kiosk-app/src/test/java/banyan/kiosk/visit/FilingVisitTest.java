package banyan.kiosk.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.kiosk.visit.FilingPage.Form.FieldView;
import banyan.kiosk.visit.FilingPage.Form.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A declaration from its guide to its review: conditions, form and what is changed afterwards. */
class FilingVisitTest {
    @TempDir
    Path folder;

    private Hall hall;

    @BeforeEach
    void open() {
        hall = new Hall(folder);
    }

    private FieldView field(String code) {
        return hall.page(FilingPage.Form.class).fields().stream()
                .filter(field -> field.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void conditionsAreCheckedAgainstWhatTheCentreKnows() {
        hall.identify();
        hall.wish(new Wish.OpenItem(Hall.SUBSIDY));
        assertEquals(
                List.of(Page.Guide.Finding.FOUND, Page.Guide.Finding.FOUND, Page.Guide.Finding.FOUND),
                hall.page(Page.Guide.class).conditions().stream()
                        .map(Page.Guide.Condition::finding)
                        .toList());
    }

    @Test
    void withoutTheCentreConditionsAreUnknownAndNeverRefused() {
        hall.centre.online = false;
        hall.identify();
        hall.wish(new Wish.OpenItem(Hall.SUBSIDY));
        assertEquals(
                Page.Guide.Finding.UNKNOWN,
                hall.page(Page.Guide.class).conditions().getFirst().finding());
        hall.wish(new Wish.Begin());
        assertEquals(Optional.of(Source.TO_FILL), field("phone").source());
    }

    @Test
    void valuesAreFilledInWithTheirSourceAndMasked() {
        hall.identify();
        hall.begin(Hall.SUBSIDY);
        assertEquals("350102********1231", field("applicantNumber").shown());
        assertEquals(Optional.of(Source.ID_CARD), field("applicantNumber").source());
        assertEquals("138****2671", field("phone").shown());
        assertEquals(Optional.of(Source.LAST_FILING), field("phone").source());
    }

    @Test
    void theFullValueIsShownOnlyInTheFieldBeingEdited() {
        hall.identify();
        hall.begin(Hall.SUBSIDY);
        hall.wish(new Wish.Edit("phone"));
        assertEquals(
                "13805912671", hall.page(FilingPage.Form.class).editor().orElseThrow().text());
        hall.wish(new Wish.DoneEditing());
        assertEquals(Optional.empty(), hall.page(FilingPage.Form.class).editor());
    }

    @Test
    void aProblemKeepsThePageAndOpensItsField() {
        hall.identify();
        hall.begin(Hall.SUBSIDY);
        hall.wish(new Wish.Edit("phone"), new Wish.Type("phone", "1380591267"), new Wish.Next());
        assertTrue(field("phone").problem().isPresent());
        assertEquals("phone", hall.page(FilingPage.Form.class).editor().orElseThrow().field());
    }

    @Test
    void aValueThatWasOpenedAndNotChangedKeepsItsSource() {
        hall.identify();
        hall.begin(Hall.SUBSIDY);
        hall.wish(new Wish.Edit("phone"), new Wish.DoneEditing());
        assertEquals(Optional.of(Source.LAST_FILING), field("phone").source());
    }

    @Test
    void aPadTakesNothingButWhatItsFieldCanHold() {
        hall.identify();
        hall.begin(Hall.SUBSIDY);
        hall.wish(new Wish.Edit("phone"), new Wish.Type("phone", "138-0591 2671<script>99"));
        assertEquals(
                "13805912671", hall.page(FilingPage.Form.class).editor().orElseThrow().text());
    }

    @Test
    void aMonthThatTheRulesForbidCannotBeChosen() {
        hall.identify();
        hall.begin(Hall.SUBSIDY);
        hall.wish(new Wish.Next());
        var months = field("fromMonth").choices();
        assertEquals("2026-10", months.getLast().value());
        assertEquals("2025-03", months.getFirst().value());
    }

    @Test
    void backFromTheFirstPageKeepsWhatWasFilledIn() {
        hall.identify();
        hall.begin(Hall.SUBSIDY);
        hall.wish(new Wish.Edit("phone"), new Wish.Type("phone", "13912345678"), new Wish.Back(), new Wish.Begin());
        assertEquals("139****5678", field("phone").shown());
    }

    @Test
    void homeKeepsTheRequestOfThisVisit() {
        hall.identify();
        hall.begin(Hall.SUBSIDY);
        hall.fill();
        hall.wish(new Wish.GoHome());
        hall.page(Page.Home.class);
        hall.begin(Hall.SUBSIDY);
        hall.page(ScanningPage.Materials.class);
    }

    @Test
    void theReviewShowsEveryGroupAndItsWayBack() {
        hall.toReview();
        var groups = hall.page(FilingPage.Review.class).groups();
        assertEquals(
                List.of(0, 1, 2, 3),
                groups.stream().map(FilingPage.Review.Group::editTarget).toList());
        assertEquals("350102********1231", groups.getFirst().rows().get(1).value());
    }

    @Test
    void nothingIsSubmittedWithoutTheTick() {
        hall.toReview();
        hall.wish(new Wish.Submit());
        hall.page(FilingPage.Review.class);
        assertEquals(0, hall.outbox.appends);
    }

    @Test
    void aChangeThatTheDocumentDoesNotNameNeedsNoNewSignature() {
        hall.toReview();
        hall.wish(new Wish.Change(0), new Wish.Edit("phone"), new Wish.Type("phone", "13912345678"), new Wish.Next());
        hall.page(FilingPage.Review.class);
    }

    @Test
    void aChangeOfWhatWasSignedMustBeSignedAgain() {
        hall.toReview();
        hall.wish(new Wish.Change(2), new Wish.Choose("workKind", "driving"), new Wish.Next());
        hall.page(FilingPage.Signing.class);
    }
}
