package banyan.kiosk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import banyan.item.Language;
import banyan.kiosk.ui.Samples.Sample;
import banyan.kiosk.ui.control.Target;
import banyan.kiosk.ui.shell.KioskWindow;
import banyan.kiosk.ui.theme.Format;
import banyan.kiosk.ui.theme.Motion;
import banyan.kiosk.visit.Page;
import banyan.kiosk.visit.PaperPage;
import banyan.kiosk.visit.Wish;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.junit.jupiter.api.Test;

/** What each target of each page asks for. */
class WishTest {
    private static final String ITEM = "flexible-employment-subsidy";

    @Test
    void attractBeginsAndChangesTheLanguage() {
        Map<String, Wish> asked = asked("01-attract");
        assertEquals(new Wish.Start(), asked.get("primary"));
        assertEquals(new Wish.Speak(Language.EN), asked.get("language-en"));
        assertEquals(new Wish.CheckProgress(), asked.get("progress"));
    }

    @Test
    void aBankCardIsPutInOrItsNumberTyped() {
        assertEquals(new Wish.InsertCard("account"), asked("06-form-insert-card").get("insert-card"));
        assertEquals(null, asked("06-form-keyboard").get("insert-card"));
        assertEquals(new Wish.Edit("account"), asked("23-bank-card-WAITING").get("middle"));
        assertEquals(null, asked("23-bank-card-WAITING").get("primary"));
    }

    @Test
    void aReceiptsNumberIsHeldOrTyped() {
        assertEquals(new Wish.AskByKeys(true), asked("24-ask-HOLDING").get("middle"));
        Map<String, Wish> typing = asked("24-ask-TYPING");
        assertEquals(new Wish.AskByKeys(false), typing.get("scan-code"));
        assertEquals(new Wish.Type("code", "48271091"), typing.get("key-1"));
        assertEquals(new Wish.Edit("number"), typing.get("field-number"));
        assertEquals(null, typing.get("primary"));
        assertEquals(new Wish.End(), asked("24-ask-CLOSED").get("primary"));
    }

    @Test
    void whoKnowsHowItStandsEndsOrAsksOnceMore() {
        assertEquals(new Wish.End(), asked("24-progress").get("primary"));
        assertEquals(new Wish.CheckProgress(), asked("24-progress").get("another"));
        assertEquals(new Wish.Withdraw(), asked("24-progress-withdrawable").get("withdraw"));
        assertEquals(new Wish.Supplement(), asked("25-news-answerable").get("primary"));
        assertEquals(new Wish.Back(), asked("25-withdraw-CONFIRMING").get("primary"));
        assertEquals(new Wish.Next(), asked("25-withdraw-CONFIRMING").get("middle"));
    }

    @Test
    void dockAndStripAreOnEveryPage() {
        Map<String, Wish> asked = asked("03-home");
        assertEquals(new Wish.GoHome(), asked.get("home"));
        assertEquals(new Wish.ShowLanguages(), asked.get("language"));
        assertEquals(new Wish.End(), asked.get("end"));
    }

    @Test
    void consentAgreesReadsOnOrGoesBack() {
        Map<String, Wish> asked = asked("02-consent-card");
        assertEquals(new Wish.Agree(), asked.get("primary"));
        assertEquals(new Wish.Back(), asked.get("back"));
        assertEquals(new Wish.ShowConsentText(), asked.get("consent-text"));
    }

    @Test
    void nothingCanBeAskedOfTheReaderWhileItReads() {
        assertEquals(null, asked("02-reading").get("primary"));
    }

    @Test
    void homeOpensSectionsAndItems() {
        Map<String, Wish> asked = asked("03-home");
        assertEquals(new Wish.OpenSection(Page.Section.QUERY_AND_PRINT), asked.get("section-query"));
        assertEquals(new Wish.OpenSection(Page.Section.DECLARATION), asked.get("section-declaration"));
        assertEquals(new Wish.OpenItem(ITEM), asked.get("item-" + ITEM));
    }

    @Test
    void aListOfItemsTurnsItsPages() {
        Map<String, Wish> asked = asked("03-items-many");
        assertEquals(new Wish.TurnPage(1), asked.get("page-after"));
        assertEquals(null, asked.get("page-before"));
    }

    @Test
    void aGuideBeginsOrIsPrinted() {
        Map<String, Wish> asked = asked("05-item-guide");
        assertEquals(new Wish.Begin(), asked.get("primary"));
        assertEquals(new Wish.PrintGuide(), asked.get("print-guide"));
    }

