package banyan.kiosk.ui.screen.upkeep;

import banyan.kiosk.release.ContentLine;
import banyan.kiosk.ui.control.Card;
import banyan.kiosk.ui.control.Glyph;
import banyan.kiosk.ui.control.PushButton;
import banyan.kiosk.ui.control.PushButton.Kind;
import banyan.kiosk.ui.control.Row;
import banyan.kiosk.ui.control.Words;
import banyan.kiosk.ui.screen.View;
import banyan.kiosk.ui.theme.Icon;
import banyan.kiosk.ui.theme.Type;
import banyan.kiosk.ui.theme.Zone;
import banyan.kiosk.upkeep.Guidance;
import banyan.kiosk.upkeep.Part;
import banyan.kiosk.upkeep.Part.Standing;
import banyan.kiosk.upkeep.ReportStanding;
import banyan.kiosk.upkeep.StaffWords;
import banyan.kiosk.visit.Snapshot;
import banyan.kiosk.visit.StaffPage.Maintenance;
import banyan.kiosk.visit.UpkeepWish;
import banyan.kiosk.visit.Wish;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * How the terminal stands: faults first, then what nobody knows, then the rest; the jobs by number; what waits for the centre. It
 * can be opened for service when no job is left.
 */
public final class MaintenanceScreen extends StaffScreen<Maintenance> {
    private static final int JOBS_SHOWN = 3;

    private final Words doing = Words.wrapping(Type.NOTE_STRONG, "");
    private final Words online = Words.fitting(List.of(Type.NOTE), "", "ink2");
    private final Words printed = Words.fitting(List.of(Type.NOTE), "", "ink2");
    private final Words toSend = Words.line(Type.NUMBER, "");
    private final Words stuck = Words.line(Type.NUMBER, "");
    private final Words notes = Words.line(Type.NUMBER, "");
    private final PushButton serve;

    public MaintenanceScreen(View view, Maintenance page) {
        super(view);
        from(28);
        if (view.portrait()) {
            column(readiness(page), gap(20), parts(page), gap(20), waiting(page), gap(8), doing, rest());
        } else {
            HBox both = new HBox(
                    GAP, sized(1120, stack(parts(page), rest())), sized(656, stack(readiness(page), gap(20), waiting(page), gap(8), doing, rest())));
            column(both);
        }
        buttons();
        boolean open = page.readiness().open();
        serve = primary("", open ? Icon.ARROW_RIGHT : Icon.LOCK, new Wish.OfStaff(new UpkeepWish.Serve()));
    }

    private static Region sized(double width, VBox side) {
        side.setMinWidth(width);
        side.setPrefWidth(width);
        side.setMaxWidth(width);
        return side;
    }

    private Card parts(Maintenance page) {
        // How the centre is reached stands with what waits for it.
        // What lies in the cabinet is no device; it stands with what is to be done.
        List<Part> parts = page.readiness().parts().stream()
                .filter(part -> !part.is(Part.Own.CENTRE) && !part.is(Part.Own.CELLS))
                .toList();
        HBox head = new HBox(
                28,
                Words.line(Type.H3, view.say("upkeep.parts", "count", parts.size())),
                rest(),
                count(parts, Standing.READY, "strong"),
                count(parts, Standing.ATTENTION, "look"),
                count(parts, Standing.TO_DO, "bad"),
                count(parts, Standing.UNKNOWN, "ink2"));
        head.setAlignment(Pos.CENTER_LEFT);
        head.setPadding(new Insets(8, 18, 8, 18));
        Card card = Card.of(0, high(70, head), new Parts(view, parts));
        card.setPadding(new Insets(8, 20, 12, 20));
        return card;
    }

    /** Of those that stand below it, so that whoever counts the rows finds the same. */
    private Words count(List<Part> parts, Standing standing, String tone) {
        long count = parts.stream().filter(part -> part.standing() == standing).count();
        return Words.line(
                Type.NOTE_STRONG, view.say("upkeep.count." + StaffWords.word(standing), "count", count), tone);
    }

