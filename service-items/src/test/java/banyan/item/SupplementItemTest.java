package banyan.item;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.item.catalogue.Sandbox;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Of an item, only what is asked for in a case: all of it, and nothing else. */
class SupplementItemTest {
    private static final ServiceItem SUBSIDY =
            Sandbox.own().find(Sandbox.SUBSIDY).orElseThrow().item();

    private static ServiceItem asked(Set<String> fields, Set<String> materials) {
        return SupplementItem.of(SUBSIDY, fields, materials).orElseThrow();
    }

    @Test
    void onlyWhatIsAskedForIsFilledInAndScanned() {
        ServiceItem item = asked(Set.of("phone", "fromMonth"), Set.of("workProof"));
        assertEquals(List.of("phone", "fromMonth"), item.fields().map(Field::code).toList());
        assertEquals(List.of("workProof"), item.materials().stream().map(Material::code).toList());
        assertEquals(
                List.of("Identify", "Form", "Materials", "Review", "Submit", "Print"),
                item.steps().stream().map(step -> step.getClass().getSimpleName()).toList());
        assertEquals("flexible-employment-subsidy-supplement", item.code());
    }

    @Test
    void aStepWithoutAnythingInItIsNotThere() {
        assertTrue(asked(Set.of(), Set.of("workProof")).steps().stream().noneMatch(Step.Form.class::isInstance));
        assertTrue(asked(Set.of("phone"), Set.of()).steps().stream().noneMatch(Step.Materials.class::isInstance));
    }

    @Test
    void whatIsAskedForMustBeGivenAndStandsEmptyWhateverWasKnown() {
        ServiceItem item = asked(Set.of("phone"), Set.of());
        Field phone = item.field("phone").orElseThrow();
        assertTrue(phone.required());
        assertEquals(List.of(), phone.prefill());
        var check = new FormCheck(item, new Rules(SUBSIDY));
        var nothing = Samples.situation(Samples.ZHANG, Facts.UNKNOWN, Map.of());
        assertEquals("phone", check.check(nothing, Language.ZH_CN).getFirst().field());
        var wrong = Samples.situation(Samples.ZHANG, Facts.UNKNOWN, Map.of("phone", "12"));
        assertEquals(1, check.check(wrong, Language.ZH_CN).size());
        var right = Samples.situation(Samples.ZHANG, Facts.UNKNOWN, Map.of("phone", "13905912345"));
        assertEquals(List.of(), check.check(right, Language.ZH_CN));
    }

    @Test
    void aCheckThatNeedsTheRestOfTheFormIsLeftToTheCentre() {
        var check = new FormCheck(asked(Set.of("toMonth"), Set.of()), new Rules(SUBSIDY));
        var alone = Samples.situation(Samples.ZHANG, Facts.UNKNOWN, Map.of("toMonth", "2026-09"));
        assertEquals(List.of(), check.check(alone, Language.ZH_CN));
    }

    @Test
    void aPaperThatCameOffTheCardOrOutOfARegisterIsScannedThisTime() {
        ServiceItem item = asked(Set.of(), Set.of("idCard", "employmentLicence", "socialCard"));
        assertTrue(item.materials().stream().allMatch(material -> material.source() instanceof Material.Scan));
    }

    @Test
    void whatATerminalCannotTakeIsForAPerson() {
        assertEquals(Optional.empty(), SupplementItem.of(SUBSIDY, Set.of("applicantName"), Set.of()));
        assertEquals(Optional.empty(), SupplementItem.of(SUBSIDY, Set.of("nobodyKnows"), Set.of()));
        assertEquals(Optional.empty(), SupplementItem.of(SUBSIDY, Set.of("phone"), Set.of("nobodyKnows")));
        assertEquals(Optional.empty(), SupplementItem.of(SUBSIDY, Set.of(), Set.of()));
    }

    @Test
    void itsPapersAreThoseForSupplements() {
        ServiceItem item = asked(Set.of("phone"), Set.of());
        assertEquals(
                "supplement-receipt",
                item.template(Template.Purpose.RECEIPT).orElseThrow().code());
        assertEquals(
                "supplement-kept", item.template(Template.Purpose.KEPT).orElseThrow().code());
    }
}
