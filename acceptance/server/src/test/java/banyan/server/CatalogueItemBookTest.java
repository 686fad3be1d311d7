package banyan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.Certificate;
import banyan.acceptance.CertificateOrder;
import banyan.acceptance.Paper;
import banyan.acceptance.Refusal;
import banyan.acceptance.Sha256;
import banyan.acceptance.Submission;
import banyan.acceptance.SubmissionId;
import banyan.item.ServiceItem;
import banyan.item.ValueKind;
import banyan.item.catalogue.CatalogueReport;
import banyan.server.intake.CatalogueItemBook;
import banyan.server.intake.ItemBook.Objection;
import banyan.server.register.Ask;
import banyan.server.register.DemonstrationRegister;
import banyan.server.register.Registers.Queried;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The centre over the very packages that terminals show. */
class CatalogueItemBookTest {
    private static final String SUBSIDY = "flexible-employment-subsidy";
    private static final String CERTIFICATE = "social-insurance-certificate";
    private static final ZoneId FUZHOU = ZoneId.of("Asia/Shanghai");
    private static final CatalogueReport REPORT = report();

    private final CatalogueItemBook items = new CatalogueItemBook(REPORT, List.of(), FUZHOU);

    @Test
    void aWholeSubmissionIsTaken() {
        assertEquals(Optional.empty(), items.objection(submission(answers(), papers())));
    }

    @Test
    void anAnswerThatTheFormDoesNotTakeIsNamed() {
        TreeMap<String, String> answers = answers();
        answers.put("phone", "1385019267");
        answers.put("toMonth", "2025-01");
        assertEquals(
                Optional.of(new Objection(Refusal.ANSWERS_INVALID, List.of("phone", "toMonth"))),
                items.objection(submission(answers, papers())));
    }

    @Test
    void anAnswerToNoQuestionIsRefusedWithoutSayingItsName() {
        TreeMap<String, String> answers = answers();
        answers.put("赖金丝雀", "x");
        assertEquals(
                Optional.of(new Objection(Refusal.ANSWERS_INVALID, List.of("unknown-field"))),
                items.objection(submission(answers, papers())));
    }

    @Test
    void aFingerprintIsGivenOrSaidNotToBeAndNeverLeftOut() {
        Paper given = paper(Paper.FINGERPRINT, 1, Paper.RECORD);
        Paper not = paper(Paper.FINGERPRINT, 1, "application/json");
        assertEquals(Optional.empty(), items.objection(pension(List.of(given))));
        assertEquals(Optional.empty(), items.objection(pension(List.of(not))));
        for (List<Paper> wrong : List.of(
                List.<Paper>of(),
                List.of(given, paper(Paper.FINGERPRINT, 2, Paper.RECORD)),
                List.of(paper(Paper.FINGERPRINT, 1, "image/jpeg")))) {
            assertEquals(
                    Optional.of(new Objection(Refusal.PAPERS_INVALID, List.of(Paper.FINGERPRINT))),
                    items.objection(pension(wrong)));
        }
    }

    @Test
    void aFingerprintNobodyAskedForIsNotTaken() {
        List<Paper> papers = papers();
        papers.add(paper(Paper.FINGERPRINT, 1, Paper.RECORD));
        assertEquals(
                Optional.of(new Objection(Refusal.PAPERS_INVALID, List.of("unknown-material"))),
                items.objection(submission(answers(), papers)));
    }

    private static Submission pension(List<Paper> papers) {
        Submission other = submission(
                new TreeMap<>(Map.of(
                        "applicantName", "张三丰", "applicantNumber", Cases.CITIZEN, "livesIn", "here")),
                papers);
        return new Submission(
                other.id(),
                other.terminal(),
                "pension-eligibility",
                item("pension-eligibility").version(),
                other.confirmedAt(),
                other.language(),
                other.applicant(),
                other.answers(),
                other.sources(),
                other.papers(),
                other.provisional(),
                other.slipCode());
    }

    @Test
    void aMaterialThatIsMissingIsNamed() {
        List<Paper> papers = papers();
        papers.removeIf(paper -> paper.material().equals("paymentProof"));
        assertEquals(
                Optional.of(new Objection(Refusal.PAPERS_INVALID, List.of("paymentProof"))),
                items.objection(submission(answers(), papers)));
    }

    @Test
    void aSignedLetterMayStandForAMaterialThatSaysSo() {
        List<Paper> papers = papers();
        papers.removeIf(paper -> paper.material().equals("workProof"));
        assertEquals(Optional.empty(), items.objection(submission(answers(), papers)));
    }

