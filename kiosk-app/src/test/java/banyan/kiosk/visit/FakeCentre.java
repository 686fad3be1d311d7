package banyan.kiosk.visit;

import banyan.acceptance.CaseStand;
import banyan.acceptance.CasesQuery;
import banyan.acceptance.Certificate;
import banyan.acceptance.CertificateOrder;
import banyan.acceptance.Draft;
import banyan.acceptance.DraftKept;
import banyan.acceptance.DraftQuery;
import banyan.acceptance.Drafts;
import banyan.acceptance.Fact;
import banyan.acceptance.Facts;
import banyan.acceptance.FactsQuery;
import banyan.acceptance.MyCases;
import banyan.acceptance.PaperDraft;
import banyan.acceptance.Progress;
import banyan.acceptance.ProgressQuery;
import banyan.acceptance.ResultOrder;
import banyan.acceptance.SlipAnswer;
import banyan.acceptance.SlipQuery;
import banyan.acceptance.Withdrawal;
import banyan.cache.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** A centre that knows one citizen. */
final class FakeCentre implements CentreDesk {
    boolean online = true;
    Optional<String> refusal = Optional.empty();
    /** What citizens had it keep. */
    final Map<UUID, Draft> account = new HashMap<>();

    /** What lies under codes, by what is asked for. */
    final Map<String, PaperDraft.Found> paperDrafts = new HashMap<>();

    /** Where the case is. */
    Optional<CaseStand> stand = Optional.empty();

    final FakeAppointments appointments = new FakeAppointments(() -> online);
    final List<ProgressQuery> asked = new ArrayList<>();
    final List<Withdrawal> withdrawals = new ArrayList<>();
    final List<SlipQuery> slipsAsked = new ArrayList<>();
    Optional<SlipAnswer> slip = Optional.empty();
    final List<CertificateOrder> orders = new ArrayList<>();
    final Map<UUID, Certificate> issued = new HashMap<>();
    /** The cases of whoever asks by his card. */
    List<Progress> mine = List.of();

    final List<CasesQuery> casesAsked = new ArrayList<>();
    final List<UUID> resultsOrdered = new ArrayList<>();
    final List<UUID> declaredVoid = new ArrayList<>();
    /** The document that somebody has and that is not void. */
    Optional<UUID> result = Optional.empty();

    Optional<String> resultRefusal = Optional.empty();

    @Override
    public Reply<Facts> facts(FactsQuery query, Duration deadline) {
        if (!online) {
            return new Reply.Unreachable<>("OFFLINE");
        }
        LocalDate since = LocalDate.of(2026, 1, 1);
        return new Reply.Answered<>(new Facts(List.of(
                new Fact("employmentSince", "2025-03", Fact.Source.REGISTER, since),
                new Fact("monthsPaid", "20", Fact.Source.REGISTER, since),
                new Fact("bankCard", "6222021402040010388", Fact.Source.SOCIAL_CARD, since),
                new Fact("phone", "13805912671", Fact.Source.LAST_FILING, since),
                new Fact("employmentLicence", "L-1", Fact.Source.LICENCE, since))));
    }

    @Override
    public Reply<Progress> progress(ProgressQuery query, Duration deadline) {
        asked.add(query);
        if (!online) {
            return new Reply.Unreachable<>("OFFLINE");
        }
        if (refusal.isPresent()) {
            return new Reply.Refused<>(429, refusal.get(), Optional.empty());
        }
        return query.equals(new ProgressQuery("350120260427", "48271093"))
                ? new Reply.Answered<>(new Progress(
                        "350120260427",
                        "flexible-employment-subsidy",
                        Instant.parse("2026-11-20T12:46:10Z"),
                        Optional.of(Instant.parse("2026-11-20T12:46:00Z")),
                        LocalDate.of(2026, 11, 27),
                        List.of(
                                new Progress.Stage("received", Instant.parse("2026-11-20T12:46:10Z")),
                                new Progress.Stage("of-another-day", Instant.parse("2026-11-20T12:46:10Z"))),
                        stand))
                : new Reply.Refused<>(404, "PROGRESS-UNKNOWN", Optional.empty());
    }

    @Override
    public AppointmentDesk appointments() {
        return appointments;
    }

    /** As the centre does: once, and the same again changes nothing. */
    @Override
    public Reply<Progress> withdraw(String number, Withdrawal withdrawal, Duration deadline) {
        if (!online) {
            return new Reply.Unreachable<>("OFFLINE");
        }
        withdrawals.add(withdrawal);
        if (refusal.isPresent()) {
            return new Reply.Refused<>(422, refusal.get(), Optional.empty());
        }
        stand = Optional.of(CaseNewsTest.stand(
                Progress.Stage.WITHDRAWN, Optional.empty(), Optional.empty(), Optional.empty()));
        return progress(new ProgressQuery(number, withdrawal.proof().code().orElse("48271093")), deadline);
    }

    @Override
    public Reply<MyCases> cases(CasesQuery query, Duration deadline) {
        casesAsked.add(query);
        if (!online) {
            return new Reply.Unreachable<>("OFFLINE");
        }
        return refusal.<Reply<MyCases>>map(why -> new Reply.Refused<>(429, why, Optional.empty()))
                .orElseGet(() -> new Reply.Answered<>(new MyCases(mine)));
    }

