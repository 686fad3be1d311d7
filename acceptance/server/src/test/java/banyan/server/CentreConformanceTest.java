package banyan.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import banyan.acceptance.KeyFiles;
import banyan.integrator.Conformance;
import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our own centre passes what others' centres are held against; and the run notices where one does not keep to it. */
class CentreConformanceTest {
    static final String SAMPLE = """
            {"submission": {"item": "subsidy", "itemVersion": "1.0.0", "material": "proof",
              "applicant": {"name": "张三丰", "number": "350102199003071234", "identification": "ID_CARD"},
              "answers": {"phone": "13850192671"}, "sources": {"phone": "CITIZEN"}},
             "certificate": {"item": "paid-certificate", "name": "张三丰", "number": "350102199003071234",
              "parameters": {"from": "2025-11", "to": "2026-10"}}}
            """;

    @TempDir
    Path folder;

    @Test
    void ourOwnCentreKeepsAllOfIt() throws IOException, InterruptedException {
        assertEquals(List.of(), notKept(centre -> centre.key()));
    }

    @Test
    void answersUnderAnotherKeyAreNoticed() throws IOException, InterruptedException {
        PublicKey another = KeyFiles.newPair().getPublic();
        assertFalse(notKept(_ -> another).isEmpty());
    }

    private List<String> notKept(java.util.function.Function<Centre, PublicKey> key)
            throws IOException, InterruptedException {
        CentreSettings now = House.settings(folder).withClock(InstantSource.system());
        try (Centre centre = Centre.start(now, House.ITEMS)) {
            centre.introduce(House.TERMINAL, House.TERMINAL_KEYS.getPublic());
            return Conformance.notKept(
                    centre.address(), key.apply(centre), House.TERMINAL, House.TERMINAL_KEYS.getPrivate(), SAMPLE);
        }
    }
}
