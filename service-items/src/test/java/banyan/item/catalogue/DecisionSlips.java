package banyan.item.catalogue;

import java.util.stream.Stream;

/** Mistakes in the rules for instant decisions. */
final class DecisionSlips {
    private static final String FILE = "pension-eligibility/decision.yaml";
    private static final String SEEN = "  - answers.livesIn\n";

    private DecisionSlips() {}

    static Stream<Slip> all() {
        return Stream.of(
                new Slip(
                        FILE,
                        "rule: register.reportedDead",
                        "rule: register.reportedDeath",
                        "rule: register.reportedDeath",
                        "the rule knows no 'register', or no such name under it"),
                // It is there, but these rules have not said that they look at it.
                new Slip(FILE, SEEN, "", "rule: >-", "the rule knows no 'answers', or no such name under it"),
                new Slip(
                        FILE,
                        "rule: register.reportedDead",
                        "rule: register.drawingSince",
                        "rule: register.drawingSince",
                        "the rule is no question: it must come to true or false"),
                new Slip(FILE, "rule: register.reportedDead", "rule: register.", "rule: register.", "the rule no viable alternative"),
                new Slip(
                        FILE,
                        SEEN,
                        SEEN + "  - applicant.name\n",
                        "applicant.name",
                        "sees 'applicant.name', which no rule of this item can be shown"),
                new Slip(
                        FILE,
                        SEEN,
                        "  - answers.livesInn\n",
                        "answers.livesInn",
                        "sees 'answers.livesInn', which no rule of this item can be shown; is it 'answers.livesIn'?"),
                new Slip(FILE, SEEN, SEEN + "  - today\n", "", "the rule sees 'today', which nothing here needs"),
                new Slip(
                        FILE,
                        "then: person",
                        "then: perhaps",
                        "then: perhaps",
                        "rule 'reportedDead' has 'then: perhaps'; it can be 'grant', 'person' or 'refuse'"),
                new Slip(FILE, "    then: person\n", "", "code: reportedDead", "rule 'reportedDead' has no then"),
                new Slip(
                        FILE,
                        "code: notDrawing",
                        "code: reportedDead",
                        "code: reportedDead\n    rule: \"!",
                        "rule 'reportedDead' is there twice"),
                new Slip(
                        FILE,
                        "        en: \"{register.source}: you draw no pension now\"\n",
                        "",
                        "zh-CN: \"{register.source}：您现在",
                        "rule 'notDrawing' has no English grounds"),
                new Slip(
                        FILE,
                        "您现在没有领取养老金\"",
                        "{applicant.name}现在没有领取养老金\"",
                        "grounds:\n      - zh-CN: \"{register.source}：{applicant.name}",
                        "rule 'notDrawing': nobody provides 'applicant.name'"),
                new Slip(FILE, "version: 1.0.0", "version: new", "version: new", "the decision.yaml has the version 'new'"));
    }
}