    /** As the centre does: one that is not void, and the same for the same name. */
    @Override
    public Reply<Certificate> result(UUID request, ResultOrder order, Duration deadline) {
        if (!online) {
            return new Reply.Unreachable<>("OFFLINE");
        }
        resultsOrdered.add(request);
        if (resultRefusal.isPresent()) {
            return new Reply.Refused<>(409, resultRefusal.get(), Optional.empty());
        }
        if (declaredVoid.contains(request)) {
            return new Reply.Refused<>(410, "CERTIFICATE-VOID", Optional.empty());
        }
        if (result.filter(other -> !other.equals(request) && !declaredVoid.contains(other)).isPresent()) {
            return new Reply.Refused<>(409, "RESULT-TAKEN", Optional.empty());
        }
        result = Optional.of(request);
        return new Reply.Answered<>(issued.computeIfAbsent(request, id -> document(id, order)));
    }

    private Certificate document(UUID id, ResultOrder order) {
        var values = new TreeMap<>(Map.of(
                "case", order.number(),
                "outcome", "GRANTED",
                "office", "测试局",
                "decidedOn", "2026-11-20",
                "grounds", "符合申请条件",
                "words", "照常发放"));
        return new Certificate(
                id,
                "flexible-employment-subsidy",
                "R" + issued.size() + "0001",
                "AB12 CD34 EF56 GH79",
                "/verify?code=AB12CD34EF56GH79",
                Instant.parse("2026-11-20T12:42:00Z"),
                values,
                new TreeMap<>());
    }

    @Override
    public boolean declareVoid(UUID request, Duration deadline) {
        if (online) {
            declaredVoid.add(request);
        }
        return online;
    }

    @Override
    public Reply<SlipAnswer> slip(SlipQuery query, Duration deadline) {
        slipsAsked.add(query);
        if (!online) {
            return new Reply.Unreachable<>("OFFLINE");
        }
        return slip.<Reply<SlipAnswer>>map(Reply.Answered::new)
                .orElseGet(() -> new Reply.Refused<>(404, "PROGRESS-UNKNOWN", Optional.empty()));
    }

    @Override
    public Reply<DraftKept> keepDraft(UUID id, Draft draft, Duration deadline) {
        if (!online) {
            return new Reply.Unreachable<>("OFFLINE");
        }
        account.put(id, draft);
        return new Reply.Answered<>(new DraftKept(draft.at().plus(Duration.ofDays(30))));
    }

    @Override
    public Reply<Drafts> drafts(DraftQuery query, Duration deadline) {
        if (!online) {
            return new Reply.Unreachable<>("OFFLINE");
        }
        return new Reply.Answered<>(new Drafts(account.entrySet().stream()
                .filter(one -> one.getValue().citizen().equals(query.citizen()))
                .map(one -> new Drafts.Found(
                        one.getKey(), one.getValue().item(), one.getValue().content(), one.getValue().at().plus(Duration.ofDays(30))))
                .toList()));
    }

    @Override
    public Reply<PaperDraft.Found> paperDraft(PaperDraft.Query query, Duration deadline) {
        if (!online) {
            return new Reply.Unreachable<>("OFFLINE");
        }
        if (refusal.isPresent()) {
            return new Reply.Refused<>(410, refusal.get(), Optional.empty());
        }
        return Optional.ofNullable(paperDrafts.get(query.lookup()))
                .<Reply<PaperDraft.Found>>map(Reply.Answered::new)
                .orElseGet(() -> new Reply.Refused<>(404, "DRAFT-UNKNOWN", Optional.empty()));
    }

    @Override
    public boolean deleteDraft(UUID id, Duration deadline) {
        if (online) {
            account.remove(id);
        }
        return online;
    }

    @Override
    public Reply<Certificate> certificate(UUID request, CertificateOrder order, Duration deadline) {
        if (!online) {
            return new Reply.Unreachable<>("OFFLINE");
        }
        orders.add(order);
        return new Reply.Answered<>(issued.computeIfAbsent(request, id -> certificate(id, order)));
    }

    private Certificate certificate(UUID id, CertificateOrder order) {
        var values = new TreeMap<String, String>();
        values.put("from", order.parameters().get("from"));
        values.put("to", order.parameters().get("to"));
        values.put("office", "gulou");
        values.put("totalPaid", "4860.00");
        var months = new ArrayList<SortedMap<String, String>>();
        for (int month = 1; month <= 10; month++) {
            months.add(new TreeMap<>(Map.of(
                    "month", "2026-%02d".formatted(month),
                    "base", "4043.00",
                    "pension", "323.44",
                    "unemployment", "20.21",
                    "state", "paid")));
        }
        var summary = List.<SortedMap<String, String>>of(
                new TreeMap<>(Map.of("insurance", "pension", "months", "10", "state", "paid")));
        return new Certificate(
                id,
                order.item(),
                "C" + issued.size() + "0001",
                "AB12 CD34 EF56 GH78",
                "/verify?code=AB12CD34EF56GH78",
                Instant.parse("2026-11-20T12:42:00Z"),
                values,
                new TreeMap<>(Map.of("months", List.copyOf(months), "summary", summary)));
    }
}
