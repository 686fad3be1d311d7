package banyan.item.catalogue;

import java.util.stream.Stream;

/** Mistakes in what is printed. */
final class TemplateSlips {
    private TemplateSlips() {}

    static Stream<Slip> all() {
        return Stream.of(
                new Slip(
                        Slip.LETTER,
                        "{applicant.number|last4}",
                        "{applicant.shoeSize}",
                        "- paragraph:",
                        "block 2: nobody provides 'applicant.shoeSize'"),
                new Slip(
                        Slip.LETTER,
                        "{answers.workSince|month}",
                        "{answers.workSinse|month}",
                        "- clauses:",
                        "block 3: nobody provides 'answers.workSinse'; is it 'answers.workSince'?"),
                new Slip(
                        Slip.LETTER,
                        "{answers.workKind}",
                        "{answers.goods}",
                        "- clauses:",
                        "block 3: {answers.goods} is not always there; write {answers.goods|or:…} or say only-with: answers.goods"),
                new Slip(
                        Slip.LETTER,
                        "{answers.workSince|month}",
                        "{answers.workKind|month}",
                        "- clauses:",
                        "block 3: {answers.workKind} cannot be written as 'month'"),
                new Slip(
                        Slip.LETTER,
                        "{at|date}",
                        "{at|tomorrow}",
                        "date: \"{at",
                        "block 5 date: there is no format 'tomorrow'"),
                new Slip(Slip.LETTER, "ink: signature", "ink: at", "ink: at", "block 5: 'at' is no signature"),
                new Slip(
                        Slip.LETTER,
                        "- spacer: 6",
                        "- gap: 6",
                        "- gap",
                        "block 4 needs exactly one of 'clauses', 'note', 'page-numbers', 'paragraph', 'qr', 'rows', 'seal', 'signature', 'spacer', 'subtitle', 'table' or 'title'"),
                new Slip(
                        Slip.LETTER,
                        "第 {page} 页，共 {pages} 页",
                        "第 {page} 页",
                        "- page-numbers:",
                        "block 6 needs {page} and {pages} in its Chinese page-numbers"),
                new Slip(
                        Slip.PAPER,
                        "of: result.summary",
                        "of: result.sumary",
                        "of: result.sumary",
                        "block 4: nobody provides 'result.sumary'; is it 'result.summary'?"),
                new Slip(
                        Slip.PAPER,
                        "{row.insurance}",
                        "{row.insured}",
                        "{row.insured}",
                        "block 4, column 1: nobody provides 'row.insured'"),
                new Slip(
                        Slip.PAPER,
                        "of: result.summary",
                        "of: result.totalPaid",
                        "of: result.totalPaid",
                        "block 4: 'result.totalPaid' is no list of rows"),
                new Slip(
                        Slip.RECEIPT,
                        "        only-with: contact.phone\n",
                        "",
                        "{contact.phone|mask:phone}",
                        "block 3, row 8: {contact.phone} is not always there; write {contact.phone|or:…} or say only-with: contact.phone"),
                new Slip(
                        Slip.RECEIPT,
                        "{receipt.answerBy|weekday}",
                        "{answers.phone}",
                        "{answers.phone}",
                        "block 3, row 5: nobody provides 'answers.phone'"));
    }
}
