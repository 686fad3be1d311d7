package banyan.kiosk.ui;

import banyan.kiosk.visit.KeepingPage.Received;
import banyan.kiosk.visit.Page.Ended.How;
import banyan.kiosk.visit.ProgressPage;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How a case stands, for who holds its paper. */
final class ProgressSamples extends SampleChapter {
    ProgressSamples(SampleBook book) {
        super(book);
    }

    void progress() {
        for (var phase : ProgressPage.AskProgress.Phase.values()) {
            add("24-ask-" + phase, ask(phase, Optional.empty()));
        }
        add("24-ask-draft", draft("", Optional.empty()));
        add("24-ask-draft-whole", draft("7KQ2M9XWDR4HZ0V8TB3YEJ6GN5", Optional.empty()));
        for (var flaw : ProgressPage.AskProgress.Flaw.values()) {
            add("24-ask-draft-" + flaw, draft("7KQ2M9XWDR4HZ0V8TB3Y", Optional.of(flaw)));
            boolean closed = flaw == ProgressPage.AskProgress.Flaw.TOO_MANY;
            add(
                    "24-ask-held-" + flaw,
                    ask(closed ? ProgressPage.AskProgress.Phase.CLOSED : ProgressPage.AskProgress.Phase.HOLDING, Optional.of(flaw)));
            add("24-ask-typed-" + flaw, ask(ProgressPage.AskProgress.Phase.TYPING, Optional.of(flaw)));
        }
        add("24-progress", new ProgressPage.Progress(atCentre(false, Optional.empty())));
        add("24-progress-late", new ProgressPage.Progress(atCentre(true, Optional.empty())));
        for (var what : ProgressPage.Progress.What.values()) {
            boolean asked = what == ProgressPage.Progress.What.ASKED;
            boolean bare = what == ProgressPage.Progress.What.ANSWERED || what == ProgressPage.Progress.What.WITHDRAWN;
            var news = new ProgressPage.Progress.News(
                    what, asked ? 3 : 0, asked ? Optional.of(SampleBook.ANSWER) : Optional.empty(), !bare);
            add("24-progress-" + what, new ProgressPage.Progress(atCentre(false, Optional.of(news))));
        }
        for (var about : ProgressPage.News.About.values()) {
            boolean named = about == ProgressPage.News.About.MATERIAL || about == ProgressPage.News.About.FIELD;
            add("25-news-" + about, new ProgressPage.News(
                    ProgressPage.Progress.What.ASKED, about, named ? say("就业证明", "Proof of work") : "", words(), 2, 3, false));
        }
        add("25-news-last", new ProgressPage.News(
                ProgressPage.Progress.What.REFUSED, ProgressPage.News.About.GROUND, "", words(), 3, 3, false));
        add(
                "24-progress-unknown-item",
                new ProgressPage.Progress(new ProgressPage.Progress.Known.AtCentre(
                        "350120260427", Optional.empty(), SampleBook.EVENING, Optional.empty(), Optional.of(SampleBook.ANSWER), false, List.of(), Optional.empty(), Set.of())));
        add("24-progress-withdrawable", new ProgressPage.Progress(atCentre(false, Optional.empty(), Set.of(ProgressPage.Progress.Way.WITHDRAW))));
        add(
                "24-progress-withdrawable-asked",
                new ProgressPage.Progress(atCentre(
                        false,
                        Optional.of(new ProgressPage.Progress.News(
                                ProgressPage.Progress.What.ASKED, 3, Optional.of(SampleBook.ANSWER), true)),
                        Set.of(ProgressPage.Progress.Way.WITHDRAW, ProgressPage.Progress.Way.SUPPLEMENT))));
        add("25-news-answerable", new ProgressPage.News(
                ProgressPage.Progress.What.ASKED, ProgressPage.News.About.WORDS, "", words(), 3, 3, true));
        for (var what : List.of(ProgressPage.Progress.What.READY, ProgressPage.Progress.What.COLLECTED)) {
            for (boolean readable : List.of(true, false)) {
                add(
                        "24-progress-collect-" + what + (readable ? "" : "-bare"),
                        new ProgressPage.Progress(atCentre(
                                false,
                                Optional.of(new ProgressPage.Progress.News(what, 0, Optional.empty(), readable)),
                                Set.of(ProgressPage.Progress.Way.COLLECT))));
            }
        }
        cases();
        for (var phase : ProgressPage.Withdraw.Phase.values()) {
            add("25-withdraw-" + phase, new ProgressPage.Withdraw(phase, "350120260427", Optional.of(itemTitle())));
        }
        for (var waiting : ProgressPage.Progress.Waiting.values()) {
            add(
                    "24-progress-kept-" + waiting,
                    new ProgressPage.Progress(new ProgressPage.Progress.Known.KeptHere("0137-8K42", waiting)));
        }
        for (boolean late : List.of(false, true)) {
            add(
                    "24-progress-clerk" + (late ? "-late" : ""),
                    new ProgressPage.Progress(new ProgressPage.Progress.Known.WithClerk(
                            "0137-8K42", SampleBook.EVENING, "欧阳慕容静怡", "0591-83251234", SampleBook.ANSWER, late)));
        }
        for (boolean arriving : List.of(false, true)) {
            add(
                    "24-progress-elsewhere" + (arriving ? "-arriving" : ""),
                    new ProgressPage.Progress(
                            new ProgressPage.Progress.Known.Elsewhere("0138-8K42", "0138", arriving)));
        }
    }

