package banyan.item.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of mistake an author can make, with the file, the line and the sentence that it must be told by. */
class MistakesTest {
    @TempDir
    Path temporary;

    static Stream<Slip> slips() {
        return Stream.of(ItemSlips.all(), FormSlips.all(), TemplateSlips.all(), DecisionSlips.all()).flatMap(slips -> slips);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("slips")
    void aMistakeIsToldWithItsFileAndLine(Slip slip) {
        var sandbox = Sandbox.in(temporary).edit(slip.file(), slip.from(), slip.to());
        var line = slip.at().isEmpty() ? "" : ":" + sandbox.line(slip.in(), slip.at());
        var expected = slip.in() + line + ": " + slip.sentence();
        var told = sandbox.load().mistakes().stream().map(Mistake::toString).toList();
        assertTrue(told.stream().anyMatch(mistake -> mistake.startsWith(expected)), expected + "\n" + told);
    }

    @Test
    void allMistakesOfAPackageAreToldAtOnceInTheOrderOfTheirLines() {
        var sandbox = Sandbox.in(temporary)
                .edit(Slip.ITEM, "minutes: 6", "minuts: 6")
                .edit(Slip.FORM, "label: { zh-CN: 手机号, en: Mobile number }", "label: { zh-CN: 手机号 }")
                .edit(Slip.FORM, "visible-when: answers.workKind in", "visible-when: answers.workType in")
                .edit(Slip.MATERIALS, "instead-sign: commitment", "instead-sign: promise")
                .edit(Slip.LETTER, "{applicant.number|last4}", "{applicant.shoeSize}");
        var told = sandbox.load().mistakes();
        assertEquals(
                List.of(
                        "form.yaml",
                        "form.yaml",
                        "item.yaml",
                        "item.yaml",
                        "materials.yaml",
                        "templates/commitment.yaml"),
                told.stream().map(mistake -> mistake.place().file()).toList());
    }

    @Test
    void aFileThatIsNoYamlIsToldWithTheLineWhereItStops() {
        var sandbox = Sandbox.in(temporary).write(Slip.FORM, "groups:\n  - code: payee\n   question: x\n");
        var told = sandbox.load().mistakes().getFirst();
        assertEquals(3, told.place().line());
        assertTrue(told.sentence().startsWith("is no YAML here: "), told.sentence());
    }

    @Test
    void aFileInAnotherEncodingIsToldSo() throws IOException {
        var sandbox = Sandbox.in(temporary);
        Files.write(sandbox.file(Slip.FORM), sandbox.read(Slip.FORM).getBytes(Charset.forName("GB18030")));
        assertEquals(
                Slip.FORM + ": is not written in UTF-8",
                sandbox.load().mistakes().getFirst().toString());
    }

    @Test
    void deepNestingIsRefusedAndNotFollowed() {
        var sandbox = Sandbox.in(temporary).write(Slip.FORM, "groups: " + "[".repeat(200) + "]".repeat(200) + "\n");
        assertTrue(sandbox.load().mistakes().stream()
                .anyMatch(mistake -> mistake.sentence().equals("is nested more than 20 deep")));
    }

    @Test
    void aPackageWithMistakesIsNotInTheCatalogue() {
        var report = Sandbox.in(temporary).edit(Slip.ITEM, "minutes: 6", "minuts: 6").load();
        assertFalse(report.find(Sandbox.SUBSIDY).isPresent());
    }
}
