package banyan.integrator;

import java.io.IOException;
import java.util.Arrays;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** A certificate is issued once for each request, and one that is void stays void. */
final class CertificatesChapter implements Chapter {
    @Override
    public String name() {
        return "certificates";
    }

    @Override
    public void tryOut(Caller caller, Sample sample, Findings findings) throws IOException, InterruptedException {
        if (!sample.issues()) {
            findings.note(name(), "left out: the sample names no certificate", true, "");
            return;
        }
        String path = "/api/v1/certificates/" + UUID.randomUUID();
        ObjectNode order = sample.certificate();
        Heard first = findings.expect(name(), "a certificate is issued", "issue", 200, caller.put(path, order));
        Heard again = findings.expect(name(), "the same request brings one", "issue", 200, caller.put(path, order));
        findings.note(name(), "which is the same, byte for byte", Arrays.equals(first.body(), again.body()), "");
        ObjectNode other = order.deepCopy();
        other.put("name", order.path("name").asString("") + "二");
        findings.expect(name(), "another order under that name is refused", "issue", 422, "CERTIFICATE-DIFFERS", caller.put(path, other));
        ObjectNode report = Contract.JSON.createObjectNode().put("pages", 1).put("outcome", "PRINTED");
        findings.expect(name(), "what became of its paper is noted", "reportPrint", 204, caller.put(path + "/printed", report));
        report.put("outcome", "PARTLY");
        findings.expect(name(), "once all of it is printed it stays so", "reportPrint", 422, "PRINT-DIFFERS", caller.put(path + "/printed", report));
        findings.expect(name(), "a report on what was never issued is refused", "reportPrint", 404, "CERTIFICATE-UNKNOWN",
                caller.put("/api/v1/certificates/" + UUID.randomUUID() + "/printed", report));
        String second = "/api/v1/certificates/" + UUID.randomUUID();
        findings.expect(name(), "one that was never issued can be declared void", "declareVoid", 204, caller.put(second + "/void", new byte[0]));
        findings.expect(name(), "and is not issued after that", "issue", 410, "CERTIFICATE-VOID", caller.put(second, order));
        ObjectNode unknown = sample.certificate().put("item", "there-is-no-such-item");
        findings.expect(name(), "an item that is not offered is refused", "issue", 422, "ITEM-UNKNOWN",
                caller.put("/api/v1/certificates/" + UUID.randomUUID(), unknown));
    }
}