    private Card readiness(Maintenance page) {
        List<Part> jobs = page.readiness().jobs();
        boolean open = jobs.isEmpty();
        VBox words = new VBox(
                -4,
                Words.fitting(
                                List.of(Type.H2, Type.H3, Type.BUTTON),
                                open ? view.say("upkeep.ready") : view.say("upkeep.not-ready", "jobs", jobs.size()))
                        .asTitle(),
                Words.fitting(
                        List.of(Type.NOTE),
                        open
                                ? view.say("upkeep.ready.then", "passed", page.readiness().passed())
                                : view.say("upkeep.not-ready.then", "passed", page.readiness().passed()),
                        "ink2"));
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox head = new HBox(20, new Glyph(open ? Icon.CIRCLE_CHECK : Icon.OCTAGON_X, 60, open ? "link-glyph" : "bad-glyph"), words);
        head.setAlignment(Pos.CENTER_LEFT);
        Card card = Card.dressed(open ? "picked" : "alarm-line", 10, head);
        // What lies in the cabinet in good order is no fault, and yet somebody comes for it; so with a journal that lies aside.
        List<Part> toFetch = page.readiness().parts().stream()
                .filter(part -> (part.is(Part.Own.CELLS) || part.is(Part.Own.DISK)) && part.standing() == Standing.ATTENTION)
                .toList();
        // Its line takes the room of two, and how many jobs there are the title says.
        int shown = JOBS_SHOWN - 2 * toFetch.size();
        for (int at = 0; at < Math.min(jobs.size(), shown); at++) {
            card.getChildren().add(job(Integer.toString(at + 1), jobs.get(at)));
        }
        if (jobs.size() > shown && toFetch.isEmpty()) {
            card.getChildren().add(Words.line(Type.NOTE, view.say("upkeep.more-jobs", "count", jobs.size() - shown), "ink2"));
        }
        toFetch.forEach(part -> card.getChildren().add(job("·", part)));
        card.setPadding(new Insets(22, 26, 22, 26));
        return card;
    }

    private HBox job(String number, Part part) {
        Words says = Words.wrapping(Type.NOTE, StaffWords.job(view.texts(), part));
        says.setMinWidth(0);
        HBox.setHgrow(says, Priority.ALWAYS);
        HBox line = new HBox(18, Words.line(Type.NOTE_STRONG, number), says);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setPickOnBounds(false);
        if (part.is(Part.Own.CELLS) && part.standing() != Standing.UNKNOWN) {
            PushButton empty =
                    PushButton.of(Kind.SECONDARY_TRAILING, "cells", view.say("cells.show"), Icon.ARROW_RIGHT);
            empty.onAct(() -> view.wish(new Wish.OfStaff(new UpkeepWish.ShowCells())));
            line.getChildren().add(empty);
        }
        Guidance.of(part).ifPresent(through -> {
            PushButton lead = PushButton.of(
                    Kind.SECONDARY_TRAILING, "lead-" + StaffWords.word(through), view.say("upkeep.lead"), Icon.ARROW_RIGHT);
            lead.onAct(() -> view.wish(new Wish.OfStaff(new UpkeepWish.Lead(through))));
            line.getChildren().add(lead);
        });
        return line;
    }

    private Card waiting(Maintenance page) {
        Row numbers = row(
                16,
                number(toSend, view.say("upkeep.waiting.to-send")),
                page.waiting().stuck() > 0 ? aside(page) : number(stuck, view.say("upkeep.waiting.stuck")),
                number(notes, view.say("upkeep.waiting.notes")));
        Card card = Card.of(4, numbers, online, printed);
        card.setPadding(new Insets(18, 26, 20, 26));
        return card;
    }

    /** Where something is set aside its number leads there. */
    private PushButton aside(Maintenance page) {
        PushButton aside = PushButton.of(
                Kind.SECONDARY,
                "set-aside",
                view.say("aside.show", "count", page.waiting().stuck()));
        aside.onAct(() -> view.wish(new Wish.OfStaff(new UpkeepWish.ShowSetAside())));
        return aside;
    }

    private static VBox number(Words number, String what) {
        return new VBox(-8, number, Words.fitting(List.of(Type.NOTE), what, "ink2"));
    }

