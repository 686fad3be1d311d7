package banyan.kiosk.fleet;

import banyan.acceptance.Directive;
import banyan.cache.StandingOrders;
import banyan.item.LocalText;
import banyan.kiosk.release.Announcement;
import banyan.kiosk.release.Content;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the centre has said of this terminal alone, beside what its release says to all. */
public final class Said {
    private static final LocalText CLOSED = LocalText.of("本机暂停服务，请用旁边的机器。", "This terminal is out of service. Please use another one.");

    private Said() {}

    /** The content with it; the very same where nothing was said. */
    public static Content over(Content content, StandingOrders orders, Instant now) {
        Optional<Directive> closure = orders.closure(now);
        Optional<Directive> notice = orders.notice(now);
        return closure.isEmpty() && notice.isEmpty()
                ? content
                : content.with(notice.map(Said::announced).stream().toList(), closure.map(Said::announced).stream().toList());
    }

    /** It holds by this terminal's clock from the moment it was heard, whatever the clocks are apart. */
    private static Announcement announced(Directive said) {
        return new Announcement(Instant.EPOCH, said.until().orElse(Instant.MAX), said.text().map(Said::text).orElse(CLOSED));
    }

    private static LocalText text(Map<String, String> words) {
        String chinese = words.getOrDefault("zh-CN", words.getOrDefault("en", ""));
        return LocalText.of(chinese, words.getOrDefault("en", chinese));
    }
}
