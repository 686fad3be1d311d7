package banyan.cache;

import banyan.acceptance.Sha256;
import banyan.acceptance.SubmissionId;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;

/** Keeps submissions as fast as it can and says so after each, until it is killed. Its argument is the cache's folder. */
final class CrashWriter {
    private static final int PAPER = 150_000;

    private CrashWriter() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
        Journal journal = Given.journal(folder);
        PageStore pages = PageStore.open(folder, VisitKey.random());
        Random random = new Random();
        for (int round = 0; ; round++) {
            List<PageHandle> papers = round % 4 == 0 ? Given.pages(pages, PAPER, 10) : List.of();
            Sealed sealed = sealed(journal.newNumber(), papers, random.nextInt(100, 4100));
            if (journal.append(sealed, pages, Given.SOON) instanceof Appended.Kept) {
                out.println("ACK " + sealed.id() + " " + Sha256.of(sealed.payload()));
            } else {
                out.println("FAILED");
                return;
            }
            if (random.nextInt(3) == 0) {
                // A change of state is a write that a crash may meet too.
                journal.sent(journal.pending().getLast());
            }
        }
    }

    /** Written by hand, because the JSON library takes longer to load than the writer lives. */
    static Sealed sealed(String number, List<PageHandle> papers, int length) {
        SubmissionId id = SubmissionId.random();
        StringJoiner list = new StringJoiner(",", "[", "]");
        for (PageHandle page : papers) {
            list.add("{\"material\":\"proof\",\"page\":%d,\"mediaType\":\"image/jpeg\",\"size\":%d,\"hash\":\"%s\"}"
                    .formatted(list.length(), page.size(), page.hash()));
        }
        String json = """
                {"id":"%s","terminal":"0137","item":"subsidy","itemVersion":"1.0.0","confirmedAt":"2026-11-21T04:05:06Z",\
                "language":"zh-CN","applicant":{"name":"%s","number":"%s","identification":"ID_CARD"},\
                "answers":{"remark":"%s"},"sources":{},"papers":%s,"provisional":"%s"}""".formatted(id, Given.NAME, Given.CARD, "x".repeat(length), list, number);
        return new Sealed(Sealed.What.SUBMISSION, id, number, json.getBytes(StandardCharsets.UTF_8), papers);
    }
}