    /** In the row of the primary; in portrait the first three stand one row above it. */
    private void buttons() {
        PushButton examine = button("examine", "upkeep.examine", Icon.REFRESH_CW, new UpkeepWish.Examine());
        PushButton test = button("test-page", "upkeep.print-test", Icon.PRINTER, new UpkeepWish.PrintTest());
        PushButton scan = button("test-scan", "upkeep.try-scan", Icon.SCAN_LINE, new UpkeepWish.TryScan());
        PushButton report = button("report", "upkeep.print-report", Icon.FILE_CHECK, new UpkeepWish.Report());
        PushButton left = button("left-behind", "upkeep.left-behind", Icon.ARCHIVE, new UpkeepWish.Lead(Guidance.LEFT_BEHIND));
        Zone primary = view.format().primary();
        Zone beside = new Zone(60, primary.y(), primary.x() - GAP - 60, primary.height());
        if (view.portrait()) {
            Zone content = view.format().content();
            across(new Zone(60, primary.y() - 120, content.x() + content.width() - 60, 96), examine, test, scan);
            across(beside, report, left);
        } else {
            across(beside, examine, test, scan, report, left);
        }
    }

    /** Side by side, as wide as each other. */
    private void across(Zone zone, PushButton... buttons) {
        double width = Math.floor((zone.width() - (buttons.length - 1) * 16) / buttons.length);
        double x = zone.x();
        for (PushButton one : buttons) {
            at(new Zone(Math.round(x), zone.y(), width, zone.height()), one);
            x += width + 16;
        }
    }

    private PushButton button(String id, String key, Icon icon, UpkeepWish wish) {
        PushButton button = PushButton.of(Kind.QUIET, id, view.say(key), icon);
        button.onAct(() -> view.wish(new Wish.OfStaff(wish)));
        return button;
    }

    @Override
    public void show(Maintenance page, Snapshot snapshot) {
        band(view.say(
                view.portrait() ? "upkeep.where.short" : "upkeep.where",
                "terminal",
                snapshot.site().terminal(),
                "number",
                page.staff(),
                "minutes",
                page.minutesLeft()));
        toSend.say(Integer.toString(page.waiting().toSend()));
        stuck.say(Integer.toString(page.waiting().stuck()));
        notes.say(Integer.toString(page.waiting().notes()));
        online.say(page.offlineSince()
                .map(since -> view.say("upkeep.offline", "time", view.texts().time(since.toLocalTime())))
                .orElse(view.say("upkeep.online")));
        boolean gap = page.printed().missing() > 0;
        boolean old = page.content().unheard().isPresent();
        printed.say(gap ? view.say("upkeep.printed.gap", "due", page.printed().due(), "missing", page.printed().missing()) : old ? old(page) : view.say("upkeep.printed", "pages", page.printed().out()));
        printed.tone(gap || old ? "bad" : "ink2");
        doing.say(doing(page));
        int jobs = page.readiness().jobs().size();
        serve.show(
                jobs == 0 ? view.say("upkeep.serve") : view.say("upkeep.serve.locked", "jobs", jobs),
                jobs == 0 ? Icon.ARROW_RIGHT : Icon.LOCK,
                jobs == 0);
    }

    /** Takes the place of a line that only says that all is well. */
    private String old(Maintenance page) {
        long days = page.content().unheard().orElse(0L);
        return view.say("upkeep.content.old", "number", page.content().number(), "days", days);
    }

    private String content(ContentLine line) {
        if (line.number() == 0) {
            return view.say("upkeep.content.installed");
        }
        String day = line.day().map(made -> view.texts().fullDate(made.toLocalDate())).orElse("");
        return line.waiting()
                .map(next -> view.say("upkeep.content.waiting", "number", line.number(), "day", day, "next", next))
                .orElseGet(() -> view.say("upkeep.content", "number", line.number(), "day", day));
    }

    private String doing(Maintenance page) {
        return switch (page.doing()) {
            case NOTHING -> page.report()
                    .map(this::report)
                    .orElseGet(() -> page.readiness().jobs().isEmpty() ? content(page.content()) : "");
            case EXAMINING -> view.say("upkeep.doing.examining");
            case PRINTING -> view.say("upkeep.doing.printing");
            case PRINT_FAILED -> view.say("upkeep.doing.print-failed");
            case REPORTING -> view.say("upkeep.doing.reporting");
            case REPORTED, REPORT_FAILED -> page.report().map(this::report).orElse("");
            case NOT_YET -> view.say("upkeep.doing.not-yet");
        };
    }

    /** Each half is said only when it is so. */
    private String report(ReportStanding standing) {
        return view.say(
                "upkeep.report.standing",
                "paper",
                view.say("upkeep.report.paper." + StaffWords.word(standing.paper())),
                "way",
                view.say("upkeep.report.way." + StaffWords.word(standing.way())));
    }

    @Override
    public Object structure(Maintenance page) {
        return List.of(page.readiness(), page.waiting().stuck());
    }
}
