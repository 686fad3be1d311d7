package banyan.kiosk.visit;

import banyan.acceptance.CaseStand;
import banyan.acceptance.Progress;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What concerns a case's citizen now: that something is asked, how it was decided, that its document can be collected. With the clerk's own
 * words in leaves that are short enough for one page each.
 *
 * @param things how many are asked for
 * @param until the last day of the answer
 * @param leaves in the order in which they are read; empty where there is nothing to read
 */
record CaseNews(ProgressPage.Progress.What what, int things, Optional<LocalDate> until, List<Leaf> leaves) {
    private static final int LEAF = 240;

    CaseNews {
        leaves = List.copyOf(leaves);
    }

    /** So much as stands on one page. */
    sealed interface Leaf {
        String text();

        /** A material that is asked for. */
        record Material(String code, String text) implements Leaf {
            @Override
            public String toString() {
                return "Material[]";
            }
        }

        /** A field that is to be answered again. */
        record Field(String code, String text) implements Leaf {
            @Override
            public String toString() {
                return "Field[]";
            }
        }

        /** What the clerk says besides. */
        record Words(String text) implements Leaf {
            @Override
            public String toString() {
                return "Words[]";
            }
        }

        /** On what it was decided. */
        record Ground(String text) implements Leaf {
            @Override
            public String toString() {
                return "Ground[]";
            }
        }
    }

    /** Empty while it goes its way, and where a centre of before does not say. */
    static Optional<CaseNews> of(Progress progress) {
        return progress.stand().flatMap(CaseNews::of);
    }

    private static Optional<CaseNews> of(CaseStand stand) {
        if (stand.asked().isPresent()) {
            return stand.asked().map(CaseNews::asked);
        }
        if (stand.result().isPresent()) {
            boolean collected = stand.result().get().collected();
            return Optional.of(told(
                    collected ? ProgressPage.Progress.What.COLLECTED : ProgressPage.Progress.What.READY,
                    stand.decision()));
        }
        if (stand.decision().isPresent()) {
            return Optional.of(told(
                    switch (stand.decision().get().outcome()) {
                        case GRANTED -> ProgressPage.Progress.What.GRANTED;
                        case REFUSED -> ProgressPage.Progress.What.REFUSED;
                        case NOT_ACCEPTED -> ProgressPage.Progress.What.NOT_ACCEPTED;
                    },
                    stand.decision()));
        }
        return switch (stand.state()) {
            case Progress.Stage.WITHDRAWN -> Optional.of(told(ProgressPage.Progress.What.WITHDRAWN, Optional.empty()));
            case Progress.Stage.ANSWERED -> Optional.of(told(ProgressPage.Progress.What.ANSWERED, Optional.empty()));
            default -> Optional.empty();
        };
    }

    private static CaseNews asked(CaseStand.Asked asked) {
        List<Leaf> leaves = new ArrayList<>();
        for (CaseStand.Thing thing : asked.things()) {
            for (String part : parts(thing.words())) {
                leaves.add(
                        switch (thing.kind()) {
                            case MATERIAL -> new Leaf.Material(thing.code(), part);
                            case FIELD -> new Leaf.Field(thing.code(), part);
                        });
            }
        }
        parts(asked.words()).stream().filter(part -> !part.isEmpty()).forEach(part -> leaves.add(new Leaf.Words(part)));
        return new CaseNews(ProgressPage.Progress.What.ASKED, asked.things().size(), asked.until(), leaves);
    }

    private static CaseNews told(ProgressPage.Progress.What what, Optional<CaseStand.Decision> decision) {
        List<Leaf> leaves = new ArrayList<>();
        decision.ifPresent(decided -> {
            decided.grounds().forEach(ground -> parts(ground).forEach(part -> leaves.add(new Leaf.Ground(part))));
            parts(decided.words()).stream().filter(part -> !part.isEmpty()).forEach(part -> leaves.add(new Leaf.Words(part)));
        });
        return new CaseNews(what, 0, Optional.empty(), leaves);
    }

    /** At the end of a sentence where there is one in reach; nothing is left out. A thing without words is one part without any. */
    static List<String> parts(String words) {
        String left = words.strip().replaceAll("\\s+", " ");
        List<String> parts = new ArrayList<>();
        while (left.length() > LEAF) {
            int end = end(left);
            parts.add(left.substring(0, end).strip());
            left = left.substring(end).strip();
        }
        if (!left.isEmpty() || parts.isEmpty()) {
            parts.add(left);
        }
        return parts;
    }

    private static int end(String text) {
        for (int at = LEAF; at > LEAF / 2; at--) {
            if ("。；！？.;!?".indexOf(text.charAt(at - 1)) >= 0) {
                return at;
            }
        }
        for (int at = LEAF; at > LEAF / 2; at--) {
            if ("，、, ".indexOf(text.charAt(at - 1)) >= 0) {
                return at;
            }
        }
        // Never between the halves of one character.
        return Character.isHighSurrogate(text.charAt(LEAF - 1)) ? LEAF - 1 : LEAF;
    }

    @Override
    public String toString() {
        return "CaseNews[" + what + ", " + leaves.size() + "]";
    }
}
