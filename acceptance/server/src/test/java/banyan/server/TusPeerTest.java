package banyan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.Request;
import banyan.acceptance.Sha256;
import banyan.acceptance.Signing;
import banyan.acceptance.Submission;
import io.tus.java.client.FingerprintNotFoundException;
import io.tus.java.client.ProtocolException;
import io.tus.java.client.ResumingNotEnabledException;
import io.tus.java.client.TusClient;
import io.tus.java.client.TusURLMemoryStore;
import io.tus.java.client.TusUpload;
import io.tus.java.client.TusUploader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A client of tus that others wrote brings a paper to our centre, and goes on after a cut. */
class TusPeerTest {
    private static final int CHUNK = 100_000;

    private final TerminalAtTest terminal = House.terminal();
    private final byte[] page = TusAtTest.page(3_000_001);
    private final Submission submission = Cases.with(page);

    @Test
    void theOfficialClientBringsAPaperAndResumesIt()
            throws IOException, ProtocolException, FingerprintNotFoundException, ResumingNotEnabledException {
        terminal.put(Cases.path(submission), submission);
        TusClient client = client();
        client.setHeaders(signed());
        TusUploader first = client.resumeOrCreateUpload(upload());
        // The right to go on is in the address alone.
        client.setHeaders(Map.of());
        first.setChunkSize(CHUNK);
        first.setRequestPayloadSize(5 * CHUNK);
        for (int chunk = 0; chunk < 12; chunk++) {
            assertEquals(CHUNK, first.uploadChunk());
        }
        first.finish(false);
        assertEquals(202, terminal.put(Cases.path(submission), submission).status());

        TusUploader second = client.resumeUpload(upload());
        assertEquals(12 * CHUNK, second.getOffset());
        second.setChunkSize(CHUNK);
        int sent = 0;
        for (int count = second.uploadChunk(); count > 0; count = second.uploadChunk()) {
            sent += count;
        }
        second.finish();
        assertEquals(page.length - 12 * CHUNK, sent);
        assertEquals(201, terminal.put(Cases.path(submission), submission).status());
        assertTrue(House.centre().records().papers(House.TERMINAL, submission.id()).stream()
                .anyMatch(held -> held.hash().equals(Sha256.of(page))));
    }

    private TusUpload upload() {
        TusUpload upload = new TusUpload();
        upload.setSize(page.length);
        upload.setFingerprint(Sha256.of(page).hex());
        upload.setInputStream(new ByteArrayInputStream(page));
        return upload;
    }

    private TusClient client() throws IOException {
        TusClient client = new TusClient();
        client.setUploadCreationURL(House.centre().address().resolve(path()).toURL());
        client.enableResuming(new TusURLMemoryStore());
        return client;
    }

    private String path() {
        return Cases.path(submission) + "/uploads?hash=" + Sha256.of(page) + "&length=" + page.length;
    }

    private Map<String, String> signed() {
        String date = Long.toString(House.CLOCK.instant().getEpochSecond());
        byte[] bytes = new Request("POST", path(), date, Sha256.of(new byte[0])).signedBytes();
        byte[] signature = Signing.sign(House.TERMINAL_KEYS.getPrivate(), bytes);
        return Map.of(
                Request.TERMINAL, House.TERMINAL,
                Request.DATE, date,
                Request.SIGNATURE, Base64.getEncoder().encodeToString(signature));
    }
}
