package banyan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import banyan.acceptance.Sha256;
import banyan.acceptance.Submission;
import banyan.acceptance.Tus;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The centre dies in the middle of every chunk but the last: what it had promised is there, and nothing else counts. */
class UploadKillTest {
    private static final int CHUNK = 200_000;

    private final byte[] page = TusAtTest.page(3 * CHUNK - 5);
    private final Submission submission = Cases.with(page);

    @TempDir
    Path folder;

    @Test
    void whatWasPromisedOutlivesAKillInTheMiddleOfTheNextChunk() throws IOException {
        for (int from = 0; from < page.length; from += CHUNK) {
            try (ChildCentre centre = start()) {
                TerminalAtTest terminal = terminal(centre);
                assertEquals(202, terminal.put(Cases.path(submission), submission).status());
                String upload = TusAtTest.location(
                        TusAtTest.begin(terminal, submission.id(), Sha256.of(page), page.length));
                assertEquals(from, TusAtTest.offset(terminal, upload));
                int to = Math.min(page.length, from + CHUNK);
                byte[] chunk = Arrays.copyOfRange(page, from, to);
                assertEquals(204, TusAtTest.chunk(terminal, upload, from, chunk).status());
                if (to == page.length) {
                    assertEquals(201, terminal.put(Cases.path(submission), submission).status());
                } else {
                    killInTheMiddle(centre, upload, to);
                }
            }
        }
    }

    private void killInTheMiddle(ChildCentre centre, String upload, int from) throws IOException {
        try (Socket cut = new Socket("127.0.0.1", centre.port())) {
            int most = page.length - from;
            byte[] half = Arrays.copyOfRange(page, from, from + most / 2);
            TusAtTest.sendPart(cut, upload, most, half, java.util.Map.of(Tus.OFFSET, Integer.toString(from)));
            TusAtTest.until(terminal(centre), 423, upload);
            centre.kill();
        }
    }

    private ChildCentre start() throws IOException {
        return ChildCentre.start(folder, 0, List.of(House.TERMINAL), House.TERMINAL_KEYS.getPublic());
    }

    private static TerminalAtTest terminal(ChildCentre centre) {
        return new TerminalAtTest(
                centre.address(), centre.key(), House.TERMINAL, House.TERMINAL_KEYS, InstantSource.system());
    }
}
