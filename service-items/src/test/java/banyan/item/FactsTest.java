package banyan.item;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import banyan.item.catalogue.Sandbox;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FactsTest {
    private static final ServiceItem ITEM =
            Sandbox.own().find(Sandbox.SUBSIDY).orElseThrow().item();

    @Test
    void whatTheCentreLeavesOutIsNotThere() {
        assertEquals(new Fact.Nothing(), Facts.read(ITEM, List.of()).get("phone"));
    }

    @Test
    void whatWasNeverAskedIsUnknown() {
        assertEquals(new Fact.Unknown(), Facts.UNKNOWN.get("phone"));
    }

    @Test
    void aValueThatCannotBeReadIsUnknownAndNotAbsent() {
        var facts = Facts.read(ITEM, List.of(sent("monthsPaid", "many")));
        assertEquals(new Fact.Unknown(), facts.get("monthsPaid"));
    }

    @Test
    void whatTheItemDoesNotDeclareIsNotLookedAt() {
        var facts = Facts.read(ITEM, List.of(sent("shoeSize", "42")));
        assertFalse(facts.byKey().containsKey("shoeSize"));
    }

    @Test
    void aPersonalFactKeepsTheMaskItWasDeclaredWith() {
        var facts = Facts.read(ITEM, List.of(sent("phone", "13800002671")));
        var known = assertInstanceOf(Fact.Known.class, facts.get("phone"));
        assertEquals(new Value.Text("13800002671", Mask.PHONE), known.value());
        assertFalse(facts.byKey().toString().contains("13800002671"));
    }

    @Test
    void onlyTheScannedPapersAreForTheCitizen() {
        var facts = Facts.read(ITEM, List.of(sent("employmentLicence", "x"), sent("bankCard", "x")));
        assertEquals(Set.of("workProof", "paymentProof"), forCitizen(facts));
        assertEquals(new MaterialNeed.Held(), need("employmentLicence", facts));
    }

    @Test
    void aPaperThatTheCentreDoesNotHoldIsLookedForByTheDepartment() {
        assertEquals(new MaterialNeed.DepartmentLooks(), need("employmentLicence", Facts.read(ITEM, List.of())));
        assertEquals(new MaterialNeed.DepartmentLooks(), need("employmentLicence", Facts.UNKNOWN));
    }

    private static Set<String> forCitizen(Facts facts) {
        return ITEM.materials().stream()
                .filter(material -> MaterialNeed.of(material, facts).isForCitizen())
                .map(Material::code)
                .collect(Collectors.toSet());
    }

    private static MaterialNeed need(String material, Facts facts) {
        return MaterialNeed.of(ITEM.material(material).orElseThrow(), facts);
    }

    private static Facts.Sent sent(String name, String value) {
        return new Facts.Sent(name, value, Source.REGISTER, LocalDate.of(2025, 3, 1));
    }
}