    @Test
    void aBrokenVisitGoesOnOrIsErased() {
        Map<String, Wish> asked = asked("05-resume");
        assertEquals(new Wish.ResumeDraft(true), asked.get("primary"));
        assertEquals(new Wish.ResumeDraft(false), asked.get("resume-no"));
    }

    @Test
    void aFieldOpensItsEditor() {
        assertEquals(new Wish.Edit("phone"), asked("06-form").get("field-phone"));
    }

    @Test
    void aFieldThatIsFixedOpensNone() {
        assertEquals(null, asked("06-form").get("field-name"));
    }

    @Test
    void thePadTypesDeletesAndIsDone() {
        Map<String, Wish> asked = asked("06-form-keyboard");
        assertEquals(new Wish.Type("phone", "13800002671"), asked.get("key-1"));
        assertEquals(new Wish.DoneEditing(), asked.get("key-done"));
    }

    @Test
    void aDraftsCodeIsTypedLetterByLetterAndAReceiptIsOneKeyAway() {
        Map<String, Wish> asked = asked("24-ask-draft");
        // The keys before it were pressed too, in their order.
        assertEquals(new Wish.Type("draft", "0123456789A"), asked.get("key-A"));
        assertEquals(null, asked.get("key-U"));
        assertEquals(new Wish.DoneEditing(), asked.get("key-done"));
        assertEquals(new Wish.Edit("number"), asked.get("type-receipt"));
        assertEquals(new Wish.Edit("draft"), asked("24-ask-TYPING").get("type-draft"));
    }

    @Test
    void choicesStepsAndTicksChoose() {
        Map<String, Wish> asked = asked("06-form-choices");
        assertEquals(new Wish.Choose("kind", "ride"), asked.get("choice-kind-ride"));
        assertEquals(new Wish.Choose("since", "2025-02"), asked.get("earlier-since"));
        // One step back was asked for already, though nothing new is shown yet: on from there.
        assertEquals(new Wish.Choose("since", "2025-03"), asked.get("later-since"));
        assertEquals(new Wish.Choose("hard", "true"), asked.get("field-hard"));
    }

    @Test
    void materialsAreShotChosenAndDropped() {
        Map<String, Wish> asked = asked("07-materials-good");
        assertEquals(new Wish.Shoot(), asked.get("middle"));
        assertEquals(new Wish.SelectMaterial("social-card"), asked.get("material-social-card"));
        assertEquals(new Wish.DropPage("proof", 0), asked.get("drop-proof-1"));
        assertEquals(new Wish.Next(), asked.get("primary"));
    }

    @Test
    void aPileIsFedGoneOnWithAndStopped() {
        assertEquals(new Wish.Feed(), asked("07-materials-feeder").get("feed"));
        assertEquals(new Wish.Feed(), asked("07-materials-fed-JAM").get("feed"));
        assertEquals(new Wish.StopFeeding(), asked("07-materials-feeding").get("feed"));
        assertEquals(null, asked("07-materials-feeding").get("primary"));
        assertEquals(null, asked("07-materials-feeder-gone").get("feed"));
    }

    @Test
    void missingMaterialsHoldTheNextStepBack() {
        assertEquals(null, asked("07-materials-scan").get("primary"));
    }

    @Test
    void aFingerIsGivenOrNot() {
        Map<String, Wish> asked = asked("08-finger-0");
        assertEquals(new Wish.Agree(), asked.get("primary"));
        assertEquals(new Wish.WithoutFinger(), asked.get("middle"));
        Map<String, Wish> given = asked("08-finger-0-held");
        assertEquals(new Wish.Next(), given.get("primary"));
        assertEquals(new Wish.Agree(), given.get("middle"));
    }

    @Test
    void aSignatureIsUsedClearedOrSeenLarger() {
        Map<String, Wish> asked = asked("08-signature");
        assertEquals(new Wish.UseSignature(), asked.get("primary"));
        assertEquals(new Wish.ClearInk(), asked.get("middle"));
        assertEquals(new Wish.ZoomIn(), asked.get("zoom"));
    }

    @Test
    void nothingIsSubmittedBeforeTheTick() {
        Map<String, Wish> asked = asked("09-review-unticked");
        assertEquals(null, asked.get("primary"));
        assertEquals(new Wish.Tick(true), asked.get("tick"));
    }

    @Test
    void aTickedReviewIsSubmittedOrChanged() {
        Map<String, Wish> asked = asked("09-review");
        assertEquals(new Wish.Submit(), asked.get("primary"));
        assertEquals(new Wish.Change(2), asked.get("change-2"));
        assertEquals(new Wish.Tick(false), asked.get("tick"));
    }

