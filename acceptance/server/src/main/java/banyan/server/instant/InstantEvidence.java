package banyan.server.instant;

import banyan.acceptance.Paper;
import banyan.acceptance.Submission;
import banyan.item.Applicant;
import banyan.item.Fact;
import banyan.item.Facts;
import banyan.item.InstantCase;
import banyan.item.InstantNames;
import banyan.item.Material;
import banyan.item.ServiceItem;
import banyan.item.Situation;
import banyan.item.Step;
import banyan.item.Values;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lays out what was handed in for the rules: what is there, and how far it is to be believed (国办函〔2016〕108号). */
final class InstantEvidence {
    private InstantEvidence() {}

    static InstantCase of(ServiceItem item, Submission submission, Facts facts, LocalDate today) {
        Submission.Applicant applicant = submission.applicant();
        Situation situation = new Situation(
                Optional.of(new Applicant(applicant.name(), applicant.number(), "")), submission.answers(), facts, today);
        Map<String, Boolean> present = new HashMap<>();
        Map<String, String> trust = new HashMap<>();
        item.materials().forEach(material -> material(material, submission, facts, present, trust));
        for (Step step : item.steps()) {
            if (step instanceof Step.Sign(List<String> letters)) {
                letters.forEach(letter -> present.put(letter, any(submission, letter)));
            } else if (step instanceof Step.Fingerprint) {
                // Whoever could not give one has said so, and that is a paper too.
                present.put(
                        InstantNames.FINGERPRINT,
                        submission.papers().stream()
                                .anyMatch(paper -> paper.material().equals(Paper.FINGERPRINT)
                                        && paper.mediaType().equals(Paper.RECORD)));
            }
        }
        return new InstantCase(situation, applicant.identification(), Values.NONE, present, trust);
    }

    private static void material(
            Material material, Submission submission, Facts facts, Map<String, Boolean> present, Map<String, String> trust) {
        String code = material.code();
        switch (material.source()) {
            case Material.IdCard _ -> {
                present.put(code, true);
                trust.put(code, "A");
            }
            case Material.Held held when facts.get(held.fact()) instanceof Fact.Known -> {
                present.put(code, true);
                trust.put(code, "A");
            }
            // Whether a register that said nothing of it holds it is not known.
            case Material.Held _ when !any(submission, code) -> {}
            case Material.Held _, Material.Scan _ -> {
                present.put(code, any(submission, code));
                if (pages(submission, code)) {
                    trust.put(code, "C");
                }
            }
        }
    }

    private static boolean any(Submission submission, String material) {
        return submission.papers().stream().anyMatch(paper -> paper.material().equals(material));
    }

    /** An original that lies in a cabinet nobody has seen yet. */
    private static boolean pages(Submission submission, String material) {
        return submission.papers().stream().anyMatch(paper -> paper.material().equals(material) && !paper.saysInCabinet());
    }
}
