package banyan.kiosk.visit;

import banyan.acceptance.CaseCode;
import banyan.acceptance.CaseStand;
import banyan.acceptance.Progress;
import banyan.item.DocumentValues;
import banyan.item.Milestone;
import banyan.item.Values;
import banyan.kiosk.catalog.Offer;
import banyan.kiosk.visit.ProgressPage.AskProgress.Entry;
import banyan.kiosk.visit.ProgressPage.Progress.Known;
import banyan.kiosk.visit.ProgressPage.Progress.News;
import banyan.kiosk.visit.ProgressPage.Progress.Stage;
import banyan.kiosk.visit.ProgressPage.Progress.Way;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The pages about a case's progress. */
final class ShownProgress {
    private final Session session;
    private final Hands hands;

    ShownProgress(Session session, Hands hands) {
        this.session = session;
        this.hands = hands;
    }

    ProgressPage.AskProgress ask(ProgressPlace.AskProgress place) {
        return new ProgressPage.AskProgress(
                place.phase(),
                place.scanner(),
                hands.progress().typed(Entry.NUMBER),
                hands.progress().typed(Entry.CODE),
                hands.progress().typed(Entry.DRAFT),
                place.writing(),
                place.flaw());
    }

    ProgressPage.Progress progress() {
        ProgressHand.Known known = hands.progress()
                .known()
                .orElseThrow(() -> new IllegalStateException("nothing is known of a case"));
        return new ProgressPage.Progress(
                switch (known) {
                    case ProgressHand.Known.AtCentre there -> atCentre(there.progress(), hands.progress().ways(there));
                    case ProgressHand.Known.WithClerk(var number, var assignment) ->
                        new Known.WithClerk(
                                number,
                                here(assignment.filedAt()),
                                assignment.clerk(),
                                assignment.telephone(),
                                assignment.by(),
                                assignment.by().isBefore(session.clock().today()));
                    case ProgressHand.Known.Elsewhere(var number, var terminal, var arriving) ->
                        new Known.Elsewhere(number, terminal, arriving);
                    case ProgressHand.Known.KeptHere(var number, var waiting) -> new Known.KeptHere(number, waiting);
                });
    }

    ProgressPage.Cases cases(ProgressPlace.Cases place) {
        return new ProgressPage.Cases(
                place.phase(),
                hands.cases().on(place.page()).stream().map(this::row).toList(),
                place.page() + 1,
                place.pages(),
                place.flaw());
    }

    private ProgressPage.Cases.Row row(Progress progress) {
        Optional<Offer> offer = session.offer(progress.item());
        Optional<News> news = news(progress);
        return new ProgressPage.Cases.Row(
                progress.number(),
                offer.map(known -> known.item().shortTitle().in(session.language())),
                offer.map(known -> known.item().icon()).orElse("file-text"),
                here(progress.receivedAt()).toLocalDate(),
                news.map(News::what),
                late(progress, news));
    }

    private boolean late(Progress progress, Optional<News> news) {
        return answerBy(progress).filter(day -> day.isBefore(session.clock().today())).isPresent() && news.isEmpty();
    }

    private LocalDateTime here(Instant instant) {
        return LocalDateTime.ofInstant(instant, session.clock().zone());
    }

    private Known.AtCentre atCentre(Progress progress, Set<Way> ways) {
        Optional<Offer> offer = session.offer(progress.item());
        return new Known.AtCentre(
                progress.number(),
                offer.map(known -> known.item().title().in(session.language())),
                here(progress.receivedAt()),
                progress.filedAt().map(this::here),
                answerBy(progress),
                late(progress, news(progress)),
                offer.map(known -> stages(known, progress)).orElse(List.of()),
                news(progress),
                ways);
    }

    /** While the clock stands nobody knows the day. */
    private static Optional<LocalDate> answerBy(Progress progress) {
        return progress.stand()
                .map(CaseStand::promise)
                .map(CaseStand.Promise::by)
                .orElseGet(() -> Optional.of(progress.answerBy()));
    }

    private static Optional<News> news(Progress progress) {
        return CaseNews.of(progress)
                .map(news -> new News(news.what(), news.things(), news.until(), !news.leaves().isEmpty()));
    }

    private Progress progressAtCentre() {
        return hands.progress()
                .atCentre()
                .orElseThrow(() -> new IllegalStateException("nothing is known of a case"))
                .progress();
    }

    ProgressPage.Withdraw withdraw(ProgressPlace.Withdrawing place) {
        Progress progress = progressAtCentre();
        return new ProgressPage.Withdraw(
                place.phase(),
                progress.number(),
                session.offer(progress.item()).map(known -> known.item().title().in(session.language())));
    }

    ProgressPage.News news(ProgressPlace.News place) {
        Progress progress = progressAtCentre();
        CaseNews news = CaseNews.of(progress).orElseThrow(() -> new IllegalStateException("there is no news"));
        CaseNews.Leaf leaf = news.leaves().get(place.leaf());
        Optional<Offer> offer = session.offer(progress.item());
        return switch (leaf) {
            case CaseNews.Leaf.Material(var code, var text) ->
                page(place, news, ProgressPage.News.About.MATERIAL, title(offer, code), text);
            case CaseNews.Leaf.Field(var code, var text) ->
                page(place, news, ProgressPage.News.About.FIELD, label(offer, code), text);
            case CaseNews.Leaf.Words(var text) -> page(place, news, ProgressPage.News.About.WORDS, "", text);
            case CaseNews.Leaf.Ground(var text) -> page(place, news, ProgressPage.News.About.GROUND, "", text);
        };
    }

    private static ProgressPage.News page(
            ProgressPlace.News place, CaseNews news, ProgressPage.News.About kind, String about, String text) {
        return new ProgressPage.News(news.what(), kind, about, text, place.leaf() + 1, news.leaves().size(), place.of().offers(Way.SUPPLEMENT));
    }

    private String title(Optional<Offer> offer, String material) {
        return offer.flatMap(known -> known.item().material(material))
                .map(known -> known.title().in(session.language()))
                .orElse("");
    }

    private String label(Optional<Offer> offer, String field) {
        return offer.flatMap(known -> known.item().field(field))
                .map(known -> known.label().in(session.language()))
                .orElse("");
    }

    private List<Stage> stages(Offer offer, Progress progress) {
        LocalDateTime received = here(progress.receivedAt());
        Values values = DocumentValues.of(offer.item())
                .with(DocumentValues.receipt(
                        progress.number(),
                        Optional.empty(),
                        new CaseCode(progress.number(), Optional.empty()).text(),
                        received,
                        progress.filedAt().map(this::here).orElse(received),
                        progress.answerBy()));
        return offer.item().next().stream()
                .map(milestone -> stage(milestone, progress, values))
                .toList();
    }

    /** What the centre says has happened; of the rest, what the item promises. */
    private Stage stage(Milestone milestone, Progress progress, Values values) {
        Optional<LocalDateTime> happened = progress.stages().stream()
                .filter(stage -> milestone.stage().equals(Optional.of(stage.stage())))
                .findFirst()
                .map(stage -> here(stage.at()));
        return new Stage(
                milestone.title().in(session.language()),
                milestone.when().write(values, session.language()).orElse(""),
                milestone.icon(),
                happened);
    }
}
