package banyan.server.page;

import banyan.server.certificate.Verification;
import banyan.server.intake.ItemBook;
import banyan.server.wire.Call;
import banyan.server.wire.Reply;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** {@code GET /verify/{code}}: valid, void or unknown, for whoever holds the paper. */
public final class VerifyPage {
    private static final String TITLE = "验证证明 · Verify a certificate";
    private static final String COMPARE = """
            <p class="small">请对照纸上的编号和姓名。姓名只显示一部分。 ·
            Compare number and name with the paper. Only a part of the name is shown.</p>
            """;
    private static final String UNKNOWN = """
            <p class="state bad">查不到 · Unknown</p>
            <p>没有这个验证码的证明。请再对一遍纸上的 16 位。</p>
            <p>There is no certificate with this code. Please compare its 16 characters with the paper.</p>
            """;

    private final Verification verification;
    private final ItemBook items;
    private final ZoneId zone;

    public VerifyPage(Verification verification, ItemBook items, ZoneId zone) {
        this.verification = verification;
        this.items = items;
        this.zone = zone;
    }

    public Reply get(Call call) {
        return verification
                .of(call.named("code"))
                .map(known -> Reply.page(200, Html.page(TITLE, card(known))))
                .orElseGet(() -> Reply.page(404, Html.page(TITLE, "<div class=\"card\">" + UNKNOWN + "</div>")));
    }

    private String card(Verification.Known known) {
        String state = known.voidAt().isPresent()
                ? "<p class=\"state bad\">已作废 · Void</p>"
                : "<p class=\"state good\">有效 · Valid</p>";
        Optional<ItemBook.Offer> offer = items.offer(known.item());
        return "<div class=\"card\">" + state + "<dl>"
                + Html.term(
                        "证明 · Certificate",
                        offer.map(o -> o.chinese() + " · " + o.english()).orElse(known.item()))
                + Html.term("编号 · Number", known.number())
                + Html.term("姓名 · Name", known.holder())
                + Html.term("开具时间 · Issued", written(known.issuedAt()))
                + known.voidAt()
                        .map(at -> Html.term("作废时间 · Void since", written(at)))
                        .orElse("")
                + Html.term("验证码 · Code", known.code()) + "</dl>" + COMPARE + "</div>";
    }

    private String written(Instant at) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
                .withZone(zone)
                .format(at);
    }
}
