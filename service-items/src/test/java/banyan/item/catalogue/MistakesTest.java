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
    private static final String ITEM = "flexible-employment-subsidy/item.yaml";
    private static final String FORM = "flexible-employment-subsidy/form.yaml";
    private static final String MATERIALS = "flexible-employment-subsidy/materials.yaml";
    private static final String LETTER = "flexible-employment-subsidy/templates/commitment.yaml";
    private static final String RECEIPT = "shared/templates/receipt.yaml";
    private static final String CALENDAR = "shared/calendar.yaml";
    private static final String QUERY = "social-insurance-certificate/item.yaml";
    private static final String PAPER = "social-insurance-certificate/templates/certificate.yaml";

    @TempDir
    Path temporary;

    /**
     * One edit and what must be said about it.
     *
     * @param at text on the line that must be named, after the edit; empty for a mistake of the whole file
     */
    record Slip(String file, String from, String to, String at, String sentence, String in) {
        Slip(String file, String from, String to, String at, String sentence) {
            this(file, from, to, at, sentence, file);
        }

        @Override
        public String toString() {
            return sentence;
        }
    }

    static Stream<Slip> slips() {
        return Stream.of(shape(), texts(), form(), rules(), references(), steps(), templates(), calendarAndQuery())
                .flatMap(slips -> slips);
    }

    private static Stream<Slip> shape() {
        return Stream.of(
                new Slip(
                        ITEM,
                        "minutes: 6",
                        "minuts: 6",
                        "minuts",
                        "the item.yaml: 'minuts' means nothing here; is it 'minutes'?"),
                new Slip(ITEM, "minutes: 6", "", "code: flex", "the item.yaml has no minutes"),
                new Slip(ITEM, "minutes: 6", "minutes: 6\nminutes: 7", "minutes: 7", "'minutes' is written twice"),
                new Slip(
                        ITEM,
                        "minutes: 6",
                        "minutes: soon",
                        "minutes:",
                        "the item.yaml needs a number from 1 to 240 as minutes, not 'soon'"),
                new Slip(
                        ITEM,
                        "kind: declaration",
                        "kind: dance",
                        "kind: dance",
                        "the item.yaml has 'kind: dance'; it can be 'declaration' or 'query-and-print'"),
                new Slip(
                        ITEM,
                        "icon: hand-coins",
                        "icon: hand-coin",
                        "icon: hand-coin",
                        "the item.yaml has the icon 'hand-coin', which no terminal has; is it 'hand-coins'?"),
                new Slip(
                        ITEM,
                        "code: flexible-employment-subsidy",
                        "code: Flexible",
                        "code: Flexible",
                        "the item.yaml has the code 'Flexible', which should look like my-new-item"),
                new Slip(
                        ITEM,
                        "version: 1.0.0",
                        "version: one",
                        "version:",
                        "the item.yaml has the version 'one', which should look like 1.0.0"),
                new Slip(
                        ITEM,
                        "hotline: 0591-12333",
                        "hotline: ask around",
                        "hotline:",
                        "the item.yaml needs a telephone number such as 0591-12333 as hotline, not 'ask around'"),
                new Slip(
                        ITEM,
                        "promised: 5",
                        "promised: 25",
                        "promised: 25",
                        "working-days promises more days than the law allows"),
                new Slip(
                        ITEM,
                        "channels: [terminal, window, web, phone]",
                        "channels: [fax]",
                        "channels:",
                        "the item.yaml has the channel 'fax'; it can be 'phone', 'terminal', 'web' or 'window'"),
                new Slip(
                        ITEM,
                        "opening: always",
                        "opening:\n  - { days: [mon], from: \"9\", to: \"17:00\" }",
                        "from: \"9\"",
                        "opening 1 needs a time such as 09:00 as from, not '9'"),
                new Slip(
                        ITEM, "title:\n", "title: &t\n", "title: &t", "& and * are not used in packages; write it out"),
                new Slip(
                        MATERIALS,
                        "pages: 1-3",
                        "pages: many",
                        "pages: many",
                        "material 'workProof' needs pages such as 1 or 1-3, not 'many'"),
                new Slip(
                        MATERIALS,
                        "original: cabinet",
                        "original: drawer",
                        "original: drawer",
                        "material 'workProof' has 'original: drawer'; it can be 'cabinet'"),
                new Slip(
                        MATERIALS,
                        "source: id-card",
                        "source: id-card\n    original: cabinet",
                        "original: cabinet",
                        "material 'idCard' has an original to leave in the cabinet, but the citizen brings none: it is not scanned"),
                new Slip(
                        MATERIALS,
                        "source: scan",
                        "source: fax",
                        "source: fax",
                        "material 'workProof' has the source 'fax'; it can be 'id-card', 'scan' or 'facts.…'"),
                new Slip(
                        QUERY,
                        "devices: [printer/tray-certificate]",
                        "devices: [printer, camera-obscura]",
                        "devices:",
                        "there is no device 'camera-obscura'; it can be 'auxiliaries', 'code-scanner', "
                                + "'document-cabinet', 'document-camera', 'face-camera', 'fingerprint-pad', "
                                + "'id-card-reader', 'printer', 'receipt-printer', 'scanner', 'signature-pad' or "
                                + "'smart-card-terminal'"),
                new Slip(
                        ITEM,
                        "- [document-camera, scanner]",
                        "- [document-camera, scaner]",
                        "- [document-camera",
                        "there is no device 'scaner'; is it 'scanner'?"),
                new Slip(
                        ITEM,
                        "- [document-camera, scanner]",
                        "- [document-camera, scanner]\n  - scanner",
                        "- scanner",
                        "device 'scanner' is there twice"),
                new Slip(
                        ITEM,
                        "- [document-camera, scanner]",
                        "- [document-camera, scanner/feder]",
                        "- [document-camera",
                        "this device has no part 'feder'; is it 'feeder'?"),
                new Slip(
                        QUERY,
                        "devices: [printer/tray-certificate]",
                        "devices: [printer/feeder]",
                        "devices:",
                        "this device has no part 'feeder'; it can be 'tray-certificate'"),
                new Slip(
                        ITEM,
                        "- [document-camera, scanner]",
                        "- [document-camera/lens, scanner]",
                        "- [document-camera",
                        "no part of this device is named: it is needed as a whole"),
                new Slip(
                        ITEM,
                        "- [document-camera, scanner]",
                        "- [document-camera, scanner]\n  - []",
                        "- []",
                        "a line of devices names none"),
                new Slip(
                        ITEM,
                        "- [document-camera, scanner]",
                        "- [document-camera, scanner]\n  - { one: printer }",
                        "- { one: printer }",
                        "devices needs names such as printer, or names in brackets of which one will do"),
                new Slip(
                        ITEM,
                        "- [document-camera, scanner]",
                        "- [document-camera, printer]",
                        "devices:",
                        "material 'paymentProof' is scanned; devices needs a line document-camera, scanner or both in "
                                + "brackets"),
                new Slip(
                        QUERY,
                        "devices: [printer/tray-certificate]",
                        "devices: [receipt-printer]",
                        "devices:",
                        "a query-and-print needs the line printer in devices"));
    }

    private static Stream<Slip> texts() {
        return Stream.of(
                new Slip(
                        FORM,
                        "label: { zh-CN: 手机号, en: Mobile number }",
                        "label: { zh-CN: 手机号 }",
                        "label: { zh-CN: 手机号 }",
                        "field 'phone' has no English label"),
                new Slip(
                        FORM,
                        "label: { zh-CN: 手机号, en: Mobile number }",
                        "label: { en: Mobile number }",
                        "label: { en: Mobile",
                        "field 'phone' has no Chinese label"),
                new Slip(
                        FORM,
                        "label: { zh-CN: 手机号, en: Mobile number }",
                        "label: { zh-CN: 手机号, en: \"\" }",
                        "en: \"\" }",
                        "field 'phone' has an empty English label"),
                new Slip(
                        FORM,
                        "label: { zh-CN: 手机号, en: Mobile number }",
                        "label: 手机号",
                        "label: 手机号",
                        "field 'phone' needs its label in every language: zh-CN and en"),
                new Slip(
                        FORM,
                        "label: { zh-CN: 手机号, en: Mobile number }",
                        "label: { zh-CN: 手机号, en: Mobile number, fr: Portable }",
                        "fr: Portable",
                        "field 'phone': 'fr' is no language here; the languages are zh-CN and en"),
                new Slip(
                        FORM,
                        "code: onlineShop, zh-CN: 在家开网店, en: running an online shop",
                        "code: onlineShop, zh-CN: 在家开网店",
                        "onlineShop, zh-CN",
                        "field 'workKind', choice 'onlineShop' has no English label"),
                new Slip(
                        RECEIPT,
                        "value: \"{item.decidedBy}\"",
                        "value: \"由{item.decidedBy}定\"",
                        "由{item",
                        "block 3, row 6 needs its value in every language: zh-CN and en"));
    }

    private static Stream<Slip> form() {
        return Stream.of(
                new Slip(
                        FORM,
                        "kind: phone",
                        "kind: telephone",
                        "kind: telephone",
                        "field 'phone' has the kind 'telephone'; it can be 'choice', 'date', 'digits', 'id-number', 'money', 'month', 'phone', 'text' or 'tick'"),
                new Slip(
                        FORM,
                        "code: bankCard",
                        "code: phone",
                        "code: phone\n        kind: digits",
                        "field 'phone' is there twice"),
                new Slip(
                        FORM,
                        "- is: bank-card",
                        "- is: library-card",
                        "library-card",
                        "field 'bankCard', check 1 has 'is: library-card'; it can be 'bank-card', 'id-number-cn' or 'phone-cn'"),
                new Slip(
                        FORM,
                        "- is: bank-card",
                        "- say: { zh-CN: 看, en: look }",
                        "- say: {",
                        "field 'bankCard', check 1 needs exactly one of 'is', 'rule' or 'schema'"),
                new Slip(
                        FORM,
                        "- is: bank-card",
                        "- schema: { pattern: \"[\" }\n            say: { zh-CN: 看, en: look }",
                        "schema:",
                        "the schema is no JSON Schema"),
                new Slip(
                        FORM,
                        "from: [facts.bankCard]",
                        "from: [facts.libraryCard]",
                        "facts.libraryCard",
                        "field 'bankCard' comes from 'facts.libraryCard', which nobody provides"),
                new Slip(
                        FORM,
                        "from: [facts.bankCard]",
                        "from: [facts.monthsPaid]",
                        "from: [facts.monthsPaid]",
                        "field 'bankCard' cannot hold 'facts.monthsPaid': it is of another kind"),
                new Slip(
                        FORM,
                        "required: no",
                        "required: maybe",
                        "required: maybe",
                        "field 'goods' needs yes or no as required, not 'maybe'"),
                new Slip(
                        FORM,
                        "        shortest: 15\n",
                        "        shortest: 25\n",
                        "shortest: 25",
                        "field 'bankCard' has a shortest that is longer than its longest"));
    }

    private static Stream<Slip> rules() {
        return Stream.of(
                new Slip(
                        ITEM,
                        "rule: facts.monthsPaid >= 1",
                        "rule: facts.monthsPayed >= 1",
                        "monthsPayed >=",
                        "the rule knows no 'facts', or no such name under it"),
                new Slip(
                        ITEM,
                        "rule: facts.monthsPaid >= 1",
                        "rule: facts.monthsPaid >=",
                        "facts.monthsPaid >=",
                        "the rule does not read as an expression"),
                new Slip(
                        ITEM,
                        "rule: facts.monthsPaid >= 1",
                        "rule: facts.monthsPaid + 1",
                        "facts.monthsPaid + 1",
                        "the rule is no question: it must come to true or false"),
                new Slip(
                        ITEM,
                        "rule: facts.monthsPaid >= 1",
                        "rule: facts.monthsPaid >= \"one\"",
                        ">= \"one\"",
                        "the rule found no matching overload"),
                new Slip(
                        FORM,
                        "- rule: value < thisMonth",
                        "- rule: value < nextMonth",
                        "nextMonth",
                        "the rule knows no 'nextMonth', or no such name under it"),
                new Slip(
                        FORM,
                        "visible-when: answers.workKind in",
                        "visible-when: answers.workType in",
                        "workType",
                        "the rule knows no 'answers', or no such name under it"),
                new Slip(
                        FORM,
                        "visible-when: answers.workKind in",
                        "visible-when: value in",
                        "visible-when: value",
                        "the rule knows no 'value', or no such name under it"),
                new Slip(
                        FORM,
                        "latest: addMonths(thisMonth, -1)",
                        "latest: addMonth(thisMonth, -1)",
                        "addMonth(this",
                        "the rule knows no 'addMonth', or no such name under it"),
                new Slip(
                        FORM,
                        "{latest|month} 或更早",
                        "{soonest|month} 或更早",
                        "say:",
                        "field 'fromMonth', check 1: nobody provides 'soonest'"));
    }

    private static Stream<Slip> references() {
        return Stream.of(
                new Slip(
                        ITEM,
                        "form: [payee, period, work]",
                        "form: [payee, period, work, hobby]",
                        "hobby",
                        "step form names the group 'hobby', which form.yaml has not"),
                new Slip(
                        ITEM,
                        "form: [payee, period, work]",
                        "form: [payee, work]",
                        "code: period",
                        "group 'period' is shown in no step",
                        FORM),
                new Slip(
                        ITEM,
                        "sign: [commitment]",
                        "sign: [promise]",
                        "sign: [promise]",
                        "step sign names the template 'promise', which is neither here nor shared"),
                new Slip(
                        ITEM,
                        "sign: [commitment]",
                        "sign: [receipt]",
                        "sign: [receipt]",
                        "step sign names the template 'receipt', which is for something else"),
                new Slip(
                        ITEM,
                        "print: receipt",
                        "print: reciept",
                        "print: reciept",
                        "step print names the template 'reciept', which is neither here nor shared"),
                new Slip(ITEM, "  - materials\n", "", "", "the materials are asked for in no step", MATERIALS),
                new Slip(
                        MATERIALS,
                        "instead-sign: commitment",
                        "instead-sign: promise",
                        "instead-sign: promise",
                        "material 'workProof' names the template 'promise', which is neither here nor shared"),
                new Slip(
                        MATERIALS,
                        "source: facts.employmentLicence",
                        "source: facts.dogLicence",
                        "facts.dogLicence",
                        "material 'employmentLicence' rests on facts.dogLicence, which item.yaml does not declare"),
                new Slip(
                        MATERIALS,
                        "code: paymentProof",
                        "code: workProof",
                        "code: workProof\n    icon: scan-line\n    title: { zh-CN: 社会保险",
                        "material 'workProof' is there twice"));
    }

    private static Stream<Slip> steps() {
        return Stream.of(
                new Slip(
                        ITEM,
                        "  - review\n",
                        "  - fingerprint\n  - fingerprint\n  - review\n",
                        "- fingerprint",
                        "step fingerprint is there twice"),
                new Slip(
                        QUERY,
                        "  - print: certificate\n",
                        "  - fingerprint\n  - print: certificate\n",
                        "- fingerprint",
                        "step fingerprint is for what is submitted: there is no step submit"),
                new Slip(
                        ITEM,
                        "  - review\n",
                        "  - revue\n",
                        "- revue",
                        "step 5 is 'revue'; it can be 'fingerprint', 'form: …', 'identify: …', 'materials', 'print: …', 'review', 'sign: …' or 'submit'"),
                new Slip(
                        ITEM,
                        "  - review\n  - submit\n",
                        "  - submit\n  - review\n",
                        "steps:",
                        "the step review comes too late"),
                new Slip(ITEM, "  - submit\n", "", "steps:", "a declaration needs the step submit"),
                new Slip(ITEM, "  - identify: card\n", "", "steps:", "identity needs one step identify"),
                new Slip(
                        ITEM,
                        "identify: card",
                        "identify: card-and-face",
                        "identity:",
                        "identity and step identify must say the same"));
    }

    private static Stream<Slip> templates() {
        return Stream.of(
                new Slip(
                        LETTER,
                        "{applicant.number|last4}",
                        "{applicant.shoeSize}",
                        "- paragraph:",
                        "block 2: nobody provides 'applicant.shoeSize'"),
                new Slip(
                        LETTER,
                        "{answers.workSince|month}",
                        "{answers.workSinse|month}",
                        "- clauses:",
                        "block 3: nobody provides 'answers.workSinse'; is it 'answers.workSince'?"),
                new Slip(
                        LETTER,
                        "{answers.workKind}",
                        "{answers.goods}",
                        "- clauses:",
                        "block 3: {answers.goods} is not always there; write {answers.goods|or:…} or say only-with: answers.goods"),
                new Slip(
                        LETTER,
                        "{answers.workSince|month}",
                        "{answers.workKind|month}",
                        "- clauses:",
                        "block 3: {answers.workKind} cannot be written as 'month'"),
                new Slip(
                        LETTER,
                        "{at|date}",
                        "{at|tomorrow}",
                        "date: \"{at",
                        "block 5 date: there is no format 'tomorrow'"),
                new Slip(LETTER, "ink: signature", "ink: at", "ink: at", "block 5: 'at' is no signature"),
                new Slip(
                        LETTER,
                        "- spacer: 6",
                        "- gap: 6",
                        "- gap",
                        "block 4 needs exactly one of 'clauses', 'note', 'page-numbers', 'paragraph', 'qr', 'rows', 'seal', 'signature', 'spacer', 'subtitle', 'table' or 'title'"),
                new Slip(
                        LETTER,
                        "第 {page} 页，共 {pages} 页",
                        "第 {page} 页",
                        "- page-numbers:",
                        "block 6 needs {page} and {pages} in its Chinese page-numbers"),
                new Slip(
                        PAPER,
                        "of: result.summary",
                        "of: result.sumary",
                        "of: result.sumary",
                        "block 4: nobody provides 'result.sumary'; is it 'result.summary'?"),
                new Slip(
                        PAPER,
                        "{row.insurance}",
                        "{row.insured}",
                        "{row.insured}",
                        "block 4, column 1: nobody provides 'row.insured'"),
                new Slip(
                        PAPER,
                        "of: result.summary",
                        "of: result.totalPaid",
                        "of: result.totalPaid",
                        "block 4: 'result.totalPaid' is no list of rows"),
                new Slip(
                        RECEIPT,
                        "        only-with: contact.phone\n",
                        "",
                        "{contact.phone|mask:phone}",
                        "block 3, row 8: {contact.phone} is not always there; write {contact.phone|or:…} or say only-with: contact.phone"),
                new Slip(
                        RECEIPT,
                        "{receipt.answerBy|weekday}",
                        "{answers.phone}",
                        "{answers.phone}",
                        "block 3, row 5: nobody provides 'answers.phone'"));
    }

    private static Stream<Slip> calendarAndQuery() {
        return Stream.of(
                new Slip(
                        CALENDAR,
                        "to: 2026-01-03",
                        "to: 2025-01-03",
                        "to: 2025-01-03",
                        "holiday 1 ends before it begins, or lasts longer than a month"),
                new Slip(
                        CALENDAR,
                        "- 2026-01-04",
                        "- 4 January",
                        "worked:",
                        "year 2026 needs a date such as 2026-01-01, not '4 January'"),
                new Slip(
                        QUERY,
                        "  from: month\n",
                        "  from: fortnight\n",
                        "from: fortnight",
                        "result 'from' has the kind 'fortnight'; it can be 'count', 'date', 'moment', 'money', 'month', 'text' or 'yes-no'"),
                new Slip(
                        QUERY,
                        "thisMonth : addMonths(thisMonth, -1)",
                        "thisMonth : addMonths(thisYear, -1)",
                        "thisYear",
                        "the rule knows no 'thisYear', or no such name under it"));
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
                .edit(ITEM, "minutes: 6", "minuts: 6")
                .edit(FORM, "label: { zh-CN: 手机号, en: Mobile number }", "label: { zh-CN: 手机号 }")
                .edit(FORM, "visible-when: answers.workKind in", "visible-when: answers.workType in")
                .edit(MATERIALS, "instead-sign: commitment", "instead-sign: promise")
                .edit(LETTER, "{applicant.number|last4}", "{applicant.shoeSize}");
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
        var sandbox = Sandbox.in(temporary).write(FORM, "groups:\n  - code: payee\n   question: x\n");
        var told = sandbox.load().mistakes().getFirst();
        assertEquals(3, told.place().line());
        assertTrue(told.sentence().startsWith("is no YAML here: "), told.sentence());
    }

    @Test
    void aFileInAnotherEncodingIsToldSo() throws IOException {
        var sandbox = Sandbox.in(temporary);
        Files.write(sandbox.file(FORM), sandbox.read(FORM).getBytes(Charset.forName("GB18030")));
        assertEquals(
                FORM + ": is not written in UTF-8",
                sandbox.load().mistakes().getFirst().toString());
    }

    @Test
    void deepNestingIsRefusedAndNotFollowed() {
        var sandbox = Sandbox.in(temporary).write(FORM, "groups: " + "[".repeat(200) + "]".repeat(200) + "\n");
        assertTrue(sandbox.load().mistakes().stream()
                .anyMatch(mistake -> mistake.sentence().equals("is nested more than 20 deep")));
    }

    @Test
    void aPackageWithMistakesIsNotInTheCatalogue() {
        var report = Sandbox.in(temporary).edit(ITEM, "minutes: 6", "minuts: 6").load();
        assertFalse(report.find(Sandbox.SUBSIDY).isPresent());
    }
}
