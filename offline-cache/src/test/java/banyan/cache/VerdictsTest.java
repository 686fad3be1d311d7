package banyan.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.Refusal;
import banyan.cache.Verdicts.Sent;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;

/** The table of what answers mean, walked from end to end. */
class VerdictsTest {
    private static Verdict refused(Sent sent, int status, String code) {
        return Verdicts.refused(sent, new Reply.Refused<Void>(status, code, Optional.empty()));
    }

    private static Verdict answered(Sent sent, int status) {
        return Verdicts.of(
                sent, new Reply.Answered<>(new CentreClient.Raw(status, new byte[0], Headers.of())));
    }

    @Test
    void everyCodeHasARowAndItIsSetAsideOnlyIfTheInterfaceSaysNever() {
        for (Refusal refusal : Refusal.values()) {
            for (Sent sent : Sent.values()) {
                Verdict verdict = refused(sent, refusal.status(), refusal.code());
                boolean never = refusal.remedy() == Refusal.Remedy.NEVER;
                assertEquals(never, verdict == Verdict.ASIDE, refusal + " is " + verdict);
            }
        }
    }

    @Test
    void noRefusalIsTakenForAnAnswerAndNothingIsDropped() {
        Set<Verdict> answers = EnumSet.of(Verdict.TAKEN, Verdict.LACKING, Verdict.WAY);
        for (Sent sent : Sent.values()) {
            for (int status = 100; status < 600; status++) {
                Verdict verdict = refused(sent, status, "A-CODE-OF-TOMORROW");
                assertTrue(!answers.contains(verdict), status + " is " + verdict);
            }
        }
    }

    @Test
    void aTerminalThatIsNotWelcomeIsNeverAnEntrysFault() {
        for (Refusal refusal : Refusal.values()) {
            Verdict verdict = refused(Sent.SUBMISSION, refusal.status(), refusal.code());
            assertEquals(refusal.status() == 401, verdict == Verdict.TERMINAL, refusal.code());
        }
        for (int status : new int[] {401, 403}) {
            assertEquals(Verdict.TERMINAL, refused(Sent.NOTE, status, "HTTP-" + status));
        }
    }

    @Test
    void whatAnUnknownCodeMeansItsStatusSays() {
        int[] aside = {400, 413, 414, 415, 422, 431, 451};
        Arrays.stream(aside).forEach(each -> assertEquals(Verdict.ASIDE, refused(Sent.SUBMISSION, each, "X"), "" + each));
        int[] centre = {429, 502, 503, 504};
        Arrays.stream(centre).forEach(each -> assertEquals(Verdict.CENTRE, refused(Sent.SUBMISSION, each, "X"), "" + each));
        int[] entry = {302, 404, 405, 408, 410, 425, 500, 501, 507, 599};
        Arrays.stream(entry).forEach(each -> assertEquals(Verdict.ENTRY, refused(Sent.SUBMISSION, each, "X"), "" + each));
        assertEquals(Verdict.SOON, refused(Sent.SUBMISSION, 409, "X"));
        assertEquals(Verdict.SOON, refused(Sent.CHUNK, 423, "HTTP-423"));
    }

    @Test
    void anUploadThatIsGoneOrStandsElsewhereIsAskedForAnew() {
        for (int status : new int[] {404, 409, 410, 460}) {
            assertEquals(Verdict.ANEW, refused(Sent.CHUNK, status, "HTTP-" + status));
        }
        assertEquals(Verdict.ANEW, refused(Sent.PAPER, 404, Refusal.SUBMISSION_UNKNOWN.code()));
    }

    @Test
    void onlyASuccessThatSaysItIsKeptIsTaken() {
        for (int status = 200; status < 300; status++) {
            boolean kept = status == 200 || status == 201;
            assertEquals(kept, answered(Sent.SUBMISSION, status) == Verdict.TAKEN, "" + status);
            assertEquals(kept || status == 204, answered(Sent.NOTE, status) == Verdict.TAKEN, "" + status);
        }
        assertEquals(Verdict.LACKING, answered(Sent.SUBMISSION, 202));
        assertNotEquals(Verdict.LACKING, answered(Sent.NOTE, 202));
    }

    @Test
    void whatIsNotTheCentresSaysNothingAndADamagedPaperIsOurOwn() {
        for (String code : new String[] {"NOT-THE-CENTRE", "NO-CONNECTION", "TIMEOUT", "NOT-TRUSTED"}) {
            assertEquals(Verdict.WAY, Verdicts.of(Sent.SUBMISSION, new Reply.Unreachable<>(code)));
        }
        assertEquals(Verdict.ASIDE, Verdicts.of(Sent.PAPER, new Reply.Unreachable<>(CentreClient.PAPER_DAMAGED)));
    }
}
