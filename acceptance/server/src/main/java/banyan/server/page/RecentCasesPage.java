package banyan.server.page;

import banyan.acceptance.Receipt;
import banyan.item.Masks;
import banyan.server.clerk.AssignedRows;
import banyan.server.intake.FilingDate;
import banyan.server.intake.ItemBook;
import banyan.server.reckoning.DayRows;
import banyan.server.records.CentreRecords;
import banyan.server.wire.Reply;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code GET /}: what has come in lately, for a developer and for the demonstration. To look at only, names covered. */
public final class RecentCasesPage {
    private static final String TITLE = "受理中心 · Acceptance centre";
    private static final int MOST = 50;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final CentreRecords records;
    private final DayRows days;
    private final AssignedRows assigned;
    private final ItemBook items;
    private final InstantSource clock;
    private final ZoneId zone;
    private final boolean shown;

    /** @param shown false where this page is not wanted */
    public RecentCasesPage(
            CentreRecords records,
            DayRows days,
            AssignedRows assigned,
            ItemBook items,
            InstantSource clock,
            ZoneId zone,
            boolean shown) {
        this.records = records;
        this.days = days;
        this.assigned = assigned;
        this.clock = clock;
        this.items = items;
        this.zone = zone;
        this.shown = shown;
    }

    public Reply get() {
        if (!shown) {
            return Reply.page(404, "");
        }
        return Reply.page(200, Html.page(TITLE, clerks() + terminals() + card("每日对账 · The terminals' days", DaysTable.of(days.latest(MOST))) + submissions() + deposits() + certificates() + paper() + voices()));
    }

