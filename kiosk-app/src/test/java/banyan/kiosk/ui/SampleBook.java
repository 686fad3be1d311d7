package banyan.kiosk.ui;

import banyan.device.DeviceState;
import banyan.device.Fault;
import banyan.item.Language;
import banyan.kiosk.identity.CardFlaw;
import banyan.kiosk.visit.Availability;
import banyan.kiosk.visit.KeepingPage;
import banyan.kiosk.visit.Page;
import banyan.kiosk.visit.Page.Ended.What;
import banyan.kiosk.visit.Page.ItemTile;
import banyan.kiosk.visit.Page.StepHead;
import banyan.kiosk.visit.ProgressPage;
import banyan.kiosk.visit.Sheet;
import banyan.kiosk.visit.Snapshot;
import banyan.kiosk.visit.Snapshot.EndButton;
import banyan.kiosk.visit.Snapshot.Site;
import banyan.kiosk.visit.Snapshot.Strip;
import banyan.kiosk.visit.Snapshot.StripLine;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What has been told so far, in one language, and what many pages say in the same way. */
final class SampleBook {
    static final LocalDateTime EVENING = LocalDateTime.of(2026, 11, 20, 20, 46, 12);
    static final LocalDate ANSWER = LocalDate.of(2026, 11, 27);
    static final Fault UNPLUGGED =
            new Fault(Fault.Kind.DISCONNECTED, Fault.Remedy.CALL_STAFF, "PRINTER-UNPLUGGED");
    static final DeviceState UNKNOWN = new DeviceState.Unknown(Instant.EPOCH);

    final Language language;
    private final List<Samples.Sample> all = new ArrayList<>();
    private long number;

    SampleBook(Language language) {
        this.language = language;
    }

    List<Samples.Sample> all() {
        return List.copyOf(all);
    }

    String say(String chinese, String english) {
        return language == Language.ZH_CN ? chinese : english;
    }

    void add(String name, Page page) {
        add(name, page, Optional.empty());
    }

    void add(String name, Page page, Optional<Sheet> sheet) {
        all.add(new Samples.Sample(name, snapshot(page, sheet)));
    }

    Snapshot snapshot(Page page, Optional<Sheet> sheet) {
        return new Snapshot(
                ++number,
                language,
                false,
                new Site(say("鼓楼 24 小时大厅", "Gulou 24-hour Hall"), "0137"),
                page instanceof Page.Attract ? LocalDateTime.of(2026, 11, 20, 8, 31) : EVENING,
                strip(page, sheet),
                page,
                sheet);
    }

    static Strip strip(Page page, Optional<Sheet> sheet) {
        Optional<String> name = Optional.of("张*丰");
        OptionalInt left = sheet.isPresent() && sheet.get() instanceof Sheet.IdleWarning warning
                ? OptionalInt.of(warning.secondsLeft())
                : OptionalInt.empty();
        if (page.ofStaff()) {
            return new Strip(Optional.empty(), StripLine.NOBODY, left, EndButton.NONE);
        }
        return switch (page) {
            case Page.Attract _ -> new Strip(Optional.empty(), StripLine.NOBODY, left, EndButton.NONE);
            case Page.Ended _ -> new Strip(Optional.empty(), StripLine.ENDED, left, EndButton.NONE);
            case Page.Identify identify -> {
                boolean read =
                        identify.trouble().filter(CardFlaw::wasRead).isPresent();
                StripLine line = read ? StripLine.NOTHING_KEPT : StripLine.NOTHING_READ;
                yield new Strip(Optional.empty(), line, left, EndButton.LEAVE);
            }
            case ProgressPage _ ->
                new Strip(Optional.empty(), StripLine.NOTHING_READ, left, EndButton.LEAVE);
            case KeepingPage.Received _ -> new Strip(name, StripLine.SUBMITTED, left, EndButton.END);
            case KeepingPage.Kept _ -> new Strip(name, StripLine.KEPT, left, EndButton.END);
            default -> new Strip(name, StripLine.SELF_BY_ID_CARD, left, EndButton.END);
        };
    }

    String itemTitle() {
        return say("灵活就业社会保险补贴申领", "Social insurance subsidy for the flexibly employed");
    }

    StepHead step(int step) {
        return new StepHead(itemTitle(), step, 5);
    }

    ItemTile subsidy() {
        return new ItemTile(
                "flexible-employment-subsidy",
                itemTitle(),
                say("自己交社保，政府按月补一部分", "You pay your own insurance; part of it is paid back monthly"),
                say("鼓楼区人社局", "Gulou Human Resources Bureau"),
                "hand-coins",
                new Availability.Now());
    }

    ItemTile certificate() {
        return new ItemTile(
                "contribution-certificate",
                say("社会保险个人缴费证明", "Certificate of social insurance contributions"),
                say("查自己交了多少，当场打证明", "See what you paid and print it"),
                say("鼓楼区人社局", "Gulou Human Resources Bureau"),
                "shield-check",
                new Availability.Now());
    }
}
