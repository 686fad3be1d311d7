package banyan.server;

import banyan.acceptance.Paper;
import banyan.acceptance.Sha256;
import banyan.acceptance.Submission;
import banyan.acceptance.SubmissionId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Invented cases. */
final class Cases {
    static final String CITIZEN = "350102199003071234";

    private Cases() {}

    /** A page of a paper; another text gives other bytes. */
    static byte[] page(String text) {
        return ("page " + text).getBytes(StandardCharsets.UTF_8);
    }

    static Submission with(byte[]... pages) {
        return with(SubmissionId.random(), pages);
    }

    static Submission with(SubmissionId id, byte[]... pages) {
        List<Paper> papers = new ArrayList<>();
        for (byte[] page : pages) {
            papers.add(new Paper("proof", papers.size() + 1, "image/jpeg", page.length, Sha256.of(page)));
        }
        return of(id, TestItems.FILING, "13850192671", papers);
    }

    /** Without papers, from this citizen. */
    static Submission from(String citizen) {
        Submission usual = with();
        return new Submission(
                usual.id(),
                usual.terminal(),
                usual.item(),
                usual.itemVersion(),
                usual.confirmedAt(),
                usual.language(),
                new Submission.Applicant("张三丰", citizen, "ID_CARD"),
                usual.answers(),
                usual.sources(),
                usual.papers(),
                usual.provisional(),
                usual.slipCode());
    }

    /** Without papers, from this terminal. */
    static Submission of(String terminal) {
        Submission usual = with();
        return new Submission(
                usual.id(),
                terminal,
                usual.item(),
                usual.itemVersion(),
                usual.confirmedAt(),
                usual.language(),
                usual.applicant(),
                usual.answers(),
                usual.sources(),
                usual.papers(),
                terminal + "-8K42",
                usual.slipCode());
    }

    /** Without papers; confirmed then, by the terminal's clock. */
    static Submission confirmed(Instant at) {
        return of(SubmissionId.random(), TestItems.FILING, "13850192671", List.of(), at);
    }

    static Submission of(SubmissionId id, String item, String phone, List<Paper> papers) {
        return of(id, item, phone, papers, Instant.parse("2026-11-20T12:45:00Z"));
    }

    /** Under a provisional number that a journal has given. */
    static Submission of(SubmissionId id, String item, String phone, List<Paper> papers, String provisional) {
        return of(id, item, phone, papers, Instant.parse("2026-11-20T12:45:00Z"), provisional);
    }

    private static Submission of(SubmissionId id, String item, String phone, List<Paper> papers, Instant confirmed) {
        return of(id, item, phone, papers, confirmed, "0137-8K42");
    }

    private static Submission of(
            SubmissionId id, String item, String phone, List<Paper> papers, Instant confirmed, String provisional) {
        return new Submission(
                id,
                House.TERMINAL,
                item,
                "1.0.0",
                confirmed,
                "zh-CN",
                new Submission.Applicant("张三丰", CITIZEN, "ID_CARD"),
                new TreeMap<>(Map.of("phone", phone)),
                new TreeMap<>(Map.of("phone", "CITIZEN")),
                papers,
                provisional,
                Optional.empty());
    }

    static String path(Submission submission) {
        return "/api/v1/submissions/" + submission.id();
    }
}