    @Test
    void anOriginalInTheCabinetStandsForAScanOfIt() {
        List<Paper> papers = papers();
        papers.removeIf(paper -> paper.material().equals("paymentProof"));
        papers.add(inCabinet("paymentProof"));
        assertEquals(Optional.empty(), items.objection(submission(answers(), papers)));
    }

    @Test
    void whatOnlyLooksLikeTheWordForTheCabinetIsNone() {
        List<Paper> papers = papers();
        papers.removeIf(paper -> paper.material().equals("paymentProof"));
        papers.add(new Paper(
                "paymentProof", 1, "application/json", 60, Sha256.of(Paper.originalInCabinet("workProof"))));
        papers.add(new Paper("paymentProof", 2, "image/jpeg", 60, Sha256.of(new byte[] {7})));
        assertEquals(
                Optional.of(new Objection(Refusal.PAPERS_INVALID, List.of("paymentProof"))),
                items.objection(submission(answers(), papers)));
    }

    @Test
    void aPaperIsScannedOrLiesInTheCabinetAndNotBoth() {
        List<Paper> papers = papers();
        papers.add(inCabinet("paymentProof"));
        assertEquals(
                Optional.of(new Objection(Refusal.PAPERS_INVALID, List.of("paymentProof"))),
                items.objection(submission(answers(), papers)));
    }

    @Test
    void whatTheItemDoesNotTakeThereMayNotBeInTheCabinet() {
        for (String material : List.of("idCard", "socialCard", "unheardOf")) {
            List<Paper> papers = papers();
            papers.add(inCabinet(material));
            assertEquals(
                    Optional.of(new Objection(
                            Refusal.PAPERS_INVALID,
                            List.of(material.equals("unheardOf") ? "unknown-material" : material))),
                    items.objection(submission(answers(), papers)));
        }
    }

    private static Paper inCabinet(String material) {
        byte[] word = Paper.originalInCabinet(material);
        return new Paper(material, 1, "application/json", word.length, Sha256.of(word));
    }

    @Test
    void withoutTheSignedLetterNothingIsTaken() {
        List<Paper> papers = papers();
        papers.removeIf(paper -> paper.material().equals("commitment"));
        assertEquals(
                Optional.of(new Objection(Refusal.PAPERS_INVALID, List.of("commitment"))),
                items.objection(submission(answers(), papers)));
    }

    @Test
    void aVersionThatNobodyEverHadIsTold() {
        Submission submission = submission(answers(), papers());
        Submission other = new Submission(
                submission.id(),
                submission.terminal(),
                submission.item(),
                "0.0.1",
                submission.confirmedAt(),
                submission.language(),
                submission.applicant(),
                submission.answers(),
                submission.sources(),
                submission.papers(),
                submission.provisional(),
                submission.slipCode());
        assertEquals(Optional.of(new Objection(Refusal.ITEM_VERSION_UNKNOWN, List.of())), items.objection(other));
    }

    @Test
    void whatIsPrintedCannotBeFiled() {
        Submission submission = submission(answers(), List.of());
        Submission printed = new Submission(
                submission.id(),
                submission.terminal(),
                CERTIFICATE,
                item(CERTIFICATE).version(),
                submission.confirmedAt(),
                submission.language(),
                submission.applicant(),
                new TreeMap<>(),
                new TreeMap<>(),
                List.of(),
                submission.provisional(),
                submission.slipCode());
        assertEquals(
                Refusal.ITEM_UNKNOWN, items.objection(printed).orElseThrow().refusal());
    }

    @Test
    void thePromiseIsCountedInWorkingDays() {
        LocalDate friday = LocalDate.of(2026, 11, 20);
        assertEquals(LocalDate.of(2026, 11, 27), items.answerBy(submission(answers(), papers()), friday));
    }

    @Test
    void theRegisterHasEveryResultThatTheCertificateDeclaresInItsKind() {
        ServiceItem item = item(CERTIFICATE);
        Queried answer = DemonstrationRegister.builtIn()
                .query(new Ask(
                        java.util.UUID.randomUUID(),
                        CERTIFICATE,
                        Cases.CITIZEN,
                        item.result().keySet(),
                        new TreeMap<>(Map.of("from", "2026-01", "to", "2026-10")),
                        LocalDate.of(2026, 11, 20)));
        Queried.Found found = assertInstanceOf(Queried.Found.class, answer);
        item.result().forEach((name, kind) -> {
            if (kind instanceof ValueKind.Rows(var columns)) {
                List<SortedMap<String, String>> rows = found.tables().getOrDefault(name, List.of());
                assertFalse(rows.isEmpty(), name);
                rows.forEach(row -> columns.forEach((column, of) ->
                        assertTrue(of.read(String.valueOf(row.get(column))).isPresent(), name + "." + column)));
            } else {
                assertTrue(kind.read(String.valueOf(found.values().get(name))).isPresent(), name);
            }
        });
    }

