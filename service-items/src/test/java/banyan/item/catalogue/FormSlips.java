package banyan.item.catalogue;

import java.util.stream.Stream;

/** Mistakes in the form and its rules, and names that lead nowhere. */
final class FormSlips {
    private FormSlips() {}

    static Stream<Slip> all() {
        return Stream.of(form(), rules(), references()).flatMap(slips -> slips);
    }

    private static Stream<Slip> form() {
        return Stream.of(
                new Slip(
                        Slip.FORM,
                        "kind: phone",
                        "kind: telephone",
                        "kind: telephone",
                        "field 'phone' has the kind 'telephone'; it can be 'choice', 'date', 'digits', 'id-number', 'money', 'month', 'phone', 'text' or 'tick'"),
                new Slip(
                        Slip.FORM,
                        "code: bankCard",
                        "code: phone",
                        "code: phone\n        kind: digits",
                        "field 'phone' is there twice"),
                new Slip(
                        Slip.FORM,
                        "- is: bank-card",
                        "- is: library-card",
                        "library-card",
                        "field 'bankCard', check 1 has 'is: library-card'; it can be 'bank-card', 'id-number-cn' or 'phone-cn'"),
                new Slip(
                        Slip.FORM,
                        "- is: bank-card",
                        "- say: { zh-CN: 看, en: look }",
                        "- say: {",
                        "field 'bankCard', check 1 needs exactly one of 'is', 'rule' or 'schema'"),
                new Slip(
                        Slip.FORM,
                        "- is: bank-card",
                        "- schema: { pattern: \"[\" }\n            say: { zh-CN: 看, en: look }",
                        "schema:",
                        "the schema is no JSON Schema"),
                new Slip(
                        Slip.FORM,
                        "from: [facts.bankCard]",
                        "from: [facts.libraryCard]",
                        "facts.libraryCard",
                        "field 'bankCard' comes from 'facts.libraryCard', which nobody provides"),
                new Slip(
                        Slip.FORM,
                        "from: [facts.bankCard]",
                        "from: [facts.monthsPaid]",
                        "from: [facts.monthsPaid]",
                        "field 'bankCard' cannot hold 'facts.monthsPaid': it is of another kind"),
                new Slip(
                        Slip.FORM,
                        "required: no",
                        "required: maybe",
                        "required: maybe",
                        "field 'goods' needs yes or no as required, not 'maybe'"),
                new Slip(
                        Slip.FORM,
                        "        shortest: 15\n",
                        "        shortest: 25\n",
                        "shortest: 25",
                        "field 'bankCard' has a shortest that is longer than its longest"));
    }

    private static Stream<Slip> rules() {
        return Stream.of(
                new Slip(
                        Slip.ITEM,
                        "rule: facts.monthsPaid >= 1",
                        "rule: facts.monthsPayed >= 1",
                        "monthsPayed >=",
                        "the rule knows no 'facts', or no such name under it"),
                new Slip(
                        Slip.ITEM,
                        "rule: facts.monthsPaid >= 1",
                        "rule: facts.monthsPaid >=",
                        "facts.monthsPaid >=",
                        "the rule does not read as an expression"),
                new Slip(
                        Slip.ITEM,
                        "rule: facts.monthsPaid >= 1",
                        "rule: facts.monthsPaid + 1",
                        "facts.monthsPaid + 1",
                        "the rule is no question: it must come to true or false"),
                new Slip(
                        Slip.ITEM,
                        "rule: facts.monthsPaid >= 1",
                        "rule: facts.monthsPaid >= \"one\"",
                        ">= \"one\"",
                        "the rule found no matching overload"),
                new Slip(
                        Slip.FORM,
                        "- rule: value < thisMonth",
                        "- rule: value < nextMonth",
                        "nextMonth",
                        "the rule knows no 'nextMonth', or no such name under it"),
                new Slip(
                        Slip.FORM,
                        "visible-when: answers.workKind in",
                        "visible-when: answers.workType in",
                        "workType",
                        "the rule knows no 'answers', or no such name under it"),
                new Slip(
                        Slip.FORM,
                        "visible-when: answers.workKind in",
                        "visible-when: value in",
                        "visible-when: value",
                        "the rule knows no 'value', or no such name under it"),
                new Slip(
                        Slip.FORM,
                        "latest: addMonths(thisMonth, -1)",
                        "latest: addMonth(thisMonth, -1)",
                        "addMonth(this",
                        "the rule knows no 'addMonth', or no such name under it"),
                new Slip(
                        Slip.FORM,
                        "{latest|month} 或更早",
                        "{soonest|month} 或更早",
                        "say:",
                        "field 'fromMonth', check 1: nobody provides 'soonest'"));
    }

    private static Stream<Slip> references() {
        return Stream.of(
                new Slip(
                        Slip.ITEM,
                        "form: [payee, period, work]",
                        "form: [payee, period, work, hobby]",
                        "hobby",
                        "step form names the group 'hobby', which form.yaml has not"),
                new Slip(
                        Slip.ITEM,
                        "form: [payee, period, work]",
                        "form: [payee, work]",
                        "code: period",
                        "group 'period' is shown in no step",
                        Slip.FORM),
                new Slip(
                        Slip.ITEM,
                        "sign: [commitment]",
                        "sign: [promise]",
                        "sign: [promise]",
                        "step sign names the template 'promise', which is neither here nor shared"),
                new Slip(
                        Slip.ITEM,
                        "sign: [commitment]",
                        "sign: [receipt]",
                        "sign: [receipt]",
                        "step sign names the template 'receipt', which is for something else"),
                new Slip(
                        Slip.ITEM,
                        "print: receipt",
                        "print: reciept",
                        "print: reciept",
                        "step print names the template 'reciept', which is neither here nor shared"),
                new Slip(Slip.ITEM, "  - materials\n", "", "", "the materials are asked for in no step", Slip.MATERIALS),
                new Slip(
                        Slip.MATERIALS,
                        "instead-sign: commitment",
                        "instead-sign: promise",
                        "instead-sign: promise",
                        "material 'workProof' names the template 'promise', which is neither here nor shared"),
                new Slip(
                        Slip.MATERIALS,
                        "source: facts.employmentLicence",
                        "source: facts.dogLicence",
                        "facts.dogLicence",
                        "material 'employmentLicence' rests on facts.dogLicence, which item.yaml does not declare"),
                new Slip(
                        Slip.MATERIALS,
                        "code: paymentProof",
                        "code: workProof",
                        "code: workProof\n    icon: scan-line\n    title: { zh-CN: 社会保险",
                        "material 'workProof' is there twice"));
    }
}
