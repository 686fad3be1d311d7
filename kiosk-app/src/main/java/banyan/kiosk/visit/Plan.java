package banyan.kiosk.visit;

import banyan.item.SupplementItem;
import java.util.List;

/**
 * What the dialogue must know of a service item: its steps in order, and how many parts each has. Neither a text nor a person
 * is in it, so that it can stand in a state.
 *
 * @param item the item's code
 * @param declaration whether it begins with a guide and ends in a filing; otherwise it is a query
 * @param stages one for each step of the item, so that both have the same numbers
 */
public record Plan(String item, boolean declaration, List<Stage> stages) {
    public Plan {
        stages = List.copyOf(stages);
    }

    /** Whether it is what was asked for in a case. */
    boolean supplement() {
        return item.endsWith(SupplementItem.SUFFIX);
    }

    /** A step of an item. */
    public sealed interface Stage {
        /** Nothing to do here: who is there was found out before, and some choices stand beside the preview. */
        record Passed() implements Stage {}

        /** Question groups, one a page. */
        record Form(int groups) implements Stage {}

        /** Papers to scan; the codes of the materials. */
        record Materials(List<String> codes) implements Stage {
            public Materials {
                codes = List.copyOf(codes);
            }
        }

        /** A document to sign. */
        record Sign() implements Stage {}

        /** A fingertip. */
        record Fingerprint() implements Stage {}

        /** Everything once more. */
        record Review() implements Stage {}

        /** Seal, keep, send. */
        record Submit() implements Stage {}

        /** A paper: the receipt of what was submitted before, or else a certificate the centre is asked for. */
        record Print() implements Stage {}

        /** The document of a decided case. */
        record Collect() implements Stage {}
    }

    /** Where in the plan: a stage, and the part of it (the group of a form, the document of a signing). */
    record Spot(int stage, int part) {}

    /** The number of the step as the citizen counts: identification is the first, sending and printing are not counted. */
    int counted(int stage) {
        return 1
                + (int) stages.subList(0, stage + 1).stream()
                        .filter(Plan::isWork)
                        .count();
    }

    /** How many steps the citizen counts. */
    int countedSteps() {
        return counted(stages.size() - 1);
    }

    /** The first stage from here on at which something happens; {@code stages.size()} when there is none. */
    int from(int stage) {
        int at = stage;
        while (at < stages.size() && stages.get(at) instanceof Stage.Passed) {
            at++;
        }
        return at;
    }

    /** The nearest stage before this one to which a citizen can go back; -1 when there is none. */
    int before(int stage) {
        int at = stage - 1;
        while (at >= 0 && !isWork(stages.get(at))) {
            at--;
        }
        return at;
    }

    /** Whether something was submitted before this stage: then its paper is a receipt. */
    boolean afterSubmit(int stage) {
        return stages.subList(0, stage).stream().anyMatch(Stage.Submit.class::isInstance);
    }

    /** The stage that asks to sign, between here and the end; -1 when there is none. */
    int signing() {
        for (int at = 0; at < stages.size(); at++) {
            if (stages.get(at) instanceof Stage.Sign) {
                return at;
            }
        }
        return -1;
    }

    /**
     * The target of 改 by its number: first the groups of all forms in order, then the stages that scan, then those that sign,
     * then the one that takes a finger.
     * An unknown number is the first of all.
     */
    Spot target(int number) {
        var targets = targets();
        return number >= 0 && number < targets.size() ? targets.get(number) : targets.getFirst();
    }

    /** Every spot to which a review can go back, in the order of their numbers. */
    List<Spot> targets() {
        var targets = new java.util.ArrayList<Spot>();
        for (int at = 0; at < stages.size(); at++) {
            if (stages.get(at) instanceof Stage.Form(int groups)) {
                for (int group = 0; group < groups; group++) {
                    targets.add(new Spot(at, group));
                }
            }
        }
        for (int at = 0; at < stages.size(); at++) {
            if (stages.get(at) instanceof Stage.Materials) {
                targets.add(new Spot(at, 0));
            }
        }
        for (int at = 0; at < stages.size(); at++) {
            if (stages.get(at) instanceof Stage.Sign) {
                targets.add(new Spot(at, 0));
            }
        }
        for (int at = 0; at < stages.size(); at++) {
            if (stages.get(at) instanceof Stage.Fingerprint) {
                targets.add(new Spot(at, 0));
            }
        }
        return List.copyOf(targets);
    }

    /** Whether the document of a case is what is wanted, and not a certificate. */
    boolean collects() {
        return stages.contains(new Stage.Collect());
    }

    /** An item has one plan at a time; its code tells it apart well enough. */
    @Override
    public int hashCode() {
        return item.hashCode();
    }

    private static boolean isWork(Stage stage) {
        return switch (stage) {
            case Stage.Form _, Stage.Materials _, Stage.Sign _, Stage.Fingerprint _, Stage.Review _ -> true;
            case Stage.Passed _, Stage.Submit _, Stage.Print _, Stage.Collect _ -> false;
        };
    }
}