    private static ProgressPage.AskProgress ask(ProgressPage.AskProgress.Phase phase, Optional<ProgressPage.AskProgress.Flaw> flaw) {
        return new ProgressPage.AskProgress(
                phase, true, "350120260427", "4827109", "", ProgressPage.AskProgress.Entry.CODE, flaw);
    }

    private static ProgressPage.AskProgress draft(String letters, Optional<ProgressPage.AskProgress.Flaw> flaw) {
        return new ProgressPage.AskProgress(
                ProgressPage.AskProgress.Phase.TYPING, true, "", "", letters, ProgressPage.AskProgress.Entry.DRAFT, flaw);
    }

    /** As long as a leaf may be. */
    private String words() {
        String sentence = say(
                "您交的就业证明上看不清单位的章，日期也写到了去年，请换一份今年开的、章清楚的来。",
                "The stamp on your proof of work cannot be read and its date is last year's; please bring one of this year. ");
        return sentence.repeat(7).substring(0, 240).strip();
    }

    /** The cases of whoever was recognised: every way in which one can stand, then none, and no list. */
    private void cases() {
        var rows = new java.util.ArrayList<ProgressPage.Cases.Row>();
        for (var what : ProgressPage.Progress.What.values()) {
            rows.add(caseRow(Optional.of(itemTitle()), Optional.of(what), false));
        }
        rows.add(caseRow(Optional.of(itemTitle()), Optional.empty(), false));
        rows.add(caseRow(Optional.empty(), Optional.empty(), true));
        for (int page = 0; page * 4 < rows.size(); page++) {
            var some = rows.subList(page * 4, Math.min(rows.size(), page * 4 + 4));
            add("26-cases-" + (page + 1), cases(ProgressPage.Cases.Phase.LISTED, some, page + 1, 3, Optional.empty()));
        }
        add("26-cases-one-page", cases(ProgressPage.Cases.Phase.LISTED, rows.subList(4, 7), 1, 1, Optional.empty()));
        add("26-cases-none", cases(ProgressPage.Cases.Phase.LISTED, List.of(), 1, 0, Optional.empty()));
        add("26-cases-asking", cases(ProgressPage.Cases.Phase.ASKING, List.of(), 1, 0, Optional.empty()));
        for (var flaw : ProgressPage.Cases.Flaw.values()) {
            add("26-cases-" + flaw, cases(ProgressPage.Cases.Phase.FAILED, List.of(), 1, 0, Optional.of(flaw)));
        }
    }

    private static ProgressPage.Cases cases(
            ProgressPage.Cases.Phase phase,
            List<ProgressPage.Cases.Row> rows,
            int page,
            int pages,
            Optional<ProgressPage.Cases.Flaw> flaw) {
        return new ProgressPage.Cases(phase, rows, page, pages, flaw);
    }

    private static ProgressPage.Cases.Row caseRow(
            Optional<String> title, Optional<ProgressPage.Progress.What> what, boolean late) {
        return new ProgressPage.Cases.Row(
                "350120260427", title, "hand-coins", SampleBook.EVENING.toLocalDate(), what, late);
    }

    private ProgressPage.Progress.Known atCentre(boolean late, Optional<ProgressPage.Progress.News> news) {
        return atCentre(late, news, Set.of());
    }

    private ProgressPage.Progress.Known atCentre(
            boolean late, Optional<ProgressPage.Progress.News> news, Set<ProgressPage.Progress.Way> ways) {
        return new ProgressPage.Progress.Known.AtCentre(
                "350120260427",
                Optional.of(itemTitle()),
                SampleBook.EVENING,
                Optional.of(SampleBook.EVENING.minusMinutes(2)),
                news.filter(one -> one.what() == ProgressPage.Progress.What.ASKED).isPresent()
                        ? Optional.empty()
                        : Optional.of(SampleBook.ANSWER),
                late,
                List.of(
                        new ProgressPage.Progress.Stage(say("已受理", "Received"), say("刚才", "Just now"), "check", Optional.of(SampleBook.EVENING)),
                        new ProgressPage.Progress.Stage(
                                say("人社局审核", "Bureau decides"),
                                say("11月27日前", "By 27 Nov"),
                                "user-round-check",
                                Optional.empty()),
                        new ProgressPage.Progress.Stage(
                                say("短信告诉您", "You get a text"), say("当天", "Same day"), "message-square-text", Optional.empty()),
                        new ProgressPage.Progress.Stage(
                                say("补贴到卡", "Money arrives"),
                                say("次月 15 日前", "By the 15th after"),
                                "banknote",
                                Optional.empty())),
                news,
                ways);
    }
}
