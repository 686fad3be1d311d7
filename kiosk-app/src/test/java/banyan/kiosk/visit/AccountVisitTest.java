package banyan.kiosk.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.Draft;
import banyan.kiosk.visit.KeepingPage.Later.Phase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An unfinished form that is gone on with another time. */
class AccountVisitTest {
    @TempDir
    Path folder;

    private Hall hall;

    @BeforeEach
    void open() {
        hall = new Hall(folder);
    }

    private void begin() {
        hall.identify();
        hall.wish(new Wish.OpenItem(Hall.SUBSIDY), new Wish.Begin());
        hall.page(FilingPage.Form.class);
    }

    private KeepingPage.Later leave() {
        hall.wish(new Wish.End());
        assertTrue(hall.sheet(Sheet.ConfirmEnd.class).later());
        hall.wish(new Wish.Later());
        return hall.page(KeepingPage.Later.class);
    }

    private void end() {
        hall.wish(new Wish.End());
        hall.page(Page.Ended.class);
        hall.pass(Duration.ofMinutes(1));
        hall.page(Page.Attract.class);
    }

    @Test
    void nothingIsSentBeforeTheCitizenAgreesAndKeptIsTheCentresWord() {
        begin();
        assertEquals(Phase.ASKING, leave().phase());
        assertTrue(hall.centre.account.isEmpty());
        hall.wish(new Wish.KeepDraft());
        KeepingPage.Later kept = hall.page(KeepingPage.Later.class);
        assertEquals(Phase.KEPT, kept.phase());
        assertTrue(kept.until().isPresent());
        assertEquals(1, hall.centre.account.size());
        end();
    }

    @Test
    void withoutTheCentreItIsSaidThatNothingWasKept() {
        begin();
        hall.centre.online = false;
        leave();
        hall.wish(new Wish.KeepDraft());
        KeepingPage.Later not = hall.page(KeepingPage.Later.class);
        assertEquals(Phase.NOT_KEPT, not.phase());
        assertEquals(Optional.empty(), not.until());
        hall.centre.online = true;
        hall.wish(new Wish.KeepDraft());
        assertEquals(Phase.KEPT, hall.page(KeepingPage.Later.class).phase());
    }

    @Test
    void whoTurnsBackIsWhereHeWas() {
        begin();
        leave();
        hall.wish(new Wish.Back());
        hall.page(FilingPage.Form.class);
    }

    @Test
    void itIsGoneOnWithAfterTheSameCardAndGoneWhenSubmitted() {
        begin();
        leave();
        hall.wish(new Wish.KeepDraft());
        end();
        hall.identify();
        assertTrue(hall.page(Page.Home.class).waiting().isPresent());
        hall.wish(new Wish.TakeUp());
        assertTrue(hall.page(Page.Resume.class).account());
        hall.wish(new Wish.ResumeDraft(true));
        hall.page(FilingPage.Form.class);
        hall.wish(new Wish.GoHome());
        assertEquals(Optional.empty(), hall.page(Page.Home.class).waiting());
        assertEquals(1, hall.centre.account.size());
    }

    @Test
    void whatIsNotWantedIsDeletedAndWhatCouldNotBeIsOfferedAgain() {
        begin();
        leave();
        hall.wish(new Wish.KeepDraft());
        end();
        hall.identify();
        hall.centre.online = false;
        hall.wish(new Wish.TakeUp(), new Wish.ResumeDraft(false));
        assertTrue(hall.page(Page.Home.class).waiting().isPresent());
        hall.centre.online = true;
        hall.wish(new Wish.TakeUp(), new Wish.ResumeDraft(false));
        assertEquals(Optional.empty(), hall.page(Page.Home.class).waiting());
        assertTrue(hall.centre.account.isEmpty());
    }

    @Test
    void anotherCardFindsNothing() {
        begin();
        leave();
        hall.wish(new Wish.KeepDraft());
        end();
        hall.identify(FakeReader.LI);
        assertEquals(Optional.empty(), hall.page(Page.Home.class).waiting());
    }

    @Test
    void whatGoesSaysNothingThatTheCardSays() {
        begin();
        leave();
        hall.wish(new Wish.KeepDraft());
        Draft draft = hall.centre.account.values().iterator().next();
        String content = new String(draft.content(), StandardCharsets.UTF_8);
        assertFalse(content.contains(draft.citizen()));
        assertFalse(draft.toString().contains(draft.citizen()));
    }
}
