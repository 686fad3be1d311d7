package banyan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import banyan.acceptance.DraftCode;
import banyan.acceptance.PaperDraft;
import banyan.server.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A draft under a code, as its terminal has kept it at the centre and as another goes on with it. */
record KeptDraft(TerminalAtTest terminal, DraftCode code, String item, String version) {
    private static final JsonMapper JSON = new JsonMapper();

    /** Its terminal keeps it, with this telephone number in it. */
    void keep(String number) {
        keep(sealed(number));
    }

    void keep(byte[] sealed) {
        PaperDraft draft = new PaperDraft(item, version, sealed, House.NOW.get());
        assertEquals(200, terminal.put("/api/v1/paper-drafts/" + code.name().hex(), draft).status());
    }

    /** Somebody else who has the paper writes this number. */
    void changeElsewhere(String number) {
        PaperDraft.Change change = new PaperDraft.Change(sealed(number));
        Map<String, String> of = Map.of("If-Match", Long.toString(found().revision()));
        assertEquals(
                200,
                terminal.stranger("PUT", "/public/drafts/" + code.lookup(), Json.write(change), of).status());
    }

    /** What was made of it was handed in. */
    void use() {
        assertEquals(
                200, terminal.put("/api/v1/paper-drafts/" + code.name().hex() + "/used", new byte[0]).status());
    }

    /** What the centre holds. */
    PaperDraft.Found found() {
        return terminal.post("/api/v1/paper-drafts/find", new PaperDraft.Query(code.lookup()))
                .as(PaperDraft.Found.class);
    }

    /** What it says, opened as a terminal opens it. */
    JsonNode content() {
        return JSON.readTree(code.open(item, version, found().sealed()).orElseThrow());
    }

    private byte[] sealed(String number) {
        String content = """
                {"item":"%s","version":"%s","stage":1,"part":0,"answers":{
                  "phone":{"value":"%s","source":"LAST_FILING"},
                  "workKind":{"value":"onlineShop","source":"CITIZEN"}}}""".formatted(item, version, number);
        return code.seal(item, version, content.getBytes(StandardCharsets.UTF_8));
    }
}