    private String clerks() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        return card(
                "要人办的 · For a clerk", ClerksTable.of(assigned.open(MOST), today, this::title, this::written));
    }

    private String submissions() {
        List<CentreRecords.HeldSubmission> latest = records.submissions(MOST);
        StringBuilder table = new StringBuilder(
                Html.row("th", "受理编号 · Number", "事项 · Item", "提交 · Filed", "到达 · Arrived", "姓名 · Name", "材料 · Papers", "同意 · Consent", "终端 · Terminal"));
        for (CentreRecords.HeldSubmission held : latest) {
            table.append(Html.row(
                    "td",
                    held.receipt().map(Receipt::acceptanceNumber).orElse("材料未齐 · papers missing"),
                    title(held.submission().item()),
                    filed(held),
                    written(held.arrivedAt()),
                    Masks.name(held.submission().applicant().name()),
                    held.papers().size() + " / " + held.submission().papers().size(),
                    records.consent(held.terminal(), held.id().value())
                            .map(consent -> written(consent.at()))
                            .orElse("—"),
                    held.terminal()));
        }
        return card("收到的申请 · Submissions: " + records.countSubmissions(), table);
    }

    /** The legal date; and where the terminal's own cannot be believed, that a clerk must look. */
    private String filed(CentreRecords.HeldSubmission held) {
        Instant said = held.submission().confirmedAt();
        return held.receipt()
                .map(receipt -> {
                    Instant date = receipt.legalDate();
                    return receipt.filedAt().isPresent() && FilingDate.doubted(said, date)
                            ? written(date) + " · 日期存疑，终端钟面 · doubtful, terminal's clock: " + DAY.format(said.atZone(zone))
                            : written(date);
                })
                .orElse("—");
    }

    /** Which case, by its acceptance number; nothing of what is in it. */
    private String deposits() {
        StringBuilder table = new StringBuilder(Html.row(
                "th", "受理编号 · Number", "终端 · Terminal", "格 · Cell", "材料 · Papers", "状态 · State", "放入 · Since", "取出 · Taken"));
        for (CentreRecords.HeldDeposit held : records.deposits(MOST)) {
            table.append(Html.row(
                    "td",
                    records.submission(held.deposit().about())
                            .flatMap(CentreRecords.HeldSubmission::receipt)
                            .map(Receipt::acceptanceNumber)
                            .orElse("—"),
                    held.terminal(),
                    Integer.toString(held.deposit().cell()),
                    String.join(", ", held.deposit().materials()),
                    switch (held.deposit().how()) {
                        case DEPOSITED -> "在柜里 · in the cell";
                        case EMPTY -> "市民说没放 · said to be empty";
                        case UNCERTAIN -> "不知道，要去看 · unknown, look";
                    },
                    written(held.deposit().at()),
                    held.takenAt().map(this::written).orElse("—")
                            + held.found().map(found -> found ? "" : " · 没有东西 · nothing in it").orElse("")));
        }
        return card("文件柜里的原件 · Originals in cabinets", table);
    }

    private String terminals() {
        StringBuilder table = new StringBuilder(
                Html.row("th", "终端 · Terminal", "开机报告 · Report", "状态 · State", "签名 · Signature", "收到 · Received"));
        for (CentreRecords.HeldReadiness report : records.latestReadiness()) {
            table.append(Html.cells(
                    "td",
                    Html.escaped(report.terminal()),
                    Html.link("/readiness/" + report.id(), written(report.madeAt())),
                    Html.escaped(state(report.verdict())),
                    Html.escaped("终端已签 · signed by the terminal"),
                    Html.escaped(written(report.arrivedAt()))));
        }
        return card("各终端最近的开机报告 · How the terminals stand", table);
    }

    private static String state(String verdict) {
        String jobs = verdict.replaceFirst("^JOBS ", "");
        return verdict.equals("READY") ? "可以服务 · ready" : "还差 %s 件 · %s to do".formatted(jobs, jobs);
    }

    private String certificates() {
        StringBuilder table = new StringBuilder(
                Html.row("th", "编号 · Number", "证明 · Certificate", "时间 · Time", "姓名 · Name", "纸 · Paper", "状态 · State"));
        for (CentreRecords.IssuedCertificate issued : records.certificates(MOST)) {
            table.append(Html.row(
                    "td",
                    issued.certificate().number(),
                    title(issued.certificate().item()),
                    written(issued.certificate().issuedAt()),
                    issued.maskedHolder(),
                    issued.printed()
                            .map(report -> report.pages() + " · " + report.outcome())
                            .orElse("—"),
                    issued.voidAt().isPresent() ? "已作废 · void" : "有效 · valid"));
        }
        return card("开出的证明 · Certificates", table);
    }

    private String paper() {
        StringBuilder table = new StringBuilder(
                Html.row("th", "终端 · Terminal", "打印 · Job", "纸 · Pages", "结果 · Ending", "到达 · Arrived"));
        for (CentreRecords.PrintedPaper line : records.ledger(MOST)) {
            table.append(Html.row(
                    "td",
                    line.terminal(),
                    Long.toString(line.entry().job()),
                    line.entry().out() + " / " + line.entry().pages(),
                    line.entry().ending().name(),
                    written(line.arrivedAt())));
        }
        return card("终端的打印台账 · The terminals' ledgers", table);
    }

    private String voices() {
        StringBuilder evaluations = new StringBuilder(Html.row("th", "评价 · Level", "原因 · Reasons", "时间 · Time"));
        for (CentreRecords.GivenEvaluation given : records.evaluations(MOST)) {
            evaluations.append(Html.row(
                    "td",
                    Integer.toString(given.level()),
                    String.join(", ", given.reasons()),
                    written(given.givenAt())));
        }
        StringBuilder troubles =
                new StringBuilder(Html.row("th", "追踪号 · Trace", "事项 · Item", "步骤 · Step", "故障 · Fault", "时间 · Time"));
        for (CentreRecords.ReportedTrouble trouble : records.troubles(MOST)) {
            troubles.append(Html.row(
                    "td",
                    trouble.trace(),
                    trouble.item().map(this::title).orElse("—"),
                    trouble.step(),
                    trouble.faultCode(),
                    written(trouble.givenAt())));
        }
        return card("评价 · Evaluations", evaluations) + card("办不成事 · Could not be got done", troubles);
    }

    private static String card(String title, StringBuilder table) {
        return "<div class=\"card\"><h2>%s</h2><table>%s</table></div>".formatted(Html.escaped(title), table);
    }

    private String title(String item) {
        Optional<ItemBook.Offer> offer = items.offer(item);
        return offer.map(ItemBook.Offer::chinese).orElse(item);
    }

    private String written(Instant at) {
        return DateTimeFormatter.ofPattern("MM-dd HH:mm:ss", Locale.ROOT)
                .withZone(zone)
                .format(at);
    }
}
