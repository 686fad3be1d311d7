package banyan.server;

import banyan.acceptance.Refusal;
import banyan.acceptance.Submission;
import banyan.item.WorkingDays;
import banyan.server.intake.CaseTerms;
import banyan.server.intake.ItemBook;
import banyan.server.intake.PublicForm;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Two items as the centre sees them: one to file, one to print. */
class TestItems implements ItemBook {
    static final String FILING = "subsidy";
    static final String PRINTING = "paid-certificate";

    /** True once nothing is offered any more. */
    volatile boolean withdrawn;

    @Override
    public Optional<Objection> objection(Submission submission) {
        if (withdrawn || !submission.item().equals(FILING)) {
            return Optional.of(new Objection(Refusal.ITEM_UNKNOWN, List.of()));
        }
        if (!submission.itemVersion().equals("1.0.0")) {
            return Optional.of(new Objection(Refusal.ITEM_VERSION_UNKNOWN, List.of()));
        }
        return submission.answers().getOrDefault("phone", "").matches("1[0-9]{10}")
                ? Optional.empty()
                : Optional.of(new Objection(Refusal.ANSWERS_INVALID, List.of("phone")));
    }

    @Override
    public LocalDate answerBy(Submission submission, LocalDate filed) {
        return filed.plusDays(7);
    }

    @Override
    public LocalDate workingDaysAfter(LocalDate day, int count) {
        return day.plusDays(count);
    }

    /** Weekends of 2026; nobody knows of another year. */
    @Override
    public WorkingDays workingDays() {
        return new WorkingDays(Set.of(2026), Set.of(), Set.of());
    }

    @Override
    public CaseTerms terms(String item, String version) {
        return new CaseTerms(
                5,
                "测试局",
                List.of(new CaseTerms.Field("phone", "手机号", Map.of())),
                List.of(new CaseTerms.Material("proof", "证明", "scan")),
                Map.of("conditions-met", "符合申请条件", "not-entitled", "不符合申请条件"));
    }

    @Override
    public Optional<Offer> offer(String item) {
        return switch (item) {
            case FILING -> Optional.of(new Offer("补贴申领", "Subsidy", Set.of("phone", "bankCard"), Set.of(), Set.of()));
            case PRINTING ->
                Optional.of(new Offer(
                        "缴费证明",
                        "Certificate of payment",
                        Set.of(),
                        Set.of("from", "to"),
                        Set.of("from", "to", "totalPaid", "summary", "months")));
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<PublicForm> form(String item, String version, LocalDate today) {
        return Optional.empty();
    }

    @Override
    public Optional<Instant> instant(String item, String version) {
        return Optional.empty();
    }
}
