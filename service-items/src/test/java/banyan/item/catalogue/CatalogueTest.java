package banyan.item.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.item.DeviceClass;
import banyan.item.DeviceNeed;
import banyan.item.DevicePartClass;
import banyan.item.Language;
import banyan.item.ServiceItem;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {
    @TempDir
    Path temporary;

    @Test
    void everyPackageOfThisRepositoryIsWhole() {
        assertEquals(List.of(), Sandbox.own().mistakes());
        assertEquals(
                Sandbox.ITEMS,
                Sandbox.own().items().stream().map(ServiceItem::code).toList());
    }

    @Test
    void aThirdServiceIsAFolderCopiedAndRenamed() {
        var sandbox = Sandbox.in(temporary);
        Sandbox.copy(sandbox.file(Sandbox.SUBSIDY), sandbox.file("my-third-service"));
        sandbox.edit("my-third-service/item.yaml", "code: " + Sandbox.SUBSIDY, "code: my-third-service")
                .edit("my-third-service/item.yaml", "zh-CN: 灵活就业社会保险补贴申领", "zh-CN: 第三件事");
        var report = sandbox.load();
        assertEquals(List.of(), report.mistakes());
        assertEquals(Sandbox.ITEMS.size() + 1, report.entries().size());
        assertEquals(
                Optional.of("第三件事"),
                report.find("my-third-service")
                        .map(entry -> entry.item().title().in(Language.ZH_CN)));
    }

    @Test
    void aCopiedFolderWithoutANewCodeIsToldSo() {
        var sandbox = Sandbox.in(temporary);
        Sandbox.copy(sandbox.file(Sandbox.SUBSIDY), sandbox.file("my-third-service"));
        var report = sandbox.load();
        assertEquals(
                List.of("my-third-service/item.yaml: the code 'flexible-employment-subsidy' is already taken by"
                        + " flexible-employment-subsidy; give it its own"),
                report.mistakes().stream().map(Mistake::toString).toList());
        assertEquals(Sandbox.ITEMS.size(), report.entries().size());
    }

    @Test
    void oneBadPackageNeverHidesTheGoodOnes() {
        var sandbox = Sandbox.in(temporary)
                .edit(Sandbox.SUBSIDY + "/item.yaml", "kind: declaration", "kind: dance")
                .write("empty/README.md", "nothing here")
                .write("broken/item.yaml", "a: [\n");
        var report = sandbox.load();
        assertEquals(
                Sandbox.ITEMS.subList(1, Sandbox.ITEMS.size()),
                report.items().stream().map(ServiceItem::code).toList());
        assertEquals(
                List.of("broken", "empty", Sandbox.SUBSIDY),
                report.mistakes().stream().map(Mistake::folder).distinct().toList());
    }

    @Test
    void inProductionAnUnsignedPackageIsRefused() {
        var report = Catalogue.load(Sandbox.CATALOGUE, TrustedKeys.NONE, Optional.empty());
        assertTrue(report.entries().isEmpty());
        assertEquals(
                List.of("the package is not signed"),
                report.mistakes().stream().map(Mistake::sentence).distinct().toList());
    }

    @Test
    void inProductionSignedPackagesAreTaken() {
        var key = Sandbox.key();
        var report = Sandbox.in(temporary).signAll(key).loadTrusting(key);
        assertEquals(List.of(), report.mistakes());
        assertEquals(Sandbox.ITEMS.size(), report.entries().size());
        assertTrue(report.entries().stream()
                .allMatch(entry -> entry.authenticity().keyId().equals(key.id())
                        && !entry.authenticity().development()));
    }

    @Test
    void anItemMayHaveItsOwnPaperInPlaceOfASharedOne() {
        var sandbox = Sandbox.in(temporary);
        sandbox.write(Sandbox.SUBSIDY + "/templates/receipt.yaml", sandbox.read("shared/templates/receipt.yaml"))
                .edit(Sandbox.SUBSIDY + "/templates/receipt.yaml", "zh-CN: 受理回执", "zh-CN: 补贴回执");
        var report = sandbox.load();
        assertEquals(List.of(), report.mistakes());
        assertEquals(
                Optional.of("补贴回执"),
                report.find(Sandbox.SUBSIDY)
                        .flatMap(entry -> entry.item().template("receipt"))
                        .map(template -> template.title().in(Language.ZH_CN)));
        assertEquals(
                Optional.of("受理回执"),
                report.find(Sandbox.CERTIFICATE)
                        .flatMap(entry -> entry.item().template("receipt"))
                        .map(template -> template.title().in(Language.ZH_CN)));
    }

    @Test
    void theSameContentHasTheSameDigestAndAnyOtherContentAnother() {
        var sandbox = Sandbox.in(temporary);
        var before = digest(sandbox);
        assertEquals(before, digest(sandbox));
        sandbox.edit(Sandbox.SUBSIDY + "/item.yaml", "minutes: 6", "minutes: 7");
        assertFalse(before.equals(digest(sandbox)));
    }

    private static String digest(Sandbox sandbox) {
        return sandbox.load().find(Sandbox.SUBSIDY).orElseThrow().authenticity().digest();
    }

    @Test
    void theAnswerIsPromisedInWorkingDays() {
        var days = Sandbox.own().workingDays();
        assertEquals(LocalDate.of(2026, 11, 27), days.after(LocalDate.of(2026, 11, 20), 5));
    }

    @Test
    void holidaysAreLeftOutAndWorkedWeekendsAreCounted() {
        var days = Sandbox.own().workingDays();
        // Friday before the Spring Festival: Saturday the 14th is worked, the 15th to the 23rd are off.
        assertEquals(LocalDate.of(2026, 2, 24), days.after(LocalDate.of(2026, 2, 13), 2));
        // National Day: the 1st to the 7th are off, Saturday the 10th is worked.
        assertEquals(LocalDate.of(2026, 10, 10), days.after(LocalDate.of(2026, 9, 30), 3));
    }

    @Test
    void aYearWithoutAnArrangementHasWeekendsOnlyAndSaysSo() {
        var days = Sandbox.own().workingDays();
        assertEquals(LocalDate.of(2027, 1, 4), days.after(LocalDate.of(2026, 12, 31), 2));
        assertTrue(days.certain(LocalDate.of(2026, 11, 20), LocalDate.of(2026, 11, 27)));
        assertFalse(days.certain(LocalDate.of(2026, 12, 31), LocalDate.of(2027, 1, 4)));
    }

    @Test
    void anItemDeclaresTheDevicesItCannotBeDoneWithout() {
        assertEquals(
                List.of(DeviceNeed.of(DeviceClass.DOCUMENT_CAMERA, DeviceClass.SCANNER)),
                Sandbox.own().find(Sandbox.SUBSIDY).orElseThrow().item().devices());
        assertEquals(
                List.of(DeviceNeed.of(DevicePartClass.TRAY_CERTIFICATE)),
                Sandbox.own().find(Sandbox.CERTIFICATE).orElseThrow().item().devices());
    }

    @Test
    void anItemThatNeedsNoDeviceDeclaresNone() {
        var sandbox = Sandbox.in(temporary)
                .edit(Sandbox.SUBSIDY + "/item.yaml", "devices:\n  - [document-camera, scanner]\n", "")
                .edit(Sandbox.SUBSIDY + "/materials.yaml", "source: scan\n    pages: 1\n    original: cabinet\n", "source: id-card\n");
        var report = sandbox.load();
        assertEquals(List.of(), report.mistakes());
        assertEquals(
                List.of(), report.find(Sandbox.SUBSIDY).orElseThrow().item().devices());
    }

    @Test
    void theStepsThatAreCountedAreTheFiveOfThePictures() {
        var item = Sandbox.own().find(Sandbox.SUBSIDY).orElseThrow().item();
        assertEquals(
                List.of("Identify", "Form", "Materials", "Sign", "Review"),
                item.countedSteps().stream()
                        .map(step -> step.getClass().getSimpleName())
                        .toList());
    }
}