    @Test
    void afterReceiptOneRatesGoesOnOrEnds() {
        Map<String, Wish> asked = asked("10b-received");
        assertEquals(new Wish.Rate(5), asked.get("rate-5"));
        assertEquals(new Wish.Rate(1), asked.get("rate-1"));
        assertEquals(new Wish.Another(), asked.get("another"));
        assertEquals(new Wish.End(), asked.get("primary"));
    }

    @Test
    void oneRatesOnlyOnce() {
        assertEquals(null, asked("10b-received-trouble").get("rate-5"));
    }

    @Test
    void aReceiptThatDidNotPrintIsPrintedAgain() {
        assertEquals(new Wish.PrintAgain(), asked("10b-received-trouble").get("print-again"));
        assertEquals(new Wish.PrintAgain(), asked("11-kept-offline").get("print-again"));
    }

    @Test
    void aResultIsPrintedForAPeriod() {
        Map<String, Wish> asked = asked("13-result");
        assertEquals(new Wish.Print(), asked.get("primary"));
        assertEquals(new Wish.ChoosePeriod("all"), asked.get("period-all"));
        assertEquals(new Wish.TurnDocument(1), asked.get("document-after"));
    }

    @Test
    void printingIsStoppedOrTakenAndDoneAgain() {
        assertEquals(new Wish.StopPrinting(), asked("13-print-progress").get("stop"));
        assertEquals(null, asked("13-print-progress").get("primary"));
        assertEquals(new Wish.Taken(), asked("13-printed").get("primary"));
        assertEquals(new Wish.Misprinted(), asked("13-printed").get("misprinted"));
    }

    @Test
    void aTroubleOffersItsWaysAndTheHelpNumber() {
        Map<String, Wish> asked = asked("14-paper-out");
        assertEquals(new Wish.Take(PaperPage.WayOn.WAIT), asked.get("primary"));
        assertEquals(new Wish.Take(PaperPage.WayOn.LATER), asked.get("way-later"));
        assertEquals(new Wish.Take(PaperPage.WayOn.BACK), asked.get("back"));
        assertEquals(new Wish.CannotDo(), asked.get("cannot-do"));
    }

    @Test
    void theIdleWarningStaysSlowsOrEnds() {
        Map<String, Wish> asked = asked("15-idle-warning");
        assertEquals(new Wish.Stay(), asked.get("primary"));
        assertEquals(new Wish.Slow(), asked.get("slow"));
        assertEquals(new Wish.EndForSure(), asked.get("leave"));
    }

    @Test
    void nothingBehindASheetCanBePressed() {
        assertEquals(null, asked("15-idle-warning").get("section-query"));
    }

    @Test
    void theSheetsAreClosedOrAnswered() {
        assertEquals(new Wish.EndForSure(), asked("20-confirm-end").get("end-for-sure"));
        assertEquals(new Wish.Stay(), asked("20-confirm-end").get("primary"));
        assertEquals(new Wish.Speak(Language.EN), asked("20-languages").get("language-en"));
        assertEquals(new Wish.Stay(), asked("20-languages").get("close"));
        assertEquals(new Wish.Stay(), asked("20-zoom").get("primary"));
        assertEquals(new Wish.GiveReasons(), asked("20-reasons").get("primary"));
        assertEquals(new Wish.Reason("materials", true), asked("20-reasons").get("reason-materials"));
    }

    /** Fires every target that stands on the screen, and tells what each asked for; a disabled one asks for nothing. */
    private static Map<String, Wish> asked(String name) {
        return FxThread.call(() -> {
            List<Wish> wishes = new ArrayList<>();
            KioskWindow window =
                    new KioskWindow(new KioskWindow.Options(Format.PORTRAIT, Motion.REDUCED, false, ""), wishes::add);
            Sample sample = Samples.in(Language.ZH_CN).stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            window.show(sample.snapshot());
            Map<String, Target> targets = new LinkedHashMap<>();
            collect(window.panel(), targets);
            Map<String, Wish> asked = new TreeMap<>();
            targets.forEach((id, target) -> {
                wishes.clear();
                target.fire();
                if (!wishes.isEmpty()) {
                    asked.put(id, wishes.getFirst());
                }
            });
            return asked;
        });
    }

    private static void collect(Node node, Map<String, Target> into) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Target target) {
            into.put(target.getId(), target);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, into));
        }
    }
}
