package banyan.cache;

import banyan.acceptance.Refusal;
import banyan.acceptance.Sha256;
import banyan.acceptance.Tus;
import com.sun.net.httpserver.Headers;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/** Uploads of a centre in memory, as small as tus allows. */
final class TestUploads {
    private final Map<String, ByteArrayOutputStream> uploads = new ConcurrentHashMap<>();
    private final BiConsumer<String, byte[]> whole;

    /** @param whole is told the hash and the bytes of each paper that is whole */
    TestUploads(BiConsumer<String, byte[]> whole) {
        this.whole = whole;
    }

    /** {@code hash=…&length=…} is the upload's name as well. */
    TestCentre.Said begin(String query) {
        String token = query.replace("hash=", "").replace("&length=", "-");
        uploads.computeIfAbsent(token, _ -> new ByteArrayOutputStream());
        return new TestCentre.Said(201, new byte[0], "", Map.of("Location", "/api/v1/uploads/" + token));
    }

    synchronized TestCentre.Said on(String method, String token, Headers headers, byte[] body) {
        ByteArrayOutputStream upload = uploads.get(token);
        if (upload == null) {
            return TestCentre.Said.refusal(Refusal.UPLOAD_UNKNOWN);
        }
        if (method.equals("HEAD")) {
            return at(200, upload);
        }
        if (Integer.parseInt(headers.getFirst(Tus.OFFSET)) != upload.size()) {
            return TestCentre.Said.refusal(Refusal.UPLOAD_OFFSET);
        }
        if (!Tus.checksum(Sha256.of(body)).equals(headers.getFirst(Tus.CHECKSUM))) {
            return TestCentre.Said.refusal(Refusal.CHUNK_DIFFERS);
        }
        upload.writeBytes(body);
        String hash = token.substring(0, 64);
        if (upload.size() == Integer.parseInt(token.substring(65))) {
            byte[] bytes = upload.toByteArray();
            if (!Sha256.of(bytes).hex().equals(hash)) {
                uploads.remove(token);
                return TestCentre.Said.refusal(Refusal.PAPER_DIFFERS);
            }
            whole.accept(hash, bytes);
        }
        return at(204, upload);
    }

    /** As after a restore of a centre that has lost them. */
    void forget() {
        uploads.clear();
    }

    private static TestCentre.Said at(int status, ByteArrayOutputStream upload) {
        return new TestCentre.Said(status, new byte[0], "", Map.of(Tus.OFFSET, Integer.toString(upload.size())));
    }
}