    @Test
    void theRegisterSaysEveryFactInTheKindThatTheItemDeclares() {
        Map<String, ValueKind> declared = new TreeMap<>();
        item(SUBSIDY).facts().forEach((name, fact) -> declared.put(name, fact.kind()));
        for (String citizen :
                List.of(Cases.CITIZEN, "35010219800518246X", "350111197309304624", "350102199401238511")) {
            DemonstrationRegister.builtIn()
                    .facts(citizen, declared.keySet(), LocalDate.of(2026, 11, 20))
                    .orElseThrow()
                    .forEach(fact -> assertTrue(
                            java.util.Objects.requireNonNull(declared.get(fact.name()))
                                    .read(fact.value())
                                    .isPresent(),
                            fact.name()));
        }
    }

    @Test
    void whatTheRegisterFillsInPassesTheFormsOwnChecks() {
        for (String citizen : List.of(Cases.CITIZEN, "350102199401238511")) {
            TreeMap<String, String> answers = answers();
            answers.put("applicantNumber", Cases.CITIZEN);
            DemonstrationRegister.builtIn()
                    .facts(citizen, java.util.Set.of("phone", "bankCard"), LocalDate.of(2026, 11, 20))
                    .orElseThrow()
                    .forEach(fact -> answers.put(fact.name(), fact.value()));
            assertEquals(Optional.empty(), items.objection(submission(answers, papers())));
        }
    }

    @Test
    void aCertificateGoesOverTheWireWithEveryResultOfItsPackage(@TempDir Path folder) throws IOException {
        try (Centre centre = Centre.start(House.settings(folder), items)) {
            centre.introduce(House.TERMINAL, House.TERMINAL_KEYS.getPublic());
            TerminalAtTest terminal = new TerminalAtTest(centre, House.TERMINAL, House.TERMINAL_KEYS, House.CLOCK);
            CertificateOrder order = new CertificateOrder(
                    CERTIFICATE, "张三丰", Cases.CITIZEN, new TreeMap<>(Map.of("from", "2026-01", "to", "2026-10")));
            Certificate certificate = terminal.put("/api/v1/certificates/" + java.util.UUID.randomUUID(), order)
                    .as(Certificate.class);
            assertEquals("gulou", certificate.values().get("office"));
        }
    }

    private static ServiceItem item(String code) {
        return REPORT.find(code).orElseThrow().item();
    }

    private static CatalogueReport report() {
        CatalogueReport report = CatalogueItemBook.localPackages(Path.of("..", "..", "service-items", "catalogue"));
        assertEquals(List.of(), report.mistakes());
        return report;
    }

    private static TreeMap<String, String> answers() {
        return new TreeMap<>(Map.of(
                "applicantName", "张三丰",
                "applicantNumber", Cases.CITIZEN,
                "phone", "13850192671",
                "bankCard", "6222021402000060381",
                "fromMonth", "2025-10",
                "toMonth", "2026-09",
                "workKind", "onlineShop",
                "goods", "茶叶",
                "workSince", "2025-03"));
    }

    private static List<Paper> papers() {
        return new ArrayList<>(List.of(
                paper("workProof", 1, "image/jpeg"),
                paper("workProof", 2, "image/jpeg"),
                paper("paymentProof", 1, "image/jpeg"),
                paper("commitment", 1, "application/pdf"),
                paper(Paper.SIGNATURE, 1, "application/json")));
    }

    private static Paper paper(String material, int page, String mediaType) {
        return new Paper(material, page, mediaType, 5, Sha256.of(Cases.page(material + page)));
    }

    private static Submission submission(TreeMap<String, String> answers, List<Paper> papers) {
        return new Submission(
                SubmissionId.random(),
                House.TERMINAL,
                SUBSIDY,
                item(SUBSIDY).version(),
                Instant.parse("2026-11-20T12:45:00Z"),
                "zh-CN",
                new Submission.Applicant("张三丰", Cases.CITIZEN, "ID_CARD"),
                answers,
                new TreeMap<>(),
                papers,
                "0137-8K42",
                Optional.empty());
    }
}
