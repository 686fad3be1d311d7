package banyan.cache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import banyan.acceptance.Missing;
import banyan.acceptance.Paper;
import banyan.acceptance.Receipt;
import banyan.acceptance.Sha256;
import banyan.acceptance.Submission;
import banyan.acceptance.SubmissionId;
import banyan.acceptance.Trouble;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WireTest {
    private static final Sha256 HASH = Sha256.of(new byte[0]);

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aSubmissionIsWrittenAsTheInterfaceSays() {
        Submission submission = new Submission(
                new SubmissionId(UUID.fromString("7d444840-9dc0-41d1-b245-5ffdce74fad2")),
                "0137",
                "subsidy",
                "1.0.0",
                Given.NOON,
                "zh-CN",
                new Submission.Applicant("样张", "35010219900307123X", "ID_CARD"),
                new TreeMap<>(Map.of("phone", "13800000000")),
                new TreeMap<>(Map.of("phone", "LAST_FILING")),
                List.of(new Paper("proof", 1, "image/jpeg", 0, HASH)),
                "0137-8K42",
                Optional.empty());
        assertEquals("""
                {"id":"7d444840-9dc0-41d1-b245-5ffdce74fad2","terminal":"0137","item":"subsidy","itemVersion":"1.0.0",\
                "confirmedAt":"2026-11-21T04:05:06Z","language":"zh-CN",\
                "applicant":{"name":"样张","number":"35010219900307123X","identification":"ID_CARD"},\
                "answers":{"phone":"13800000000"},"sources":{"phone":"LAST_FILING"},\
                "papers":[{"material":"proof","page":1,"mediaType":"image/jpeg","size":0,"hash":"%s"}],\
                "provisional":"0137-8K42"}""".formatted(HASH), new String(Wire.write(submission), StandardCharsets.UTF_8));
    }

    @Test
    void aReceiptReadBackStillHoldsItsSignature() {
        Receipt receipt = Receipts.signed(Receipts.CENTRE, SubmissionId.random(), HASH, List.of(HASH));
        Receipt read = Wire.read(Wire.write(receipt), Receipt.class).orElseThrow();
        assertArrayEquals(receipt.signedBytes(), read.signedBytes());
        assertArrayEquals(receipt.signature(), read.signature());
    }

    @Test
    void whatIsUnknownIsSkipped() {
        assertEquals(
                Optional.of(new Missing(List.of())),
                Wire.read(utf8("{\"missing\":[],\"since\":\"2027\"}"), Missing.class));
    }

    @Test
    void aPartLeftOutMakesItNone() {
        byte[] json = utf8(new String(
                        Wire.write(Receipts.signed(Receipts.CENTRE, SubmissionId.random(), HASH, List.of())),
                        StandardCharsets.UTF_8)
                .replace("\"keyId\"", "\"other\""));
        assertTrue(Wire.read(json, Receipt.class).isEmpty());
    }

    @Test
    void somethingElseIsNone() {
        for (String other : List.of("", "null", "[]", "<html>", "{\"missing\":[\"ab\"]}", "{\"missing\":[]} x")) {
            assertTrue(Wire.read(utf8(other), Missing.class).isEmpty(), other);
        }
    }

    @Test
    void whatIsAbsentIsLeftOut() {
        Trouble trouble = new Trouble(Optional.empty(), "MATERIALS", "NONE", Given.NOON, Optional.empty());
        assertEquals(
                "{\"step\":\"MATERIALS\",\"faultCode\":\"NONE\",\"at\":\"2026-11-21T04:05:06Z\"}",
                new String(Wire.write(trouble), StandardCharsets.UTF_8));
    }
}
